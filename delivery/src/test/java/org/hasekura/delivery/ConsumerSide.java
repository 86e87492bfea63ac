package org.hasekura.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.DataAddress;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.RetryPlan;
import org.hasekura.exchange.Role;
import org.hasekura.exchange.Scheduler;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferState;

/** A consumer of the provider's transfer `t`, under its own name `c`. */
final class ConsumerSide implements Account {
    final MemoryGrounds grounds = new MemoryGrounds();
    final HandScheduler scheduler = new HandScheduler();
    final MemorySink sink = new MemorySink();
    final List<Transfer.Delivered> delivered = new CopyOnWriteArrayList<>();
    final List<Reason> ended = new CopyOnWriteArrayList<>();
    final LoopDownload download;
    private final Optional<Scheduler> threads;
    long bytesMax = 1_000_000;
    Duration giveUpAfter = Duration.ofHours(1);
    boolean isBusy;
    boolean isPausedAtTheLast;
    Fetcher fetcher;

    ConsumerSide(ProviderSide provider) {
        this(provider, Optional.empty());
    }

    ConsumerSide(ProviderSide provider, Scheduler threads) {
        this(provider, Optional.of(threads));
    }

    private ConsumerSide(ProviderSide provider, Optional<Scheduler> threads) {
        this.threads = threads;
        this.download = new LoopDownload(provider);
        this.fetcher = newFetcher();
        grounds.put(MemoryGrounds.requested("c", Role.CONSUMER));
    }

    Fetcher newFetcher() {
        var plan = new RetryPlan(Duration.ofMillis(200), 2, Duration.ofMinutes(1), 6, giveUpAfter);
        return new Fetcher(this, download, sink, bytesMax, plan, threads.orElse(scheduler), new Random(3));
    }

    /** The node stops and starts again. */
    void restart() {
        fetcher.close();
        fetcher = newFetcher();
        fetcher.changed(now());
    }

    ConsumerSide started(Optional<String> token) {
        var properties = Map.of("authorization", token.orElseThrow(), "authType", "bearer");
        return started(
                new DataAddress(Deliveries.HTTP_ENDPOINT, Optional.of("https://provider.example/data/t"), properties));
    }

    ConsumerSide started(DataAddress address) {
        return move(TransferState.STARTED, Optional.of(address));
    }

    ConsumerSide move(TransferState state) {
        return move(state, now().dataAddress());
    }

    private synchronized ConsumerSide move(TransferState state, Optional<DataAddress> address) {
        if (now().effective().isFinal()) {
            return this;
        }
        fetcher.changed(grounds.move("c", state, Optional.empty(), address));
        return this;
    }

    Transfer now() {
        return Optional.ofNullable(grounds.transfers.get("c")).orElseThrow();
    }

    byte[] arrived() {
        return sink.at(delivered.getFirst().location().orElseThrow());
    }

    @Override
    public Optional<Transfer> transfer(String pid) throws StoreFailed {
        return grounds.transfer(pid);
    }

    @Override
    public synchronized Answer<Transfer> delivered(String pid, Transfer.Delivered bytes) throws StoreFailed {
        if (isBusy) {
            isBusy = false;
            return new Answer.Busy<>();
        }
        if (isPausedAtTheLast) {
            isPausedAtTheLast = false;
            move(TransferState.SUSPENDED);
        }
        if (now().effective() != TransferState.STARTED) {
            return new Answer.Refused<>(now().pids(), Reason.of("not-possible-now"));
        }
        delivered.add(bytes);
        move(TransferState.COMPLETED);
        return new Answer.Taken<>(now(), false);
    }

    @Override
    public synchronized Answer<Transfer> end(String pid, Reason reason) {
        if (now().effective().isFinal()) {
            return new Answer.Refused<>(now().pids(), Reason.of("not-possible-now"));
        }
        ended.add(reason);
        move(TransferState.TERMINATED);
        return new Answer.Taken<>(now(), false);
    }
}
