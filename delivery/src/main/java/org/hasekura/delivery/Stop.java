package org.hasekura.delivery;

import java.util.ArrayList;
import java.util.List;
import org.hasekura.exchange.Scheduler;

/**
 * A stop for one stream of bytes: looked at before each piece, and once made it also closes what the stream may be
 * waiting for. Making it never blocks: closing happens in a thread of its own.
 */
final class Stop {
    private final Scheduler scheduler;

    // Guarded by this.
    private final List<Runnable> closings = new ArrayList<>();
    private boolean isMade;
    private boolean isOver;

    Stop(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    synchronized boolean isMade() {
        return isMade;
    }

    synchronized void make() {
        if (!isMade && !isOver) {
            isMade = true;
            closings.forEach(this::closeSoon);
        }
    }

    /** Closes this when the stop is made; at once when it has been. */
    synchronized void closes(Runnable closing) {
        closings.add(closing);
        if (isMade) {
            closeSoon(closing);
        }
    }

    /** The stream has ended: what it used may serve others now and is left alone. */
    synchronized void over() {
        isOver = true;
        closings.clear();
    }

    private void closeSoon(Runnable closing) {
        scheduler.run(() -> {
            if (!isOver()) {
                closing.run();
            }
        });
    }

    private synchronized boolean isOver() {
        return isOver;
    }
}
