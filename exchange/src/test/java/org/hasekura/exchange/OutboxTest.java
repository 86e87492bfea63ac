package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the outbox")
class OutboxTest {

    private static final RetryPlan PLAN =
            new RetryPlan(Duration.ofSeconds(1), 2, Duration.ofMinutes(1), 8, Duration.ofHours(1));

    @Test
    @DisplayName("asks again with delays that grow to the longest, jittered by half, each time under the same body")
    void growing() throws StoreFailed {
        Pair pair = Pair.withJapan();
        pair.consumer().asking(PLAN);
        List<Instant> times = new ArrayList<>();
        pair.consumer().through((_, _) -> {
            times.add(pair.world().now());
            return new Wire.Fate.RequestLost();
        });
        pair.negotiates("direct", Pair.OPEN);
        assertThat(times).hasSize(8);
        for (int i = 1; i < times.size(); i++) {
            long full = Math.min(60_000, 1_000L << (i - 1));
            assertThat(Duration.between(times.get(i - 1), times.get(i)).toMillis())
                    .isBetween(full / 2, full);
        }
        assertThat(pair.consumer().tries())
                .extracting(Outgoing::body)
                .containsOnly(pair.consumer().tries().getFirst().body());
    }

    @Test
    @DisplayName("gives up after the tries of the plan, and says how often it has asked since when")
    void givesUp() throws StoreFailed {
        Pair pair = Pair.withJapan();
        pair.consumer().asking(PLAN);
        pair.consumer().through((_, _) -> new Wire.Fate.RequestLost());
        String pid = pair.negotiates("direct", Pair.OPEN);
        Negotiation ended = pair.negotiation(pid);
        assertThat(ended.state()).isEqualTo(NegotiationState.TERMINATED);
        assertThat(ended.reason())
                .contains(Reason.of("no-answer", "asked 8 times since 2026-11-21 12:00 UTC, no answer (request lost)"));
        assertThat(pair.consumer().store().outbox()).isEmpty();
        WhatAlwaysHolds.check(pair.consumer());
    }

    @Test
    @DisplayName("gives up when the time of the plan is over, also across a restart")
    void givesUpInTime() throws StoreFailed {
        Pair pair = Pair.withJapan();
        pair.consumer()
                .asking(new RetryPlan(Duration.ofMinutes(1), 1, Duration.ofMinutes(1), 1000, Duration.ofMinutes(30)));
        pair.consumer().through((_, _) -> new Wire.Fate.RequestLost());
        String pid = pair.asks("direct", Pair.OPEN);
        pair.world().pass(Duration.ofMinutes(20));
        pair.consumer().restart();
        pair.world().pass(Duration.ofMinutes(9));
        assertThat(pair.negotiation(pid).isOpen()).isTrue();
        pair.world().pass(Duration.ofMinutes(3));
        assertThat(pair.negotiation(pid).reason().map(Reason::code)).contains("no-answer");
    }

    @Test
    @DisplayName("counts its tries across restarts, and says them all when it gives up")
    void countsAcrossRestarts() throws StoreFailed {
        Pair pair = Pair.withJapan();
        pair.consumer().asking(PLAN);
        pair.consumer().through((_, _) -> new Wire.Fate.RequestLost());
        String pid = pair.asks("direct", Pair.OPEN);
        pair.world().pass(Duration.ofSeconds(5));
        int before = pair.consumer().tries().size();
        assertThat(before).isGreaterThan(2);
        assertThat(pair.consumer().store().outbox())
                .extracting(Outgoing::attempts)
                .containsExactly(before);
        pair.consumer().restart();
        pair.world().settle();
        assertThat(pair.consumer().tries()).hasSize(8);
        assertThat(pair.negotiation(pid).reason().orElseThrow().sentences())
                .containsExactly("asked 8 times since 2026-11-21 12:00 UTC, no answer (request lost)");
    }

