package org.hasekura.resilience;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Threads that share out a count among them, block by block. Who gets which block is left to chance; therefore a block
 * must write only what is its own, and sums are taken per block and added in the order of the blocks. Results are then
 * the same, to the last bit, for any number of threads.
 */
public final class Workers implements AutoCloseable {

    /** What is done with the numbers from {@code from} up to but not including {@code to}. */
    @FunctionalInterface
    public interface Block {
        /** Does it. */
        void run(int from, int to);
    }

    /** What the numbers of a block add up to. */
    @FunctionalInterface
    public interface BlockSum {
        /** Adds them up. */
        double of(int from, int to);
    }

    private final int threads;
    private final ExecutorService pool;

    private Workers(int threads) {
        this.threads = threads;
        // Makes its threads when it gets work, so none for a single worker.
        this.pool = Executors.newFixedThreadPool(Math.max(1, threads - 1));
    }

    /** So many threads, the caller's own among them. */
    public static Workers of(int threads) {
        if (threads < 1 || threads > 1024) {
            throw new IllegalArgumentException("there can be 1 to 1024 threads, not " + threads);
        }
        return new Workers(threads);
    }

    /** How many threads work. */
    public int threads() {
        return threads;
    }

    /** Runs every block of the numbers below {@code count} and returns when all are done. */
    public void run(int count, int blockSize, Block block) {
        run(count, blockSize, () -> block);
    }

    /**
     * The same, with something of its own for each thread.
     *
     * @param perThread called once in each thread, for example to allocate what it works in
     */
    public void run(int count, int blockSize, Supplier<Block> perThread) {
        int blocks = blocks(count, blockSize);
        AtomicInteger next = new AtomicInteger();
        Runnable share = () -> {
            int number = next.getAndIncrement();
            if (number >= blocks) {
                return;
            }
            Block block = perThread.get();
            for (; number < blocks; number = next.getAndIncrement()) {
                int from = number * blockSize;
                block.run(from, (int) Math.min(count, (long) from + blockSize));
            }
        };
        List<Future<?>> others = new ArrayList<>();
        for (int i = 1; i < Math.min(threads, blocks); i++) {
            others.add(pool.submit(share));
        }
        share.run();
        others.forEach(Workers::await);
    }

    /** The sum over all blocks; the same for any number of threads, since it depends on the size of the blocks alone. */
    public double sum(int count, int blockSize, BlockSum each) {
        double[] parts = new double[blocks(count, blockSize)];
        run(count, blockSize, (from, to) -> parts[from / blockSize] = each.of(from, to));
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        return sum;
    }

    private static int blocks(int count, int blockSize) {
        return (int) (((long) count + blockSize - 1) / blockSize);
    }

    private static void await(Future<?> other) {
        try {
            other.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while others still calculate");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a block failed: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
