package org.hasekura.resilience;

import java.util.Arrays;

/**
 * Places and the links between them, flat: for each place the numbers of its links, for each link its two ends. Links may be
 * parallel. Built by counting, linear in places and links. Immutable.
 */
public final class Network {

    private final int[] start;
    private final int[] link;
    private final int[] from;
    private final int[] to;

    private Network(int places, int[] from, int[] to) {
        this.from = from;
        this.to = to;
        this.start = new int[places + 1];
        for (int number = 0; number < from.length; number++) {
            start[from[number] + 1]++;
            start[to[number] + 1]++;
        }
        for (int place = 0; place < places; place++) {
            start[place + 1] += start[place];
        }
        int[] next = Arrays.copyOf(start, places);
        this.link = new int[2 * from.length];
        for (int number = 0; number < from.length; number++) {
            link[next[from[number]]++] = number;
            link[next[to[number]]++] = number;
        }
    }

    /**
     * A network of links given by their ends.
     *
     * @param from [link]
     * @param to [link]
     */
    public static Network of(int places, int[] from, int[] to) {
        if (from.length != to.length) {
            throw new IllegalArgumentException(from.length + " beginnings and " + to.length + " ends of links");
        }
        for (int number = 0; number < from.length; number++) {
            if (Math.min(from[number], to[number]) < 0 || Math.max(from[number], to[number]) >= places) {
                throw new IllegalArgumentException("link " + number + " joins what is not among " + places + " places");
            }
        }
        return new Network(places, from.clone(), to.clone());
    }

    public int places() {
        return start.length - 1;
    }

    public int links() {
        return from.length;
    }

    public int from(int number) {
        return from[number];
    }

    public int to(int number) {
        return to[number];
    }

    /** How many ends of links a place has. */
    public int degree(int place) {
        return start[place + 1] - start[place];
    }

    // The arrays themselves, for the calculations of this package: no copy, not to be changed.

    int[] start() {
        return start;
    }

    int[] link() {
        return link;
    }

    int other(int number, int place) {
        return from[number] == place ? to[number] : from[number];
    }

    /**
     * Numbers the connected parts of what is left without some links and places.
     *
     * @param isLinkGone [link]
     * @param isPlaceGone [place]; such places get part -1
     * @return part, [place]
     */
    public int[] parts(boolean[] isLinkGone, boolean[] isPlaceGone) {
        int[] part = new int[places()];
        Arrays.fill(part, -1);
        int[] stack = new int[places()];
        int parts = 0;
        for (int first = 0; first < part.length; first++) {
            if (part[first] >= 0 || isPlaceGone[first]) {
                continue;
            }
            int height = 0;
            part[first] = parts;
            stack[height++] = first;
            while (height > 0) {
                int place = stack[--height];
                for (int at = start[place]; at < start[place + 1]; at++) {
                    int other = other(link[at], place);
                    if (!isLinkGone[link[at]] && !isPlaceGone[other] && part[other] < 0) {
                        part[other] = parts;
                        stack[height++] = other;
                    }
                }
            }
            parts++;
        }
        return part;
    }

    /** The connected parts of the whole network, [place]. */
    public int[] parts() {
        return parts(new boolean[links()], new boolean[places()]);
    }
}
