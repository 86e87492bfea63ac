package org.hasekura.delivery;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.hasekura.exchange.Scheduler;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferState;

/**
 * The gate before the bytes of one transfer: open exactly while the newest state told is started, for the token of that
 * state. News may come out of order; only the version counts.
 */
final class Gate {

    /** So many streams under one transfer at once are more than a careful consumer needs. */
    static final int STREAMS_MAX = 64;

    private final Scheduler scheduler;
    private final LongAdder served = new LongAdder();

    // Guarded by this.
    private final Set<Passage> passages = new HashSet<>();
    private Optional<Transfer> newest = Optional.empty();

    Gate(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Takes note of a durable state; streams that it does not allow are cut. */
    synchronized void told(Transfer transfer) {
        if (newest.isPresent() && newest.get().version() >= transfer.version()) {
            return;
        }
        boolean goesOn = newest.isPresent() && isOpen(transfer) && isSameWay(newest.get(), transfer);
        newest = Optional.of(transfer);
        if (!goesOn) {
            passages.forEach(Passage::cut);
            passages.clear();
        }
    }

    synchronized Optional<Transfer> newest() {
        return newest;
    }

    /** Lets a stream in; empty when the gate no longer stands as it was judged, or too many streams are inside. */
    synchronized Optional<Passage> enter(Transfer judged) {
        if (!stillAs(judged) || passages.size() >= STREAMS_MAX) {
            return Optional.empty();
        }
        var passage = new Passage(this, new Stop(scheduler));
        passages.add(passage);
        return Optional.of(passage);
    }

    /** Whether the gate is open now for whoever was let in by this state. */
    synchronized boolean stillAs(Transfer judged) {
        return newest.isPresent() && isOpen(newest.get()) && isSameWay(newest.get(), judged);
    }

    synchronized void leave(Passage passage) {
        passages.remove(passage);
    }

    void count(long bytes) {
        served.add(bytes);
    }

    long served() {
        return served.sum();
    }

    static boolean isOpen(Transfer transfer) {
        return transfer.effective() == TransferState.STARTED;
    }

    private static boolean isSameWay(Transfer one, Transfer other) {
        return one.dataTokenHash().equals(other.dataTokenHash());
    }
}
