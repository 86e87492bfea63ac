package org.hasekura.resilience;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who depends on whom, with what each edge means and whose figure each share is.
 *
 * <p>A graph is what a data set says; the calculations work on {@link Requirements} (AND and OR) and {@link Network}
 * (links), which are made from it and are flat. Immutable.
 */
public final class Graph {

    /** More nodes, or four times as many edges or shares, are refused by the readers. */
    public static final int NODES_MAX = 2_000_000;

    private final String name;
    private final List<Stage> stages;
    private final List<Node> nodes;
    private final List<Edge> edges;
    private final List<Holder> holders;
    private final List<Share> shares;
    private final List<Amounts> amounts;
    private final Map<String, Source> sources;
    private final Coverage coverage;
    private final Map<String, Integer> nodeNumbers;
    private final Map<String, Integer> holderNumbers;

    private Graph(Builder builder) {
        this.name = builder.name;
        this.stages = List.copyOf(builder.stages);
        this.nodes = List.copyOf(builder.nodes);
        this.edges = List.copyOf(builder.edges);
        this.holders = List.copyOf(builder.holders);
        this.shares = List.copyOf(builder.shares);
        this.amounts = List.copyOf(builder.amounts);
        this.sources = Map.copyOf(builder.sources);
        this.coverage = builder.coverage;
        this.nodeNumbers = Map.copyOf(builder.nodeNumbers);
        this.holderNumbers = Map.copyOf(builder.holderNumbers);
    }

    /** What the data set is called. */
    public String name() {
        return name;
    }

    /** The stages of the chain in their order, as far as the data set has such. */
    public List<Stage> stages() {
        return stages;
    }

    public List<Node> nodes() {
        return nodes;
    }

    public List<Edge> edges() {
        return edges;
    }

    public List<Holder> holders() {
        return holders;
    }

    public List<Share> shares() {
        return shares;
    }

    /** What was made where, by year. */
    public List<Amounts> amounts() {
        return amounts;
    }

    /** Sources by id. */
    public Map<String, Source> sources() {
        return sources;
    }

    /** What the rows of a distribution cover in this data set. */
    public Coverage coverage() {
        return coverage;
    }

    public Node node(int number) {
        return nodes.get(number);
    }

    public Holder holder(int number) {
        return holders.get(number);
    }

    /** The number of the node with that id. */
    public Optional<Integer> nodeNumber(String id) {
        return Optional.ofNullable(nodeNumbers.get(id));
    }

    public Optional<Integer> holderNumber(String id) {
        return Optional.ofNullable(holderNumbers.get(id));
    }

    /** Nodes that nothing depends on, totals left out: what the chain is for. */
    public List<Integer> sinks() {
        boolean[] goesOn = new boolean[nodes.size()];
        for (Edge edge : edges) {
            goesOn[edge.from()] = true;
        }
        var sinks = new ArrayList<Integer>();
        for (int node = 0; node < goesOn.length; node++) {
            if (!goesOn[node] && nodes.get(node).kind() != NodeKind.TOTAL) {
                sinks.add(node);
            }
        }
        return sinks;
    }

    /** The same graph with those shares only. */
    public Graph withShares(Predicate<Share> kept) {
        Builder builder = copy();
        builder.shares.removeIf(kept.negate());
        return builder.build();
    }

    /** The same graph with those amounts only. */
    public Graph withAmounts(Predicate<Amounts> kept) {
        Builder builder = copy();
        builder.amounts.removeIf(kept.negate());
        return builder.build();
    }

    /** The same graph with those edges only. */
    public Graph withEdges(Predicate<Edge> kept) {
        Builder builder = copy();
        builder.edges.removeIf(kept.negate());
        return builder.build();
    }

    private Builder copy() {
        Builder builder = new Builder(name);
        builder.stages.addAll(stages);
        builder.nodes.addAll(nodes);
        builder.edges.addAll(edges);
        builder.holders.addAll(holders);
        builder.shares.addAll(shares);
        builder.amounts.addAll(amounts);
        builder.sources.putAll(sources);
        builder.nodeNumbers.putAll(nodeNumbers);
        builder.holderNumbers.putAll(holderNumbers);
        builder.coverage = coverage;
        return builder;
    }

    /** Collects a graph; used by readers. Not safe for use by several threads. */
    public static final class Builder {
        private final String name;
        private final List<Stage> stages = new ArrayList<>();
        private final List<Node> nodes = new ArrayList<>();
        private final List<Edge> edges = new ArrayList<>();
        private final List<Holder> holders = new ArrayList<>();
        private final List<Share> shares = new ArrayList<>();
        private final List<Amounts> amounts = new ArrayList<>();
        private final Map<String, Source> sources = new HashMap<>();
        private final Map<String, Integer> nodeNumbers = new HashMap<>();
        private final Map<String, Integer> holderNumbers = new HashMap<>();
        private Coverage coverage = Coverage.PARTIAL;

        public Builder(String name) {
            this.name = name;
        }

        /** Adds a node; answers false, and adds nothing, when there is one with that id. */
        public boolean add(Node node) {
            if (nodeNumbers.putIfAbsent(node.id(), nodes.size()) != null) {
                return false;
            }
            return nodes.add(node);
        }

        /** Adds a holder; answers false, and adds nothing, when there is one with that id. */
        public boolean add(Holder holder) {
            if (holderNumbers.putIfAbsent(holder.id(), holders.size()) != null) {
                return false;
            }
            return holders.add(holder);
        }

        public Builder add(Stage stage) {
            stages.add(stage);
            return this;
        }

        public Builder add(Edge edge) {
            edges.add(edge);
            return this;
        }

        public Builder add(Share share) {
            shares.add(share);
            return this;
        }

        public Builder add(Amounts made) {
            amounts.add(made);
            return this;
        }

        public Builder add(Source source) {
            sources.put(source.id(), source);
            return this;
        }

        public Builder coverage(Coverage rows) {
            coverage = rows;
            return this;
        }

        public Optional<Integer> nodeNumber(String id) {
            return Optional.ofNullable(nodeNumbers.get(id));
        }

        public Optional<Integer> holderNumber(String id) {
            return Optional.ofNullable(holderNumbers.get(id));
        }

        public Holder holder(int number) {
            return holders.get(number);
        }

        /**
         * Makes the graph.
         *
         * @throws IllegalStateException if an edge or share names a number that is not there
         */
        public Graph build() {
            for (Edge edge : edges) {
                check(edge.from(), nodes.size(), edge);
                check(edge.to(), nodes.size(), edge);
            }
            for (Share share : shares) {
                check(share.node(), nodes.size(), share);
                check(share.holder(), holders.size(), share);
            }
            for (Amounts made : amounts) {
                check(made.node(), nodes.size(), made);
                made.amounts().keySet().forEach(holder -> check(holder, holders.size(), made));
            }
            return new Graph(this);
        }

        private static void check(int number, int count, Object of) {
            if (number < 0 || number >= count) {
                throw new IllegalStateException("no number " + number + " among " + count + ": " + of);
            }
        }
    }
}
