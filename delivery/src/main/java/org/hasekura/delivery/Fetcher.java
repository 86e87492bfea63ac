package org.hasekura.delivery;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.DataAddress;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.RetryPlan;
import org.hasekura.exchange.Role;
import org.hasekura.exchange.Scheduler;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferState;

/**
 * The consumer's side: fetches the bytes of every transfer that is started with a data address, and tells the exchange
 * when they are here, or that they cannot be had.
 *
 * <p>There is one job per transfer and one try per job at a time. News of a transfer only wake its job, which then asks
 * the account what is durable; so it does not matter in which order news come, and after a stop of the node the first
 * news resume. A job ends when there is nothing to fetch. Bytes that have come under a transfer that ended before they
 * were whole are discarded.
 */
public final class Fetcher implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Fetcher.class.getName());

    /** So many refusals in a row end the transfer: the first may only mean that news of it are on their way here. */
    static final int REFUSALS_MAX = 3;

    /** So often wrong bytes end the transfer. */
    static final int WRONGS_MAX = 2;

    private final Account account;
    private final Download download;
    private final Sink sink;
    private final long bytesMax;
    private final RetryPlan plan;
    private final Scheduler scheduler;
    private final RandomGenerator random;

    // Guarded by itself, with the fields of its jobs that are marked so.
    private final Map<String, Job> jobs = new HashMap<>();
    private boolean isClosed; // guarded by jobs

    /**
     * @param bytesMax no more are accepted under one transfer
     * @param plan when to try again; tries and waiting are counted since the last byte that came
     * @param random must be safe for use by several threads
     */
    public Fetcher(
            Account account,
            Download download,
            Sink sink,
            long bytesMax,
            RetryPlan plan,
            Scheduler scheduler,
            RandomGenerator random) {
        this.account = account;
        this.download = download;
        this.sink = sink;
        this.bytesMax = bytesMax;
        this.plan = plan;
        this.scheduler = scheduler;
        this.random = random;
    }

    /** To be told after each commit, like a listener of the exchange. Neither blocks nor throws. */
    public void changed(Transfer transfer) {
        if (transfer.role() != Role.CONSUMER) {
            return;
        }
        synchronized (jobs) {
            Optional<Job> job = Optional.ofNullable(jobs.get(transfer.pid()));
            if (job.isPresent()) {
                job.get().told(transfer);
            } else if (!isClosed && (isWanted(transfer) || isInVain(transfer))) {
                var fresh = new Job(transfer.pid());
                jobs.put(transfer.pid(), fresh);
                fresh.soon(Duration.ZERO);
            }
        }
    }

    /** Stops everything that runs and begins nothing more; what has come is kept for the next start. */
    @Override
    public void close() {
        synchronized (jobs) {
            isClosed = true;
            jobs.values().forEach(Job::stop);
        }
    }

    private static boolean isWanted(Transfer transfer) {
        return transfer.effective() == TransferState.STARTED
                && transfer.dataAddress().isPresent()
                && transfer.delivered().isEmpty();
    }

    private static boolean isInVain(Transfer transfer) {
        return transfer.effective().isFinal() && transfer.delivered().isEmpty();
    }

    /** What a job does after a turn. */
    private sealed interface After {
        record Rest(Duration delay) implements After {}

        record Leave() implements After {}
    }

    /** The fetching of one transfer, from one turn to the next. */
    private final class Job {
        private final String pid;

        // Guarded by jobs.
        private Optional<Running> running = Optional.empty();
        private boolean isTaken;
        private boolean isWoken;
        private int turn;

        // Touched by the turn that runs, of which there is one.
        private int tries;
        private Duration waited = Duration.ZERO;
        private long farthest;
        private int refusals;
        private Optional<DataAddress> refusing = Optional.empty();
        private int wrongs;
        private Optional<Transfer.Delivered> arrived = Optional.empty();

        Job(String pid) {
            this.pid = pid;
        }

        private record Running(Transfer transfer, Stop stop) {}

        void soon(Duration delay) {
            int next = ++turn;
            scheduler.runAfter(delay, () -> take(next));
        }

        void told(Transfer news) {
            if (!isTaken) {
                soon(Duration.ZERO);
                return;
            }
            isWoken = true;
            running.filter(now -> news.version() > now.transfer().version())
                    .filter(now -> !isWanted(news)
                            || !news.dataAddress().equals(now.transfer().dataAddress()))
                    .ifPresent(now -> now.stop().make());
        }

        void stop() {
            running.ifPresent(now -> now.stop().make());
        }

        private void take(int mine) {
            synchronized (jobs) {
                if (isTaken || turn != mine || isClosed) {
                    return;
                }
                isTaken = true;
                isWoken = false;
            }
            After after = new After.Leave();
            try {
                after = work();
            } catch (StoreFailed failed) {
                // The store's owner closes the node; the next start resumes.
                LOG.log(Level.DEBUG, "fetching {0} waits for the next start", pid);
            } finally {
                release(after);
            }
        }

        private void release(After after) {
            synchronized (jobs) {
                isTaken = false;
                running = Optional.empty();
                if (isWoken) {
                    soon(Duration.ZERO);
                } else if (after instanceof After.Rest(Duration delay)) {
                    soon(delay);
                } else {
                    jobs.remove(pid);
                }
            }
        }

        private After work() throws StoreFailed {
            Optional<Transfer> transfer = account.transfer(pid);
            if (transfer.filter(Fetcher::isWanted).isEmpty()) {
                if (transfer.filter(Fetcher::isInVain).isPresent()) {
                    discard();
                }
                return new After.Leave();
            }
            if (arrived.isPresent()) {
                return deliver(arrived.get());
            }
            var stop = new Stop(scheduler);
            synchronized (jobs) {
                if (isWoken || isClosed) {
                    return new After.Leave(); // what was read may be old: look again
                }
                running = Optional.of(new Running(transfer.get(), stop));
            }
            return judge(transfer.get(), new Try(transfer.get(), download, sink, bytesMax, stop).run());
        }

        private After judge(Transfer transfer, Fetched fetched) throws StoreFailed {
            LOG.log(Level.DEBUG, "fetching {0}: {1}", pid, fetched);
            return switch (fetched) {
                case Fetched.Whole(var delivered) -> deliver(delivered);
                case Fetched.Stopped _ -> new After.Leave();
                case Fetched.Impossible(var reason) -> end(reason);
                case Fetched.Refused(var reason) -> refused(transfer, reason);
                case Fetched.Wrong(var what) ->
                    ++wrongs < WRONGS_MAX
                            ? again(wrongs)
                            : end(Reason.of(
                                    "digest-differs", "the bytes came " + wrongs + " times, each time wrong", what));
                case Fetched.Broken(var what, var size) -> broken(what, size);
            };
        }

        /** Refusals are counted as long as they are of the same address and token. */
        private After refused(Transfer transfer, Reason reason) throws StoreFailed {
            boolean isSame = refusing.equals(transfer.dataAddress());
            refusing = transfer.dataAddress();
            refusals = isSame ? refusals + 1 : 1;
            return refusals < REFUSALS_MAX ? again(refusals) : end(reason);
        }

        /** Tries, and the time waited between them, are counted since the part last grew beyond its largest size. */
        private After broken(String what, long size) throws StoreFailed {
            refusals = 0;
            boolean progressed = size > farthest;
            tries = progressed ? 1 : tries + 1;
            waited = progressed ? Duration.ZERO : waited;
            farthest = Math.max(farthest, size);
            if (plan.goesOn(tries, waited)) {
                Duration delay = plan.delayAfter(tries, random);
                waited = waited.plus(delay);
                return new After.Rest(delay);
            }
            return end(Reason.of("delivery-failed", "tried " + tries + " times to fetch the bytes", what));
        }

        private After again(int attempts) {
            return new After.Rest(plan.delayAfter(attempts, random));
        }

        private After deliver(Transfer.Delivered delivered) throws StoreFailed {
            arrived = Optional.of(delivered);
            Answer<Transfer> answer = account.delivered(pid, delivered);
            return switch (answer) {
                case Answer.Busy<Transfer> _ -> again(1);
                case Answer.Taken<Transfer> _ -> {
                    LOG.log(Level.INFO, "transfer {0}: {1} bytes delivered", pid, delivered.bytes());
                    yield new After.Leave();
                }
                // It was paused or ended at the last moment. A pause fetches anew when it is over.
                case Answer.Refused<Transfer> _, Answer.NotFound<Transfer> _, Answer.TokenReused<Transfer> _ -> {
                    LOG.log(Level.INFO, "transfer {0}: delivered too late: {1}", pid, answer);
                    yield new After.Leave();
                }
            };
        }

        private After end(Reason reason) throws StoreFailed {
            Answer<Transfer> answer = account.end(pid, reason);
            LOG.log(Level.INFO, "transfer {0}: {1}", pid, reason);
            return answer instanceof Answer.Busy<Transfer> ? again(1) : new After.Leave();
        }

        private void discard() {
            try (Sink.Part part = sink.part(pid)) {
                part.discard();
            } catch (IOException failed) {
                LOG.log(Level.WARNING, "what came under the ended transfer {0} could not be discarded", pid, failed);
            }
        }
    }
}
