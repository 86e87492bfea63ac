package org.hasekura.resilience;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What every node needs, flat: a node has clauses and needs all of them; a clause has members and needs one of them. A
 * required input is a clause of one member, a group of alternatives a clause of several.
 *
 * <p>Laid out as compressed rows in four int arrays, and the same backwards (which clauses a node is a member of), built by
 * counting in time linear in nodes and edges. A topological order is kept where there is one; graphs with cycles have
 * none, and every calculation says what it does then.
 */
public final class Requirements {

    private final int nodes;
    private final int[] clauseStart;
    private final int[] memberStart;
    private final int[] member;
    private final int[] clauseOwner;
    private final int[] useStart;
    private final int[] use;
    private final int[] order;

    private Requirements(int nodes, int[] owners, int[] memberStart, int[] member) {
        this.nodes = nodes;
        int clauses = owners.length;
        // Clauses sorted by owner, in the order of arrival within one owner.
        this.clauseStart = starts(nodes, owners);
        int[] place = Arrays.copyOf(clauseStart, nodes);
        int[] sorted = new int[clauses];
        for (int clause = 0; clause < clauses; clause++) {
            sorted[place[owners[clause]]++] = clause;
        }
        this.clauseOwner = new int[clauses];
        this.memberStart = new int[clauses + 1];
        this.member = new int[member.length];
        for (int clause = 0; clause < clauses; clause++) {
            int old = sorted[clause];
            int size = memberStart[old + 1] - memberStart[old];
            clauseOwner[clause] = owners[old];
            this.memberStart[clause + 1] = this.memberStart[clause] + size;
            System.arraycopy(member, memberStart[old], this.member, this.memberStart[clause], size);
        }
        this.useStart = starts(nodes, this.member);
        this.use = new int[member.length];
        int[] usePlace = Arrays.copyOf(useStart, nodes);
        for (int clause = 0; clause < clauses; clause++) {
            for (int at = this.memberStart[clause]; at < this.memberStart[clause + 1]; at++) {
                use[usePlace[this.member[at]]++] = clause;
            }
        }
        this.order = topologicalOrder();
    }

    private static int[] starts(int count, int[] keys) {
        int[] starts = new int[count + 1];
        for (int key : keys) {
            starts[key + 1]++;
        }
        for (int at = 0; at < count; at++) {
            starts[at + 1] += starts[at];
        }
        return starts;
    }

    /** Kahn's order: inputs before what needs them; shorter than the number of nodes when there is a cycle. */
    private int[] topologicalOrder() {
        int[] waiting = new int[nodes];
        for (int clause = 0; clause < clauseOwner.length; clause++) {
            waiting[clauseOwner[clause]] += memberStart[clause + 1] - memberStart[clause];
        }
        int[] found = new int[nodes];
        int last = 0;
        for (int node = 0; node < nodes; node++) {
            if (waiting[node] == 0) {
                found[last++] = node;
            }
        }
        for (int first = 0; first < last; first++) {
            int node = found[first];
            for (int at = useStart[node]; at < useStart[node + 1]; at++) {
                int owner = clauseOwner[use[at]];
                if (--waiting[owner] == 0) {
                    found[last++] = owner;
                }
            }
        }
        return Arrays.copyOf(found, last);
    }

    /**
     * What the nodes of a graph need. Links are no requirements and are left out; members of one group into one target
     * become one clause, and so do the sub-types of one parent under {@link Subtypes#ANY}.
     */
    public static Requirements of(Graph graph, Subtypes subtypes) {
        var builder = new Builder(graph.nodes().size());
        Map<String, Integer> groups = new HashMap<>();
        for (Edge edge : graph.edges()) {
            switch (edge.meaning()) {
                case AND -> builder.requires(edge.to(), edge.from());
                case OR -> builder.join(groups, edge.to() + "|" + edge.group(), edge.to(), edge.from());
                case SUBTYPE -> {
                    if (subtypes == Subtypes.ALL) {
                        builder.requires(edge.to(), edge.from());
                    } else if (subtypes == Subtypes.ANY) {
                        builder.join(groups, edge.to() + "/subtypes", edge.to(), edge.from());
                    }
                }
                case LINK -> {
                    // Traffic, not need: Network has it.
                }
            }
        }
        return builder.build();
    }

    public int nodeCount() {
        return nodes;
    }

    public int clauseCount() {
        return clauseOwner.length;
    }

