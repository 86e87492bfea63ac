package org.hasekura.evidence;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Which entries of a log a bundle shows. */
public final class BundleRanges {

    /** Most entries about one process that are looked for. */
    public static final int PROCESS_ENTRIES_MAX = 10_000;

    /** Entries get their time before their place, so neighbours may stand in the other order; so far is looked for them. */
    private static final int DISORDER = 4096;

    private BundleRanges() {}

    /**
     * Everything of a period, with the entry before it and the entry after it where the log has them. Found by halving:
     * the times of a log grow but for some disorder among neighbours.
     *
     * @param size entries of the tree that the bundle is proved against
     */
    public static List<IndexRange> of(BundleScope.Period period, EntryStore entries, long size) throws IOException {
        if (size == 0) {
            return List.of();
        }
        long from = firstNotBefore(period.from(), entries, size);
        long low = Math.max(0, from - DISORDER);
        List<Instant> before = times(entries, low, from);
        for (int i = 0; i < before.size() && low + i < from; i++) {
            from = before.get(i).isBefore(period.from()) ? from : low + i;
        }
        long to = firstNotBefore(period.until(), entries, size);
        List<Instant> after = times(entries, to, Math.min(size, to + DISORDER));
        for (int i = after.size() - 1; i >= 0; i--) {
            if (after.get(i).isBefore(period.until())) {
                to += i + 1;
                break;
            }
        }
        while (from > 0 && !at(entries, from - 1).isBefore(period.from())) {
            from--;
        }
        while (to < size && at(entries, to).isBefore(period.until())) {
            to++;
        }
        return List.of(new IndexRange(Math.max(0, from - 1), Math.min(size, Math.max(from, to) + 1)));
    }

    private static long firstNotBefore(Instant time, EntryStore entries, long size) throws IOException {
        long low = 0;
        long high = size;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (at(entries, middle).isBefore(time)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Instant at(EntryStore entries, long index) throws IOException {
        return times(entries, index, index + 1).getFirst();
    }

    private static List<Instant> times(EntryStore entries, long from, long to) throws IOException {
        List<byte[]> found = entries.read(from, (int) (to - from));
        if (found.size() < to - from) {
            throw new LogDamagedException("entry " + (from + found.size()) + " is missing in the store");
        }
        List<Instant> times = new ArrayList<>();
        for (byte[] each : found) {
            switch (Entry.parse(each)) {
                case Parsed.Valid<Entry>(Entry entry) -> times.add(entry.at());
                case Parsed.Malformed<Entry>(String reason) ->
                    throw new LogDamagedException("entry " + (from + times.size()) + ": " + reason);
            }
        }
        return times;
    }

    /**
     * Everything about these processes.
     *
     * @throws IOException if one of them has more than {@link #PROCESS_ENTRIES_MAX} entries
     */
    public static List<IndexRange> of(BundleScope.Exchange exchange, EntryStore entries, long size) throws IOException {
        NavigableSet<Long> indexes = new TreeSet<>();
        for (String process : exchange.processes()) {
            List<IndexedEntry> found = entries.entriesOf(process, PROCESS_ENTRIES_MAX + 1);
            if (found.size() > PROCESS_ENTRIES_MAX) {
                throw new IOException("`" + process + "` has more than " + PROCESS_ENTRIES_MAX
                        + " entries; ask for a bundle of a period");
            }
            found.stream()
                    .map(IndexedEntry::index)
                    .filter(index -> index < size)
                    .forEach(indexes::add);
        }
        return IndexRange.of(List.copyOf(indexes));
    }
}
