package org.hasekura.resilience;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How exposed a target is to countries at one stage of its chain: by what they make at this stage themselves, and by all that
 * the stage needs from the stages before it. A country without a single wafer fab may hold all of wafer fabrication by the
 * tools in it.
 *
 * <p>{@code direct = 1 - own(n)} and {@code exposure = 1 - a(n)} when the country is gone ({@link KnockOut}), of the node where
 * it is highest among those of the stage that the target needs. So exposure never falls from a stage to one that requires it.
 *
 * @param countries that have any, most exposed first
 */
public record StageExposure(Stage stage, List<Row> countries) {

    /**
     * One country.
     *
     * @param direct the share of a node of this stage that it has itself, from 0 to 1
     * @param exposure the share of a node of this stage that stops with it
     */
    public record Row(String country, Interval direct, Interval exposure) {}

    public StageExposure {
        countries = List.copyOf(countries);
    }

    /** In the order of the graph's stages; stages without a node that the target needs are left out. */
    public static List<StageExposure> of(KnockOut knockOut, int target) {
        Graph graph = knockOut.graph();
        Map<String, List<Integer>> nodes = needed(knockOut, target);
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        for (String country : nodes.isEmpty() ? Set.<String>of() : countries(knockOut, nodes)) {
            Removal removal = Removal.ofCountry(country);
            double[] surely = knockOut.ownSupply(removal, true);
            double[] perhaps = knockOut.ownSupply(removal, false);
            KnockOut.Effect effect = knockOut.effect(removal);
            nodes.forEach((stage, members) -> {
                Interval direct = Interval.exactly(0);
                Interval exposure = Interval.exactly(0);
                for (int node : members) {
                    direct = highest(direct, new Interval(1 - surely[node], 1 - perhaps[node]));
                    exposure = highest(exposure, lost(effect.of(node)));
                }
                if (exposure.high() > 0) {
                    rows.computeIfAbsent(stage, _ -> new ArrayList<>()).add(new Row(country, direct, exposure));
                }
            });
        }
        rows.values()
                .forEach(each -> each.sort(
                        Comparator.comparingDouble((Row row) -> -row.exposure().low())
                                .thenComparingDouble(row -> -row.exposure().high())
                                .thenComparing(Row::country)));
        return graph.stages().stream()
                .filter(stage -> nodes.containsKey(stage.id()))
                .map(stage -> new StageExposure(stage, rows.getOrDefault(stage.id(), List.of())))
                .toList();
    }

    /** What the target needs, itself included, by the stages that are named; totals do not fail. */
    private static Map<String, List<Integer>> needed(KnockOut knockOut, int target) {
        Graph graph = knockOut.graph();
        boolean[] isNeeded = knockOut.requirements().ancestors(target);
        Map<String, List<Integer>> nodes = new LinkedHashMap<>();
        for (Stage stage : graph.stages()) {
            for (int node = 0; node < isNeeded.length; node++) {
                Node each = graph.node(node);
                if (isNeeded[node]
                        && each.kind() != NodeKind.TOTAL
                        && each.stage().equals(stage.id())) {
                    nodes.computeIfAbsent(stage.id(), _ -> new ArrayList<>()).add(node);
                }
            }
        }
        return nodes;
    }

    private static Set<String> countries(KnockOut knockOut, Map<String, List<Integer>> nodes) {
        Set<String> countries = new TreeSet<>();
        nodes.values()
                .forEach(members -> members.forEach(node -> knockOut.holdings(Holdings.By.COUNTRY)
                        .of(node)
                        .forEach(series ->
                                series.distribution().parts().forEach(part -> countries.add(part.holder())))));
        return countries;
    }

    private static Interval lost(Interval left) {
        return new Interval(1 - left.high(), 1 - left.low());
    }

    private static Interval highest(Interval one, Interval other) {
        return new Interval(Math.max(one.low(), other.low()), Math.max(one.high(), other.high()));
    }
}
