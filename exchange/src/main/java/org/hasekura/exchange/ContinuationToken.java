package org.hasekura.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where the next page of a catalog begins: after the dataset with this id. Peers see it as opaque text. It needs no
 * signature: a made-up one leads to another place in a list that its maker may read anyway.
 */
public record ContinuationToken(String lastId) {

    /** The name of the query parameter that carries it. */
    public static final String PARAMETER = "continuationToken";

    private static final int ID_MAX = 256;
    private static final int ENCODED_MAX = 2_048;

    public ContinuationToken {
        if (lastId.isEmpty() || lastId.length() > ID_MAX) {
            throw new IllegalArgumentException("an id is 1 to " + ID_MAX + " characters, was " + lastId.length());
        }
    }

    /** Letters, digits, {@code -} and {@code _} only: it can stand in a query as it is. */
    public String encoded() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(lastId.getBytes(StandardCharsets.UTF_8));
    }

    public static Read<ContinuationToken> parse(String encoded) {
        if (encoded.length() <= ENCODED_MAX) {
            try {
                byte[] bytes = Base64.getUrlDecoder().decode(encoded);
                String id = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                if (!id.isEmpty() && id.length() <= ID_MAX && id.indexOf('\0') < 0) {
                    return new Read.Ok<>(new ContinuationToken(id));
                }
            } catch (IllegalArgumentException | CharacterCodingException notOurs) {
                // answered below, as for every text that this node did not make
            }
        }
        return new Read.Invalid<>(
                PARAMETER, "is " + Fields.shown(encoded) + "; expected one from a `Link` header of this node");
    }
}
