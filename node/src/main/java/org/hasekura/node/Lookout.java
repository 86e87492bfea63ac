package org.hasekura.node;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Looks again and again while somebody is waited for, and not at all while nobody is. */
final class Lookout {

    private static final int LOOKS_WITHIN = 4;
    private static final int EVERY_MILLIS_MIN = 10;

    private final ScheduledExecutorService timer;
    private final long everyMillis;
    private final BooleanSupplier look;
    private final AtomicBoolean isLooking = new AtomicBoolean();

    /**
     * @param within what is waited for may last so long; it is found out some time later, by a quarter of it at most
     * @param look answers whether somebody is still waited for
     */
    Lookout(ScheduledExecutorService timer, Duration within, BooleanSupplier look) {
        this.timer = timer;
        this.everyMillis = Math.max(EVERY_MILLIS_MIN, within.toMillis() / LOOKS_WITHIN);
        this.look = look;
    }

    /** Somebody is waited for from now on. */
    void soon() {
        if (isLooking.compareAndSet(false, true)) {
            try {
                var _ = timer.schedule(this::looks, everyMillis, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException closed) {
                // The server ends, and its connections with it.
            }
        }
    }

    private void looks() {
        isLooking.set(false);
        if (look.getAsBoolean()) {
            soon();
        }
    }
}
