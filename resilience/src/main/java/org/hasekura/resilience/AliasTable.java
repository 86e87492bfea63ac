package org.hasekura.resilience;

/**
 * Draws from a weighted set in constant time (A. J. Walker 1977; made in linear time after M. Vose, IEEE TSE 17:972,
 * 1991). Many sets can lie in the same arrays, beside each other.
 */
final class AliasTable {

    private final double[] threshold;
    private final int[] alias;

    /** Sets in these places, each still to be filled. */
    AliasTable(int places) {
        threshold = new double[places];
        alias = new int[places];
    }

    /** One set of these weights. */
    static AliasTable of(double[] weights) {
        AliasTable made = new AliasTable(weights.length);
        made.fill(0, weights.length, weights);
        return made;
    }

    /**
     * Makes the set of the places from {@code from} up to but not including {@code to}.
     *
     * @param weights by place, not negative, not all zero
     */
    void fill(int from, int to, double[] weights) {
        int count = to - from;
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += weights[i];
        }
        // Light places grow from the left of `order`, heavy ones from the right.
        int[] order = new int[count];
        int light = 0;
        int heavy = count;
        for (int i = from; i < to; i++) {
            threshold[i] = weights[i] / sum * count;
            alias[i] = i;
            if (threshold[i] < 1) {
                order[light++] = i;
            } else {
                order[--heavy] = i;
            }
        }
        while (light > 0 && heavy < count) {
            int poor = order[--light];
            int rich = order[heavy];
            alias[poor] = rich;
            threshold[rich] -= 1 - threshold[poor];
            if (threshold[rich] < 1) {
                order[light++] = rich;
                heavy++;
            }
        }
    }

    /** A place of the set from {@code from} up to but not including {@code to}. */
    int draw(int from, int to, Chance chance) {
        double at = chance.uniform() * (to - from);
        int place = from + (int) at;
        return at - (int) at < threshold[place] ? place : alias[place];
    }
}
