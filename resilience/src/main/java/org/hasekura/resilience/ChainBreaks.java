package org.hasekura.resilience;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where a chain of inputs breaks, seen from one target.
 *
 * @param target id
 * @param needs how many nodes it needs through any edge, itself left out
 * @param needsWithoutShares how many of them have no published shares by country
 * @param countries what is left when a country stops, worst first
 * @param firms what is left when a firm stops, worst first
 * @param singlePoints ids of nodes of which each alone stops the target; totals left out
 * @param nodeCuts minimal sets of nodes, up to the size asked for
 * @param countryCuts minimal sets of countries that surely bring it below theta
 * @param firmCuts minimal sets of firms that surely bring it below theta
 * @param nearSingle inputs among its required ones where one country has 90 percent or more by some source
 * @param stages how exposed it is to countries, by the stages that the data set has
 */
public record ChainBreaks(
        String target,
        int needs,
        int needsWithoutShares,
        List<KnockedOut> countries,
        List<KnockedOut> firms,
        List<String> singlePoints,
        Cuts nodeCuts,
        Cuts countryCuts,
        Cuts firmCuts,
        List<NearSingle> nearSingle,
        List<StageExposure> stages) {

    /**
     * How to look.
     *
     * @param theta what is left of the target may not be below this
     * @param cutSize 1 to 3
     */
    public record Settings(Subtypes subtypes, Combination combination, double theta, int cutSize) {
        public static final Settings USUAL = new Settings(Subtypes.ANY, Combination.SCARCEST, 0.5, 3);
    }

    /** What is left of the target without a holder, under each reading of sub-types. */
    public record KnockedOut(String holder, Map<Subtypes, Interval> left) {

        public KnockedOut {
            left = Map.copyOf(left);
        }

        public Interval left(Subtypes subtypes) {
            return left.getOrDefault(subtypes, Interval.exactly(1));
        }
    }

    /** Cut sets by id, and whether these are all. */
    public record Cuts(List<List<String>> sets, boolean isComplete) {
        public Cuts {
            sets = List.copyOf(sets);
        }
    }

    /** One country has nearly all of one required input, as the source that gives it most says. */
    public record NearSingle(String node, String holder, double fraction) {}

    private static final double NEAR_SINGLE = 0.9;

    /** Looks from several targets; the holdings are made once. */
    public static List<ChainBreaks> of(Graph graph, List<Integer> targets, Settings settings) {
        Map<Subtypes, KnockOut> readings = new EnumMap<>(Subtypes.class);
        for (Subtypes subtypes : Subtypes.values()) {
            readings.put(subtypes, new KnockOut(graph, subtypes, settings.combination()));
        }
        return targets.stream()
                .map(target -> of(graph, target, settings, readings))
                .toList();
    }

    private static ChainBreaks of(Graph graph, int target, Settings settings, Map<Subtypes, KnockOut> readings) {
        KnockOut chosen = Objects.requireNonNull(readings.get(settings.subtypes()));
        Requirements needs = chosen.requirements();
        boolean[] needed = needs.ancestors(target);
        boolean[] everything = Requirements.of(graph, Subtypes.ALL).ancestors(target);
        boolean[] required = Requirements.of(graph.withEdges(edge -> edge.meaning() == Meaning.AND), Subtypes.NONE)
                .requiredAncestors(target);
        int count = (int)
                IntStream.range(0, needed.length).filter(node -> needed[node]).count();
        return new ChainBreaks(
                graph.node(target).id(),
                count - 1,
                (int) chosen.withoutShares(target, Holdings.By.COUNTRY).stream()
                        .filter(node -> node != target)
                        .count(),
                knockedOut(graph, target, settings, readings, everything, Holdings.By.COUNTRY),
                knockedOut(graph, target, settings, readings, everything, Holdings.By.FIRM),
                SinglePoints.of(needs, target).stream()
                        .filter(node -> node != target && isEvent(graph, node))
                        .map(node -> graph.node(node).id())
                        .toList(),
                nodeCuts(graph, needs, target, settings),
                holderCuts(chosen, target, settings, Holdings.By.COUNTRY),
                holderCuts(chosen, target, settings, Holdings.By.FIRM),
                Dominance.above(graph, Holdings.By.COUNTRY, NEAR_SINGLE).stream()
                        .filter(pair -> required[pair.node()] && isEvent(graph, pair.node()))
                        .map(pair -> new NearSingle(graph.node(pair.node()).id(), pair.holder(), pair.highest()))
                        .toList(),
                StageExposure.of(chosen, target));
    }

    /** Totals are sums of other nodes: they do not fail. */
    private static boolean isEvent(Graph graph, int node) {
        return graph.node(node).kind() != NodeKind.TOTAL;
    }

    private static List<KnockedOut> knockedOut(
            Graph graph,
            int target,
            Settings settings,
            Map<Subtypes, KnockOut> readings,
            boolean[] everything,
            Holdings.By by) {
        Set<String> holders = new LinkedHashSet<>();
        Holdings holdings = Holdings.of(graph, by);
        for (Holdings.Series series : holdings.all()) {
            if (everything[series.node()]) {
                series.distribution().parts().forEach(part -> holders.add(part.holder()));
            }
        }
        var rows = new ArrayList<KnockedOut>();
        for (String holder : holders) {
            Removal removal = by == Holdings.By.COUNTRY ? Removal.ofCountry(holder) : Removal.ofFirm(holder);
            Map<Subtypes, Interval> left = new EnumMap<>(Subtypes.class);
            readings.forEach((subtypes, knockOut) ->
                    left.put(subtypes, knockOut.effect(removal).of(target)));
            rows.add(new KnockedOut(holder, left));
        }
        rows.sort(Comparator.comparingDouble(
                        (KnockedOut row) -> row.left(settings.subtypes()).high())
                .thenComparingDouble(row -> row.left(Subtypes.ALL).high())
                .thenComparing(KnockedOut::holder));
        return rows;
    }

    private static Cuts nodeCuts(Graph graph, Requirements needs, int target, Settings settings) {
        CutSets.Found found = CutSets.of(
                needs,
                target,
                settings.cutSize(),
                node -> node != target && isEvent(graph, node) ? List.of(new int[] {node}) : List.of());
        return new Cuts(
                found.sets().stream()
                        .map(set ->
                                set.stream().map(node -> graph.node(node).id()).toList())
                        .toList(),
                found.isComplete());
    }

    /** Sets of holders that by the lowest figures already leave less than theta of some node that nothing replaces. */
    private static Cuts holderCuts(KnockOut chosen, int target, Settings settings, Holdings.By by) {
        Holdings holdings = chosen.holdings(by);
        Map<String, Integer> numbers = new HashMap<>();
        var names = new ArrayList<String>();
        for (Holdings.Series series : holdings.all()) {
            for (Distribution.Part part : series.distribution().parts()) {
                if (numbers.putIfAbsent(part.holder(), names.size()) == null) {
                    names.add(part.holder());
                }
            }
        }
        // Below theta is more than 1 - theta lost; nothing left at all is a hair below one.
        double bound = Math.min(1 - settings.theta(), 1 - 1e-9);
        CutSets.Found found = CutSets.of(
                chosen.requirements(),
                target,
                settings.cutSize(),
                node -> isEvent(chosen.graph(), node)
                        ? coalitions(holdings.of(node), numbers, bound, settings.cutSize())
                        : List.of());
        return new Cuts(
                found.sets().stream()
                        .map(set -> set.stream().map(names::get).sorted().toList())
                        .toList(),
                found.isComplete());
    }

    /** Where sources differ, a set counts when every source that names one of its members has it above the bound. */
    private static List<int[]> coalitions(
            List<Holdings.Series> series, Map<String, Integer> numbers, double bound, int size) {
        Map<Integer, Double> least = new HashMap<>();
        for (Holdings.Series each : series) {
            for (Distribution.Part part : each.distribution().parts()) {
                least.merge(
                        numbers.getOrDefault(part.holder(), -1), part.fraction().low(), Math::min);
            }
        }
        int[] holders =
                least.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        double[] fractions = IntStream.of(holders)
                .mapToDouble(holder -> least.getOrDefault(holder, 0.0))
                .toArray();
        return Coalitions.above(fractions, holders, bound, size);
    }
}
