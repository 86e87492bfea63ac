package org.hasekura.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hasekura.exchange.Scheduler;

/** Runs tasks when the test says so, in the order of their time. */
final class HandScheduler implements Scheduler {
    private record Task(Duration at, Runnable work) {}

    // Guarded by this.
    private final List<Task> tasks = new ArrayList<>();
    private Duration now = Duration.ZERO;

    @Override
    public void run(Runnable task) {
        runAfter(Duration.ZERO, task);
    }

    @Override
    public synchronized void runAfter(Duration delay, Runnable task) {
        tasks.add(new Task(now.plus(delay), task));
    }

    /** Runs what is due now, and what becomes due by that; time stands still. */
    void runDue() {
        while (runNext(false)) {}
    }

    /** Runs everything, moving time on. */
    void runAll() {
        while (runNext(true)) {}
    }

    synchronized Duration now() {
        return now;
    }

    private boolean runNext(boolean later) {
        Runnable work;
        synchronized (this) {
            var next = tasks.stream().min((one, other) -> one.at.compareTo(other.at));
            if (next.isEmpty() || (!later && next.get().at.compareTo(now) > 0)) {
                return false;
            }
            tasks.remove(next.get());
            now = now.compareTo(next.get().at) > 0 ? now : next.get().at;
            work = next.get().work;
        }
        work.run();
        return true;
    }
}
