package org.hasekura.resilience;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Takes holders and nodes out of a graph and says how much of every node is left.
 *
 * <p>A node's own supply without the holders is one minus their share; sources that differ, and shares that nobody knows,
 * make an interval of it, which is carried to the target end by end. A node that nobody published shares for keeps its
 * own supply: that is an assumption, so such nodes can be listed ({@link #withoutShares}).
 */
public final class KnockOut {

    private final Graph graph;
    private final Holdings countries;
    private final Holdings firms;
    private final Requirements requirements;
    private final Combination combination;

    /** Prepares for any number of questions about one graph. */
    public KnockOut(Graph graph, Subtypes subtypes, Combination combination) {
        this.graph = graph;
        this.countries = Holdings.of(graph, Holdings.By.COUNTRY);
        this.firms = Holdings.of(graph, Holdings.By.FIRM);
        this.requirements = Requirements.of(graph, subtypes);
        this.combination = combination;
    }

    /** What a removal does to every node. */
    public static final class Effect {
        private final double[] low;
        private final double[] high;

        private Effect(double[] low, double[] high) {
            this.low = low;
            this.high = high;
        }

        /**
         * What is left of a node, from 0 to 1: at the low end if all that is unknown goes against us, at the high end if
         * nothing of it does, which is the figure that listed shares alone give.
         */
        public Interval of(int node) {
            return new Interval(low[node], high[node]);
        }
    }

    public Graph graph() {
        return graph;
    }

    public Requirements requirements() {
        return requirements;
    }

    public Holdings holdings(Holdings.By by) {
        return by == Holdings.By.COUNTRY ? countries : firms;
    }

    /** What is left of every node. */
    public Effect effect(Removal removal) {
        double[] low = ownSupply(removal, false);
        double[] high = ownSupply(removal, true);
        double[] availableHigh = Availability.of(requirements, high, combination);
        boolean isSame = Arrays.equals(low, high);
        return new Effect(isSame ? availableHigh : Availability.of(requirements, low, combination), availableHigh);
    }

    /** What every node's own providers still give, from 0 to 1, [node]. */
    public double[] ownSupply(Removal removal, boolean hopeful) {
        double[] own = new double[graph.nodes().size()];
        List<String> codes = removal.countries().stream()
                .flatMap(code -> Stream.concat(Stream.of(code), Regions.countries(code).stream()))
                .distinct()
                .toList();
        for (int node = 0; node < own.length; node++) {
            double left = Math.min(left(countries, node, codes, hopeful), left(firms, node, removal.firms(), hopeful));
            own[node] = left;
        }
        for (String id : removal.nodes()) {
            graph.nodeNumber(id).ifPresent(node -> own[node] = 0);
        }
        return own;
    }

    private static double left(Holdings holdings, int node, List<String> gone, boolean hopeful) {
        if (gone.isEmpty()) {
            return 1;
        }
        Optional<Interval> fraction = holdings.fraction(node, gone);
        return fraction.map(lost -> 1 - (hopeful ? lost.low() : lost.high())).orElse(1.0);
    }

    /** Nodes among those that the target needs, itself included, that nobody published shares of these holders for. */
    public List<Integer> withoutShares(int target, Holdings.By by) {
        boolean[] needed = requirements.ancestors(target);
        return IntStream.range(0, needed.length)
                .filter(node -> needed[node] && holdings(by).of(node).isEmpty())
                .boxed()
                .toList();
    }

    /**
     * The nodes through which a removal reaches the target: from the target the requirement that is scarcest, on and on,
     * to the node whose own supply fell. Empty when the target loses nothing.
     */
    public List<Integer> bindingChain(Removal removal, int target) {
        double[] own = ownSupply(removal, true);
        double[] available = Availability.of(requirements, own, combination);
        return BindingChain.of(requirements, own, available, target);
    }
}
