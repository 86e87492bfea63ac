package org.hasekura.resilience;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The nodes of which each alone stops a target.
 *
 * <p>Whatever the target needs through required inputs alone stops it: one walk, linear. A node that is reached only
 * through alternatives stops the target if all ways lead over it; only nodes of one way that works can do so, and each of
 * them is tried by letting its loss spread ({@link Outage}) until it reaches one that is known to stop the target.
 */
public final class SinglePoints {

    private SinglePoints() {}

    /** Numbers of the nodes in ascending order, the target among them. */
    public static List<Integer> of(Requirements needs, int target) {
        boolean[] isSingle = needs.requiredAncestors(target);
        var outage = new Outage(needs, needs.ancestors(target));
        for (int node : oneWay(needs, target)) {
            isSingle[node] |= outage.isFatal(node, isSingle);
        }
        return IntStream.range(0, isSingle.length)
                .filter(node -> isSingle[node])
                .boxed()
                .toList();
    }

    /** The nodes of one way in which the target works: of every clause its first member. */
    private static int[] oneWay(Requirements needs, int target) {
        boolean[] seen = new boolean[needs.nodeCount()];
        int[] way = new int[needs.nodeCount()];
        int count = 0;
        seen[target] = true;
        way[count++] = target;
        for (int at = 0; at < count; at++) {
            int node = way[at];
            for (int clause = needs.clauseStart()[node]; clause < needs.clauseStart()[node + 1]; clause++) {
                int member = needs.member()[needs.memberStart()[clause]];
                if (!seen[member]) {
                    seen[member] = true;
                    way[count++] = member;
                }
            }
        }
        return Arrays.copyOf(way, count);
    }
}
