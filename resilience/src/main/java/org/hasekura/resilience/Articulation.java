package org.hasekura.resilience;

import java.util.Arrays;

/**
 * The places and links of which each alone splits a network: articulation points and bridges, with what they cut off.
 *
 * <p>Tarjan 1972, one depth-first walk with its own stack, linear in places and links. Every place gets the order in which
 * it was found and the earliest place its subtree reaches back to. A child's subtree that reaches no further back than
 * its parent hangs on that parent; one that does not even reach its parent by another link hangs on the link. What hangs
 * off is weighed on the way back, so the largest remaining part of every cut is known without walking again.
 */
public final class Articulation {

    private final boolean[] isPoint;
    private final boolean[] isBridge;
    private final long[] cutOff;
    private final long[] bridgeCutOff;
    private final int parts;

    private Articulation(boolean[] isPoint, boolean[] isBridge, long[] cutOff, long[] bridgeCutOff, int parts) {
        this.isPoint = isPoint;
        this.isBridge = isBridge;
        this.cutOff = cutOff;
        this.bridgeCutOff = bridgeCutOff;
        this.parts = parts;
    }

    /** Every place weighs one. */
    public static Articulation of(Network network) {
        long[] weight = new long[network.places()];
        Arrays.fill(weight, 1);
        return of(network, weight);
    }

    /**
     * Walks the network once.
     *
     * @param weight what losing contact with a place counts, [place]
     */
    public static Articulation of(Network network, long[] weight) {
        return new Walk(network, weight).walk();
    }

    /** Whether losing the place splits its part of the network. */
    public boolean isPoint(int place) {
        return isPoint[place];
    }

    /** Whether losing the link splits its part of the network. */
    public boolean isBridge(int link) {
        return isBridge[link];
    }

    /** The weight that loses contact with the largest rest when the place goes, without the place itself. */
    public long cutOff(int place) {
        return cutOff[place];
    }

    /** The weight of the smaller side of a bridge; 0 for other links. */
    public long bridgeCutOff(int link) {
        return bridgeCutOff[link];
    }

    /** How many connected parts the network has. */
    public int parts() {
        return parts;
    }

    private static final class Walk {
        private final Network network;
        private final long[] weight;
        private final int[] found;
        private final int[] back;
        private final int[] parentLink;
        private final int[] next;
        private final long[] subtree;
        private final long[] hangsOff;
        private final long[] largestHanging;
        private final int[] hanging;
        private final int[] order;
        private int count;

        Walk(Network network, long[] weight) {
            int places = network.places();
            this.network = network;
            this.weight = weight;
            this.found = new int[places];
            this.back = new int[places];
            this.parentLink = new int[places];
            this.next = new int[places];
            this.subtree = weight.clone();
            this.hangsOff = new long[places];
            this.largestHanging = new long[places];
            this.hanging = new int[places];
            this.order = new int[places];
            Arrays.fill(found, -1);
            Arrays.fill(parentLink, -1);
        }

        Articulation walk() {
            int places = network.places();
            boolean[] isPoint = new boolean[places];
            boolean[] isBridge = new boolean[network.links()];
            long[] cutOff = new long[places];
            long[] bridgeCutOff = new long[network.links()];
            int parts = 0;
            for (int root = 0; root < places; root++) {
                if (found[root] >= 0) {
                    continue;
                }
                int first = count;
                descend(root);
                parts++;
                for (int at = first; at < count; at++) {
                    int place = order[at];
                    // The root has no rest above it; others are points as soon as one subtree hangs on them.
                    isPoint[place] = hanging[place] >= (place == root ? 2 : 1);
                    long others = subtree[root] - weight[place];
                    long rest = others - hangsOff[place];
                    cutOff[place] = others - Math.max(rest, largestHanging[place]);
                    int link = parentLink[place];
                    if (link >= 0 && back[place] == found[place]) {
                        isBridge[link] = true;
                        bridgeCutOff[link] = Math.min(subtree[place], subtree[root] - subtree[place]);
                    }
                }
            }
            return new Articulation(isPoint, isBridge, cutOff, bridgeCutOff, parts);
        }

        private void descend(int root) {
            int[] stack = new int[network.places() - count];
            int height = 0;
            stack[height++] = root;
            discover(root);
            while (height > 0) {
                int place = stack[height - 1];
                if (next[place] == network.start()[place + 1]) {
                    height--;
                    if (height > 0) {
                        returnTo(stack[height - 1], place);
                    }
                    continue;
                }
                int link = network.link()[next[place]++];
                int other = network.other(link, place);
                if (found[other] < 0) {
                    parentLink[other] = link;
                    discover(other);
                    stack[height++] = other;
                } else if (link != parentLink[place]) {
                    back[place] = Math.min(back[place], found[other]);
                }
            }
        }

        private void discover(int place) {
            found[place] = count;
            back[place] = count;
            order[count++] = place;
            next[place] = network.start()[place];
        }

        private void returnTo(int parent, int child) {
            back[parent] = Math.min(back[parent], back[child]);
            subtree[parent] += subtree[child];
            if (back[child] >= found[parent]) {
                hanging[parent]++;
                hangsOff[parent] += subtree[child];
                largestHanging[parent] = Math.max(largestHanging[parent], subtree[child]);
            }
        }
    }
}
