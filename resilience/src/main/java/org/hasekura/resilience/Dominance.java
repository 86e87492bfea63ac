package org.hasekura.resilience;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where one country or firm holds so much of an input that hardly anybody else is left, by the lowest figure of each
 * source.
 *
 * @param node number of the node
 * @param lowest fraction in the series that gives the holder least, of those that name it
 * @param highest fraction in the series that gives the holder most
 */
public record Dominance(int node, String holder, double lowest, double highest) {

    /** Whether every source that names the holder has it at the threshold or above, not only some. */
    public boolean isByEverySource(double threshold) {
        return lowest >= threshold - ROUNDING;
    }

    /** Percentages are decimal fractions of a source; dividing them must not move one below a threshold. */
    private static final double ROUNDING = 1e-12;

    /**
     * All pairs of input and holder that at least one series of share rows has at the threshold or above.
     *
     * @param threshold fraction, for example 0.8
     */
    public static List<Dominance> above(Graph graph, Holdings.By by, double threshold) {
        Holdings holdings = Holdings.of(graph.withAmounts(_ -> false), by);
        Map<String, Dominance> pairs = new TreeMap<>();
        for (Holdings.Series series : holdings.all()) {
            for (Distribution.Part part : series.distribution().parts()) {
                double low = part.fraction().low();
                pairs.merge(
                        series.node() + "|" + part.holder(),
                        new Dominance(series.node(), part.holder(), low, low),
                        (one, other) -> new Dominance(
                                one.node,
                                one.holder,
                                Math.min(one.lowest, other.lowest),
                                Math.max(one.highest, other.highest)));
            }
        }
        return pairs.values().stream()
                .filter(pair -> pair.highest >= threshold - ROUNDING)
                .sorted(Comparator.comparing(pair -> graph.node(pair.node).id()))
                .toList();
    }

    /** The largest producers of every additive product in its newest year, where one has the threshold or more. */
    public static List<Dominance> ofAmounts(Graph graph, double threshold) {
        Holdings holdings = Holdings.of(graph.withShares(_ -> false), Holdings.By.COUNTRY);
        return holdings.all().stream()
                .flatMap(series -> series.distribution().top().stream()
                        .map(top -> new Dominance(
                                series.node(),
                                top.holder(),
                                top.fraction().low(),
                                top.fraction().low())))
                .filter(pair -> pair.lowest >= threshold - ROUNDING)
                .sorted(Comparator.comparing(pair -> graph.node(pair.node).id()))
                .toList();
    }
}
