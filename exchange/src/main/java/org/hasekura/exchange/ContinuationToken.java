package org.hasekura.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.hasekura.policy.Reading;

/**
 * Where the next page of a catalog begins. Peers see it as opaque text. It says all that is needed to go on, the filter
 * too, so that it outlives restarts and takes no memory.
 *
 * <p>Its checksum tells a token of this node from a mistake; a signature is not needed, since a token made up leads to
 * another place in a list that its maker may read anyway.
 */
public sealed interface ContinuationToken {

    /** The name of the query parameter that carries it. */
    String PARAMETER = "continuationToken";

    /** In the whole catalog: after the dataset with this id. */
    record AfterId(String lastId) implements ContinuationToken {
        private static final int ID_MAX = 256;

        public AfterId {
            if (lastId.isEmpty() || lastId.length() > ID_MAX || lastId.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("an id is 1 to " + ID_MAX + " characters, was " + lastId.length());
            }
        }
    }

    /** Among those that pass the filter: after the one listed under this number. */
    record AfterNumber(long last, CatalogFilter filter) implements ContinuationToken {}

    /** Letters, digits, {@code -} and {@code _} only: it can stand in a query as it is. */
    default String encoded() {
        byte kind = switch (this) {
            case AfterId _ -> Layout.AFTER_ID;
            case AfterNumber _ -> Layout.AFTER_NUMBER;
        };
        String text = switch (this) {
            case AfterId(String lastId) -> lastId;
            case AfterNumber(long last, CatalogFilter filter) -> last + written(filter);
        };
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer token = ByteBuffer.allocate(Layout.HEAD_BYTES + content.length);
        token.put(kind).putInt(checksum(kind, content)).put(content);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    static Reading<ContinuationToken> parse(String encoded) {
        Optional<ContinuationToken> token = Optional.empty();
        if (encoded.length() <= Layout.ENCODED_MAX) {
            try {
                token = decoded(ByteBuffer.wrap(Base64.getUrlDecoder().decode(encoded)));
            } catch (IllegalArgumentException | CharacterCodingException notOurs) {
                // answered below, as for every text that this node did not make
            }
        }
        return token.<Reading<ContinuationToken>>map(Reading.Read::new)
                .orElseGet(() -> new Reading.Refused<>(
                        PARAMETER, "is " + Fields.shown(encoded) + "; expected one from a `Link` header of this node"));
    }

    private static Optional<ContinuationToken> decoded(ByteBuffer token) throws CharacterCodingException {
        if (token.remaining() <= Layout.HEAD_BYTES) {
            return Optional.empty();
        }
        byte kind = token.get();
        int checksum = token.getInt();
        byte[] content = new byte[token.remaining()];
        token.get(content);
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString();
        if (checksum != checksum(kind, content)) {
            return Optional.empty();
        }
        return switch (kind) {
            case Layout.AFTER_ID -> Optional.of(new AfterId(text));
            case Layout.AFTER_NUMBER -> afterNumber(text.split(Layout.PART, -1));
            default -> Optional.empty();
        };
    }

    private static Optional<ContinuationToken> afterNumber(String[] parts) {
        Map<String, List<String>> given = new TreeMap<>();
        for (int i = 1; i + 1 < parts.length; i += 2) {
            given.computeIfAbsent(parts[i], _ -> new ArrayList<>()).add(parts[i + 1]);
        }
        return CatalogFilter.parse(given) instanceof Reading.Read<CatalogFilter>(CatalogFilter filter)
                ? Optional.of(new AfterNumber(Long.parseLong(parts[0]), filter))
                : Optional.empty();
    }

    private static String written(CatalogFilter filter) {
        StringBuilder written = new StringBuilder();
        filter.written()
                .forEach((name, values) -> values.forEach(value -> written.append(Layout.PART)
                        .append(name)
                        .append(Layout.PART)
                        .append(value)));
        return written.toString();
    }

    private static int checksum(byte kind, byte[] content) {
        CRC32C sum = new CRC32C();
        sum.update(kind);
        sum.update(content);
        return (int) sum.getValue();
    }

    /** How a token is laid out: kind, checksum, then texts with a character between them that none of them has. */
    final class Layout {
        private static final byte AFTER_ID = 1;
        private static final byte AFTER_NUMBER = 2;
        private static final int HEAD_BYTES = 5;
        private static final int ENCODED_MAX = 8_192;
        private static final String PART = "\0";

        private Layout() {}
    }
}
