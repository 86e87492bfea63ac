package org.hasekura.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * Entries of a log that follow each other.
 *
 * @param from index of the first
 * @param to index after the last
 */
public record IndexRange(long from, long to) {

    public IndexRange {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("no entries from " + from + " to " + to);
        }
    }

    /** Number of entries. */
    public long count() {
        return to - from;
    }

    /** These indexes, which must grow, as the fewest ranges. */
    public static List<IndexRange> of(List<Long> indexes) {
        List<IndexRange> ranges = new ArrayList<>();
        for (long index : indexes) {
            boolean continues = !ranges.isEmpty() && ranges.getLast().to() == index;
            long from = continues ? ranges.removeLast().from() : index;
            ranges.add(new IndexRange(from, index + 1));
        }
        return ranges;
    }
}
