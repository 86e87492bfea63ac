package org.hasekura.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Times as evidence writes them, {@code 2026-11-21T22:00:00Z} or {@code 2026-11-21T22:00:00.123Z}, in that one spelling. */
final class InstantText {

    private static final String FORM = "0000-00-00T00:00:00";

    private InstantText() {}

    /** The time; refused in any other spelling of it than {@link Instant#toString} has. */
    static Instant read(String text) throws MalformedException {
        try {
            if (isPlain(text)) {
                return plain(text);
            }
            Instant instant = Instant.parse(text);
            if (instant.toString().equals(text)) {
                return instant;
            }
        } catch (DateTimeException e) {
            throw new MalformedException("`" + Texts.shown(text) + "` is not a time like 2026-11-21T22:00:00Z");
        }
        throw new MalformedException("`" + Texts.shown(text) + "` is not a time in its one spelling");
    }

    /**
     * Whether it has seconds or milliseconds with digits where they belong. A million entries have a million such times, and
     * the parser of the JDK takes longer over each than its hash does; anything else is left to that parser.
     */
    private static boolean isPlain(String text) {
        boolean hasMillis = text.length() == FORM.length() + 5;
        boolean hasLength = hasMillis || text.length() == FORM.length() + 1;
        if (!hasLength || text.charAt(text.length() - 1) != 'Z') {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char wanted = FORM.charAt(i);
            if (wanted == '0' ? !isDigit(text.charAt(i)) : text.charAt(i) != wanted) {
                return false;
            }
        }
        boolean isFraction = text.charAt(19) == '.'
                && isDigit(text.charAt(20))
                && isDigit(text.charAt(21))
                && isDigit(text.charAt(22))
                // Of three zeros there is a shorter spelling.
                && number(text, 20, 23) != 0;
        // Midnight at the end of a day and leap seconds have another spelling, too.
        return (!hasMillis || isFraction)
                && number(text, 11, 13) < 24
                && number(text, 14, 16) < 60
                && number(text, 17, 19) < 60;
    }

    private static Instant plain(String text) {
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        int second = number(text, 11, 13) * 3600 + number(text, 14, 16) * 60 + number(text, 17, 19);
        int millis = text.length() == FORM.length() + 1 ? 0 : number(text, 20, 23);
        return Instant.ofEpochSecond(day * 86_400 + second, millis * 1_000_000L);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int number(String digits, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + (digits.charAt(i) - '0');
        }
        return number;
    }
}