    /** How many members all clauses have together. */
    public int memberCount() {
        return member.length;
    }

    public boolean isAcyclic() {
        return order.length == nodes;
    }

    /** The longest path, in edges. */
    public int longestPath() {
        if (!isAcyclic()) {
            throw new IllegalStateException("a graph with cycles has no longest path");
        }
        int[] length = new int[nodes];
        int longest = 0;
        for (int node : order) {
            for (int at = useStart[node]; at < useStart[node + 1]; at++) {
                int owner = clauseOwner[use[at]];
                length[owner] = Math.max(length[owner], length[node] + 1);
                longest = Math.max(longest, length[owner]);
            }
        }
        return longest;
    }

    // The arrays themselves, for the calculations of this package: no copy, not to be changed.

    int[] clauseStart() {
        return clauseStart;
    }

    int[] memberStart() {
        return memberStart;
    }

    int[] member() {
        return member;
    }

    int[] clauseOwner() {
        return clauseOwner;
    }

    int[] useStart() {
        return useStart;
    }

    int[] use() {
        return use;
    }

    int[] order() {
        return order;
    }

    /** Whether the clause has one member, which its owner then cannot do without. */
    boolean isSingle(int clause) {
        return memberStart[clause + 1] - memberStart[clause] == 1;
    }

    /** Marks the nodes that the target needs through any clause, itself among them. */
    public boolean[] ancestors(int target) {
        return reached(target, false);
    }

    /** Marks the nodes that the target needs through required inputs alone, itself among them. */
    public boolean[] requiredAncestors(int target) {
        return reached(target, true);
    }

    private boolean[] reached(int target, boolean singleOnly) {
        boolean[] seen = new boolean[nodes];
        int[] stack = new int[nodes];
        int height = 0;
        seen[target] = true;
        stack[height++] = target;
        while (height > 0) {
            int node = stack[--height];
            for (int clause = clauseStart[node]; clause < clauseStart[node + 1]; clause++) {
                if (singleOnly && !isSingle(clause)) {
                    continue;
                }
                for (int at = memberStart[clause]; at < memberStart[clause + 1]; at++) {
                    if (!seen[member[at]]) {
                        seen[member[at]] = true;
                        stack[height++] = member[at];
                    }
                }
            }
        }
        return seen;
    }

    /** Collects clauses one after another. Not safe for use by several threads. */
    public static final class Builder {
        private final int nodes;
        private int[] owners = new int[16];
        private int clauses;
        private int[] memberNode = new int[16];
        private int[] memberClause = new int[16];
        private int members;

        public Builder(int nodes) {
            this.nodes = nodes;
        }

        /** The target cannot do without the input. */
        public Builder requires(int target, int input) {
            put(open(target), input);
            return this;
        }

        /** The target needs one of the inputs; of none, it needs nothing. */
        public Builder requiresOneOf(int target, int... inputs) {
            if (inputs.length > 0) {
                int clause = open(target);
                for (int input : inputs) {
                    put(clause, input);
                }
            }
            return this;
        }

        /** Opens a clause of the target; {@link #put} gives it members. A clause that gets none can never be met. */
        int open(int target) {
            check(target);
            if (clauses == owners.length) {
                owners = Arrays.copyOf(owners, clauses * 2);
            }
            owners[clauses] = target;
            return clauses++;
        }

        void put(int clause, int input) {
            check(input);
            if (members == memberNode.length) {
                memberNode = Arrays.copyOf(memberNode, members * 2);
                memberClause = Arrays.copyOf(memberClause, members * 2);
            }
            memberNode[members] = input;
            memberClause[members++] = clause;
        }

        private void check(int node) {
            if (node < 0 || node >= nodes) {
                throw new IllegalArgumentException("no node " + node + " among " + nodes);
            }
        }

        private void join(Map<String, Integer> groups, String key, int target, int input) {
            put(groups.computeIfAbsent(key, _ -> open(target)), input);
        }

        public Requirements build() {
            int[] starts = starts(clauses, Arrays.copyOf(memberClause, members));
            int[] place = Arrays.copyOf(starts, clauses);
            int[] sorted = new int[members];
            for (int at = 0; at < members; at++) {
                sorted[place[memberClause[at]]++] = memberNode[at];
            }
            return new Requirements(nodes, Arrays.copyOf(owners, clauses), starts, sorted);
        }
    }
}
