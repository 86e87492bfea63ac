package org.hasekura.resilience;

/** Pairs of firms as one number each, sorted. */
final class Pairs {

    private Pairs() {}

    /** Moves the different ones to the front; answers how many there are. */
    static int distinct(long[] sorted) {
        int kept = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[kept++] = sorted[i];
            }
        }
        return kept;
    }

    /**
     * Puts new pairs among the old ones.
     *
     * @param sorted the old ones in its first {@code count} places, with room for the new ones
     * @param more sorted; those that are there already, or twice, are left out
     * @return how many there are now
     */
    static int merge(long[] sorted, int count, long[] more) {
        int fresh = 0;
        int at = 0;
        for (int i = 0; i < more.length; i++) {
            while (at < count && sorted[at] < more[i]) {
                at++;
            }
            boolean isKnown = at < count && sorted[at] == more[i];
            if (!isKnown && (fresh == 0 || more[fresh - 1] != more[i])) {
                more[fresh++] = more[i];
            }
        }
        // From the end, so that nothing is written over before it is moved.
        int write = count + fresh;
        int old = count - 1;
        for (int i = fresh - 1; i >= 0; write--) {
            if (old >= 0 && sorted[old] > more[i]) {
                sorted[write - 1] = sorted[old--];
            } else {
                sorted[write - 1] = more[i--];
            }
        }
        return count + fresh;
    }
}
