package org.hasekura.node;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hasekura.exchange.Scheduler;

/** A scheduler that runs nothing by itself: the test does, when it wants to. */
final class WaitingTasks implements Scheduler {

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    /** What was to be run, in order. */
    Queue<Runnable> waiting() {
        return waiting;
    }

    @Override
    public void run(Runnable task) {
        waiting.add(task);
    }

    @Override
    public void runAfter(Duration delay, Runnable task) {
        waiting.add(task);
    }
}
