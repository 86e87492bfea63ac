package org.hasekura.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Help with messages to people: shows input from outside safely, and finds what was probably meant. */
final class Words {

    private static final int SHOWN_CHARACTERS_MAX = 80;

    private Words() {}

    /** The input in backticks, cut to a readable length and without control characters: it may be hostile. */
    static String shown(String input) {
        StringBuilder shown = new StringBuilder("`");
        input.codePoints()
                .limit(SHOWN_CHARACTERS_MAX)
                .map(c -> c == '`' || !Character.isValidCodePoint(c) || isHidden(c) ? '?' : c)
                .forEach(shown::appendCodePoint);
        if (input.codePointCount(0, input.length()) > SHOWN_CHARACTERS_MAX) {
            shown.append('…');
        }
        return shown.append('`').toString();
    }

    /** "unknown {what} `{given}`; did you mean `{nearest}`?" */
    static String unknown(String what, String given, Collection<String> known) {
        String words = "unknown " + what + " " + shown(given);
        return words
                + nearest(given, known)
                        .map(name -> "; did you mean `" + name + "`?")
                        .orElse("");
    }

    /** The known name that takes the fewest changed letters. */
    static Optional<String> nearest(String given, Collection<String> known) {
        String cut = given.substring(0, Math.min(given.length(), SHOWN_CHARACTERS_MAX));
        return known.stream()
                .min(Comparator.comparingInt((String name) -> distance(cut, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** Levenshtein's distance, without regard to case. */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                boolean same = Character.toLowerCase(left.charAt(i - 1)) == Character.toLowerCase(right.charAt(j - 1));
                int replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}
