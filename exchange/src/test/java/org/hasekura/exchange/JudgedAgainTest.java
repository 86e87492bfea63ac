package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hasekura.evidence.Entry;
import org.hasekura.law.Law;
import org.hasekura.policy.Constraint;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Operator;
import org.hasekura.policy.Permission;
import org.hasekura.policy.Terms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a running transfer is judged again")
class JudgedAgainTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final LocalDate LAST = LocalDate.parse("2026-12-31");

    /** The packaged law with an imagined end of the decision that the flow from Germany to Japan rests on. */
    private static Law ending(LocalDate last) {
        return Side.LAW.withEnd("EU-JP-2019", last);
    }

    @Test
    @DisplayName(
            "when other law data are loaded: what they forbid is paused at once, with the provisions told to both sides")
    void otherLaw() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = contacts(pair);
        String there = pair.transferOfProvider(pid).pid();

        pair.provider().exchange().judgeBy(ending(TODAY.minusDays(1)));
        assertThat(pair.transferOfProvider(pid).isRunning())
                .as("at the provider, before anything is sent")
                .isFalse();
        pair.world().settle();
        TwoNodesTransferTest.both(pair, pid, TransferState.SUSPENDED);
        Reason told = pair.transfer(pid).reason().orElseThrow();
        assertThat(told).isEqualTo(pair.transferOfProvider(pid).reason().orElseThrow());
        assertThat(told.code()).isEqualTo("not-permitted-today");
        assertThat(String.join(" ", told.sentences()))
                .contains("may not be sent on 2026-11-21", "GDPR Art. 44", "would be cured by");
        assertThat(rulings(pair, there)).containsExactly(Entry.Outcome.PERMITTED, Entry.Outcome.FORBIDDEN);
        WhatAlwaysHolds.check(pair.provider());
        WhatAlwaysHolds.check(pair.consumer());
    }

    @Test
    @DisplayName("and one that was paused so goes on when somebody resumes it under a law that permits it again")
    void permittedAgain() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = contacts(pair);
        String there = pair.transferOfProvider(pid).pid();
        pair.provider().exchange().judgeBy(ending(TODAY.minusDays(1)));
        pair.world().settle();
        assertThat(Pair.refusal(pair.provider().exchange().transfers().act(there, new TransferAct.Start()))
                        .code())
                .isEqualTo("not-permitted-today");
        pair.provider().exchange().judgeBy(Side.LAW);
        TwoNodesTransferTest.act(pair, false, pid, new TransferAct.Start());
        TwoNodesTransferTest.both(pair, pid, TransferState.STARTED);
        assertThat(pair.transfer(pid).reason()).isEmpty();
    }

    @Test
    @DisplayName("at the start of a node with other law data, and with the same data only where something is otherwise")
    void atStart() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = contacts(pair);
        int before = pair.provider().store().entries().size();
        pair.provider().restart();
        pair.world().settle();
        assertThat(pair.provider().store().entries()).hasSize(before);
        pair.provider().judgingBy(ending(TODAY.minusDays(1)));
        pair.world().settle();
        TwoNodesTransferTest.both(pair, pid, TransferState.SUSPENDED);
    }

    @Test
    @DisplayName("on the day after a decision ends, not before, and without anybody asking")
    void sunset() throws StoreFailed {
        Pair pair = Pair.withJapan();
        pair.provider().judgingBy(ending(LAST));
        String pid = contacts(pair);
        pair.world()
                .pass(Duration.between(pair.world().now(), startOf(LAST.plusDays(1)))
                        .minusSeconds(1));
        TwoNodesTransferTest.both(pair, pid, TransferState.STARTED);
        pair.world().pass(Duration.ofSeconds(2));
        TwoNodesTransferTest.both(pair, pid, TransferState.SUSPENDED);
        assertThat(rulings(pair, pair.transferOfProvider(pid).pid()))
                .containsExactly(Entry.Outcome.PERMITTED, Entry.Outcome.FORBIDDEN);
    }

    @Test
    @DisplayName("on the day after a safeguard in the register ends")
    void safeguardEnds() throws StoreFailed {
        Pair pair = Pair.withKenya();
        pair.provider()
                .exchange()
                .offerings()
                .register(Pair.bound(pair.consumer().participant(), Optional.of(LAST)));
        String pid = contacts(pair);
        pair.world().pass(Duration.between(pair.world().now(), startOf(LAST)).plusHours(23));
        TwoNodesTransferTest.both(pair, pid, TransferState.STARTED);
        pair.world().pass(Duration.ofHours(2));
        TwoNodesTransferTest.both(pair, pid, TransferState.SUSPENDED);
    }

    @Test
    @DisplayName("when the register says something else of the recipient")
    void otherFacts() throws StoreFailed {
        Pair pair = Pair.withKenya();
        pair.provider()
                .exchange()
                .offerings()
                .register(Pair.bound(pair.consumer().participant(), Optional.empty()));
        String pid = contacts(pair);
        pair.provider().exchange().offerings().register(pair.consumer().participant());
        pair.world().settle();
        TwoNodesTransferTest.both(pair, pid, TransferState.SUSPENDED);
        assertThat(pair.transfer(pid).reason().map(Reason::code)).contains("not-permitted-today");
    }

    @Test
    @DisplayName("at the very second at which its terms run out, which ends it")
    void termsRunOut() throws StoreFailed {
        Pair pair = Pair.withJapan();
        Offer tonight = new Offer(
                "tonight",
                Terms.permitting(
                        Permission.use(Constraint.Atomic.of("dateTime", Operator.LT, "2026-11-21T18:00:00Z"))));
        pair.offer("tonight", Map.of("nonPersonal", "true", "originRegime", "none"), tonight, Dataset.Answering.DIRECT);
        String pid = pair.starts(pair.agrees("tonight", tonight));
        pair.world()
                .pass(Duration.between(pair.world().now(), startOf(TODAY))
                        .plusHours(18)
                        .minusSeconds(1));
        TwoNodesTransferTest.both(pair, pid, TransferState.STARTED);
        pair.world().pass(Duration.ofSeconds(2));
        TwoNodesTransferTest.both(pair, pid, TransferState.TERMINATED);
        assertThat(pair.transfer(pid).reason().map(Reason::code)).contains("terms-not-met");
    }

    @Test
    @DisplayName("for years without an entry or a commit while nothing is otherwise")
    void asBefore() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = contacts(pair);
        int before = pair.provider().store().entries().size();
        long version = pair.transferOfProvider(pid).version();
        pair.world().pass(Duration.ofDays(800));
        TwoNodesTransferTest.both(pair, pid, TransferState.STARTED);
        assertThat(pair.provider().store().entries()).hasSize(before);
        assertThat(pair.transferOfProvider(pid).version()).isEqualTo(version);
    }

    @Test
    @DisplayName("and ended where this side's last message has not arrived, since a pause cannot be told yet")
    void unheard() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String agreement = agreement(pair);
        pair.provider()
                .through((message, _) ->
                        message.type().contains("Start") ? new Wire.Fate.RequestLost() : new Wire.Fate.Arrives());
        String pid = pair.asksForBytes(agreement);
        pair.world().pass(Duration.ofSeconds(5));
        assertThat(pair.transferOfProvider(pid).isRunning()).isTrue();
        pair.provider().exchange().judgeBy(ending(TODAY.minusDays(1)));
        pair.world().settle();
        TwoNodesTransferTest.both(pair, pid, TransferState.TERMINATED);
        assertThat(pair.transfer(pid).reason().map(Reason::code)).contains("not-permitted-today");
    }

    @Test
    @DisplayName("and ended where the peer refuses to pause: not for an instant do the bytes move again")
    void pauseRefused() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = contacts(pair);
        pair.provider()
                .through((message, _) -> message.type().contains("Suspension")
                        ? new Wire.Fate.Answered(400, "")
                        : new Wire.Fate.Arrives());
        List<TransferState> seen = new ArrayList<>();
        pair.provider().listening(new Listener() {
            @Override
            public void changed(Negotiation negotiation) {}

            @Override
            public void changed(Transfer transfer) {
                seen.add(transfer.effective());
            }
        });
        pair.provider().exchange().judgeBy(ending(TODAY.minusDays(1)));
        pair.world().settle();
        TwoNodesTransferTest.both(pair, pid, TransferState.TERMINATED);
        assertThat(pair.transfer(pid).reason().map(Reason::code)).contains("not-permitted-today");
        assertThat(seen).doesNotContain(TransferState.STARTED).startsWith(TransferState.SUSPENDED);
        WhatAlwaysHolds.check(pair.provider());
    }

    @Test
    @DisplayName("even if the law is replaced between its ruling and the commit of its start")
    void replacedBetween() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String agreement = agreement(pair);
        String pid = pair.asksForBytes(agreement);
        var replaced = new AtomicBoolean();
        pair.provider().dying((side, moment) -> {
            if (moment.isAt(Moment.Stage.BEFORE) && replaced.compareAndSet(false, true)) {
                try {
                    side.exchange().judgeBy(ending(TODAY.minusDays(1)));
                } catch (StoreFailed failed) {
                    throw new IllegalStateException(failed);
                }
            }
            return Optional.empty();
        });
        pair.world().settle();
        assertThat(replaced).isTrue();
        assertThat(pair.transferOfProvider(pid).isRunning()).isFalse();
        assertThat(pair.transfer(pid).isRunning()).isFalse();
        assertThat(rulings(pair, pair.transferOfProvider(pid).pid()))
                .containsExactly(Entry.Outcome.PERMITTED, Entry.Outcome.FORBIDDEN);
    }

    @Test
    @DisplayName("and where the law leaves it open it waits for a person, whose permit holds for what was asked")
    void personDecides() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = contacts(pair);
        String there = pair.transferOfProvider(pid).pid();
        undecided(pair);
        pair.world().settle();
        TwoNodesTransferTest.both(pair, pid, TransferState.SUSPENDED);
        assertThat(pair.transfer(pid).reason().map(Reason::code)).contains("person-decides");
        TwoNodesTransferTest.act(pair, true, pid, new TransferAct.Start());
        TwoNodesTransferTest.both(pair, pid, TransferState.SUSPENDED);

        Pair.process(pair.provider().exchange().transfers().decide(there, true, "compliance-officer", "asked them"));
        pair.world().settle();
        TwoNodesTransferTest.both(pair, pid, TransferState.STARTED);
        assertThat(Evidence.of(pair.provider(), there, Entry.DecisionTaken.class))
                .extracting(Entry.DecisionTaken::decision)
                .containsExactly(Entry.Decision.PERMIT);
        int before = pair.provider().store().entries().size();
        pair.world().pass(Duration.ofDays(3));
        pair.provider().restart();
        TwoNodesTransferTest.both(pair, pid, TransferState.STARTED);
        assertThat(pair.provider().store().entries()).hasSize(before);
        WhatAlwaysHolds.check(pair.provider());
    }

    @Test
    @DisplayName("and a person may refuse, which ends it; nobody decides what does not wait")
    void personRefuses() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = contacts(pair);
        String there = pair.transferOfProvider(pid).pid();
        Transfers transfers = pair.provider().exchange().transfers();
        assertThat(Pair.refusal(transfers.decide(there, true, "role", "why")).code())
                .isEqualTo("nothing-to-decide");
        undecided(pair);
        pair.world().settle();
        Pair.process(transfers.decide(there, false, "compliance-officer", "not without an answer"));
        pair.world().settle();
        TwoNodesTransferTest.both(pair, pid, TransferState.TERMINATED);
        assertThat(pair.transfer(pid).reason().orElseThrow())
                .isEqualTo(Reason.of("refused-by-person", "not without an answer"));
    }

    @Test
    @DisplayName("and a request that the law leaves open waits, too, until a fact or a person answers it")
    void requestWaits() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String agreement = agreement(pair);
        undecided(pair);
        String pid = pair.asksForBytes(agreement);
        pair.world().settle();
        TwoNodesTransferTest.both(pair, pid, TransferState.REQUESTED);
        assertThat(pair.transferOfProvider(pid).reason().map(Reason::code)).contains("person-decides");
        pair.provider().exchange().offerings().register(pair.consumer().participant());
        pair.world().settle();
        TwoNodesTransferTest.both(pair, pid, TransferState.STARTED);
    }

    /** What the register says of the recipient no longer tells what it is: the law has to ask. */
    private static void undecided(Pair pair) throws StoreFailed {
        var full = pair.consumer().participant();
        pair.provider()
                .exchange()
                .offerings()
                .register(new org.hasekura.identity.Participant(
                        full.did(),
                        full.facts().stream()
                                .filter(fact -> fact.name() != org.hasekura.identity.Fact.Name.ROLE)
                                .toList(),
                        List.of()));
    }

    private static String contacts(Pair pair) throws StoreFailed {
        return pair.starts(agreement(pair));
    }

    private static String agreement(Pair pair) throws StoreFailed {
        String negotiation = pair.negotiates("contacts", Pair.SERVICE);
        Pair.process(pair.consumer().exchange().negotiations().act(negotiation, new NegotiationAct.Accept()));
        pair.world().settle();
        return pair.negotiation(negotiation).agreement().orElseThrow().id();
    }

    private static List<Entry.Outcome> rulings(Pair pair, String pid) {
        return Evidence.of(pair.provider(), pid, Entry.RulingGiven.class).stream()
                .map(Entry.RulingGiven::outcome)
                .toList();
    }

    private static java.time.Instant startOf(LocalDate day) {
        return day.atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
    }
}
