package org.hasekura.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32C;

/**
 * Where the next page of a catalog begins: after the dataset with this id. Peers see it as opaque text. It says all that
 * is needed to go on, so that it outlives restarts and takes no memory.
 *
 * <p>Its checksum tells a token of this node from a mistake; a signature is not needed, since a token made up leads to
 * another place in a list that its maker may read anyway.
 */
public record ContinuationToken(String lastId) {

    /** The name of the query parameter that carries it. */
    public static final String PARAMETER = "continuationToken";

    private static final int ID_MAX = 256;
    private static final int ENCODED_MAX = 2_048;
    private static final byte AFTER_ID = 1;
    private static final int HEAD_BYTES = 5;

    public ContinuationToken {
        if (lastId.isEmpty() || lastId.length() > ID_MAX) {
            throw new IllegalArgumentException("an id is 1 to " + ID_MAX + " characters, was " + lastId.length());
        }
    }

    /** Letters, digits, {@code -} and {@code _} only: it can stand in a query as it is. */
    public String encoded() {
        byte[] id = lastId.getBytes(StandardCharsets.UTF_8);
        ByteBuffer token = ByteBuffer.allocate(HEAD_BYTES + id.length);
        token.put(AFTER_ID).putInt(checksum(id)).put(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    public static Read<ContinuationToken> parse(String encoded) {
        if (encoded.length() <= ENCODED_MAX) {
            try {
                ByteBuffer token = ByteBuffer.wrap(Base64.getUrlDecoder().decode(encoded));
                if (token.remaining() > HEAD_BYTES && token.get() == AFTER_ID) {
                    int checksum = token.getInt();
                    byte[] id = new byte[token.remaining()];
                    token.get(id);
                    String text = StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(id))
                            .toString();
                    if (checksum == checksum(id) && text.length() <= ID_MAX && text.indexOf('\0') < 0) {
                        return new Read.Ok<>(new ContinuationToken(text));
                    }
                }
            } catch (IllegalArgumentException | CharacterCodingException notOurs) {
                // answered below, as for every text that this node did not make
            }
        }
        return new Read.Invalid<>(
                PARAMETER, "is " + Fields.shown(encoded) + "; expected one from a `Link` header of this node");
    }

    private static int checksum(byte[] id) {
        CRC32C sum = new CRC32C();
        sum.update(AFTER_ID);
        sum.update(id);
        return (int) sum.getValue();
    }
}
