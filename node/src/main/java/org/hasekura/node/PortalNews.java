package org.hasekura.node;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.hasekura.exchange.Listener;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.Transfer;

/** Wakes pages that wait for something to change. Which exchange it was is not kept: a page that reads itself anew sees it. */
final class PortalNews implements Listener {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long changes; // guarded by lock

    @Override
    public void changed(Negotiation negotiation) {
        tell();
    }

    @Override
    public void changed(Transfer transfer) {
        tell();
    }

    private void tell() {
        lock.lock();
        try {
            changes++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until anything changes; false when nothing did. */
    boolean await(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long before = changes;
            long left = patience.toNanos();
            while (changes == before && left > 0) {
                left = changed.awaitNanos(left);
            }
            return changes != before;
        } finally {
            lock.unlock();
        }
    }
}
