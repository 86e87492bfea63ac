package org.hasekura.node;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.hasekura.exchange.Listener;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.Transfer;

/** Rings when an exchange has changed, for one who waits for something to become of it. */
final class Bell implements Listener {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();

    private final Listeners listeners;

    // Guarded by the lock.
    private long times;

    /** Hears of commits only while it waits: one that nobody waits for costs nothing. */
    Bell(Listeners listeners) {
        this.listeners = listeners;
    }

    /** What is looked for in the store. */
    @FunctionalInterface
    interface Looking<T> {
        Optional<T> look() throws IOException;
    }

    @Override
    public void changed(Negotiation negotiation) {
        ring();
    }

    @Override
    public void changed(Transfer transfer) {
        ring();
    }

    private void ring() {
        lock.lock();
        try {
            times++;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What was found, at once or after some change; empty when it was not there in time. */
    <T> Optional<T> await(Duration atMost, Looking<T> looking) throws IOException, InterruptedException {
        long left = atMost.toNanos();
        listeners.add(this);
        try {
            while (true) {
                long before = times();
                Optional<T> found = looking.look();
                if (found.isPresent() || left <= 0) {
                    return found;
                }
                left = awaitRing(before, left);
            }
        } finally {
            listeners.remove(this);
        }
    }

    private long times() {
        lock.lock();
        try {
            return times;
        } finally {
            lock.unlock();
        }
    }

    /** Returns how much of the time is left. */
    private long awaitRing(long before, long nanos) throws InterruptedException {
        long left = nanos;
        lock.lockInterruptibly();
        try {
            while (times == before && left > 0) {
                left = rung.awaitNanos(left);
            }
            return left;
        } finally {
            lock.unlock();
        }
    }
}
