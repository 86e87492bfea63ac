package org.hasekura.resilience;

import java.util.List;
import java.util.Optional;

/**
 * Where a data set breaks: its chains of inputs, its links, its cables, as far as it has them.
 *
 * @param settings how the chains were looked at
 */
public record BreaksReport(
        String name,
        String form,
        ChainBreaks.Settings settings,
        List<ChainBreaks> chains,
        Optional<LinkBreaks> links,
        Optional<CableBreaks> cables) {

    public BreaksReport {
        chains = List.copyOf(chains);
    }

    /**
     * Looks at chains and links.
     *
     * @param targets numbers of nodes; empty for all that nothing depends on
     */
    public static BreaksReport of(
            DataSet.Facts facts,
            List<Integer> targets,
            ChainBreaks.Settings settings,
            List<String> from,
            List<String> to) {
        Graph graph = facts.book().graph();
        boolean hasLinks = graph.edges().stream().anyMatch(edge -> edge.meaning() == Meaning.LINK);
        boolean hasChains = graph.edges().stream().anyMatch(edge -> edge.meaning() != Meaning.LINK);
        List<Integer> seen = hasChains && targets.isEmpty() ? graph.sinks() : targets;
        return new BreaksReport(
                facts.name(),
                facts.form(),
                settings,
                ChainBreaks.of(graph, seen, settings),
                hasLinks ? Optional.of(LinkBreaks.of(graph, from, to)) : Optional.empty(),
                Optional.empty());
    }

    /** Looks at cables. */
    public static BreaksReport of(DataSet.Cables cables, List<String> from, List<String> to) {
        return new BreaksReport(
                cables.name(),
                cables.form(),
                ChainBreaks.Settings.USUAL,
                List.of(),
                Optional.empty(),
                Optional.of(CableBreaks.of(cables.map(), from, to)));
    }
}
