package org.hasekura.resilience;

import java.util.Arrays;

/**
 * Which nodes stop when some stop: a clause fails when its last member has stopped, a node stops with its first failed
 * clause. Only what is reached is touched and reset afterwards, so many questions about one large graph cost what they
 * reach, not what there is. Nodes on a cycle go on as long as nothing outside stops them. Not for several threads.
 */
final class Outage {

    private final Requirements needs;
    private final int[] membersLeft;
    private final boolean[] isStopped;
    private final int[] stopped;
    private int count;

    Outage(Requirements needs) {
        this.needs = needs;
        this.membersLeft = new int[needs.clauseCount()];
        Arrays.setAll(membersLeft, clause -> needs.memberStart()[clause + 1] - needs.memberStart()[clause]);
        this.isStopped = new boolean[needs.nodeCount()];
        this.stopped = new int[needs.nodeCount()];
    }

    /** Whether the target stops when these do. */
    boolean stops(int target, int... first) {
        for (int node : first) {
            stop(node);
        }
        for (int at = 0; at < count && !isStopped[target]; at++) {
            int node = stopped[at];
            for (int use = needs.useStart()[node]; use < needs.useStart()[node + 1]; use++) {
                int clause = needs.use()[use];
                if (--membersLeft[clause] == 0) {
                    stop(needs.clauseOwner()[clause]);
                }
            }
            spread = at + 1;
        }
        boolean answer = isStopped[target];
        reset();
        return answer;
    }

    /** How many of the stopped nodes have told the clauses they are members of. */
    private int spread;

    private void stop(int node) {
        if (!isStopped[node]) {
            isStopped[node] = true;
            stopped[count++] = node;
        }
    }

    private void reset() {
        for (int at = 0; at < count; at++) {
            int node = stopped[at];
            isStopped[node] = false;
            if (at < spread) {
                for (int use = needs.useStart()[node]; use < needs.useStart()[node + 1]; use++) {
                    membersLeft[needs.use()[use]]++;
                }
            }
        }
        count = 0;
        spread = 0;
    }
}
