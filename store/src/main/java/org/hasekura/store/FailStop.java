package org.hasekura.store;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.hasekura.exchange.StoreFailed;

/**
 * Whether the store still answers. The first failure is the last thing it does: after an error of the disk a driver may
 * believe in a transaction that the database has ended, and a second sync may claim success for what was lost.
 */
final class FailStop {

    private record Stop(String words, Optional<Throwable> cause) {}

    private final AtomicReference<Optional<Stop>> stop = new AtomicReference<>(Optional.empty());
    private final Consumer<StoreFailed> listener;

    /** @param listener told of the first failure, once, on a thread of its own; never of an orderly close */
    FailStop(Consumer<StoreFailed> listener) {
        this.listener = listener;
    }

    void check() throws StoreFailed {
        if (stop.get().isPresent()) {
            throw failure();
        }
    }

    boolean isStopped() {
        return stop.get().isPresent();
    }

    /** Marks the store failed, if nothing stopped it before, and answers what to throw. */
    StoreFailed fail(Throwable cause) {
        Stop failed = new Stop("the storage failed; restart the node to recover: " + cause, Optional.of(cause));
        if (stop.compareAndSet(Optional.empty(), Optional.of(failed))) {
            StoreFailed told = failure();
            Thread.ofPlatform().name("store-failure").start(() -> listener.accept(told));
        }
        return failure();
    }

    void close() {
        stop.compareAndSet(Optional.empty(), Optional.of(new Stop("the store is closed", Optional.empty())));
    }

    /** A new exception each time, so that each thread shows its own way here. */
    StoreFailed failure() {
        Stop why = stop.get().orElseThrow();
        return why.cause()
                .map(cause -> new StoreFailed(why.words(), cause))
                .orElseGet(() -> new StoreFailed(why.words()));
    }
}
