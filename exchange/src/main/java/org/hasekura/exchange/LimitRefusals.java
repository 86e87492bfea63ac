package org.hasekura.exchange;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What participants tried to open while a limit met them, as evidence: the first at once, those that follow by their number
 * in an hour. So it can be proved, and whoever asks without end has the log grow by an entry an hour.
 */
final class LimitRefusals {
    private static final System.Logger LOG = System.getLogger(LimitRefusals.class.getName());
    private static final Duration COUNTED_FOR = Duration.ofHours(1);

    private record Whom(String limitId, String peer) {}

    private final ExchangeStore store;
    private final Proofs proofs;
    private final Scheduler scheduler;

    // Guarded by this: of whom there was an entry in the last hour, and how many were refused since.
    private final Map<Whom, Long> since = new HashMap<>();

    LimitRefusals(ExchangeStore store, Proofs proofs, Scheduler scheduler) {
        this.store = store;
        this.proofs = proofs;
        this.scheduler = scheduler;
    }

    /** To be told before the peer is: the first entry is durable when this returns, if the store has room for it. */
    void refused(Limit limit, String peer) throws StoreFailed {
        var whom = new Whom(limit.id(), peer);
        synchronized (this) {
            if (since.computeIfPresent(whom, (_, count) -> count + 1) != null) {
                return;
            }
            since.put(whom, 0L);
        }
        put(whom, 1);
        countLater(whom);
    }

    private void countLater(Whom whom) {
        scheduler.runAfter(COUNTED_FOR, () -> {
            try {
                long count = taken(whom);
                if (count > 0) {
                    put(whom, count);
                    countLater(whom);
                }
            } catch (StoreFailed failed) {
                LOG.log(System.Logger.Level.DEBUG, "a count of refusals is lost", failed);
            }
        });
    }

    /** Those that are not in an entry yet; where there are none, the next one is the first again. */
    private synchronized long taken(Whom whom) {
        long count = Optional.ofNullable(since.remove(whom)).orElse(0L);
        if (count > 0) {
            since.put(whom, 0L);
        }
        return count;
    }

    /** Makes durable what is counted so far: before a stop. */
    void flush() throws StoreFailed {
        for (Whom whom : whomCounted()) {
            long count = taken(whom);
            if (count > 0) {
                put(whom, count);
            }
        }
    }

    private synchronized List<Whom> whomCounted() {
        return List.copyOf(since.keySet());
    }

    private void put(Whom whom, long count) throws StoreFailed {
        var entry = proofs.refusedUnderLimit(whom.limitId(), whom.peer(), count);
        Committed done = store.commit(new Commit(List.of(), Optional.empty(), List.of(entry)));
        if (!(done instanceof Committed.Done)) {
            // No room: they are in the entry of the next hour.
            synchronized (this) {
                since.merge(whom, count, Long::sum);
            }
        }
    }
}
