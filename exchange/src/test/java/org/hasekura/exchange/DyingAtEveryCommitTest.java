package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("a node that dies at a commit")
class DyingAtEveryCommitTest {

    @ParameterizedTest(name = "the {0} by {2}, {1}")
    @CsvSource({
        "provider, BEFORE, SIGKILL",
        "provider, WRITTEN, SIGKILL",
        "provider, WRITTEN, POWER_LOSS",
        "provider, DURABLE, POWER_LOSS",
        "consumer, BEFORE, SIGKILL",
        "consumer, WRITTEN, SIGKILL",
        "consumer, WRITTEN, POWER_LOSS",
        "consumer, DURABLE, POWER_LOSS"
    })
    @DisplayName("finishes by itself after its start, whichever commit it was, with nothing lost or doubled")
    void everyCommit(String who, Moment.Stage stage, Death death) throws StoreFailed {
        int commit = 0;
        boolean died = true;
        while (died) {
            commit++;
            died = dies(who.equals("provider"), stage, death, commit);
        }
        assertThat(commit).as("commits that were tried").isGreaterThan(8);
    }

    /** Whether it came to that commit at all. */
    private static boolean dies(boolean provider, Moment.Stage stage, Death death, int commit) throws StoreFailed {
        Pair pair = Pair.withJapan();
        Side mortal = provider ? pair.provider() : pair.consumer();
        AtomicInteger commits = new AtomicInteger();
        mortal.dying((side, moment) -> {
            if (!moment.isAt(stage) || commits.incrementAndGet() != commit) {
                return Optional.empty();
            }
            pair.world().after(Duration.ofSeconds(1), side::restart);
            return Optional.of(death);
        });
        request(pair);
        pair.world().settle();
        Negotiation negotiation = pair.consumer().store().negotiations("", 10).getFirst();
        TwoNodesNegotiateTest.sameAgreement(pair, negotiation.pid());
        String agreement = negotiation.agreement().orElseThrow().id();
        fetch(pair, agreement);
        pair.world().settle();
        Transfer transfer = pair.consumer().store().transfers("", 10).getFirst();
        deliver(pair, transfer);
        pair.world().settle();
        TwoNodesTransferTest.both(pair, transfer.pid(), TransferState.COMPLETED);
        WhatAlwaysHolds.check(pair.provider());
        WhatAlwaysHolds.check(pair.consumer());
        assertThat(pair.provider().store().negotiations("", 10)).hasSize(1);
        assertThat(pair.provider().store().transfers("", 10)).hasSize(1);
        return commits.get() >= commit;
    }

    /** A person whose node died looks what it has kept, and asks once more if it was nothing. */
    private static void request(Pair pair) throws StoreFailed {
        try {
            pair.asks("confirm", Pair.OPEN);
        } catch (StoreFailed died) {
            pair.world().pass(Duration.ofSeconds(2));
            if (pair.consumer().store().negotiations("", 10).isEmpty()) {
                pair.asks("confirm", Pair.OPEN);
            }
        }
    }

    private static void fetch(Pair pair, String agreement) throws StoreFailed {
        try {
            pair.asksForBytes(agreement);
        } catch (StoreFailed died) {
            pair.world().pass(Duration.ofSeconds(2));
            if (pair.consumer().store().transfers("", 10).isEmpty()) {
                pair.asksForBytes(agreement);
            }
        }
    }

    private static void deliver(Pair pair, Transfer transfer) throws StoreFailed {
        try {
            Pair.process(
                    pair.consumer().exchange().transfers().delivered(transfer.pid(), TwoNodesTransferTest.arrived()));
        } catch (StoreFailed died) {
            pair.world().pass(Duration.ofSeconds(2));
            if (pair.transfer(transfer.pid()).delivered().isEmpty()) {
                Pair.process(pair.consumer()
                        .exchange()
                        .transfers()
                        .delivered(transfer.pid(), TwoNodesTransferTest.arrived()));
            }
        }
    }
}
