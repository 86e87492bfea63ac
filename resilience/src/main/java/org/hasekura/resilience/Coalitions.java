package org.hasekura.resilience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The smallest sets of holders, up to three, that together hold more than a bound. */
final class Coalitions {

    private Coalitions() {}

    /**
     * Finds them all.
     *
     * @param fraction what each holder has, [holder]
     * @param holder its number, [holder]
     * @param bound they have to hold more than this
     * @return ascending numbers
     */
    static List<int[]> above(double[] fraction, int[] holder, double bound, int sizeMax) {
        Integer[] largestFirst = new Integer[fraction.length];
        Arrays.setAll(largestFirst, at -> at);
        Arrays.sort(largestFirst, Comparator.comparingDouble((Integer at) -> -fraction[at]));
        double[] sorted =
                Arrays.stream(largestFirst).mapToDouble(at -> fraction[at]).toArray();
        int[] numbers = Arrays.stream(largestFirst).mapToInt(at -> holder[at]).toArray();
        var found = new ArrayList<int[]>();
        extend(sorted, numbers, bound, new int[0], 0, sizeMax, found);
        return found;
    }

    /** Adds holders from {@code from} on, largest first; stops where even the largest that are left are too small. */
    private static void extend(
            double[] fraction, int[] holder, double missing, int[] chosen, int from, int places, List<int[]> found) {
        double reachable = 0;
        for (int at = from; at < Math.min(from + places, fraction.length); at++) {
            reachable += fraction[at];
        }
        for (int at = from; at < fraction.length && places > 0 && reachable > missing; at++) {
            int[] grown = Arrays.copyOf(chosen, chosen.length + 1);
            grown[chosen.length] = at;
            if (fraction[at] > missing) {
                // Members came largest first: the smallest is the last one, and without it the rest is not enough.
                found.add(Arrays.stream(grown)
                        .map(place -> holder[place])
                        .sorted()
                        .toArray());
            } else {
                extend(fraction, holder, missing - fraction[at], grown, at + 1, places - 1, found);
            }
            reachable -= fraction[at];
            reachable += at + places < fraction.length ? fraction[at + places] : 0;
        }
    }
}
