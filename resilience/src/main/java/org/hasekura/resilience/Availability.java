package org.hasekura.resilience;

import java.util.Arrays;

/**
 * How much of every node is left when part of its own supply is gone.
 *
 * <p>{@code a(n) = min(own(n), min over clauses of max over members a(m))} under {@link Combination#SCARCEST}; the
 * other combinations replace the minimum. Alternatives always give the best of their members.
 *
 * <p>Without cycles one pass in topological order, linear in nodes and edges. With cycles the greatest solution: what
 * keeps itself going counts as going. SCARCEST finds it exactly by settling nodes in ascending order of availability
 * (Knuth's generalisation of Dijkstra, 1977): a node settles at the smallest of its own supply and its settled required
 * inputs; a clause settles when its last member does, which is its best. O((V + E) log V). The other combinations start
 * from own supply alone and go down by sweeps until nothing moves by more than {@value #STILL}.
 */
public final class Availability {

    static final double STILL = 1e-12;
    private static final int SWEEPS_MAX = 100_000;

    private Availability() {}

    /**
     * Computes what is left of every node.
     *
     * @param own what each node's own providers still give, from 0 to 1, [node]
     * @return availability, [node]
     */
    public static double[] of(Requirements requirements, double[] own, Combination combination) {
        if (own.length != requirements.nodeCount()) {
            throw new IllegalArgumentException(own.length + " supplies for " + requirements.nodeCount() + " nodes");
        }
        double[] available = own.clone();
        if (requirements.isAcyclic()) {
            for (int node : requirements.order()) {
                available[node] = combined(requirements, available, own[node], node, combination);
            }
        } else if (combination == Combination.SCARCEST) {
            settle(requirements, available);
        } else {
            sweep(requirements, available, own, combination);
        }
        return available;
    }

    private static double combined(
            Requirements needs, double[] available, double own, int node, Combination combination) {
        int first = needs.clauseStart()[node];
        int last = needs.clauseStart()[node + 1];
        double result = own;
        double sum = 0;
        for (int clause = first; clause < last; clause++) {
            double best = best(needs, available, clause);
            switch (combination) {
                case SCARCEST -> result = Math.min(result, best);
                case PRODUCT -> result *= best;
                case MEAN -> sum += best;
            }
        }
        return combination == Combination.MEAN && last > first ? own * sum / (last - first) : result;
    }

    private static double best(Requirements needs, double[] available, int clause) {
        double best = 0;
        for (int at = needs.memberStart()[clause]; at < needs.memberStart()[clause + 1]; at++) {
            best = Math.max(best, available[needs.member()[at]]);
        }
        return best;
    }

    private static void sweep(Requirements needs, double[] available, double[] own, Combination combination) {
        double moved = Double.MAX_VALUE;
        for (int sweep = 0; moved > STILL; sweep++) {
            if (sweep == SWEEPS_MAX) {
                throw new IllegalStateException("still moving by " + moved + " after " + sweep + " sweeps");
            }
            moved = 0;
            for (int node = 0; node < available.length; node++) {
                double now = Math.min(available[node], combined(needs, available, own[node], node, combination));
                moved = Math.max(moved, available[node] - now);
                available[node] = now;
            }
        }
    }

    /** Settles all nodes in ascending order; {@code available} holds the own supplies and becomes the result. */
    private static void settle(Requirements needs, double[] available) {
        int[] membersLeft = new int[needs.clauseCount()];
        for (int clause = 0; clause < membersLeft.length; clause++) {
            membersLeft[clause] = needs.memberStart()[clause + 1] - needs.memberStart()[clause];
        }
        boolean[] isSettled = new boolean[available.length];
        var heap = new NodeHeap(available);
        while (!heap.isEmpty()) {
            int node = heap.takeLeast();
            isSettled[node] = true;
            for (int at = needs.useStart()[node]; at < needs.useStart()[node + 1]; at++) {
                int clause = needs.use()[at];
                int owner = needs.clauseOwner()[clause];
                // The last member to settle is the best one, so the clause is worth what this node is.
                if (--membersLeft[clause] == 0 && !isSettled[owner] && available[node] < available[owner]) {
                    heap.lower(owner, available[node]);
                }
            }
        }
    }

    /** A binary heap of all nodes by a value that can be lowered in place. */
    private static final class NodeHeap {
        private final double[] value;
        private final int[] heap;
        private final int[] place;
        private int size;

        NodeHeap(double[] value) {
            this.value = value;
            this.size = value.length;
            this.heap = new int[size];
            this.place = new int[size];
            Arrays.setAll(heap, node -> node);
            Arrays.setAll(place, node -> node);
            for (int at = size / 2 - 1; at >= 0; at--) {
                sink(at);
            }
        }

        boolean isEmpty() {
            return size == 0;
        }

        int takeLeast() {
            int least = heap[0];
            put(0, heap[--size]);
            sink(0);
            return least;
        }

        void lower(int node, double to) {
            value[node] = to;
            int at = place[node];
            while (at > 0 && value[heap[(at - 1) / 2]] > to) {
                put(at, heap[(at - 1) / 2]);
                at = (at - 1) / 2;
            }
            put(at, node);
        }

        private void sink(int from) {
            int node = heap[from];
            int at = from;
            while (true) {
                int child = 2 * at + 1;
                if (child + 1 < size && value[heap[child + 1]] < value[heap[child]]) {
                    child++;
                }
                if (child >= size || value[heap[child]] >= value[node]) {
                    break;
                }
                put(at, heap[child]);
                at = child;
            }
            put(at, node);
        }

        private void put(int at, int node) {
            heap[at] = node;
            place[node] = at;
        }
    }
}
