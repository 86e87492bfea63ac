package org.hasekura.delivery;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.locks.LockSupport;
import org.hasekura.exchange.Scheduler;

/** Runs each task in a thread of its own; delays are cut short, only their order is left to chance. */
final class ThreadScheduler implements Scheduler {
    final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final Phaser tasks = new Phaser(1);

    @Override
    public void run(Runnable task) {
        tasks.register();
        Thread.startVirtualThread(() -> {
            try {
                task.run();
            } catch (Throwable failed) {
                failures.add(failed);
            } finally {
                tasks.arriveAndDeregister();
            }
        });
    }

    @Override
    public void runAfter(Duration delay, Runnable task) {
        run(() -> {
            LockSupport.parkNanos(Math.min(delay.toNanos(), 200_000));
            task.run();
        });
    }

    /** Waits until no task is left, and none of them began another. */
    void awaitQuiet() {
        tasks.arriveAndAwaitAdvance();
    }
}
