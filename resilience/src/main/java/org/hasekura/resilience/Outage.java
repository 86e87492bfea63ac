package org.hasekura.resilience;

import java.util.Arrays;

/**
 * Which nodes stop when some stop: a clause fails when its last member has stopped, a node stops with its first failed
 * clause. Only what is reached is touched and reset afterwards, so many questions about one large graph cost what they
 * reach, not what there is. Nodes on a cycle go on as long as nothing outside stops them. Not for several threads.
 */
final class Outage {

    private final Requirements needs;
    private final boolean[] isOfInterest;
    private final int[] membersLeft;
    private final boolean[] isStopped;
    private final int[] stopped;
    private int count;

    /**
     * Prepares for any number of questions.
     *
     * @param isOfInterest what becomes of other nodes is not followed, [node]
     */
    Outage(Requirements needs, boolean[] isOfInterest) {
        this.needs = needs;
        this.isOfInterest = isOfInterest;
        this.membersLeft = new int[needs.clauseCount()];
        Arrays.setAll(membersLeft, clause -> needs.memberStart()[clause + 1] - needs.memberStart()[clause]);
        this.isStopped = new boolean[needs.nodeCount()];
        this.stopped = new int[needs.nodeCount()];
    }

    /**
     * Whether a fatal node stops when this one does; the first one found ends the search.
     *
     * @param isFatal [node]
     */
    boolean isFatal(int first, boolean[] isFatal) {
        boolean found = stop(first, isFatal);
        int told = 0;
        while (!found && told < count) {
            int node = stopped[told++];
            for (int use = needs.useStart()[node]; use < needs.useStart()[node + 1]; use++) {
                int clause = needs.use()[use];
                // The rest is told even when the end is known, so that it can be taken back.
                if (--membersLeft[clause] == 0) {
                    found |= stop(needs.clauseOwner()[clause], isFatal);
                }
            }
        }
        reset(told);
        return found;
    }

    private boolean stop(int node, boolean[] isFatal) {
        if (isOfInterest[node] && !isStopped[node]) {
            isStopped[node] = true;
            stopped[count++] = node;
        }
        return isFatal[node];
    }

    /** Takes everything back; so many of the stopped nodes had told the clauses they are members of. */
    private void reset(int told) {
        for (int at = 0; at < count; at++) {
            int node = stopped[at];
            isStopped[node] = false;
            for (int use = needs.useStart()[node]; at < told && use < needs.useStart()[node + 1]; use++) {
                membersLeft[needs.use()[use]]++;
            }
        }
        count = 0;
    }
}
