package org.hasekura.resilience;

import java.util.Arrays;
import java.util.OptionalLong;

/** How many links, or places, have to fail before a network falls apart. */
public final class Connectivity {

    /** Larger networks without bridge are not tried: it takes one flow for each place. */
    public static final int PLACES_MAX = 20_000;

    private Connectivity() {}

    /**
     * The largest k for which the network is k-edge-connected: the fewest links whose loss splits it. 0 for one in several
     * parts, 1 with a bridge, otherwise the smallest of the flows from one place to every other; empty for networks too
     * large for that, and for a single place.
     */
    public static OptionalLong ofLinks(Network network, Articulation articulation) {
        if (network.places() < 2) {
            return OptionalLong.empty();
        }
        if (articulation.parts() > 1) {
            return OptionalLong.of(0);
        }
        for (int link = 0; link < network.links(); link++) {
            if (articulation.isBridge(link)) {
                return OptionalLong.of(1);
            }
        }
        if (network.places() > PLACES_MAX) {
            return OptionalLong.empty();
        }
        long[] never = new long[network.places()];
        Arrays.fill(never, MinCut.NEVER);
        long[] one = new long[network.links()];
        Arrays.fill(one, 1);
        long least = Long.MAX_VALUE;
        for (int place = 1; place < network.places(); place++) {
            // No flow into a place is larger than its degree.
            least = Math.min(least, network.degree(place));
        }
        for (int place = 1; place < network.places() && least > 2; place++) {
            MinCut.Cut cut = MinCut.between(network, never, one, new int[] {0}, new int[] {place});
            least = Math.min(least, cut.value());
        }
        return OptionalLong.of(least);
    }

    /** How many ways between two groups of places have no link in common. */
    public static long waysWithoutCommonLink(Network network, int[] from, int[] to) {
        long[] never = new long[network.places()];
        Arrays.fill(never, MinCut.NEVER);
        long[] one = new long[network.links()];
        Arrays.fill(one, 1);
        return MinCut.between(network, never, one, from, to).value();
    }

    /** How many ways between two groups of places have no other place in common; never when they are neighbours. */
    public static long waysWithoutCommonPlace(Network network, int[] from, int[] to) {
        long[] one = new long[network.places()];
        Arrays.fill(one, 1);
        for (int place : from) {
            one[place] = MinCut.NEVER;
        }
        for (int place : to) {
            one[place] = MinCut.NEVER;
        }
        long[] never = new long[network.links()];
        Arrays.fill(never, MinCut.NEVER);
        return MinCut.between(network, one, never, from, to).value();
    }
}
