package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hasekura.evidence.Entry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("an agreement that one side ends before its time")
class AgreementEndsTest {

    private static final String WHY = "the parts were sold on";

    @Test
    @DisplayName(
            "stands no longer: what ran under it ends on both sides with the reason, and it is evidence, whoever ends it")
    void ends() throws StoreFailed {
        for (Role role : Role.values()) {
            Pair pair = Pair.withJapan();
            String agreement = pair.agrees("direct", Pair.OPEN);
            String running = pair.starts(agreement);
            String paused = pair.starts(agreement);
            Pair.process(pair.consumer()
                    .exchange()
                    .transfers()
                    .act(paused, new TransferAct.Suspend(Reason.of("pause", "lunch"))));
            pair.world().settle();
            Side side = role == Role.PROVIDER ? pair.provider() : pair.consumer();
            assertThat(side.exchange().agreements().end(agreement, "compliance", WHY))
                    .isInstanceOf(Agreements.Ended.Done.class);
            pair.world().settle();
            for (String pid : List.of(running, paused)) {
                TwoNodesTransferTest.both(pair, pid, TransferState.TERMINATED);
                assertThat(pair.transferOfProvider(pid).reason().orElseThrow().code())
                        .isEqualTo(Agreements.ENDED);
                assertThat(pair.consumer()
                                .store()
                                .transfer(pid)
                                .orElseThrow()
                                .reason()
                                .orElseThrow()
                                .sentences())
                        .contains("because: " + WHY);
            }
            assertThat(side.store().agreement(agreement).orElseThrow().stands()).isFalse();
            Entry.AgreementEnded entry = side.store().entries().stream()
                    .filter(Entry.AgreementEnded.class::isInstance)
                    .map(Entry.AgreementEnded.class::cast)
                    .findFirst()
                    .orElseThrow();
            assertThat(entry.role()).isEqualTo("compliance");
            assertThat(side.store().body(entry.reasonHash().hex()).orElseThrow())
                    .contains(WHY);
            assertThat(side.exchange().agreements().end(agreement, "compliance", WHY))
                    .isInstanceOf(Agreements.Ended.NotInForce.class);
            assertThat(side.exchange().agreements().end("urn:uuid:none", "compliance", WHY))
                    .isInstanceOf(Agreements.Ended.NotFound.class);
            WhatAlwaysHolds.check(pair.provider());
            WhatAlwaysHolds.check(pair.consumer());
        }
    }

    @Test
    @DisplayName("opens no transfer any more, whichever side asks")
    void opensNothing() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String agreement = pair.agrees("direct", Pair.OPEN);
        pair.provider().exchange().agreements().end(agreement, "provider", WHY);
        Answer<Transfer> asked = pair.consumer()
                .exchange()
                .transfers()
                .request(agreement, pair.provider().address());
        pair.world().settle();
        assertThat(pair.consumer()
                        .store()
                        .transfer(Pair.process(asked).pid())
                        .orElseThrow()
                        .state())
                .isEqualTo(TransferState.TERMINATED);
        pair.consumer().exchange().agreements().end(agreement, "consumer", WHY);
        assertThat(Pair.refusal(pair.consumer()
                                .exchange()
                                .transfers()
                                .request(agreement, pair.provider().address()))
                        .code())
                .isEqualTo("agreement-not-in-force");
    }

    @Test
    @DisplayName("at the moment at which a transfer begins: that ends, too")
    void crossing() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String agreement = pair.agrees("direct", Pair.OPEN);
        var isEnded = new AtomicBoolean();
        // It ends when the request has been judged and is about to be stored.
        pair.provider().dying((_, moment) -> {
            if (moment.isAt(Moment.Stage.BEFORE) && isEnded.compareAndSet(false, true)) {
                end(pair, agreement);
            }
            return Optional.empty();
        });
        Answer<Transfer> asked = pair.consumer()
                .exchange()
                .transfers()
                .request(agreement, pair.provider().address());
        pair.world().settle();
        TwoNodesTransferTest.both(pair, Pair.process(asked).pid(), TransferState.TERMINATED);
    }

    private static void end(Pair pair, String agreement) {
        try {
            pair.provider().exchange().agreements().end(agreement, "provider", WHY);
        } catch (StoreFailed failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    @DisplayName("by a node that ends before it has told so: told after the next start")
    void afterDeath() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String agreement = pair.agrees("direct", Pair.OPEN);
        String pid = pair.starts(agreement);
        var isDead = new AtomicBoolean();
        pair.consumer()
                .dying((_, moment) -> moment.isAt(Moment.Stage.DURABLE) && isDead.compareAndSet(false, true)
                        ? Optional.of(Death.SIGKILL)
                        : Optional.empty());
        assertThatThrownBy(() -> pair.consumer().exchange().agreements().end(agreement, "consumer", WHY))
                .isInstanceOf(StoreFailed.class);
        pair.consumer().restart();
        assertThat(pair.consumer().store().agreement(agreement).orElseThrow().stands())
                .isFalse();
        pair.world().settle();
        TwoNodesTransferTest.both(pair, pid, TransferState.TERMINATED);
    }
}
