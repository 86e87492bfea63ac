package org.hasekura.bench;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hasekura.exchange.Change;
import org.hasekura.exchange.NegotiationState;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferState;

/**
 * When a process has come to a state durably on one side: it sees each commit right after the disk has it. A process is
 * called by the name that the consumer gave it, which both sides know.
 */
final class CommitWatch {

    private static final long PATIENCE_SECONDS = 60;

    /** What is waited for. */
    enum Mark {
        FINALIZED,
        STARTED,
        COMPLETED
    }

    private record Point(Mark mark, String consumerPid) {}

    private final Map<Point, CompletableFuture<Long>> points = new ConcurrentHashMap<>();
    private final Map<String, Transfer> transfers = new ConcurrentHashMap<>();

    /** Called when the change is durable. */
    void durable(Change change) {
        long now = System.nanoTime();
        switch (change) {
            case Change.OfNegotiation(var negotiation) -> {
                String pid = negotiation.pids().consumerPid();
                if (negotiation.effective() == NegotiationState.FINALIZED) {
                    point(Mark.FINALIZED, pid).complete(now);
                } else if (negotiation.effective() == NegotiationState.TERMINATED) {
                    point(Mark.FINALIZED, pid)
                            .completeExceptionally(new IOException("it was terminated: " + negotiation.reason()));
                }
            }
            case Change.OfTransfer(var transfer) -> {
                String pid = transfer.pids().consumerPid();
                transfers.put(pid, transfer);
                if (transfer.effective() == TransferState.STARTED) {
                    point(Mark.STARTED, pid).complete(now);
                } else if (transfer.effective() == TransferState.COMPLETED) {
                    point(Mark.COMPLETED, pid).complete(now);
                } else if (transfer.effective() == TransferState.TERMINATED) {
                    var ended = new IOException("it was terminated: " + transfer.reason());
                    point(Mark.STARTED, pid).completeExceptionally(ended);
                    point(Mark.COMPLETED, pid).completeExceptionally(ended);
                }
            }
            default -> {}
        }
    }

    /** When it came there, by {@link System#nanoTime}; waits until it does. */
    long nanosAt(Mark mark, String consumerPid) throws IOException {
        try {
            return point(mark, consumerPid).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException("`" + consumerPid + "` did not come to " + mark + ": " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IOException("`" + consumerPid + "` is not " + mark + " after " + PATIENCE_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + mark, e);
        }
    }

    /** The transfer as it was last stored. */
    Optional<Transfer> transfer(String consumerPid) {
        return Optional.ofNullable(transfers.get(consumerPid));
    }

    private CompletableFuture<Long> point(Mark mark, String consumerPid) {
        return points.computeIfAbsent(new Point(mark, consumerPid), _ -> new CompletableFuture<>());
    }
}
