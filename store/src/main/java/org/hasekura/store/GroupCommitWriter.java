package org.hasekura.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.hasekura.evidence.CommitListener;
import org.hasekura.exchange.StoreFailed;

/**
 * The one thread that writes: it takes all jobs that wait, runs them in one transaction, and tells each its outcome once
 * the disk has it. So one sync serves many commits, and no two of them ever wait for each other's locks.
 *
 * <pre>
 * take what waits → BEGIN → for each job: SAVEPOINT, run, RELEASE or ROLLBACK TO → COMMIT (sync)
 *                 → what was kept is remembered → listeners hear of the new entries → the callers wake
 *                 → now and then the database is tidied
 * </pre>
 *
 * <p>A job that is refused, or that fails in our own code, is undone alone. An error of the database stops the store: all
 * jobs of the transaction and all that wait fail with {@link StoreFailed}, and nothing is tried again. It is a platform
 * thread since native calls would hold the carrier of a virtual one. The queue is bounded; nothing is ever dropped from
 * it.
 */
final class GroupCommitWriter {

    /** What a job comes to. */
    sealed interface Outcome<T> {
        /**
         * Its changes become durable with the transaction.
         *
         * @param onceDurable run then by the writer, in the order of the jobs, before anybody is told; must not throw
         */
        record Keep<T>(T value, Runnable onceDurable) implements Outcome<T> {
            Keep(T value) {
                this(value, () -> {});
            }
        }

        /** Its changes are undone; the answer stands. */
        record Undo<T>(T value) implements Outcome<T> {}
    }

    @FunctionalInterface
    interface Job<T> {
        Outcome<T> run(Transaction transaction) throws SQLException;
    }

    private static final class Waiting<T> {
        private final Job<T> job;
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private Optional<Outcome<T>> outcome = Optional.empty();
        private Optional<RuntimeException> fault = Optional.empty();

        Waiting(Job<T> job) {
            this.job = job;
        }

        void run(Transaction transaction) throws SQLException {
            int mark = transaction.mark();
            try {
                Outcome<T> reached = job.run(transaction);
                outcome = Optional.of(reached);
                if (reached instanceof Outcome.Keep<T>) {
                    transaction.keep();
                } else {
                    transaction.undoTo(mark);
                }
            } catch (RuntimeException e) {
                fault = Optional.of(e);
                transaction.undoTo(mark);
            }
        }

        void remember() {
            if (outcome.isPresent() && outcome.get() instanceof Outcome.Keep<T> keep) {
                keep.onceDurable().run();
            }
        }

        void tell() {
            fault.ifPresent(answer::completeExceptionally);
            outcome.ifPresent(reached -> answer.complete(
                    switch (reached) {
                        case Outcome.Keep<T>(T value, var _) -> value;
                        case Outcome.Undo<T>(T value) -> value;
                    }));
        }
    }

    /** Jobs until the database is asked whether it has something to tidy: some ten pages each. */
    static final int JOBS_PER_UPKEEP = 64;

    private static final long PATIENCE_MILLIS = 50;

    private final Database database;
    private final Connection connection;
    private final ArrayBlockingQueue<Waiting<?>> queue;
    private final Waiting<Boolean> last = new Waiting<>(_ -> new Outcome.Keep<>(true));
    private final int batchMax;
    private final Transaction transaction;
    private final FailStop failStop;
    private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private int jobsSinceUpkeep;

    /** Owns the connection from now on, but does not close it. */
    GroupCommitWriter(
            Database database, Connection connection, long nextIndex, int queueMax, int batchMax, FailStop failStop) {
        this.queue = new ArrayBlockingQueue<>(queueMax);
        this.batchMax = batchMax;
        this.transaction = new Transaction(connection, nextIndex);
        this.failStop = failStop;
        this.database = database;
        this.connection = connection;
        this.thread = Thread.ofPlatform().name("store-writer").daemon().start(this::write);
    }

    /**
     * Runs the job in the next transaction and returns when it is durable (or undone).
     *
     * @return empty, with nothing changed, if too many jobs wait
     */
    <T> Optional<T> run(Job<T> job) throws StoreFailed {
        failStop.check();
        Waiting<T> waiting = new Waiting<>(job);
        return queue.offer(waiting) ? Optional.of(answer(waiting)) : Optional.empty();
    }

    /** Runs the job, and waits for room in the queue if there is none: for the node's own work, never for a peer's. */
    <T> T runPatiently(Job<T> job) throws StoreFailed {
        Waiting<T> waiting = new Waiting<>(job);
        try {
            do {
                failStop.check();
            } while (!queue.offer(waiting, PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the store took the job; nothing was changed", e);
        }
        return answer(waiting);
    }

    private <T> T answer(Waiting<T> waiting) throws StoreFailed {
        if (failStop.isStopped()) {
            // The writer may have left before it saw this one; if it has not, its answer came first or is lost.
            waiting.answer.completeExceptionally(failStop.failure());
        }
        try {
            // Not interruptible: a caller that leaves would not know what became of its commit.
            return waiting.answer.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case StoreFailed failed -> throw failed;
                case RuntimeException fault -> throw fault;
                case null, default -> throw e;
            }
        }
    }

    /** Adds the listener between two transactions and answers the number of entries durable before it. */
    long listen(CommitListener listener) throws StoreFailed {
        return runPatiently(current -> {
            listeners.add(listener);
            // It hears of this whole transaction, with the entries of jobs before this one.
            return new Outcome.Keep<>(current.firstIndex());
        });
    }

    /** Writes what waits, then ends the thread. The connection can be closed afterwards. */
    void close() {
        failStop.close();
        try {
            while (thread.isAlive() && !queue.offer(last, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                // The writer makes room, or ends.
            }
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the store was closing", e);
        }
    }

    private void write() {
        List<Waiting<?>> batch = new ArrayList<>();
        try {
            while (!batch.contains(last)) {
                batch.clear();
                batch.add(queue.take());
                queue.drainTo(batch, batchMax - 1);
                commit(batch);
            }
        } catch (Throwable e) {
            // Nothing more is sent over this connection, not even a rollback: see FailStop.
            StoreFailed failure = failStop.fail(e);
            batch.forEach(each -> each.answer.completeExceptionally(failure));
        }
        for (Waiting<?> each = queue.poll(); each != null; each = queue.poll()) {
            each.answer.completeExceptionally(failStop.failure());
        }
    }

    private void commit(List<Waiting<?>> batch) throws SQLException {
        transaction.begin();
        for (Waiting<?> each : batch) {
            each.run(transaction);
        }
        transaction.commit();
        batch.forEach(Waiting::remember);
        if (!transaction.entries().isEmpty()) {
            listeners.forEach(each -> each.committed(transaction.firstIndex(), transaction.entries()));
        }
        batch.forEach(Waiting::tell);
        jobsSinceUpkeep += batch.size();
        if (jobsSinceUpkeep >= JOBS_PER_UPKEEP) {
            jobsSinceUpkeep = 0;
            database.tidy(connection);
        }
    }
}
