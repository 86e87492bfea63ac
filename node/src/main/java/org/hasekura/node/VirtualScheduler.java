package org.hasekura.node;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hasekura.exchange.Scheduler;

/** Runs each task on a virtual thread of its own; one platform thread keeps the time. */
final class VirtualScheduler implements Scheduler, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(VirtualScheduler.class.getName());

    private static final int ENDING_SECONDS_MAX = 10;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("timer").factory());

    @Override
    public void run(Runnable task) {
        try {
            threads.execute(() -> logged(task));
        } catch (RejectedExecutionException closing) {
            LOG.log(System.Logger.Level.DEBUG, "a task waits for the next start");
        }
    }

    @Override
    public void runAfter(Duration delay, Runnable task) {
        try {
            var _ = timer.schedule(() -> run(task), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            LOG.log(System.Logger.Level.DEBUG, "a task waits for the next start");
        }
    }

    /** Runs the task again and again until the node stops. */
    void runEvery(Duration interval, Runnable task) {
        var _ = timer.scheduleWithFixedDelay(
                () -> run(task), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Nobody waits for a task, so what goes wrong in one is told here, whatever it is; that the node ends is no fault of it. */
    private void logged(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            boolean isToldToEnd = threads.isShutdown() && e.getCause() instanceof InterruptedException;
            LOG.log(isToldToEnd ? System.Logger.Level.DEBUG : System.Logger.Level.ERROR, "a task failed", e);
        }
    }

    /** Stops all tasks and waits for them: whoever closes the folder next must be the last to write into it. */
    @Override
    public void close() {
        timer.shutdownNow();
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(ENDING_SECONDS_MAX, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "a task did not end when it was told to");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
