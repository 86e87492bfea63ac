package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.hasekura.evidence.Entry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("messages that overtake or cross each other")
class CrossingTest {

    private static final Reason PAUSE = Reason.of("pause", "the line is busy");
    private static final Reason STOP = Reason.of("stop", "no longer wanted");
    private static final Wire SLOW_ANSWERS = (_, _) -> new Wire.Fate.AnswerSlow(Duration.ofSeconds(1));

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"direct", "confirm"})
    @DisplayName(
            "a peer that answers before its acknowledgement is recorded is heard, and the late one changes nothing")
    void fastPeer(String dataset) throws StoreFailed {
        Pair pair = Pair.withJapan();
        pair.consumer().through(SLOW_ANSWERS);
        pair.provider().through(SLOW_ANSWERS);
        String pid = pair.negotiates(dataset, Pair.OPEN);
        TwoNodesNegotiateTest.sameAgreement(pair, pid);
        assertThat(pair.consumer().tries()).hasSize(dataset.equals("direct") ? 2 : 3);
        assertThat(Evidence.of(pair.consumer(), pid, Entry.StateChanged.class))
                .extracting(Entry.StateChanged::byMessage)
                .contains("acknowledged by an answer");
        String transfer =
                pair.starts(pair.negotiation(pid).agreement().orElseThrow().id());
        Pair.process(pair.consumer().exchange().transfers().delivered(transfer, TwoNodesTransferTest.arrived()));
        pair.world().settle();
        TwoNodesTransferTest.both(pair, transfer, TransferState.COMPLETED);
    }

    @Test
    @DisplayName("a suspension and a completion: the completion stands")
    void suspendedAndCompleted() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.starts(pair.agrees("direct", Pair.OPEN));
        provider(pair, pid, new TransferAct.Suspend(PAUSE));
        Pair.process(pair.consumer().exchange().transfers().delivered(pid, TwoNodesTransferTest.arrived()));
        pair.world().settle();
        TwoNodesTransferTest.both(pair, pid, TransferState.COMPLETED);
        assertThat(Evidence.of(pair.consumer(), pid, Entry.TransferEnded.class)).hasSize(1);
        assertThat(Evidence.of(pair.provider(), pair.transferOfProvider(pid).pid(), Entry.TransferEnded.class))
                .hasSize(1);
    }

    @Test
    @DisplayName("the same from both sides: suspended, resumed, completed, ended once each")
    void bothTheSame() throws StoreFailed {
        for (TransferAct last : List.of(new TransferAct.Complete(), new TransferAct.Terminate(STOP))) {
            Pair pair = Pair.withJapan();
            String pid = pair.starts(pair.agrees("direct", Pair.OPEN));
            for (TransferAct act : List.of(new TransferAct.Suspend(PAUSE), new TransferAct.Start(), last)) {
                provider(pair, pid, act);
                Pair.process(pair.consumer().exchange().transfers().act(pid, act));
                pair.world().settle();
                TransferState expected = switch (act) {
                    case TransferAct.Suspend _ -> TransferState.SUSPENDED;
                    case TransferAct.Start _ -> TransferState.STARTED;
                    case TransferAct.Complete _ -> TransferState.COMPLETED;
                    case TransferAct.Terminate _ -> TransferState.TERMINATED;
                };
                TwoNodesTransferTest.both(pair, pid, expected);
            }
            for (Side side : List.of(pair.consumer(), pair.provider())) {
                String own = side == pair.consumer()
                        ? pid
                        : pair.transferOfProvider(pid).pid();
                assertThat(Evidence.of(side, own, Entry.TransferEnded.class)).hasSize(1);
            }
        }
    }

    @ParameterizedTest(name = "the provider first: {0}")
    @ValueSource(booleans = {true, false})
    @DisplayName("a suspension that was said before in the same words, from both sides: suspended on both")
    void suspendedAgain(boolean providerFirst) throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.starts(pair.agrees("direct", Pair.OPEN));
        var pause = new TransferAct.Suspend(PAUSE);
        Pair.process(pair.consumer().exchange().transfers().act(pid, pause));
        pair.world().settle();
        provider(pair, pid, new TransferAct.Start());
        pair.world().settle();
        TwoNodesTransferTest.both(pair, pid, TransferState.STARTED);
        if (providerFirst) {
            provider(pair, pid, pause);
        }
        Pair.process(pair.consumer().exchange().transfers().act(pid, pause));
        if (!providerFirst) {
            provider(pair, pid, pause);
        }
        pair.world().settle();
        TwoNodesTransferTest.both(pair, pid, TransferState.SUSPENDED);
    }

    @Test
    @DisplayName("an end and a suspension, a resumption or a completion: ended on both sides, with its reason")
    void endedAnd() throws StoreFailed {
        for (boolean providerEnds : List.of(true, false)) {
            for (TransferAct other :
                    List.of(new TransferAct.Suspend(PAUSE), new TransferAct.Start(), new TransferAct.Complete())) {
                Pair pair = Pair.withJapan();
                String pid = pair.starts(pair.agrees("direct", Pair.OPEN));
                if (other instanceof TransferAct.Start) {
                    TwoNodesTransferTest.act(pair, true, pid, new TransferAct.Suspend(PAUSE));
                }
                TransferAct end = new TransferAct.Terminate(STOP);
                provider(pair, pid, providerEnds ? end : other);
                Pair.process(pair.consumer().exchange().transfers().act(pid, providerEnds ? other : end));
                pair.world().settle();
                TwoNodesTransferTest.both(pair, pid, TransferState.TERMINATED);
                assertThat(pair.transfer(pid).reason()).contains(STOP);
                assertThat(pair.transferOfProvider(pid).reason()).contains(STOP);
            }
        }
    }

    @Test
    @DisplayName("an end by the provider and an acceptance by the consumer: ended on both sides, with its reason")
    void endedAndAccepted() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.negotiates("contacts", Pair.SERVICE);
        Pair.process(pair.consumer().exchange().negotiations().act(pid, new NegotiationAct.Accept()));
        Pair.process(pair.provider()
                .exchange()
                .negotiations()
                .act(pair.negotiationOfProvider(pid).pid(), new NegotiationAct.Terminate(STOP)));
        pair.world().settle();
        TwoNodesNegotiateTest.ended(pair, pid, "stop");
    }

    @Test
    @DisplayName("an end by the consumer and the provider's last word: no agreement stands on either side")
    void endedAndFinalized() throws StoreFailed {
        Pair pair = Pair.withJapan();
        pair.provider()
                .through((message, _) ->
                        message.type().endsWith("FINALIZED") ? new Wire.Fate.RequestLost() : new Wire.Fate.Arrives());
        String pid = pair.asks("direct", Pair.OPEN);
        pair.world().pass(Duration.ofMillis(10));
        assertThat(pair.negotiation(pid).state()).isEqualTo(NegotiationState.VERIFIED);
        Pair.process(pair.consumer().exchange().negotiations().act(pid, new NegotiationAct.Terminate(STOP)));
        pair.provider().through(Wire.GOOD);
        pair.world().settle();
        TwoNodesNegotiateTest.ended(pair, pid, "stop");
        assertThat(pair.consumer().store().agreements("", 10)).noneMatch(Concluded::stands);
        assertThat(pair.provider().store().agreements("", 10)).noneMatch(Concluded::stands);
    }

    @Test
    @DisplayName("what is asked while the start is still on its way waits for it and is not lost")
    void suspendedBeforeHeard() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String agreement = pair.agrees("direct", Pair.OPEN);
        pair.provider().through((_, _) -> new Wire.Fate.RequestLost());
        String pid = pair.asksForBytes(agreement);
        pair.world().pass(Duration.ofSeconds(1));
        Answer<Transfer> answer = pair.provider()
                .exchange()
                .transfers()
                .act(pair.transferOfProvider(pid).pid(), new TransferAct.Suspend(PAUSE));
        assertThat(Pair.refusal(answer).code()).isEqualTo("message-on-its-way");
        pair.provider().through(Wire.GOOD);
        pair.world().settle();
        TwoNodesTransferTest.both(pair, pid, TransferState.STARTED);
        TwoNodesTransferTest.act(pair, false, pid, new TransferAct.Suspend(PAUSE));
        TwoNodesTransferTest.both(pair, pid, TransferState.SUSPENDED);
    }

    @Test
    @DisplayName("bytes that arrive while a resumption is on its way are completed once it is heard")
    void deliveredBeforeHeard() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.starts(pair.agrees("direct", Pair.OPEN));
        TwoNodesTransferTest.act(pair, true, pid, new TransferAct.Suspend(PAUSE));
        pair.consumer().through((_, _) -> new Wire.Fate.AnswerLost());
        Pair.process(pair.consumer().exchange().transfers().act(pid, new TransferAct.Start()));
        pair.world().pass(Duration.ofSeconds(1));
        Pair.process(pair.consumer().exchange().transfers().delivered(pid, TwoNodesTransferTest.arrived()));
        pair.consumer().through(Wire.GOOD);
        pair.world().settle();
        TwoNodesTransferTest.both(pair, pid, TransferState.COMPLETED);
        assertThat(pair.transfer(pid).delivered()).contains(TwoNodesTransferTest.arrived());
    }

    @Test
    @DisplayName("a request that is taken back before anybody has acknowledged it ends on both sides")
    void takenBack() throws StoreFailed {
        Pair pair = Pair.withJapan();
        pair.consumer().through((_, _) -> new Wire.Fate.AnswerLost());
        String pid = pair.asks("manual", Pair.OPEN);
        pair.world().pass(Duration.ofMillis(10));
        Pair.process(pair.consumer().exchange().negotiations().act(pid, new NegotiationAct.Terminate(STOP)));
        pair.world().settle();
        assertThat(pair.negotiation(pid).state()).isEqualTo(NegotiationState.TERMINATED);
        Negotiation there = pair.negotiationOfProvider(pid);
        Pair.process(pair.provider().exchange().negotiations().decide(there.pid(), true, "steward", "fine"));
        pair.world().settle();
        assertThat(pair.negotiationOfProvider(pid).state()).isEqualTo(NegotiationState.TERMINATED);
        assertThat(pair.negotiationOfProvider(pid).reason().map(Reason::code)).contains("peer-refused");
    }

    private static void provider(Pair pair, String consumerPid, TransferAct act) throws StoreFailed {
        Pair.process(pair.provider()
                .exchange()
                .transfers()
                .act(pair.transferOfProvider(consumerPid).pid(), act));
    }
}
