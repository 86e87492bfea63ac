package org.hasekura.resilience;

import java.util.List;

/**
 * An edge of a dependency graph: {@code from} goes into, is a kind of, or is linked with {@code to}.
 *
 * @param from number of the node
 * @param to number of the node
 * @param group of an alternative: members of one group into one target stand for each other; empty otherwise
 * @param weight how much of the target's input it is, or the capacity of a link; NaN where unknown
 * @param risks what takes several links down at once (a corridor, a landing station), by name
 * @param source id of the source, empty where there is none
 */
public record Edge(
        String id,
        int from,
        int to,
        Meaning meaning,
        String group,
        double weight,
        List<String> risks,
        Confidence confidence,
        String source,
        String note) {

    public Edge {
        risks = List.copyOf(risks);
    }

    /** An edge of which no more is known than what it means. */
    public static Edge of(String id, int from, int to, Meaning meaning, String group) {
        return new Edge(id, from, to, meaning, group, Double.NaN, List.of(), Confidence.STATED, "", "");
    }
}
