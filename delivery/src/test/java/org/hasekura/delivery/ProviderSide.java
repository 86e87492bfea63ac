package org.hasekura.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.Role;
import org.hasekura.exchange.Scheduler;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferState;

/** A provider with one dataset, one agreement and one transfer `t`, all in memory. */
final class ProviderSide {
    final MemoryGrounds grounds = new MemoryGrounds();
    final MemorySource source = new MemorySource();
    final HandScheduler scheduler = new HandScheduler();
    final RandomGenerator random = new Random(7);
    final Deliveries deliveries;
    final byte[] bytes;
    Optional<String> token = Optional.empty();

    ProviderSide(int length) {
        this(length, Optional.empty());
    }

    ProviderSide(int length, Scheduler threads) {
        this(length, Optional.of(threads));
    }

    private ProviderSide(int length, Optional<Scheduler> threads) {
        deliveries = new Deliveries(
                URI.create("https://provider.example/"), grounds, source, threads.orElse(scheduler), random);
        bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        source.put("file", bytes, MemoryGrounds.PUBLISHED);
        grounds.datasets.put("dataset", MemoryGrounds.dataset(content()));
        grounds.agreements.put(
                "agreement", MemoryGrounds.concluded(Optional.of(MemoryGrounds.PUBLISHED), Optional.empty()));
        grounds.put(MemoryGrounds.requested("t", Role.PROVIDER));
    }

    Dataset.Content content() {
        try {
            Contents.Described described = Contents.describe(new ByteArrayInputStream(bytes), Long.MAX_VALUE)
                    .orElseThrow();
            return new Dataset.Content("file", "text/csv", "größe 尺寸.csv", described.bytes(), described.sha256());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Starts, or resumes with a new token, as a provider does. */
    ProviderSide start() {
        deliveries.changed(commitStart());
        return this;
    }

    /** Another state under the same token. */
    ProviderSide move(TransferState state) {
        deliveries.changed(commit(state, now().dataTokenHash()));
        return this;
    }

    /** Durable, but nobody is told. */
    Transfer commitStart() {
        var grant = deliveries.grant("t");
        token = Optional.ofNullable(grant.address().properties().get("authorization"));
        return commit(TransferState.STARTED, grant.tokenHash());
    }

    Transfer commit(TransferState state, Optional<String> hash) {
        return grounds.move("t", state, hash, Optional.empty());
    }

    Transfer now() {
        return Optional.ofNullable(grounds.transfers.get("t")).orElseThrow();
    }

    Opening open() throws IOException {
        return open(Optional.empty(), Optional.empty());
    }

    Opening open(Optional<String> range, Optional<String> ifRange) throws IOException {
        return deliveries.open("t", token, range, ifRange);
    }

    Opening.Serve serve() throws IOException {
        return (Opening.Serve) open();
    }
}
