package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.policy.Offer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a message that comes again or comes at the wrong time")
class SaidAgainTest {

    private static final String PID = "urn:uuid:of-the-stranger";

    @Test
    @DisplayName("the same body under a new token: the same answer, nothing new, the version unchanged")
    void repeated() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.negotiates("confirm", Pair.OPEN);
        String transfer =
                pair.starts(pair.negotiation(pid).agreement().orElseThrow().id());
        List<Outgoing> said = List.copyOf(pair.consumer().tries());
        assertThat(said).hasSize(4);
        for (Outgoing message : said) {
            unchanged(pair, () -> pair.provider().take(pair.consumer().did(), "again " + message.id(), message));
        }
        List<Outgoing> answered = List.copyOf(pair.provider().tries());
        for (Outgoing message : answered) {
            unchanged(pair, () -> pair.consumer().take(pair.provider().did(), "again " + message.id(), message));
        }
        assertThat(pair.transferOfProvider(transfer).state()).isEqualTo(TransferState.STARTED);
    }

    @Test
    @DisplayName("a token that was used, on a repeated message too: refused as used, nothing changed")
    void tokenReused() throws StoreFailed {
        Pair pair = Pair.withJapan();
        Inbound first = request(pair, PID, "token-1", Pair.OPEN);
        Pair.process(pair.provider().exchange().negotiations().open(first, opening(pair, PID, Pair.OPEN)));
        int entries = pair.provider().store().entries().size();
        Inbound other = request(pair, PID + "-2", "token-1", Pair.OPEN);
        assertThat(pair.provider().exchange().negotiations().open(other, opening(pair, PID + "-2", Pair.OPEN)))
                .isInstanceOf(Answer.TokenReused.class);
        assertThat(pair.provider().exchange().negotiations().open(first, opening(pair, PID, Pair.OPEN)))
                .isInstanceOf(Answer.TokenReused.class);
        Inbound repeated = request(pair, PID, "token-2", Pair.OPEN);
        Pair.process(pair.provider().exchange().negotiations().open(repeated, opening(pair, PID, Pair.OPEN)));
        Inbound third = request(pair, PID + "-3", "token-2", Pair.OPEN);
        assertThat(pair.provider().exchange().negotiations().open(third, opening(pair, PID + "-3", Pair.OPEN)))
                .isInstanceOf(Answer.TokenReused.class);
        assertThat(pair.provider().store().entries()).hasSize(entries);
        assertThat(pair.provider().store().negotiations("", 10)).hasSize(1);
    }

    @Test
    @DisplayName("the same words of a peer that gives its messages no names: heard again where they are legal again")
    void withoutNames() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.starts(pair.agrees("direct", Pair.OPEN));
        Transfer there = pair.transferOfProvider(pid);
        var pause = new TransferMessage.Suspension(there.pids(), Optional.empty(), List.of());
        var resume = new TransferMessage.Start(there.pids(), Optional.empty());
        for (int round = 0; round < 3; round++) {
            int tries = 0;
            for (TransferMessage message : List.of(pause, pause, resume, resume)) {
                String token = "round " + round + ", try " + tries++;
                Inbound in = pair.provider().inbound(pair.consumer().did(), token, TransferJson.write(message));
                Pair.process(pair.provider().exchange().transfers().receive(in, there.pid(), message));
                assertThat(pair.transferOfProvider(pid).state()).isEqualTo(message.leadsTo());
            }
        }
        assertThat(Evidence.states(pair.provider(), there.pid())).hasSize(2 + 6);
    }

    @Test
    @DisplayName("the same message twice at the same moment: one process, one answer")
    void atTheSameMoment() throws StoreFailed {
        Pair pair = Pair.withJapan();
        List<Answer<Negotiation>> answers = new ArrayList<>();
        // The second comes when the first has been judged and is about to be committed.
        pair.provider().dying((provider, moment) -> {
            if (moment.isAt(Moment.Stage.BEFORE) && answers.isEmpty()) {
                answers.add(new Answer.Busy<>());
                answers.add(opened(pair, "token-b"));
            }
            return Optional.empty();
        });
        answers.add(opened(pair, "token-a"));
        assertThat(pair.provider().store().negotiations("", 10)).hasSize(1);
        assertThat(Pair.process(answers.get(1)).pid())
                .isEqualTo(Pair.process(answers.get(2)).pid());
        WhatAlwaysHolds.check(pair.provider());
    }

    private static Answer<Negotiation> opened(Pair pair, String token) {
        try {
            return pair.provider()
                    .exchange()
                    .negotiations()
                    .open(request(pair, PID, token, Pair.OPEN), opening(pair, PID, Pair.OPEN));
        } catch (StoreFailed failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    @DisplayName("the same request in another message: the process there is, heard again, however far it has come")
    void askedAgain() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.negotiates("direct", Pair.OPEN);
        String agreement = pair.negotiation(pid).agreement().orElseThrow().id();
        String transfer = pair.starts(agreement);
        Negotiation there = pair.negotiationOfProvider(pid);
        int entries = pair.provider().store().entries().size();

        Answer<Negotiation> negotiation = pair.provider()
                .exchange()
                .negotiations()
                .open(
                        renamed(pair, NegotiationJson.write(opening(pair, pid, Pair.OPEN))),
                        opening(pair, pid, Pair.OPEN));
        assertThat(Pair.process(negotiation).state()).isEqualTo(there.state());
        var request = new TransferMessage.Request(
                transfer, agreement, Transfers.HTTP_PULL, pair.consumer().address(), Optional.empty());
        Answer<Transfer> again =
                pair.provider().exchange().transfers().open(renamed(pair, TransferJson.write(request)), request);
        assertThat(Pair.process(again)).isEqualTo(pair.transferOfProvider(transfer));
        assertThat(Pair.process(again).state()).isEqualTo(TransferState.STARTED);
        assertThat(pair.provider().store().entries()).hasSize(entries + 2); // that they were heard
    }

    @Test
    @DisplayName("the last message under another name: heard, nothing moves; an older one, or another content: refused")
    void saidUnderAnotherName() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.negotiates("direct", Pair.OPEN);
        Negotiation there = pair.negotiationOfProvider(pid);
        assertThat(there.state()).isEqualTo(NegotiationState.FINALIZED);
        var verified = new NegotiationMessage.Verified(there.pids());
        int entries = pair.provider().store().entries().size();
        for (int time = 1; time <= 2; time++) {
            Inbound in = pair.provider()
                    .inbound(
                            pair.consumer().did(),
                            "token of time " + time,
                            NegotiationJson.write(verified, "another-" + time));
            Negotiation now =
                    Pair.process(pair.provider().exchange().negotiations().receive(in, there.pid(), verified));
            assertThat(now.state()).isEqualTo(NegotiationState.FINALIZED);
            // What is acknowledged is in the evidence.
            assertThat(pair.provider().store().entries()).hasSize(entries + time);
        }
        refused(pair, pair.consumer().did(), there.pid(), new NegotiationMessage.Accepted(there.pids()), 400);

        Transfer transfer = pair.transferOfProvider(
                pair.starts(pair.negotiation(pid).agreement().orElseThrow().id()));
        for (var message : List.of(
                new TransferMessage.Suspension(transfer.pids(), Optional.of("pause"), List.of("lunch")),
                new TransferMessage.Suspension(transfer.pids(), Optional.of("pause"), List.of("lunch")))) {
            Pair.process(said(pair, transfer, message));
        }
        assertThat(Evidence.states(pair.provider(), transfer.pid())).endsWith("SUSPENDED");
        int before = pair.provider().store().entries().size();
        assertThat(Pair.refusal(said(
                                pair,
                                transfer,
                                new TransferMessage.Suspension(
                                        transfer.pids(), Optional.of("pause"), List.of("supper"))))
                        .code())
                .isEqualTo("not-possible-now");
        assertThat(pair.provider().store().entries()).hasSize(before);
    }

    private static Answer<Transfer> said(Pair pair, Transfer transfer, TransferMessage message) throws StoreFailed {
        String name = "named " + pair.provider().store().entries().size() + message.hashCode();
        Inbound in = pair.provider().inbound(pair.consumer().did(), name, TransferJson.write(message, name));
        return pair.provider().exchange().transfers().receive(in, transfer.pid(), message);
    }

    private static Inbound renamed(Pair pair, String body) {
        String named = body.replaceFirst("\\{", "{\"@id\":\"urn:uuid:another\",");
        return pair.provider().inbound(pair.consumer().did(), "token of " + body.length(), named);
    }

    @Test
    @DisplayName("the same name for another request: refused, for negotiations and transfers")
    void nameInUse() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.negotiates("direct", Pair.OPEN);
        String agreement = pair.negotiation(pid).agreement().orElseThrow().id();
        String transfer = pair.starts(agreement);
        var other = new Offer("open", Pair.SERVICE.terms());
        assertThat(Pair.refusal(pair.provider()
                                .exchange()
                                .negotiations()
                                .open(request(pair, pid, "token-3", other), opening(pair, pid, other)))
                        .code())
                .isEqualTo("pid-in-use");
        var again = new TransferMessage.Request(
                transfer, agreement, Transfers.HTTP_PULL, pair.provider().address(), Optional.empty());
        Inbound in = pair.provider().inbound(pair.consumer().did(), "token-4", TransferJson.write(again));
        assertThat(Pair.refusal(pair.provider().exchange().transfers().open(in, again))
                        .code())
                .isEqualTo("pid-in-use");
    }

    @Test
    @DisplayName(
            "every message that the table does not allow, or of other pids or another peer: refused, nothing changed")
    void illegal() throws StoreFailed {
        for (String dataset : List.of("manual", "confirm", "direct")) {
            Pair pair = Pair.withJapan();
            String pid = pair.negotiates(dataset, Pair.OPEN);
            Negotiation there = pair.negotiationOfProvider(pid);
            for (NegotiationMessage message : about(there.pids(), there.datasetId())) {
                boolean legal = NegotiationTable.step(there.effective(), message, Role.CONSUMER) instanceof Step.Moved;
                if (!legal) {
                    refused(pair, pair.consumer().did(), there.pid(), message, 400);
                }
                refused(pair, "did:web:stranger.example", there.pid(), message, 404);
            }
            Pids others = new Pids(there.pid(), "urn:uuid:other");
            for (NegotiationMessage message : about(others, there.datasetId())) {
                refused(pair, pair.consumer().did(), there.pid(), message, 400);
            }
        }
    }

    private static List<NegotiationMessage> about(Pids pids, String datasetId) {
        return List.of(
                new NegotiationMessage.CounterRequest(pids, Pair.OPEN, datasetId),
                new NegotiationMessage.Offered(pids, Pair.OPEN, datasetId),
                new NegotiationMessage.Accepted(pids),
                new NegotiationMessage.Agreed(pids, Samples.AGREEMENT),
                new NegotiationMessage.Verified(pids),
                new NegotiationMessage.Finalized(pids),
                new NegotiationMessage.Terminated(pids, Optional.empty(), List.of()));
    }

    private static void refused(Pair pair, String peer, String pid, NegotiationMessage message, int status)
            throws StoreFailed {
        Inbound in = pair.provider().inbound(peer, peer + message + pid + status, NegotiationJson.write(message));
        List<Object> before = standing(pair.provider());
        Answer<Negotiation> answer = pair.provider().exchange().negotiations().receive(in, pid, message);
        assertThat(answer).isInstanceOf(status == 404 ? Answer.NotFound.class : Answer.Refused.class);
        assertThat(standing(pair.provider())).isEqualTo(before);
    }

    private interface Said {
        Peers.Reply again() throws java.io.IOException;
    }

    private static void unchanged(Pair pair, Said said) {
        List<Object> before = List.of(standing(pair.provider()), standing(pair.consumer()));
        try {
            assertThat(said.again().isAcknowledgement()).isTrue();
        } catch (java.io.IOException down) {
            throw new AssertionError(down);
        }
        assertThat(List.<Object>of(standing(pair.provider()), standing(pair.consumer())))
                .isEqualTo(before);
    }

    private static List<Object> standing(Side side) {
        return List.of(
                side.store().negotiations("", 10),
                side.store().transfers("", 10),
                side.store().outbox(),
                side.store().entries());
    }

    private static NegotiationMessage.Request opening(Pair pair, String pid, Offer offer) {
        return new NegotiationMessage.Request(pid, pair.consumer().address(), offer, "direct");
    }

    private static Inbound request(Pair pair, String pid, String token, Offer offer) {
        return pair.provider().inbound(pair.consumer().did(), token, NegotiationJson.write(opening(pair, pid, offer)));
    }
}
