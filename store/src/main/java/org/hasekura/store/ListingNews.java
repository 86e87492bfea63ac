package org.hasekura.store;

import java.util.concurrent.atomic.AtomicLong;

/**
 * That datasets may have changed: those who write them say so, whatever became of the write, and those who keep what
 * follows from them ask or are told. One for a database; safe for any number of threads.
 */
final class ListingNews {

    private final AtomicLong ownChanges = new AtomicLong();
    private volatile Runnable bell = () -> {};

    /** How often this node's own datasets may have changed since the start. */
    long ownChanges() {
        return ownChanges.get();
    }

    /** Has this called after each write; it must return at once. */
    void onChange(Runnable listener) {
        bell = listener;
    }

    void ownMayHaveChanged() {
        ownChanges.incrementAndGet();
        bell.run();
    }

    void othersMayHaveChanged() {
        bell.run();
    }
}
