package org.hasekura.resilience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Where a network of links in our own form breaks.
 *
 * @param places nodes that a link touches
 * @param parts how many connected parts they form
 * @param linkConnectivity the largest k for which it is k-edge-connected; empty where that is not computed
 * @param articulationPoints nodes of which each alone splits it, those that cut off most first
 * @param bridges ids of links of which each alone splits it
 * @param cut between the two sides, where both were named
 */
public record LinkBreaks(
        int places,
        int links,
        int parts,
        OptionalLong linkConnectivity,
        List<Point> articulationPoints,
        List<Point> bridges,
        Optional<Cut> cut) {

    /** Something that alone splits the network, and how many places lose contact with the largest rest. */
    public record Point(String id, long cutOff) {}

    /**
     * What parts two sides.
     *
     * @param capacityValue the least capacity to be cut; links without capacity count one
     * @param links ids of those
     * @param failures the fewest failures, links that share a risk failing as one
     * @param risks ids of the risks among these failures
     * @param failedLinks ids of the links that fail on their own among these failures
     * @param placeFailures the fewest places between the two sides that have to fail
     */
    public record Cut(
            List<String> from,
            List<String> to,
            boolean isPossible,
            long capacityValue,
            List<String> links,
            long failures,
            List<String> risks,
            List<String> failedLinks,
            long placeFailures) {}

    /**
     * Looks at the links of a graph.
     *
     * @param from ids of nodes, or countries as {@code country:JPN}; empty for no cut
     */
    public static LinkBreaks of(Graph graph, List<String> from, List<String> to) {
        List<Edge> links = graph.edges().stream()
                .filter(edge -> edge.meaning() == Meaning.LINK)
                .toList();
        Map<Integer, Integer> numbers = new HashMap<>();
        var nodes = new ArrayList<Integer>();
        for (Edge edge : links) {
            for (int node : new int[] {edge.from(), edge.to()}) {
                if (numbers.putIfAbsent(node, nodes.size()) == null) {
                    nodes.add(node);
                }
            }
        }
        Network network = Network.of(
                nodes.size(),
                links.stream()
                        .mapToInt(edge -> numbers.getOrDefault(edge.from(), -1))
                        .toArray(),
                links.stream()
                        .mapToInt(edge -> numbers.getOrDefault(edge.to(), -1))
                        .toArray());
        Articulation articulation = Articulation.of(network);
        var points = new ArrayList<Point>();
        for (int place = 0; place < network.places(); place++) {
            if (articulation.isPoint(place)) {
                points.add(new Point(graph.node(nodes.get(place)).id(), articulation.cutOff(place)));
            }
        }
        var bridges = new ArrayList<Point>();
        for (int link = 0; link < network.links(); link++) {
            if (articulation.isBridge(link)) {
                bridges.add(new Point(links.get(link).id(), articulation.bridgeCutOff(link)));
            }
        }
        points.sort(
                (a, b) -> a.cutOff() == b.cutOff() ? a.id().compareTo(b.id()) : Long.compare(b.cutOff(), a.cutOff()));
        bridges.sort(
                (a, b) -> a.cutOff() == b.cutOff() ? a.id().compareTo(b.id()) : Long.compare(b.cutOff(), a.cutOff()));
        int[] sources = places(graph, nodes, from);
        int[] sinks = places(graph, nodes, to);
        return new LinkBreaks(
                network.places(),
                network.links(),
                articulation.parts(),
                Connectivity.ofLinks(network, articulation),
                points,
                bridges,
                sources.length == 0 || sinks.length == 0
                        ? Optional.empty()
                        : Optional.of(cut(network, links, from, to, sources, sinks)));
    }

    private static int[] places(Graph graph, List<Integer> nodes, List<String> names) {
        var found = new ArrayList<Integer>();
        for (int place = 0; place < nodes.size(); place++) {
            Node node = graph.node(nodes.get(place));
            if (names.contains(node.id()) || names.contains("country:" + node.country())) {
                found.add(place);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Cut cut(
            Network network, List<Edge> links, List<String> from, List<String> to, int[] sources, int[] sinks) {
        long[] never = new long[network.places()];
        Arrays.fill(never, MinCut.NEVER);
        long[] capacity = links.stream()
                .mapToLong(edge -> Double.isNaN(edge.weight()) ? 1 : Math.round(edge.weight()))
                .toArray();
        long[] one = new long[links.size()];
        Arrays.fill(one, 1);
        Map<String, List<Integer>> risks = new TreeMap<>();
        for (int link = 0; link < links.size(); link++) {
            for (String risk : links.get(link).risks()) {
                risks.computeIfAbsent(risk, _ -> new ArrayList<>()).add(link);
            }
        }
        // A risk that only one link has is that link.
        risks.values().removeIf(members -> members.size() < 2);
        MinCut.Cut byCapacity = MinCut.between(network, never, capacity, sources, sinks);
        SharedRisk.Cheapest cheapest = SharedRisk.cut(
                network,
                never,
                one,
                risks.values().stream()
                        .map(members ->
                                members.stream().mapToInt(Integer::intValue).toArray())
                        .toList(),
                List.copyOf(risks.keySet()),
                sources,
                sinks);
        return new Cut(
                from,
                to,
                byCapacity.isPossible(),
                byCapacity.value(),
                byCapacity.links().stream().map(link -> links.get(link).id()).toList(),
                cheapest.value(),
                cheapest.groups(),
                cheapest.links().stream().map(link -> links.get(link).id()).toList(),
                Connectivity.waysWithoutCommonPlace(network, sources, sinks));
    }
}
