package org.hasekura.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How values stand in columns, the same way in both databases.
 *
 * <p>What PostgreSQL would refuse is found here, before it reaches the database: there it would be an error of the
 * storage, and a peer could stop the node with a character or a long name.
 */
final class Sql {

    /** The longest text in an index, in bytes of UTF-8: two of them fit into PostgreSQL's index row of 2,704 bytes. */
    static final int KEY_BYTES_MAX = 1_024;

    private static final int ROWS_MAX = 100_000;

    private static final long NANOS = 1_000_000_000L;

    private Sql() {}

    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Binds texts, whole numbers, booleans, bytes, instants, and optional ones of these. */
    static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value instanceof Optional<?> optional) {
                if (optional.isEmpty()) {
                    statement.setNull(i + 1, Types.NULL);
                    continue;
                }
                value = optional.get();
            }
            switch (value) {
                case String text -> statement.setString(i + 1, text);
                case Long number -> statement.setLong(i + 1, number);
                case Integer number -> statement.setLong(i + 1, number);
                case Boolean truth -> statement.setBoolean(i + 1, truth);
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                case Instant instant -> statement.setLong(i + 1, nanos(instant));
                default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
            }
        }
    }

    /**
     * Nanoseconds since 1970, so that every instant of a clock comes back as it was; 1677-09-21 and 2262-04-11 stand for
     * what lies before and after them (an expiry chosen by a peer may).
     */
    static long nanos(Instant instant) {
        try {
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS), instant.getNano());
        } catch (ArithmeticException e) {
            return instant.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    /** The text, if it can be looked up by; for what comes from outside and may name nothing. */
    static Optional<String> asKey(String text) {
        return text.length() <= KEY_BYTES_MAX && isText(text) && text.getBytes(UTF_8).length <= KEY_BYTES_MAX
                ? Optional.of(text)
                : Optional.empty();
    }

    /** The text, which must be one that can be looked up by. */
    static String key(String name, String text) {
        return asKey(text)
                .orElseThrow(() -> new IllegalArgumentException(name + " must be text of at most " + KEY_BYTES_MAX
                        + " bytes, has " + text.length() + " characters"));
    }

    static Optional<String> key(String name, Optional<String> text) {
        return text.map(each -> key(name, each));
    }

    /** How many rows a query may answer: a negative number would be all of them, or an error, by the database. */
    static int limit(int rows) {
        return Math.clamp(rows, 0, ROWS_MAX);
    }

    /** The text, which must be one that UTF-8 can say, without the character U+0000. */
    static String text(String name, String text) {
        if (!isText(text)) {
            throw new IllegalArgumentException(name + " has U+0000 or half a surrogate pair in it");
        }
        return text;
    }

    /** Whether it is text that UTF-8 can say, without the character U+0000. */
    static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == 0 || Character.isLowSurrogate(each)) {
                return false;
            }
            if (Character.isHighSurrogate(each)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
