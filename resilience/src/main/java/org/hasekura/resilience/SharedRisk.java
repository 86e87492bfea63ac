package org.hasekura.resilience;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The fewest failures that part two sets of places, when links that share a risk (a corridor, a duct, a landing station)
 * fail together as one.
 *
 * <p>In general this is a hitting-set problem and hard. Where groups are few it is solved exactly: every choice of groups
 * is taken out, at a cost of one each, and the rest is an ordinary minimum cut; choices that cost more than the best found
 * are passed over. 2^groups flows at most, so groups are limited to {@value #GROUPS_MAX}.
 */
public final class SharedRisk {

    public static final int GROUPS_MAX = 16;

    private SharedRisk() {}

    /**
     * What was found.
     *
     * @param value failures in all; {@link MinCut#NEVER} when nothing parts them
     * @param groups names of the groups that fail
     * @param links that fail on their own
     */
    public record Cheapest(long value, List<String> groups, List<Integer> places, List<Integer> links) {
        public Cheapest {
            groups = List.copyOf(groups);
            places = List.copyOf(places);
            links = List.copyOf(links);
        }

        public boolean isPossible() {
            return value < MinCut.NEVER;
        }
    }

    /**
     * Finds it.
     *
     * @param groups numbers of the links that fail together, [group]
     * @param names of the groups, [group]
     */
    public static Cheapest cut(
            Network network,
            long[] placeCapacity,
            long[] linkCapacity,
            List<int[]> groups,
            List<String> names,
            int[] sources,
            int[] sinks) {
        if (groups.size() > GROUPS_MAX) {
            throw new IllegalArgumentException(
                    "at most " + GROUPS_MAX + " groups of shared risk can be tried, not " + groups.size());
        }
        Cheapest best = new Cheapest(MinCut.NEVER, List.of(), List.of(), List.of());
        List<Integer> choices = new ArrayList<>();
        for (int choice = 0; choice < 1 << groups.size(); choice++) {
            choices.add(choice);
        }
        // Few groups first: what they cost already bounds the rest.
        choices.sort(Comparator.comparingInt((Integer choice) -> Integer.bitCount(choice))
                .thenComparingInt(choice -> choice));
        for (int choice : choices) {
            int cost = Integer.bitCount(choice);
            if (cost >= best.value()) {
                break;
            }
            long[] left = linkCapacity.clone();
            var chosen = new ArrayList<String>();
            for (int group = 0; group < groups.size(); group++) {
                if ((choice >> group & 1) == 1) {
                    chosen.add(names.get(group));
                    for (int link : groups.get(group)) {
                        left[link] = 0;
                    }
                }
            }
            MinCut.Cut cut = MinCut.between(network, placeCapacity, left, sources, sinks);
            if (cut.isPossible() && cost + cut.value() < best.value()) {
                best = new Cheapest(cost + cut.value(), chosen, cut.places(), cut.links());
            }
        }
        return best;
    }
}
