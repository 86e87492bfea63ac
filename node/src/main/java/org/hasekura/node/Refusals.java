package org.hasekura.node;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hasekura.evidence.Entry;
import org.hasekura.exchange.Commit;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.StoreFailed;

/**
 * Counts what was refused at the door, by class and minute, and puts the counts into the evidence: that something was
 * refused is provable, and no stranger can make the log grow.
 */
final class Refusals {

    private record Counted(Instant minute, String refusalClass) {}

    private final String node;
    private final Clock clock;

    // Guarded by this.
    private final Map<Counted, Long> counts =
            new TreeMap<>(java.util.Comparator.comparing(Counted::minute).thenComparing(Counted::refusalClass));

    Refusals(String node, Clock clock) {
        this.node = node;
        this.clock = clock;
    }

    synchronized void count(String refusalClass) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        counts.merge(new Counted(minute, refusalClass), 1L, Long::sum);
    }

    /** Makes the counts of all minutes that have ended durable; {@code all}: of this minute too. */
    void flush(ExchangeStore store, boolean all) throws StoreFailed {
        List<Entry> entries = taken(all);
        if (!entries.isEmpty()) {
            store.commit(new Commit(List.of(), Optional.empty(), entries));
        }
    }

    private synchronized List<Entry> taken(boolean all) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        var entries = new ArrayList<Entry>();
        counts.entrySet().removeIf(count -> {
            boolean ended = all || count.getKey().minute().isBefore(minute);
            if (ended) {
                entries.add(new Entry.RefusalsCounted(
                        node, now, count.getKey().refusalClass(), count.getKey().minute(), count.getValue()));
            }
            return ended;
        });
        return entries;
    }
}
