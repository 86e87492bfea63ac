package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.Entry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("two nodes transfer")
class TwoNodesTransferTest {

    private static final Reason PAUSE = Reason.of("pause", "the line is busy");

    @Test
    @DisplayName("requested, started with an address, completed with the same digest on both sides")
    void completes() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.starts(pair.agrees("direct", Pair.OPEN));
        assertThat(pair.transfer(pid).dataAddress()).isPresent();
        Pair.process(pair.consumer().exchange().transfers().delivered(pid, arrived()));
        pair.world().settle();
        both(pair, pid, TransferState.COMPLETED);
        assertThat(Evidence.states(pair.consumer(), pid)).containsExactly("REQUESTED", "STARTED", "COMPLETED");
        Entry.TransferEnded here =
                Evidence.of(pair.consumer(), pid, Entry.TransferEnded.class).getFirst();
        Entry.TransferEnded there = Evidence.of(
                        pair.provider(), pair.transferOfProvider(pid).pid(), Entry.TransferEnded.class)
                .getFirst();
        assertThat(here.contentHash().orElseThrow().hex()).isEqualTo(Pair.SHA256);
        assertThat(here.contentHash()).isEqualTo(there.contentHash());
        assertThat(here.byteCount()).isEqualTo(there.byteCount()).isEqualTo(Pair.BYTES);
    }

    @Test
    @DisplayName("and both sides can suspend and resume it, again and again with the same words")
    void suspends() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.starts(pair.agrees("direct", Pair.OPEN));
        for (int round = 0; round < 3; round++) {
            for (boolean byConsumer : List.of(true, false)) {
                act(pair, byConsumer, pid, new TransferAct.Suspend(PAUSE));
                both(pair, pid, TransferState.SUSPENDED);
                assertThat(pair.transferOfProvider(pid).reason()).contains(PAUSE);
                act(pair, byConsumer, pid, new TransferAct.Start());
                both(pair, pid, TransferState.STARTED);
            }
        }
        assertThat(Evidence.of(pair.provider(), pair.transferOfProvider(pid).pid(), Entry.TransferSuspended.class))
                .as("each with the bytes served so far")
                .hasSize(6)
                .allMatch(entry -> entry.byteCount().isPresent());
        assertThat(Evidence.of(pair.consumer(), pid, Entry.TransferSuspended.class))
                .hasSize(6);
    }

    @Test
    @DisplayName("and both sides can end it, started or suspended, with the reason told to the other")
    void terminates() throws StoreFailed {
        for (boolean byConsumer : List.of(true, false)) {
            for (boolean suspended : List.of(true, false)) {
                Pair pair = Pair.withJapan();
                String pid = pair.starts(pair.agrees("direct", Pair.OPEN));
                if (suspended) {
                    act(pair, !byConsumer, pid, new TransferAct.Suspend(PAUSE));
                }
                Reason stop = Reason.of("stop", "no longer wanted");
                act(pair, byConsumer, pid, new TransferAct.Terminate(stop));
                both(pair, pid, TransferState.TERMINATED);
                assertThat(pair.transfer(pid).reason()).contains(stop);
                assertThat(pair.transferOfProvider(pid).reason()).contains(stop);
                assertThat(pair.transferOfProvider(pid).isOpen()).isFalse();
            }
        }
    }

    @Test
    @DisplayName("not under an agreement that is not final, is another's, or is unknown, and not in another format")
    void refused() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String waits = pair.negotiates("contacts", Pair.SERVICE);
        pair.consumer()
                .through((message, _) -> message.type().contains("Verification")
                        ? new Wire.Fate.RequestLost()
                        : new Wire.Fate.Arrives());
        Pair.process(pair.consumer().exchange().negotiations().act(waits, new NegotiationAct.Accept()));
        pair.world().pass(Duration.ofSeconds(1));
        String notFinal = pair.negotiation(waits).agreement().orElseThrow().id();
        assertThat(Pair.refusal(pair.consumer()
                                .exchange()
                                .transfers()
                                .request(notFinal, pair.provider().address()))
                        .code())
                .isEqualTo("agreement-not-in-force");
        assertThat(Pair.refusal(open(pair, pair.consumer().did(), notFinal, Transfers.HTTP_PULL))
                        .code())
                .isEqualTo("agreement-not-in-force");
        pair.consumer().through(Wire.GOOD);
        pair.world().settle();
        String agreement = pair.negotiation(waits).agreement().orElseThrow().id();
        assertThat(open(pair, "did:web:stranger.example", agreement, Transfers.HTTP_PULL))
                .isInstanceOf(Answer.NotFound.class);
        assertThat(open(pair, pair.consumer().did(), "urn:uuid:none", Transfers.HTTP_PULL))
                .isInstanceOf(Answer.NotFound.class);
        assertThat(Pair.refusal(open(pair, pair.consumer().did(), agreement, "Carrier-Pigeon"))
                        .code())
                .isEqualTo("unknown-format");
        assertThat(pair.provider().store().transfers("", 10)).isEmpty();
    }

    @Test
    @DisplayName("not on a later day when the law no longer permits it")
    void notPermittedLater() throws StoreFailed {
        Pair pair = Pair.withKenya();
        LocalDate last = LocalDate.parse("2026-12-31");
        pair.provider()
                .exchange()
                .offerings()
                .register(Pair.bound(pair.consumer().participant(), Optional.of(last)));
        String negotiation = pair.negotiates("contacts", Pair.SERVICE);
        Pair.process(pair.consumer().exchange().negotiations().act(negotiation, new NegotiationAct.Accept()));
        pair.world().settle();
        String agreement =
                pair.negotiation(negotiation).agreement().orElseThrow().id();
        String resumed = pair.starts(agreement);
        act(pair, true, resumed, new TransferAct.Suspend(PAUSE));
        pair.world().pass(Duration.ofDays(60));

        String pid = pair.asksForBytes(agreement);
        pair.world().settle();
        both(pair, pid, TransferState.TERMINATED);
        assertThat(pair.transfer(pid).reason().map(Reason::code)).contains("not-permitted-today");
        assertThat(Evidence.of(pair.provider(), pair.transferOfProvider(pid).pid(), Entry.RulingGiven.class))
                .extracting(Entry.RulingGiven::outcome)
                .containsExactly(Entry.Outcome.FORBIDDEN);

        String suspended = pair.transferOfProvider(resumed).pid();
        assertThat(Pair.refusal(pair.provider().exchange().transfers().act(suspended, new TransferAct.Start()))
                        .code())
                .isEqualTo("not-permitted-today");
        act(pair, true, resumed, new TransferAct.Start());
        both(pair, resumed, TransferState.TERMINATED);
        assertThat(pair.transfer(resumed).reason().map(Reason::code)).contains("not-permitted-today");
    }

    private static Answer<Transfer> open(Pair pair, String peer, String agreementId, String format) throws StoreFailed {
        var request = new TransferMessage.Request(
                "urn:uuid:" + format + peer.length() + agreementId.length(),
                agreementId,
                format,
                pair.consumer().address(),
                Optional.empty());
        Inbound in = pair.provider().inbound(peer, "token of " + request, TransferJson.write(request));
        return pair.provider().exchange().transfers().open(in, request);
    }

    static Transfer.Delivered arrived() {
        return new Transfer.Delivered(Pair.BYTES, Pair.SHA256, Optional.of("/received/place.txt"));
    }

    /** One side acts, and everything that follows by itself happens. */
    static void act(Pair pair, boolean byConsumer, String pid, TransferAct act) throws StoreFailed {
        Side side = byConsumer ? pair.consumer() : pair.provider();
        String own = byConsumer ? pid : pair.transferOfProvider(pid).pid();
        Pair.process(side.exchange().transfers().act(own, act));
        pair.world().settle();
    }

    static void both(Pair pair, String pid, TransferState state) {
        assertThat(pair.transfer(pid).state()).isEqualTo(state);
        assertThat(pair.transfer(pid).sending()).isEmpty();
        assertThat(pair.transferOfProvider(pid).state()).isEqualTo(state);
        assertThat(pair.transferOfProvider(pid).sending()).isEmpty();
    }
}
