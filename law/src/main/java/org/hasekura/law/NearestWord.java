package org.hasekura.law;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The word that somebody probably meant: the one with the fewest letters to change (Levenshtein 1966). */
public final class NearestWord {

    private NearestWord() {}

    /** Empty when more than half of the letters would have to change. */
    public static Optional<String> to(String word, Collection<String> known) {
        String shortened = word.length() > 100 ? word.substring(0, 100) : word;
        return known.stream()
                .min(Comparator.comparingInt((String each) -> changes(shortened, each))
                        .thenComparing(each -> each))
                .filter(best -> changes(shortened, best) * 2 <= Math.max(shortened.length(), best.length()));
    }

    private static int changes(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] here = new int[to.length() + 1];
            here[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int swap = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                here[column] = Math.min(swap, Math.min(above[column], here[column - 1]) + 1);
            }
            above = here;
        }
        return above[to.length()];
    }
}
