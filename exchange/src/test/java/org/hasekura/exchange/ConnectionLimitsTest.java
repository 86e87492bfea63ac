package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.Entry;
import org.hasekura.identity.Fact;
import org.hasekura.identity.Participant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a limit on connections")
class ConnectionLimitsTest {

    @ParameterizedTest(name = "given by the provider: {0}")
    @DisplayName(
            "pauses what runs on either side, refuses what is new in its words, and lets it go on once it is lifted")
    @ValueSource(booleans = {true, false})
    void pausesAndLifts(boolean byProvider) throws StoreFailed {
        Pair pair = Pair.withJapan();
        String agreement = pair.agrees("direct", Pair.OPEN);
        String pid = pair.starts(agreement);
        Side giver = byProvider ? pair.provider() : pair.consumer();
        String other = (byProvider ? pair.consumer() : pair.provider()).did();

        Limit limit = given(giver, new Limit.Target.Party(other), Limit.Effect.SUSPEND);
        assertThat(running(giver, byProvider ? pair.transferOfProvider(pid).pid() : pid))
                .as("before anything is sent")
                .isFalse();
        pair.world().settle();
        TwoNodesTransferTest.both(pair, pid, TransferState.SUSPENDED);
        Reason told = pair.transfer(pid).reason().orElseThrow();
        assertThat(told.code()).isEqualTo("connection-limited");
        assertThat(told.sentences()).contains("because: equipment is examined (order 7/2026)");

        if (byProvider) {
            String refused = pair.negotiates("direct", Pair.OPEN);
            assertThat(pair.negotiation(refused)
                            .reason()
                            .orElseThrow()
                            .sentences()
                            .toString())
                    .contains("because: equipment is examined (order 7/2026)");
            assertThat(pair.negotiation(refused).state()).isEqualTo(NegotiationState.TERMINATED);
        } else {
            Answer<Negotiation> refused = pair.consumer()
                    .exchange()
                    .negotiations()
                    .request(pair.provider().did(), pair.provider().address(), "direct", Pair.OPEN);
            assertThat(Pair.refusal(refused)).isEqualTo(told);
        }
        pair.world().settle();
        int entries = giver.store().entries().size();
        pair.world().pass(Duration.ofDays(3));
        TwoNodesTransferTest.both(pair, pid, TransferState.SUSPENDED);
        assertThat(giver.store().entries()).hasSize(entries);

        lifted(giver, limit);
        pair.world().settle();
        TwoNodesTransferTest.both(pair, pid, TransferState.STARTED);
        assertThat(pair.transfer(pid).reason()).isEmpty();
        assertThat(giver.store().entries())
                .hasAtLeastOneElementOfType(Entry.LimitGiven.class)
                .hasAtLeastOneElementOfType(Entry.LimitLifted.class);
        WhatAlwaysHolds.check(pair.provider());
        WhatAlwaysHolds.check(pair.consumer());
    }

