package org.hasekura.resilience;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How concentrated a distribution is, each measure with both ends: the unknown part spread over infinitely many holders, and
 * the unknown part in one hand that has no other share.
 *
 * @param hhi Herfindahl–Hirschman index, the sum of squared fractions, from 0 to 1
 * @param normalised {@code (hhi - 1/n) / (1 - 1/n)} over n holders, the unknown hand counted as one at the high end
 * @param cr4 the four largest together
 * @param effectiveNumber 1/hhi: so many equal holders would be as concentrated
 * @param entropy {@code -sum s ln s}, in nats; without upper bound when something is unknown
 * @param holders known holders
 */
public record Concentration(
        Interval hhi, Interval normalised, Interval cr4, Interval effectiveNumber, Interval entropy, int holders) {

    public static Concentration of(Distribution distribution) {
        List<Distribution.Part> parts = distribution.parts();
        double unknown = distribution.unknown().high();
        double[] low = parts.stream().mapToDouble(part -> part.fraction().low()).toArray();
        double[] high =
                parts.stream().mapToDouble(part -> part.fraction().high()).toArray();
        double least = Math.min(1, squares(low));
        Interval hhi = new Interval(least, Math.clamp(squares(high) + unknown * unknown, least, 1));
        return new Concentration(
                hhi,
                normalised(hhi, parts.size(), unknown > 0),
                new Interval(fourLargest(low, 0), Math.max(fourLargest(low, 0), fourLargest(high, unknown)))
                        .within(0, 1),
                new Interval(inverse(hhi.high()), inverse(hhi.low())),
                entropy(parts, unknown),
                parts.size());
    }

    /** Infinitely many holders leave the index as it is; one more unknown holder counts as one. */
    private static Interval normalised(Interval hhi, int holders, boolean hasUnknown) {
        double spread = hasUnknown ? hhi.low() : normalised(hhi.low(), holders);
        double inOneHand = normalised(hhi.high(), hasUnknown ? holders + 1 : holders);
        return new Interval(Math.min(spread, inOneHand), Math.max(spread, inOneHand));
    }

    private static double normalised(double hhi, int holders) {
        return holders <= 1 ? hhi : Math.max(0, (hhi - 1.0 / holders) / (1 - 1.0 / holders));
    }

    private static double inverse(double hhi) {
        return hhi > 0 ? 1 / hhi : Double.POSITIVE_INFINITY;
    }

    private static double squares(double[] fractions) {
        double sum = 0;
        for (double fraction : fractions) {
            sum += fraction * fraction;
        }
        return sum;
    }

    private static Interval entropy(List<Distribution.Part> parts, double unknown) {
        double low = term(unknown);
        double high = unknown > 0 ? Double.POSITIVE_INFINITY : 0;
        for (Distribution.Part part : parts) {
            Interval fraction = part.fraction();
            double atLow = term(fraction.low());
            double atHigh = term(fraction.high());
            low += Math.min(atLow, atHigh);
            // The term is largest at 1/e.
            high += fraction.holds(1 / Math.E) ? 1 / Math.E : Math.max(atLow, atHigh);
        }
        return new Interval(low, high);
    }

    private static double fourLargest(double[] fractions, double oneMore) {
        List<Double> all = new ArrayList<>(fractions.length + 1);
        for (double fraction : fractions) {
            all.add(fraction);
        }
        all.add(oneMore);
        all.sort(Comparator.reverseOrder());
        return all.stream().limit(4).mapToDouble(Double::doubleValue).sum();
    }

    private static double term(double fraction) {
        return fraction > 0 ? -fraction * Math.log(fraction) : 0;
    }
}
