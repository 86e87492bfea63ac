package org.hasekura.exchange;

import java.time.Duration;

/** Runs things now or later, never in the caller. Simulations hand in one that they drive themselves. */
public interface Scheduler {

    /** Runs the task soon, at the same time as others. */
    void run(Runnable task);

    /** Runs the task after the delay. */
    void runAfter(Duration delay, Runnable task);
}
