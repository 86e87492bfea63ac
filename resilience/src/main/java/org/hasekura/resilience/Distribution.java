package org.hasekura.resilience;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who provides one thing, as fractions of the whole, with what is unknown kept apart.
 *
 * @param parts known holders, largest first
 * @param unknown held by nobody in particular: rows such as "various", and what the rows do not cover
 * @param listed what the rows add up to before anything is divided, in the unit of the source; kept, so that everybody
 *     sees what was normalised
 * @param hhiOfListed Herfindahl–Hirschman index of the rows as they are listed: divided by their sum, rows of nobody in
 *     particular counted as one holder; NaN where nothing is listed
 */
public record Distribution(List<Part> parts, Interval unknown, double listed, double hhiOfListed) {

    /** One holder's fraction of the whole. */
    public record Part(String holder, Interval fraction) {}

    public Distribution {
        parts = List.copyOf(parts);
    }

    /**
     * Shares in percent of a market, added up by holder. What adds up to more than 100 is divided by its sum.
     *
     * @param percents by holder; the empty name stands for what is nobody's in particular
     */
    public static Distribution ofPercents(Map<String, Interval> percents, Coverage coverage) {
        var counted = new LinkedHashMap<>(percents);
        if (coverage == Coverage.PARTIAL) {
            counted.remove("");
        }
        double low = counted.values().stream().mapToDouble(Interval::low).sum();
        double high = counted.values().stream().mapToDouble(Interval::high).sum();
        double whole = Math.max(100, low);
        Interval rest = counted.getOrDefault("", Interval.ZERO);
        Interval unknown = new Interval(rest.low() + Math.max(0, whole - high), rest.high() + Math.max(0, whole - low));
        return new Distribution(parts(counted, whole), unknown.times(1 / whole).within(0, 1), low, hhi(counted, low));
    }

    /**
     * Amounts, added up by holder and divided by the sum of all listed amounts.
     *
     * @param amounts by holder; the empty name stands for what is nobody's in particular
     */
    public static Distribution ofAmounts(Map<String, Double> amounts) {
        double sum = amounts.values().stream().mapToDouble(Double::doubleValue).sum();
        if (!(sum > 0)) {
            return new Distribution(List.of(), Interval.exactly(1), sum, Double.NaN);
        }
        var exact = new LinkedHashMap<String, Interval>();
        amounts.forEach((holder, amount) -> exact.put(holder, Interval.exactly(amount)));
        double rest = amounts.getOrDefault("", 0.0) / sum;
        return new Distribution(parts(exact, sum), Interval.exactly(rest), sum, hhi(exact, sum));
    }

    private static double hhi(Map<String, Interval> amounts, double sum) {
        double squares = 0;
        for (Interval amount : amounts.values()) {
            squares += amount.low() * amount.low();
        }
        return sum > 0 ? squares / (sum * sum) : Double.NaN;
    }

    private static List<Part> parts(Map<String, Interval> amounts, double whole) {
        var parts = new ArrayList<Part>();
        amounts.forEach((holder, amount) -> {
            if (!holder.isEmpty()) {
                parts.add(new Part(holder, amount.times(1 / whole).within(0, 1)));
            }
        });
        parts.sort(Comparator.comparingDouble((Part part) -> -part.fraction().low())
                .thenComparingDouble(part -> -part.fraction().high())
                .thenComparing(Part::holder));
        return parts;
    }

    /** The largest known holder. */
    public Optional<Part> top() {
        return parts.stream().findFirst();
    }

    /** What a holder may have: its row, or anything up to what is unknown when there is no row. */
    public Interval fraction(String holder) {
        return parts.stream()
                .filter(part -> part.holder().equals(holder))
                .map(Part::fraction)
                .findFirst()
                .orElse(new Interval(0, unknown.high()));
    }

    public boolean names(String holder) {
        return parts.stream().anyMatch(part -> part.holder().equals(holder));
    }
}
