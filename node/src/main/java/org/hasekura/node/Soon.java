package org.hasekura.node;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hasekura.exchange.Scheduler;

/**
 * A chore that is done a while after somebody has called for it: once for all who call meanwhile, and never when nobody
 * does. Safe for any number of threads.
 */
final class Soon {

    private final Scheduler scheduler;
    private final Duration after;
    private final Runnable chore;
    private final AtomicBoolean isCalled = new AtomicBoolean();

    Soon(Scheduler scheduler, Duration after, Runnable chore) {
        this.scheduler = scheduler;
        this.after = after;
        this.chore = chore;
    }

    /** Has it done; returns at once. */
    void call() {
        if (isCalled.compareAndSet(false, true)) {
            scheduler.runAfter(after, () -> {
                // Before it is done: who calls while it is done may have changed what it has looked at already.
                isCalled.set(false);
                chore.run();
            });
        }
    }
}
