package org.hasekura.evidence;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a log says happened in a period, by day and kind, with every entry compared with the tree that was signed.
 *
 * @param range which stretch of the log was read: all of the period and what stands between; absent where the log is empty
 * @param days by day in UTC, how many entries of each kind
 * @param entries how many in the period
 * @param faults indexes at which no entry is, or another than in the tree; none expected
 * @param silence the longest time in the period without an entry; absent where there are fewer than two
 */
public record Timeline(
        Optional<IndexRange> range,
        SortedMap<LocalDate, SortedMap<String, Long>> days,
        long entries,
        List<Fault> faults,
        Optional<Silence> silence) {

    /** Most entries that are read for one. */
    public static final long ENTRIES_MAX = 2_000_000;

    private static final int FAULTS_MAX = 100;
    private static final int BATCH = 1024;

    public Timeline {
        faults = List.copyOf(faults);
    }

    /** Something that must not be. */
    public record Fault(long index, String words) {}

    /** Between two entries that follow each other. */
    public record Silence(Instant from, Instant until) {
        Duration length() {
            return Duration.between(from, until);
        }
    }

    /** Where a period's entries lie among those of a log. */
    public static final class Reading {

        private final BundleScope.Period period;
        private final Predicate<Entry> chosen;
        private final SortedMap<LocalDate, SortedMap<String, Long>> days = new TreeMap<>();
        private final java.util.List<Fault> faults = new java.util.ArrayList<>();
        private long[] indexes = new long[1024];
        private int count;
        private Optional<Instant> last = Optional.empty();
        private Optional<Silence> silence = Optional.empty();
        private Optional<IndexRange> range = Optional.empty();

        private Reading(BundleScope.Period period, Predicate<Entry> chosen) {
            this.period = period;
            this.chosen = chosen;
        }

        /** The timeline of what was chosen. */
        public Timeline timeline() {
            return new Timeline(range, days, count, faults, silence);
        }

        /** The index of the entry with this number among those chosen, from 0. */
        public long index(long number) {
            return indexes[Math.toIntExact(number)];
        }

        private void read(EntryStore entries, HashReader tree, IndexRange stretch) throws IOException {
            range = Optional.of(stretch);
            for (long at = stretch.from(); at < stretch.to(); ) {
                List<byte[]> batch = entries.read(at, (int) Math.min(BATCH, stretch.to() - at));
                if (batch.isEmpty()) {
                    fault(at, "there is no entry");
                    return;
                }
                for (byte[] each : batch) {
                    take(at, each, tree);
                    at++;
                }
            }
        }

        private void take(long index, byte[] bytes, HashReader tree) throws IOException {
            if (!MerkleTree.leaf(bytes).equals(tree.hash(0, index))) {
                fault(index, "the entry is not the one in the tree");
                return;
            }
            if (Entry.parse(bytes) instanceof Parsed.Valid<Entry>(Entry entry)
                    && !entry.at().isBefore(period.from())
                    && entry.at().isBefore(period.until())
                    && chosen.test(entry)) {
                days.computeIfAbsent(LocalDate.ofInstant(entry.at(), ZoneOffset.UTC), _ -> new TreeMap<>())
                        .merge(entry.kind(), 1L, Long::sum);
                indexes = count == indexes.length ? Arrays.copyOf(indexes, 2 * count) : indexes;
                indexes[count++] = index;
                silent(entry.at());
            }
        }

        private void silent(Instant at) {
            Optional<Silence> between = last.map(before -> new Silence(before, at));
            if (between.isPresent()
                    && (silence.isEmpty()
                            || between.get().length().compareTo(silence.get().length()) > 0)) {
                silence = between;
            }
            last = Optional.of(at);
        }

        private void fault(long index, String words) {
            if (faults.size() < FAULTS_MAX) {
                faults.add(new Fault(index, words));
            }
        }
    }

    /**
     * Reads a period.
     *
     * @param chosen which entries are counted; all are compared with the tree
     * @param size of the tree that was signed
     * @throws IOException if there are more than {@link #ENTRIES_MAX} in it, or something cannot be read
     */
    public static Reading read(
            BundleScope.Period period, Predicate<Entry> chosen, EntryStore entries, HashReader tree, long size)
            throws IOException {
        var reading = new Reading(period, chosen);
        for (IndexRange stretch : BundleRanges.of(period, entries, size)) {
            if (stretch.count() > ENTRIES_MAX) {
                throw new IOException("the period has " + stretch.count() + " entries, more than " + ENTRIES_MAX
                        + " that are read at once; ask for a shorter one");
            }
            reading.read(entries, tree, stretch);
        }
        return reading;
    }
}
