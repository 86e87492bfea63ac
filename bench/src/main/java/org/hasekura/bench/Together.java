package org.hasekura.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work that is done by several at once, each with its share one after another. */
final class Together {

    private Together() {}

    /** One piece of the work. */
    interface Work {
        void at(int index) throws IOException;
    }

    /**
     * Waits until every index below the count was worked on.
     *
     * @param failure what to say when a piece fails, before its cause
     */
    static void run(int count, int workers, String failure, Work work) throws IOException {
        List<Future<?>> shares = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int worker = 0; worker < workers; worker++) {
                int first = worker;
                shares.add(threads.submit(() -> {
                    for (int i = first; i < count; i += workers) {
                        work.at(i);
                    }
                    return 0;
                }));
            }
            for (Future<?> each : shares) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(failure + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
