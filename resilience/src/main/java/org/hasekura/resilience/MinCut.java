package org.hasekura.resilience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The cheapest way to part two sets of places: by max-flow (Dinic 1970; O(E sqrt V) where every capacity is one).
 *
 * <p>Losing a place is a cut through it: every place is an arc from its entry to its exit, every link two arcs between
 * exits and entries. What cannot be lost has capacity {@link #NEVER}. By the theorem of Menger the value for capacities of
 * one is also the number of ways that have nothing in common, so it says how often the two sets are connected
 * independently.
 */
public final class MinCut {

    /** The capacity of what cannot be cut. */
    public static final long NEVER = Long.MAX_VALUE / 4;

    /**
     * What was found.
     *
     * @param value what it costs; {@link #NEVER} or more when no cut parts them
     * @param places those of one cheapest cut, the one nearest to the sources
     * @param links those of the same cut
     */
    public record Cut(long value, List<Integer> places, List<Integer> links) {

        public Cut {
            places = List.copyOf(places);
            links = List.copyOf(links);
        }

        public boolean isPossible() {
            return value < NEVER;
        }
    }

    private final Network network;
    private final int[] first;
    private final int[] arcTo;
    private final long[] room;
    private final int[] nextArc;
    private int arcs;
    private final int source;
    private final int sink;
    private final int[] level;
    private final int[] cursor;
    private final int[] way;
    private final long[] placeCapacity;
    private final long[] linkCapacity;

    private MinCut(Network network, long[] placeCapacity, long[] linkCapacity, int[] sources, int[] sinks) {
        this.network = network;
        int places = network.places();
        int vertices = 2 * places + 2;
        int arcMax = 2 * (places + 2 * network.links() + sources.length + sinks.length);
        this.first = new int[vertices];
        Arrays.fill(first, -1);
        this.arcTo = new int[arcMax];
        this.room = new long[arcMax];
        this.nextArc = new int[arcMax];
        this.level = new int[vertices];
        this.cursor = new int[vertices];
        this.way = new int[vertices];
        this.placeCapacity = placeCapacity;
        this.linkCapacity = linkCapacity;
        this.source = 2 * places;
        this.sink = 2 * places + 1;
        for (int place = 0; place < places; place++) {
            arc(entry(place), exit(place), placeCapacity[place]);
        }
        for (int link = 0; link < network.links(); link++) {
            arc(exit(network.from(link)), entry(network.to(link)), linkCapacity[link]);
            arc(exit(network.to(link)), entry(network.from(link)), linkCapacity[link]);
        }
        for (int place : sources) {
            arc(source, entry(place), NEVER);
        }
        for (int place : sinks) {
            arc(exit(place), sink, NEVER);
        }
    }

    private static int entry(int place) {
        return 2 * place;
    }

    private static int exit(int place) {
        return 2 * place + 1;
    }

    private void arc(int from, int to, long capacity) {
        put(from, to, capacity);
        put(to, from, 0);
    }

    private void put(int from, int to, long capacity) {
        arcTo[arcs] = to;
        room[arcs] = capacity;
        nextArc[arcs] = first[from];
        first[from] = arcs++;
    }

    /**
     * The cheapest cut between two sets of places.
     *
     * @param placeCapacity what losing a place costs, 0 for one that is gone, [place]
     * @param linkCapacity what losing a link costs, 0 for one that is gone, [link]
     */
    public static Cut between(Network network, long[] placeCapacity, long[] linkCapacity, int[] sources, int[] sinks) {
        if (placeCapacity.length != network.places() || linkCapacity.length != network.links()) {
            throw new IllegalArgumentException("capacities for " + placeCapacity.length + " places and "
                    + linkCapacity.length + " links, there are " + network.places() + " and " + network.links());
        }
        var flow = new MinCut(network, placeCapacity, linkCapacity, sources, sinks);
        long value = flow.largest();
        return value >= NEVER ? new Cut(value, List.of(), List.of()) : flow.cut(value);
    }

    private long largest() {
        long flow = 0;
        while (flow < NEVER && findLevels()) {
            System.arraycopy(first, 0, cursor, 0, first.length);
            long sent = send();
            while (sent > 0) {
                flow += sent;
                sent = flow < NEVER ? send() : 0;
            }
        }
        return Math.min(flow, NEVER);
    }

    private boolean findLevels() {
        Arrays.fill(level, -1);
        int[] queue = new int[level.length];
        int last = 0;
        level[source] = 0;
        queue[last++] = source;
        for (int at = 0; at < last; at++) {
            int vertex = queue[at];
            for (int arc = first[vertex]; arc >= 0; arc = nextArc[arc]) {
                if (room[arc] > 0 && level[arcTo[arc]] < 0) {
                    level[arcTo[arc]] = level[vertex] + 1;
                    queue[last++] = arcTo[arc];
                }
            }
        }
        return level[sink] >= 0;
    }

    /** Sends along one shortest way; 0 when there is none in these levels. The way is kept in an array, so depth is no limit. */
    private long send() {
        int length = 0;
        int vertex = source;
        while (vertex != sink) {
            int arc = cursor[vertex];
            while (arc >= 0 && !(room[arc] > 0 && level[arcTo[arc]] == level[vertex] + 1)) {
                arc = nextArc[arc];
            }
            cursor[vertex] = arc;
            if (arc >= 0) {
                way[length++] = arc;
                vertex = arcTo[arc];
            } else if (length == 0) {
                return 0;
            } else {
                // A dead end: back one step, and past the arc that led here.
                int taken = way[--length];
                vertex = arcTo[taken ^ 1];
                cursor[vertex] = nextArc[taken];
            }
        }
        long sent = Long.MAX_VALUE;
        for (int at = 0; at < length; at++) {
            sent = Math.min(sent, room[way[at]]);
        }
        for (int at = 0; at < length; at++) {
            room[way[at]] -= sent;
            room[way[at] ^ 1] += sent;
        }
        return sent;
    }

    /** The last levels mark what the sources still reach: the cut is where that ends. */
    private Cut cut(long value) {
        var places = new ArrayList<Integer>();
        for (int place = 0; place < network.places(); place++) {
            if (placeCapacity[place] > 0 && isReached(entry(place)) && !isReached(exit(place))) {
                places.add(place);
            }
        }
        var links = new ArrayList<Integer>();
        for (int link = 0; link < network.links(); link++) {
            int from = network.from(link);
            int to = network.to(link);
            boolean forth = isReached(exit(from)) && !isReached(entry(to));
            boolean back = isReached(exit(to)) && !isReached(entry(from));
            if (linkCapacity[link] > 0 && (forth || back)) {
                links.add(link);
            }
        }
        return new Cut(value, places, links);
    }

    private boolean isReached(int vertex) {
        return level[vertex] >= 0;
    }
}
