package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hasekura.evidence.Entry;

/** What the evidence of a side shows whatever has happened to it. */
final class WhatAlwaysHolds {

    /** What may follow a state; a first state follows "-". A request that nobody has heard may be taken back. */
    private static final Map<String, Set<String>> NEGOTIATION = Map.of(
            "-", Set.of("REQUESTED", "OFFERED", "TERMINATED"),
            "REQUESTED", Set.of("OFFERED", "AGREED", "TERMINATED"),
            "OFFERED", Set.of("REQUESTED", "ACCEPTED", "TERMINATED"),
            "ACCEPTED", Set.of("AGREED", "TERMINATED"),
            "AGREED", Set.of("VERIFIED", "TERMINATED"),
            "VERIFIED", Set.of("FINALIZED", "TERMINATED"));

    private static final Map<String, Set<String>> TRANSFER = Map.of(
            "-", Set.of("REQUESTED", "TERMINATED"),
            "REQUESTED", Set.of("STARTED", "TERMINATED"),
            "STARTED", Set.of("SUSPENDED", "COMPLETED", "TERMINATED"),
            "SUSPENDED", Set.of("STARTED", "TERMINATED"));

    private WhatAlwaysHolds() {}

    static void check(Side side) {
        for (Negotiation negotiation : side.store().negotiations("", Integer.MAX_VALUE)) {
            chain(side, negotiation.pid(), negotiation.state().name(), negotiation.peerPid(), NEGOTIATION);
            rulingBeforeAgreement(side, negotiation);
        }
        for (Transfer transfer : side.store().transfers("", Integer.MAX_VALUE)) {
            chain(side, transfer.pid(), transfer.state().name(), transfer.peerPid(), TRANSFER);
            started(side, transfer);
            ended(side, transfer);
        }
        heardOnce(side);
        outboxIsWanted(side);
        nothingPersonal(side);
        wholeLog(side);
    }

    /** The published log is what the entries make, and each head that was signed belongs to it. */
    private static void wholeLog(Side side) {
        try {
            side.log().refresh();
            side.log().check();
        } catch (IOException e) {
            throw new AssertionError("the log of " + side.did() + " cannot be read", e);
        }
    }

    /** One entry for each transition, in order, each legal, the last of them the state that is stored. */
    private static void chain(
            Side side, String pid, String stored, Optional<String> peerPid, Map<String, Set<String>> legal) {
        String at = "-";
        for (Entry.StateChanged change : Evidence.of(side, pid, Entry.StateChanged.class)) {
            assertThat(change.from().orElse("-"))
                    .as("%s at %s", pid, side.did())
                    .isEqualTo(at);
            assertThat(legal.getOrDefault(at, Set.of())).as("from %s", at).contains(change.to());
            at = change.to();
        }
        boolean unheard = at.equals("-") && peerPid.isEmpty();
        assertThat(unheard ? "REQUESTED" : at).as("%s at %s", pid, side.did()).isEqualTo(stored);
    }

    /** A provider agrees after the law was asked, and to nothing that it forbids or that it and nobody else decided. */
    private static void rulingBeforeAgreement(Side side, Negotiation negotiation) {
        boolean permitted = false;
        boolean decided = false;
        for (Entry entry : Evidence.of(side, negotiation.pid())) {
            switch (entry) {
                case Entry.RulingGiven ruling ->
                    permitted = ruling.outcome() == Entry.Outcome.PERMITTED
                            || ruling.outcome() == Entry.Outcome.PERMITTED_IF
                            || (ruling.outcome() == Entry.Outcome.UNDECIDED && decided);
                case Entry.DecisionTaken decision -> {
                    decided = decision.decision() == Entry.Decision.PERMIT;
                    permitted |= decided;
                }
                case Entry.MessageSent sent
                when sent.messageType().equals("ContractAgreementMessage") ->
                    assertThat(permitted)
                            .as("a ruling before the agreement of %s", negotiation.pid())
                            .isTrue();
                default -> {}
            }
        }
    }

    /** No byte without a finalized agreement and a recorded start. */
    private static void started(Side side, Transfer transfer) {
        if (transfer.role() == Role.CONSUMER) {
            return;
        }
        List<Entry> entries = side.store().entries();
        boolean agreed = false;
        boolean ruled = false;
        boolean begun = false;
        for (Entry entry : entries) {
            switch (entry) {
                case Entry.AgreementConcluded concluded ->
                    agreed |= concluded.agreementId().equals(transfer.agreementId());
                case Entry.RulingGiven ruling -> ruled |= ruling.process().equals(Optional.of(transfer.pid()));
                case Entry.TransferStarted start
                when start.pid().equals(transfer.pid()) -> {
                    assertThat(agreed).as("agreement before start").isTrue();
                    assertThat(ruled).as("ruling before start").isTrue();
                    begun = true;
                }
                default -> {}
            }
        }
        boolean open = transfer.effective() == TransferState.STARTED;
        assertThat(!open || begun).as("start of %s recorded", transfer.pid()).isTrue();
    }

