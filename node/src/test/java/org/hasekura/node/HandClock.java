package org.hasekura.node;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.hasekura.exchange.Scheduler;

/** A clock that a test moves by hand, and the tasks that wait for it, run on the thread of the test. */
final class HandClock extends Clock implements Scheduler {

    private record Task(Instant at, long number, Runnable run) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::at).thenComparingLong(Task::number));
    private Instant now;
    private long number;

    HandClock(Instant now) {
        this.now = now;
    }

    /** Moves the time on, and runs what is due on the way, each at its time. */
    void pass(Duration time) {
        Instant end = now.plus(time);
        while (!tasks.isEmpty() && !tasks.element().at().isAfter(end)) {
            Task task = tasks.remove();
            now = task.at().isAfter(now) ? task.at() : now;
            task.run().run();
        }
        now = end;
    }

    /** Whether anything waits. */
    boolean isAtRest() {
        return tasks.isEmpty();
    }

    @Override
    public void run(Runnable task) {
        runAfter(Duration.ZERO, task);
    }

    @Override
    public void runAfter(Duration delay, Runnable task) {
        tasks.add(new Task(now.plus(delay), number++, task));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("tests are in UTC");
    }
}
