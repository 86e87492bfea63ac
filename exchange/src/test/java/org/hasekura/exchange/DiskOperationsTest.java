package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.hasekura.exchange.testing.SimDisk;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Something happens at the n-th operation of the simulated disk, for every n of a whole exchange. The same is done to the
 * product on a real disk by `StorageCallsTest` of the tests.
 */
@Tag("faults")
@DisplayName("A node whose disk fails once, or which ends, at any operation of it")
class DiskOperationsTest {

    private static final Duration LATER = Duration.ofSeconds(1);

    private enum What {
        EIO,
        SIGKILL,
        POWER_LOSS
    }

    @Test
    @DisplayName("class E in the simulator: loses nothing that it has acknowledged, and finishes")
    void everyOperation() {
        var report = new FaultReport("E-simulated");
        for (Role role : Role.values()) {
            for (What what : What.values()) {
                boolean isReached = true;
                for (int operation = 1; isReached; operation++) {
                    isReached = one(role, what, operation, report);
                }
            }
        }
        report.tell("");
        assertThat(report.failed()).isEmpty();
        assertThat(report.size()).as("operations that were tried").isGreaterThan(2 * 3 * 30);
    }

    /** Whether the exchange came to that operation at all. */
    private static boolean one(Role role, What what, int operation, FaultReport report) {
        String point = "operation " + operation + " " + what + " " + role;
        Pair pair = Pair.seeded("JP", operation);
        Side side = role == Role.PROVIDER ? pair.provider() : pair.consumer();
        var watch = new FaultMatrix.Watch(pair.world());
        pair.consumer().listening(watch);
        pair.provider().listening(watch);
        long before = side.disk().operations();
        var calls = new AtomicLong();
        side.troubled((kind, file) -> {
            if (side.disk().operations() - before >= operation && calls.getAndIncrement() == 0) {
                watch.happens();
                pair.world().after(LATER, () -> startAgain(side));
                happen(what, side, kind, file);
            }
        });
        String result = "ok";
        try {
            exchange(pair);
        } catch (Exception | AssertionError failed) {
            result = "failed: " + String.valueOf(failed.getMessage()).replaceAll("[\\s;]+", " ");
        }
        if (watch.hasHappened()) {
            Ledger.Account account = side.account();
            report.add(new FaultReport.Case(
                    point,
                    result,
                    account.acknowledged(),
                    account.present(),
                    account.extra(),
                    watch.recoveryMillis(),
                    operation));
        }
        return watch.hasHappened();
    }

    private static void startAgain(Side side) {
        if (!side.isUp()) {
            side.restart();
        }
    }

    private static void happen(What what, Side side, SimDisk.Operation kind, String file) throws IOException {
        switch (what) {
            case EIO -> throw new IOException("Input/output error in a " + kind + " of " + file);
            case SIGKILL -> side.die(Death.SIGKILL);
            case POWER_LOSS -> side.die(Death.POWER_LOSS);
        }
        throw new StoreFailed("dies now");
    }

    private static void exchange(Pair pair) throws StoreFailed {
        patiently(pair, () -> {
            if (pair.consumer().store().negotiations("", 1).isEmpty()) {
                pair.asks("confirm", Pair.OPEN);
            }
        });
        Negotiation negotiation = pair.consumer().store().negotiations("", 1).getFirst();
        assertThat(negotiation.state()).isEqualTo(NegotiationState.FINALIZED);
        patiently(pair, () -> {
            if (pair.consumer().store().transfers("", 1).isEmpty()) {
                pair.asksForBytes(negotiation.agreement().orElseThrow().id());
            }
        });
        Transfer transfer = pair.consumer().store().transfers("", 1).getFirst();
        patiently(pair, () -> {
            if (pair.transfer(transfer.pid()).delivered().isEmpty()) {
                Pair.process(pair.consumer()
                        .exchange()
                        .transfers()
                        .delivered(transfer.pid(), TwoNodesTransferTest.arrived()));
            }
        });
        TwoNodesTransferTest.both(pair, transfer.pid(), TransferState.COMPLETED);
        // What is done from here on is the test's own.
        pair.consumer().troubled((_, _) -> {});
        pair.provider().troubled((_, _) -> {});
        WhatAlwaysHolds.check(pair.provider());
        WhatAlwaysHolds.check(pair.consumer());
        WhatAlwaysHolds.sameOnBothSides(pair);
    }

    private interface Doing {
        void something() throws StoreFailed;
    }

    /** A person who looks, once all is well, whether it was done, and if not does it again. */
    private static void patiently(Pair pair, Doing doing) throws StoreFailed {
        try {
            doing.something();
        } catch (StoreFailed died) {
            pair.world().settle();
            doing.something();
        }
        pair.world().settle();
        doing.something();
        pair.world().settle();
    }
}
