package org.hasekura.resilience;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What happens to a chain when something is taken away.
 *
 * @param hit nodes that lose something, worst first
 * @param controls export controls on what is taken away, or by whom
 * @param disruptions past disruptions of what is taken away
 */
public record WhatIf(
        String name,
        Removal removal,
        ChainBreaks.Settings settings,
        List<Hit> hit,
        List<ExportControl> controls,
        List<Disruption> disruptions) {

    /**
     * A node that loses something.
     *
     * @param left from 0 to 1
     * @param chain ids from the node to where supply is lost, over what is scarcest; empty when only unknown shares hit it
     */
    public record Hit(Node node, Interval left, List<String> chain) {
        public Hit {
            chain = List.copyOf(chain);
        }
    }

    public WhatIf {
        hit = List.copyOf(hit);
        controls = List.copyOf(controls);
        disruptions = List.copyOf(disruptions);
    }

    /** Takes something away. */
    public static WhatIf of(FactBook book, Removal removal, ChainBreaks.Settings settings) {
        Graph graph = book.graph();
        KnockOut knockOut = new KnockOut(graph, settings.subtypes(), settings.combination());
        KnockOut.Effect effect = knockOut.effect(removal);
        var hit = new ArrayList<Hit>();
        for (int node = 0; node < graph.nodes().size(); node++) {
            Interval left = effect.of(node);
            if (left.low() < 1) {
                hit.add(new Hit(
                        graph.node(node),
                        left,
                        knockOut.bindingChain(removal, node).stream()
                                .map(number -> graph.node(number).id())
                                .toList()));
            }
        }
        hit.sort(Comparator.comparingDouble((Hit each) -> each.left().high())
                .thenComparingDouble(each -> each.left().low())
                .thenComparing(each -> each.node().id()));
        return new WhatIf(
                graph.name(),
                removal,
                settings,
                hit,
                book.controls().stream().filter(each -> concerns(removal, each)).toList(),
                book.disruptions().stream()
                        .filter(each -> each.effects().stream()
                                .anyMatch(lost -> removal.nodes().contains(lost.node())))
                        .toList());
    }

    private static boolean concerns(Removal removal, ExportControl control) {
        return control.nodes().stream().anyMatch(removal.nodes()::contains)
                || removal.countries().contains(control.issuer());
    }
}
