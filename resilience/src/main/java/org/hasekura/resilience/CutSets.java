package org.hasekura.resilience;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The minimal cut sets of a target over an AND/OR graph, up to three events each: sets of events that together stop it, of
 * which none can be left out.
 *
 * <p>The idea is MOCUS (Fussell and Vesely 1972) from below: what stops a node is what stops its own supply, or what stops
 * all members of one of its clauses. Families of sets grow from the inputs upwards, sets above three events are dropped
 * at once (a minimal set of three is made of sets of at most three), and sets that hold a smaller one are dropped. Nodes
 * are taken again whenever an input's family grew, so cycles come out as the greatest availability: a circle that keeps
 * itself going is stopped only from outside.
 *
 * <p>A set is one {@code long} of three event numbers in 21 bits each, in ascending order, so a family is a sorted array.
 * The number of sets is limited; {@link #isComplete} says whether the limit was met.
 */
public final class CutSets {

    public static final int SIZE_MAX = 3;

    /** Events are numbered below this. */
    public static final int EVENTS_MAX = (1 << 21) - 1;

    private static final int FAMILY_MAX = 200_000;
    private static final long STEPS_MAX = 200_000_000;

    private final Requirements requirements;
    private final int sizeMax;
    private final long[][] families;
    private long steps;
    private boolean isComplete = true;

    private CutSets(Requirements requirements, int sizeMax) {
        this.requirements = requirements;
        this.sizeMax = sizeMax;
        this.families = new long[requirements.nodeCount()][];
        Arrays.fill(families, new long[0]);
    }

    /**
     * What was found.
     *
     * @param sets event numbers in ascending order, smaller sets first
     * @param isComplete false when there were too many; those listed are cut sets all the same
     */
    public record Found(List<List<Integer>> sets, boolean isComplete) {
        public Found {
            sets = List.copyOf(sets);
        }
    }

    /** What stops a node's own supply, whatever becomes of its inputs: sets of events, each ascending, at most three. */
    @FunctionalInterface
    public interface Basic {
        List<int[]> of(int node);
    }

    /**
     * Finds the minimal cut sets.
     *
     * @param sizeMax 1 to {@value #SIZE_MAX}
     * @param basic asked once for every node that the target needs
     */
    public static Found of(Requirements requirements, int target, int sizeMax, Basic basic) {
        if (sizeMax < 1 || sizeMax > SIZE_MAX) {
            throw new IllegalArgumentException("cut sets have 1 to " + SIZE_MAX + " events, not " + sizeMax);
        }
        var search = new CutSets(requirements, sizeMax);
        search.grow(target, basic);
        List<List<Integer>> sets = Arrays.stream(search.families[target])
                .mapToObj(CutSets::unpacked)
                .sorted(Comparator.comparingInt((List<Integer> set) -> set.size())
                        .thenComparing(List::toString))
                .toList();
        return new Found(sets, search.isComplete);
    }

    private void grow(int target, Basic basic) {
        boolean[] needed = requirements.ancestors(target);
        boolean[] isQueued = new boolean[needed.length];
        var queue = new ArrayDeque<Integer>();
        for (int node : requirements.order()) {
            enqueue(node, needed, isQueued, queue);
        }
        for (int node = 0; node < needed.length; node++) {
            enqueue(node, needed, isQueued, queue);
        }
        long[][] own = new long[needed.length][];
        for (int node = 0; node < needed.length; node++) {
            own[node] = needed[node] ? packed(basic.of(node)) : new long[0];
        }
        while (!queue.isEmpty() && steps < STEPS_MAX) {
            int node = queue.remove();
            isQueued[node] = false;
            long[] grown = family(node, own[node]);
            if (!Arrays.equals(grown, families[node])) {
                families[node] = grown;
                for (int at = requirements.useStart()[node]; at < requirements.useStart()[node + 1]; at++) {
                    enqueue(requirements.clauseOwner()[requirements.use()[at]], needed, isQueued, queue);
                }
            }
        }
        isComplete &= queue.isEmpty();
    }

    private static void enqueue(int node, boolean[] needed, boolean[] isQueued, ArrayDeque<Integer> queue) {
        if (needed[node] && !isQueued[node]) {
            isQueued[node] = true;
            queue.add(node);
        }
    }

    private long[] packed(List<int[]> sets) {
        long[] family = new long[sets.size()];
        int size = 0;
        for (int[] set : sets) {
            if (set.length <= sizeMax) {
                long one = 0;
                for (int event : set) {
                    one = union(one, pack(event));
                }
                family[size++] = one;
            }
        }
        return minimal(Arrays.copyOf(family, size));
    }

    private long[] family(int node, long[] own) {
        long[] family = own;
        for (int clause = requirements.clauseStart()[node];
                clause < requirements.clauseStart()[node + 1];
                clause++) {
            int first = requirements.memberStart()[clause];
            long[] together = families[requirements.member()[first]];
            for (int at = first + 1; at < requirements.memberStart()[clause + 1] && together.length > 0; at++) {
                together = product(together, families[requirements.member()[at]]);
            }
            family = minimal(concatenated(family, together));
        }
        return family;
    }

    private static long[] concatenated(long[] one, long[] other) {
        long[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /** All unions of a set of one family with a set of the other, as far as they are small enough. */
    private long[] product(long[] one, long[] other) {
        long[] unions = new long[16];
        int size = 0;
        for (long left : one) {
            for (long right : other) {
                steps++;
                long union = union(left, right);
                if (union < 0 || count(union) > sizeMax) {
                    continue;
                }
                if (size == unions.length) {
                    unions = minimal(unions);
                    size = unions.length;
                    unions = Arrays.copyOf(unions, Math.max(16, size * 2));
                }
                unions[size++] = union;
            }
            if (size > FAMILY_MAX || steps > STEPS_MAX) {
                isComplete = false;
                break;
            }
        }
        return minimal(Arrays.copyOf(unions, size));
    }

    /** Sorted, without repetitions and without sets that hold another one. */
    private long[] minimal(long[] family) {
        long[] sorted = Arrays.stream(family).sorted().distinct().toArray();
        int size = 0;
        for (long set : sorted) {
            if (!holdsSmaller(set, sorted)) {
                sorted[size++] = set;
            }
        }
        if (size > FAMILY_MAX) {
            isComplete = false;
            size = FAMILY_MAX;
        }
        return Arrays.copyOf(sorted, size);
    }

    /** Whether a true part of the set is in the family. Kept sets move to the front, which leaves the order as it is. */
    private static boolean holdsSmaller(long set, long[] sorted) {
        long first = set >>> 42;
        long second = set >>> 21 & EVENTS_MAX;
        long third = set & EVENTS_MAX;
        if (second == 0) {
            return false;
        }
        boolean holdsOne = isIn(sorted, first << 42) || isIn(sorted, second << 42);
        if (third == 0 || holdsOne) {
            return holdsOne;
        }
        return isIn(sorted, third << 42)
                || isIn(sorted, first << 42 | second << 21)
                || isIn(sorted, first << 42 | third << 21)
                || isIn(sorted, second << 42 | third << 21);
    }

    private static boolean isIn(long[] sorted, long set) {
        return Arrays.binarySearch(sorted, set) >= 0;
    }

    // A set in a long: the smallest event in the highest 21 bits; an event is its number plus one, 0 is no event.

    private static long pack(int event) {
        if (event < 0 || event >= EVENTS_MAX) {
            throw new IllegalArgumentException("no event " + event + " below " + EVENTS_MAX);
        }
        return (long) (event + 1) << 42;
    }

    /** The union of two sets; -1 when it has more than three events. */
    private static long union(long one, long other) {
        long union = 0;
        int shift = 42;
        long left = one;
        long right = other;
        while (left != 0 || right != 0) {
            if (shift < 0) {
                return -1;
            }
            long atLeft = left >>> 42;
            long atRight = right >>> 42;
            boolean takeLeft = atRight == 0 || (atLeft != 0 && atLeft <= atRight);
            boolean takeRight = atLeft == 0 || (atRight != 0 && atRight <= atLeft);
            union |= (takeLeft ? atLeft : atRight) << shift;
            left = takeLeft ? left << 21 & Long.MAX_VALUE : left;
            right = takeRight ? right << 21 & Long.MAX_VALUE : right;
            shift -= 21;
        }
        return union;
    }

    private static int count(long set) {
        return (set >>> 42 != 0 ? 1 : 0) + ((set >>> 21 & EVENTS_MAX) != 0 ? 1 : 0) + ((set & EVENTS_MAX) != 0 ? 1 : 0);
    }

    private static List<Integer> unpacked(long set) {
        return LongStream.of(set >>> 42, set >>> 21 & EVENTS_MAX, set & EVENTS_MAX)
                .filter(event -> event != 0)
                .mapToObj(event -> (int) event - 1)
                .toList();
    }
}