    /** The account is closed once, when the transfer has ended. */
    private static void ended(Side side, Transfer transfer) {
        long ends = Evidence.of(side, transfer.pid(), Entry.TransferEnded.class).size();
        boolean unheard = transfer.peerPid().isEmpty();
        assertThat(ends)
                .as("ends of %s, %s at %s", transfer.pid(), transfer.state(), side.did())
                .isEqualTo(transfer.state().isFinal() && !unheard ? 1 : 0);
    }

    /**
     * A provider's door to the bytes opens when it is told that a transfer has started, and closes when it is told
     * anything else: at that moment agreement and start must be durable.
     */
    static void opens(Side side, Transfer transfer) {
        if (transfer.role() == Role.PROVIDER && transfer.state() == TransferState.STARTED && transfer.isRunning()) {
            assertThat(side.store().agreement(transfer.agreementId()).filter(Concluded::stands))
                    .as("an agreement stands under %s", transfer.pid())
                    .isPresent();
            assertThat(Evidence.of(side, transfer.pid(), Entry.TransferStarted.class))
                    .as("the start of %s is in the evidence", transfer.pid())
                    .isNotEmpty();
        }
    }

    private static void heardOnce(Side side) {
        Set<List<String>> heard = new HashSet<>();
        for (Entry entry : side.store().entries()) {
            if (entry instanceof Entry.MessageReceived received) {
                assertThat(heard.add(List.of(received.pid(), received.bodyHash().hex())))
                        .as("%s is recorded once", received)
                        .isTrue();
            }
        }
    }

    /** What is on its way is what the processes are sending, and nothing else. */
    private static void outboxIsWanted(Side side) {
        Map<String, String> sending = new HashMap<>();
        side.store()
                .negotiations("", Integer.MAX_VALUE)
                .forEach(each -> each.sending().ifPresent(it -> sending.put(it.messageId(), each.pid())));
        side.store()
                .transfers("", Integer.MAX_VALUE)
                .forEach(each -> each.sending().ifPresent(it -> sending.put(it.messageId(), each.pid())));
        assertThat(side.store().outbox())
                .extracting(Outgoing::id)
                .containsExactlyInAnyOrderElementsOf(sending.keySet());
    }

    private static void nothingPersonal(Side side) {
        for (Entry entry : side.store().entries()) {
            String text = new String(entry.bytes(), StandardCharsets.UTF_8);
            assertThat(text).doesNotContain("Tanaka", "secret-", "/received/", "file:/");
        }
    }

    /** Both sides stand at the same state, and hold the same agreement. */
    static void sameOnBothSides(Pair pair) {
        for (Negotiation here : pair.consumer().store().negotiations("", Integer.MAX_VALUE)) {
            Optional<Negotiation> there = pair.provider()
                    .store()
                    .negotiationOfPeer(pair.consumer().did(), here.pid())
                    .or(() -> here.peerPid().flatMap(pair.provider().store()::negotiation));
            assertThat(here.sending()).isEmpty();
            if (there.isEmpty()) {
                assertThat(here.state()).isEqualTo(NegotiationState.TERMINATED);
                continue;
            }
            assertThat(there.get().sending()).isEmpty();
            assertThat(there.get().state()).as("%s", here.pid()).isEqualTo(here.state());
            answered(here.reason());
            answered(there.get().reason());
            if (here.state() == NegotiationState.FINALIZED) {
                TwoNodesNegotiateTest.sameAgreement(pair, here.pid());
            } else {
                notStanding(pair.consumer(), here);
                notStanding(pair.provider(), there.get());
            }
        }
        for (Transfer here : pair.consumer().store().transfers("", Integer.MAX_VALUE)) {
            Optional<Transfer> there =
                    pair.provider().store().transferOfPeer(pair.consumer().did(), here.pid());
            assertThat(here.sending()).isEmpty();
            if (there.isEmpty()) {
                assertThat(here.state()).isEqualTo(TransferState.TERMINATED);
                continue;
            }
            assertThat(there.get().sending()).isEmpty();
            assertThat(there.get().state()).as("%s", here.pid()).isEqualTo(here.state());
            answered(here.reason());
            answered(there.get().reason());
        }
    }

    /** Nobody has given up: a network that heals within minutes leaves no message without an answer. */
    private static void answered(Optional<Reason> reason) {
        assertThat(reason.map(Reason::code)).isNotEqualTo(Optional.of("no-answer"));
    }

    private static void notStanding(Side side, Negotiation negotiation) {
        assertThat(side.store().agreements("", Integer.MAX_VALUE))
                .filteredOn(each -> each.negotiationPid().equals(negotiation.pid()))
                .noneMatch(Concluded::stands);
    }
}
