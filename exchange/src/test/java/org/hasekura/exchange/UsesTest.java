package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.identity.Fact;
import org.hasekura.identity.Participant;
import org.hasekura.policy.Constraint.Atomic;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Operator;
import org.hasekura.policy.Permission;
import org.hasekura.policy.Terms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("an agreement that bounds its use")
class UsesTest {

    private static final Map<String, String> NOT_PERSONAL = Map.of("nonPersonal", "true", "originRegime", "none");

    @Test
    @DisplayName("by a count lets so many transfers start, over a restart, and no more; to resume one is no use")
    void count() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String agreement = agreed(pair, Atomic.of("count", Operator.LTEQ, "2"));
        String first = pair.starts(agreement);
        TwoNodesTransferTest.act(pair, true, first, new TransferAct.Suspend(Reason.of("pause", "a while")));
        TwoNodesTransferTest.act(pair, true, first, new TransferAct.Start());
        TwoNodesTransferTest.both(pair, first, TransferState.STARTED);
        assertThat(pair.provider().store().use(agreement).orElseThrow().count()).isEqualTo(1);

        pair.provider().restart();
        pair.world().settle();
        String second = pair.starts(agreement);
        assertThat(pair.provider().store().use(agreement).orElseThrow().count()).isEqualTo(2);

        String third = pair.asksForBytes(agreement);
        pair.world().settle();
        TwoNodesTransferTest.both(pair, third, TransferState.TERMINATED);
        assertThat(pair.transfer(third).reason())
                .contains(Reason.of("terms-not-met", "allowed only at most 2 times; this is use no. 3"));
        assertThat(pair.provider().store().use(agreement).orElseThrow().count()).isEqualTo(2);

        pair.world().pass(Duration.ofDays(3));
        TwoNodesTransferTest.both(pair, first, TransferState.STARTED);
        TwoNodesTransferTest.both(pair, second, TransferState.STARTED);
        WhatAlwaysHolds.check(pair.provider());
    }

    @Test
    @DisplayName("by the time since the first use ends what runs at that very second, whichever transfer was the first")
    void elapsedTime() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String agreement = agreed(pair, Atomic.of("elapsedTime", Operator.LTEQ, "PT36H"));
        pair.world().pass(Duration.ofDays(2));
        String first = pair.starts(agreement);
        Instant began = pair.provider().store().use(agreement).orElseThrow().first();
        pair.world().pass(Duration.ofHours(20));
        String second = pair.starts(agreement);
        pair.world()
                .pass(Duration.between(pair.world().now(), began.plus(Duration.ofHours(36)))
                        .minusSeconds(1));
        TwoNodesTransferTest.both(pair, first, TransferState.STARTED);
        TwoNodesTransferTest.both(pair, second, TransferState.STARTED);
        pair.world().pass(Duration.ofSeconds(2));
        for (String pid : List.of(first, second)) {
            TwoNodesTransferTest.both(pair, pid, TransferState.TERMINATED);
            assertThat(pair.transfer(pid).reason().orElseThrow().sentences())
                    .singleElement()
                    .asString()
                    .startsWith("allowed only until 1 day 12 hours after the first use; first used on ");
        }
    }

    @Test
    @DisplayName("by the time since it was made ends what runs then, too")
    void sinceTheAgreement() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String agreement = agreed(
                pair, Atomic.of("https://w3id.org/edc/v0.0.1/ns/inForceDate", Operator.LTEQ, "contractAgreement+3d"));
        String pid = pair.starts(agreement);
        Instant made = pair.provider()
                .store()
                .agreement(agreement)
                .orElseThrow()
                .agreement()
                .timestamp();
        pair.world()
                .pass(Duration.between(pair.world().now(), made.plus(Duration.ofDays(3)))
                        .minusSeconds(1));
        TwoNodesTransferTest.both(pair, pid, TransferState.STARTED);
        pair.world().pass(Duration.ofSeconds(2));
        TwoNodesTransferTest.both(pair, pid, TransferState.TERMINATED);
    }

    @Test
    @DisplayName("by a certification that nobody knows of waits, and starts by itself once the register names it")
    void unknownFact() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String agreement = agreed(pair, Atomic.of("credential", Operator.EQ, "ISO27001"));
        String pid = pair.asksForBytes(agreement);
        pair.world().settle();
        TwoNodesTransferTest.both(pair, pid, TransferState.REQUESTED);
        Reason waits = pair.transferOfProvider(pid).reason().orElseThrow();
        assertThat(waits.code()).isEqualTo("terms-open");
        assertThat(waits.sentences().getFirst()).startsWith("does the recipient hold the membership or certification");

        pair.provider()
                .exchange()
                .offerings()
                .register(certified(pair.consumer().participant()));
        pair.world().settle();
        TwoNodesTransferTest.both(pair, pid, TransferState.STARTED);

        pair.provider().exchange().offerings().register(pair.consumer().participant());
        pair.world().settle();
        TwoNodesTransferTest.both(pair, pid, TransferState.SUSPENDED);
        assertThat(pair.transfer(pid).reason().map(Reason::code)).contains("terms-open");
    }

    private static Participant certified(Participant participant) {
        List<Fact> facts = new ArrayList<>(participant.facts());
        facts.add(new Fact(
                Fact.Name.CREDENTIAL,
                "ISO27001",
                "certificate on file",
                LocalDate.parse("2026-01-01"),
                Optional.empty(),
                Instant.parse("2026-01-01T00:00:00Z")));
        return new Participant(participant.did(), facts, participant.safeguards());
    }

    private static String agreed(Pair pair, Atomic constraint) throws StoreFailed {
        var offer = new Offer("bounded", Terms.permitting(Permission.use(constraint)));
        pair.offer("bounded", NOT_PERSONAL, offer, Dataset.Answering.DIRECT);
        return pair.agrees("bounded", offer);
    }
}
