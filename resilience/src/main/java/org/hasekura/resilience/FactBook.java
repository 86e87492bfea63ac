package org.hasekura.resilience;

import java.util.List;
import java.util.function.Predicate;

/**
 * A dependency graph with what else is known about its nodes: who imports from whom, export controls, disruptions, where
 * sources contradict each other, and what nobody knows.
 *
 * @param version of the data, apart from that of the software; empty where the folder has none
 */
public record FactBook(
        String version,
        Graph graph,
        List<ImportShare> imports,
        List<ExportControl> controls,
        List<Disruption> disruptions,
        List<Conflict> conflicts,
        List<Gap> gaps) {

    /**
     * Figures of several sources that do not agree, side by side.
     *
     * @param shares ids
     */
    public record Conflict(String id, String topic, String node, String holder, List<String> shares) {
        public Conflict {
            shares = List.copyOf(shares);
        }
    }

    /** What is unknown; the node is empty where it concerns several. */
    public record Gap(String node, String what) {}

    public FactBook {
        imports = List.copyOf(imports);
        controls = List.copyOf(controls);
        disruptions = List.copyOf(disruptions);
        conflicts = List.copyOf(conflicts);
        gaps = List.copyOf(gaps);
    }

    /** A graph of which nothing else is known. */
    public static FactBook of(Graph graph) {
        return new FactBook("", graph, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * The same without figures from memory. Edges stay: they are engineering knowledge, and {@link
     * #withoutMemoryEdges} leaves them out as well.
     */
    public FactBook withoutMemory() {
        return with(
                graph.withShares(share -> share.confidence() != Confidence.MEMORY)
                        .withAmounts(amounts -> amounts.confidence() != Confidence.MEMORY),
                each -> each != Confidence.MEMORY);
    }

    public FactBook withoutMemoryEdges() {
        return with(graph.withEdges(edge -> edge.confidence() != Confidence.MEMORY), _ -> true);
    }

    /** The same without figures older than that year; figures whose year nobody knows are left out too. */
    public FactBook since(int year) {
        return with(
                graph.withShares(share -> share.year().orElse(Integer.MIN_VALUE) >= year)
                        .withAmounts(amounts -> amounts.year() >= year),
                _ -> true);
    }

    private FactBook with(Graph changed, Predicate<Confidence> kept) {
        return new FactBook(
                version,
                changed,
                imports.stream().filter(each -> kept.test(each.confidence())).toList(),
                controls.stream().filter(each -> kept.test(each.confidence())).toList(),
                disruptions.stream()
                        .filter(each -> kept.test(each.confidence()))
                        .toList(),
                conflicts,
                gaps);
    }
}
