package org.hasekura.resilience;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Why a node is hit: the chain of scarcest requirements from it down to where supply was lost. */
final class BindingChain {

    private BindingChain() {}

    static List<Integer> of(Requirements needs, double[] own, double[] available, int target) {
        var chain = new LinkedHashSet<Integer>();
        int node = target;
        while (available[node] < 1 && chain.add(node)) {
            int scarcest = scarcest(needs, available, node);
            if (scarcest < 0 || own[node] < available[scarcest]) {
                break;
            }
            node = scarcest;
        }
        return new ArrayList<>(chain);
    }

    /** The best member of the worst clause; -1 for a node that needs nothing. */
    private static int scarcest(Requirements needs, double[] available, int node) {
        int scarcest = -1;
        for (int clause = needs.clauseStart()[node]; clause < needs.clauseStart()[node + 1]; clause++) {
            int best = needs.member()[needs.memberStart()[clause]];
            for (int at = needs.memberStart()[clause]; at < needs.memberStart()[clause + 1]; at++) {
                int member = needs.member()[at];
                best = available[member] > available[best] ? member : best;
            }
            scarcest = scarcest < 0 || available[best] < available[scarcest] ? best : scarcest;
        }
        return scarcest;
    }
}
