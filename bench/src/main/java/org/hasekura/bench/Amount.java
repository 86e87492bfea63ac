package org.hasekura.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * What came out of several rounds: the median to quote, and how far the rounds lay apart.
 *
 * @param unit the last word of the figure, such as {@code ms} or {@code /s}
 */
record Amount(double median, double low, double high, String unit) {

    /** The rounds put together. */
    static Amount of(String unit, double... rounds) {
        if (rounds.length == 0) {
            throw new IllegalArgumentException("no round was measured");
        }
        double[] sorted = rounds.clone();
        Arrays.sort(sorted);
        return new Amount(percentile(sorted, 0.5), sorted[0], sorted[sorted.length - 1], unit);
    }

    /** The value below which this share of the sorted values lies; the nearest one that was measured. */
    static double percentile(double[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.clamp(rank - 1L, 0, sorted.length - 1)];
    }

    /** The same in another unit. */
    Amount times(double factor, String newUnit) {
        return new Amount(median * factor, low * factor, high * factor, newUnit);
    }

    String text() {
        String spread = low == high ? "" : " (" + number(low) + ".." + number(high) + ")";
        return number(median) + " " + unit + spread;
    }

    /** Three digits that count; more would pretend. */
    static String number(double value) {
        double size = Math.abs(value);
        String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }
}