    @Test
    @DisplayName("asks a peer again that does not find yet what it has acknowledged before, within the plan")
    void notFoundYet() throws StoreFailed {
        Pair pair = Pair.withJapan();
        AtomicInteger unknown = new AtomicInteger(3);
        pair.consumer()
                .through((message, _) -> message.type().contains("Verification") && unknown.getAndDecrement() > 0
                        ? new Wire.Fate.Answered(404, "")
                        : new Wire.Fate.Arrives());
        String pid = pair.negotiates("direct", Pair.OPEN);
        TwoNodesNegotiateTest.sameAgreement(pair, pid);
        assertThat(unknown.get()).isNegative();

        pair.consumer().asking(PLAN);
        pair.consumer()
                .through((message, _) -> message.type().contains("Verification")
                        ? new Wire.Fate.Answered(404, "")
                        : new Wire.Fate.Arrives());
        String never = pair.negotiates("direct", Pair.OPEN);
        assertThat(pair.negotiation(never).reason().orElseThrow().sentences())
                .containsExactly("asked 8 times since 2026-11-21 12:00 UTC, answered 404");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {401, 408, 409, 425, 429, 500, 502, 503})
    @DisplayName("asks again after an answer that may be another one later")
    void again(int status) throws StoreFailed {
        Pair pair = Pair.withJapan();
        pair.consumer()
                .through((_, from) ->
                        from.tries().size() <= 3 ? new Wire.Fate.Answered(status, "") : new Wire.Fate.Arrives());
        String pid = pair.negotiates("direct", Pair.OPEN);
        TwoNodesNegotiateTest.sameAgreement(pair, pid);
        assertThat(pair.consumer().tries()).hasSize(5);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {400, 404, 403, 410, 302})
    @DisplayName("ends with the peer's words after an answer that stays the same")
    void refused(int status) throws StoreFailed {
        Pair pair = Pair.withJapan();
        pair.consumer().through((_, _) -> new Wire.Fate.Answered(status, "{\"reason\": [\"no\n such\"]}"));
        String pid = pair.negotiates("direct", Pair.OPEN);
        assertThat(pair.consumer().tries()).hasSize(1);
        assertThat(pair.negotiation(pid).state()).isEqualTo(NegotiationState.TERMINATED);
        assertThat(pair.negotiation(pid).reason())
                .contains(Reason.of(
                        "peer-refused",
                        "the peer refused a ContractRequestMessage with " + status,
                        "{\"reason\": [\"no such\"]}"));
    }

    @Test
    @DisplayName("ends with the reasons alone where the peer gives them by the protocol")
    void refusedWithReasons() throws StoreFailed {
        Pair pair = Pair.withJapan();
        DspError error = DspError.of(DspError.Kind.NEGOTIATION, Reason.of("limit", "not today", "ask tomorrow"));
        String body = new String(ErrorJson.write(error), java.nio.charset.StandardCharsets.UTF_8);
        pair.consumer().through((_, _) -> new Wire.Fate.Answered(400, body));
        assertThat(pair.negotiation(pair.negotiates("direct", Pair.OPEN)).reason())
                .contains(Reason.of(
                        "peer-refused",
                        "the peer refused a ContractRequestMessage with 400",
                        "not today",
                        "ask tomorrow"));
    }

    @Test
    @DisplayName("tells a peer that refuses a later message that the negotiation ends")
    void refusedLater() throws StoreFailed {
        Pair pair = Pair.withJapan();
        pair.consumer()
                .through((message, _) -> message.type().contains("Verification")
                        ? new Wire.Fate.Answered(400, "")
                        : new Wire.Fate.Arrives());
        String pid = pair.negotiates("direct", Pair.OPEN);
        TwoNodesNegotiateTest.ended(pair, pid, "peer-refused");
    }

    @Test
    @DisplayName("after a restart sends what was on its way, once")
    void restart() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.asks("direct", Pair.OPEN);
        pair.consumer().restart();
        pair.world().settle();
        TwoNodesNegotiateTest.sameAgreement(pair, pid);
        assertThat(pair.consumer().tries()).hasSize(2);
    }

    @Test
    @DisplayName("records the answer later when the own store was too busy for it, whatever it was")
    void storeBusy() throws StoreFailed {
        for (boolean refused : new boolean[] {true, false}) {
            Pair pair = Pair.withJapan();
            pair.consumer().through((_, _) -> refused ? new Wire.Fate.Answered(400, "") : new Wire.Fate.Arrives());
            String pid = pair.asks("manual", Pair.OPEN);
            AtomicInteger times = new AtomicInteger(3);
            pair.consumer().busy(() -> times.getAndDecrement() > 0);
            pair.world().settle();
            assertThat(times.get()).isNegative();
            assertThat(pair.consumer().tries()).hasSize(1);
            assertThat(pair.negotiation(pid).sending()).isEmpty();
            assertThat(pair.negotiation(pid).state())
                    .isEqualTo(refused ? NegotiationState.TERMINATED : NegotiationState.REQUESTED);
        }
    }

    @Test
    @DisplayName("does not send again what was taken back")
    void takenBack() throws StoreFailed {
        Pair pair = Pair.withJapan();
        pair.consumer().through((_, _) -> new Wire.Fate.RequestLost());
        String pid = pair.asks("direct", Pair.OPEN);
        pair.world().pass(Duration.ofMillis(1));
        Pair.process(
                pair.consumer().exchange().negotiations().act(pid, new NegotiationAct.Terminate(Reason.of("no-need"))));
        pair.world().settle();
        assertThat(pair.consumer().tries()).hasSize(1);
        assertThat(pair.provider().store().negotiations("", 10)).isEmpty();
        WhatAlwaysHolds.check(pair.consumer());
    }
}