    @Test
    @DisplayName("ends what runs where that was ordered, and nothing goes on when it is lifted")
    void terminates() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.starts(pair.agrees("direct", Pair.OPEN));
        Limit limit = given(pair.provider(), new Limit.Target.Country("JP"), Limit.Effect.TERMINATE);
        pair.world().settle();
        TwoNodesTransferTest.both(pair, pid, TransferState.TERMINATED);
        assertThat(pair.transfer(pid).reason().map(Reason::code)).contains("connection-barred");
        lifted(pair.provider(), limit);
        pair.world().settle();
        TwoNodesTransferTest.both(pair, pid, TransferState.TERMINATED);
    }

    @Test
    @DisplayName("tells before it is ordered whom it would meet and what it would stop, and changes nothing")
    void reach() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.starts(pair.agrees("direct", Pair.OPEN));
        Limits limits = pair.provider().exchange().limits();
        String running = pair.transferOfProvider(pid).pid();
        int entries = pair.provider().store().entries().size();

        LimitReach all = limits.reach(new Limit.Target.Country("JP"), Limit.Effect.SUSPEND);
        assertThat(all.participants())
                .extracting(each -> each.did().text())
                .containsExactly(pair.consumer().did());
        assertThat(all.transfers()).extracting(Transfer::pid).containsExactly(running);
        assertThat(limits.reach(new Limit.Target.Country("KE"), Limit.Effect.TERMINATE)
                        .transfers())
                .isEmpty();
        assertThat(pair.provider().store().entries()).hasSize(entries);

        Limit given = given(pair.provider(), new Limit.Target.Country("JP"), Limit.Effect.SUSPEND);
        pair.world().settle();
        assertThat(limits.on(pair.consumer().did())).contains(given);
        assertThat(limits.reach(new Limit.Target.Country("JP"), Limit.Effect.SUSPEND)
                        .transfers())
                .as("what is paused already")
                .isEmpty();
        assertThat(limits.reach(new Limit.Target.Country("JP"), Limit.Effect.TERMINATE)
                        .transfers())
                .hasSize(1);
    }

    @Test
    @DisplayName("by a supplier meets whom the register says to rest on it, and nobody else")
    void supplier() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.starts(pair.agrees("direct", Pair.OPEN));
        given(pair.provider(), new Limit.Target.Supplier("Cable Works"), Limit.Effect.SUSPEND);
        pair.world().settle();
        TwoNodesTransferTest.both(pair, pid, TransferState.STARTED);
        pair.provider().exchange().offerings().register(supplied(pair.consumer().participant()));
        pair.world().settle();
        TwoNodesTransferTest.both(pair, pid, TransferState.SUSPENDED);
        pair.provider().exchange().offerings().register(pair.consumer().participant());
        pair.world().settle();
        TwoNodesTransferTest.both(pair, pid, TransferState.STARTED);
    }

    @Test
    @DisplayName("begins and ends at its instants by itself, over a restart of the node")
    void dated() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.starts(pair.agrees("direct", Pair.OPEN));
        Instant begins = pair.world().now().plus(Duration.ofHours(50));
        Instant ends = begins.plus(Duration.ofHours(30));
        done(pair.provider()
                .exchange()
                .limits()
                .give(order(
                        new Limit.Target.Country("JP"), Limit.Effect.SUSPEND, Optional.of(begins), Optional.of(ends))));
        pair.world().pass(Duration.between(pair.world().now(), begins).minusSeconds(1));
        TwoNodesTransferTest.both(pair, pid, TransferState.STARTED);
        pair.world().pass(Duration.ofSeconds(2));
        TwoNodesTransferTest.both(pair, pid, TransferState.SUSPENDED);
        pair.provider().restart();
        pair.world().pass(Duration.between(pair.world().now(), ends).minusSeconds(1));
        TwoNodesTransferTest.both(pair, pid, TransferState.SUSPENDED);
        pair.world().pass(Duration.ofSeconds(2));
        TwoNodesTransferTest.both(pair, pid, TransferState.STARTED);
    }

    @Test
    @DisplayName("ends negotiations that are open, and does not give way to a peer that resumes")
    void openNegotiations() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.starts(pair.agrees("direct", Pair.OPEN));
        String waits = pair.negotiates("manual", Pair.OPEN);
        Limit limit =
                given(pair.provider(), new Limit.Target.Party(pair.consumer().did()), Limit.Effect.SUSPEND);
        pair.world().settle();
        assertThat(pair.negotiation(waits).state()).isEqualTo(NegotiationState.TERMINATED);
        TwoNodesTransferTest.act(pair, true, pid, new TransferAct.Start());
        TwoNodesTransferTest.both(pair, pid, TransferState.SUSPENDED);
        assertThat(pair.provider().exchange().limits().lift(limit.id(), "operator", "over"))
                .isInstanceOf(Limits.Given.Done.class);
        assertThat(pair.provider().exchange().limits().lift(limit.id(), "operator", "over"))
                .isInstanceOf(Limits.Given.NotFound.class);
    }

    @Test
    @DisplayName(
            "is not got round by a peer that refuses to pause: then the transfer ends, on the consumer's side, too")
    void refusedPause() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.starts(pair.agrees("direct", Pair.OPEN));
        pair.consumer()
                .through((message, _) -> message.type().equals("TransferSuspensionMessage")
                        ? new Wire.Fate.Answered(400, "no")
                        : new Wire.Fate.Arrives());
        given(pair.consumer(), new Limit.Target.Party(pair.provider().did()), Limit.Effect.SUSPEND);
        pair.world().settle();
        TwoNodesTransferTest.both(pair, pid, TransferState.TERMINATED);
        assertThat(pair.transfer(pid).reason().map(Reason::code)).contains("connection-limited");
    }

    @Test
    @DisplayName("has evidence of what it refuses: the first at once, and then how many there were in an hour")
    void refusalsAreEvidence() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String agreement = pair.agrees("direct", Pair.OPEN);
        Limit limit = given(pair.provider(), new Limit.Target.Country("JP"), Limit.Effect.SUSPEND);
        // To settle the world runs every timer, also the one of an hour.
        for (int i = 0; i < 6; i++) {
            asks(pair);
        }
        pair.consumer()
                .exchange()
                .transfers()
                .request(agreement, pair.provider().address());
        pair.world().settle();
        assertThat(refusals(pair.provider()))
                .containsExactly(
                        new Refused(limit.id(), pair.consumer().did(), 1),
                        new Refused(limit.id(), pair.consumer().did(), 6));

        asks(pair);
        pair.world().settle();
        assertThat(refusals(pair.provider()))
                .as("after an hour the next is the first again")
                .hasSize(3);
        pair.provider().exchange().limits().countRefusals();
        pair.world().pass(Duration.ofDays(2));
        assertThat(refusals(pair.provider())).hasSize(3);
        WhatAlwaysHolds.check(pair.provider());
    }

    private static void asks(Pair pair) throws StoreFailed {
        pair.consumer()
                .exchange()
                .negotiations()
                .request(pair.provider().did(), pair.provider().address(), "direct", Pair.OPEN);
    }

    private record Refused(String limit, String participant, long count) {}

    private static List<Refused> refusals(Side side) {
        return side.store().entries().stream()
                .filter(Entry.RefusedUnderLimit.class::isInstance)
                .map(Entry.RefusedUnderLimit.class::cast)
                .map(each -> new Refused(each.limitId(), each.participant(), each.count()))
                .toList();
    }

    private static boolean running(Side side, String pid) {
        return side.store().transfer(pid).orElseThrow().isRunning();
    }

    private static Limit given(Side side, Limit.Target target, Limit.Effect effect) throws StoreFailed {
        return done(side.exchange().limits().give(order(target, effect, Optional.empty(), Optional.empty())));
    }

    private static void lifted(Side side, Limit limit) throws StoreFailed {
        done(side.exchange().limits().lift(limit.id(), "security authority", "examined and found good"));
    }

    private static Limit done(Limits.Given given) {
        return switch (given) {
            case Limits.Given.Done(Limit limit) -> limit;
            case Limits.Given.NotFound _, Limits.Given.Busy _ -> throw new AssertionError(given);
        };
    }

    private static Limits.Order order(
            Limit.Target target, Limit.Effect effect, Optional<Instant> from, Optional<Instant> until) {
        return new Limits.Order(
                target, effect, from, until, "equipment is examined", "order 7/2026", "security authority");
    }

    private static Participant supplied(Participant participant) {
        List<Fact> facts = new ArrayList<>(participant.facts());
        facts.add(new Fact(
                Fact.Name.SUPPLIER,
                "Cable Works",
                "inventory of the operator",
                LocalDate.parse("2026-01-01"),
                Optional.empty(),
                Instant.parse("2026-01-01T00:00:00Z")));
        return new Participant(participant.did(), facts, participant.safeguards());
    }
}
