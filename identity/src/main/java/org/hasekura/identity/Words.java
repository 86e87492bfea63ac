package org.hasekura.identity;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Help with messages to people: shows input from outside safely, and finds what was probably meant. */
final class Words {

    private static final int SHOWN_CHARACTERS_MAX = 80;

    private Words() {}

    /** The input cut to a readable length, with everything but printable ASCII replaced: it may be hostile. */
    static String shown(String input) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < input.length() && i < SHOWN_CHARACTERS_MAX; i++) {
            char c = input.charAt(i);
            shown.append(c >= ' ' && c <= '~' && c != '`' ? c : '?');
        }
        return input.length() > SHOWN_CHARACTERS_MAX ? shown.append('…').toString() : shown.toString();
    }

    /** "unknown {what} `{given}`", with the nearest of the known names. */
    static String unknown(String what, String given, Collection<String> known) {
        String words = "unknown " + what + " `" + shown(given) + "`";
        Optional<String> nearest = known.stream()
                .min(Comparator.comparingInt((String name) -> distance(given, name))
                        .thenComparing(name -> name));
        return words + nearest.map(name -> "; did you mean `" + name + "`?").orElse("");
    }

    /** Levenshtein's distance, without regard to case, over at most the first 80 characters of each. */
    static int distance(String left, String right) {
        String a = left.substring(0, Math.min(left.length(), SHOWN_CHARACTERS_MAX));
        String b = right.substring(0, Math.min(right.length(), SHOWN_CHARACTERS_MAX));
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
