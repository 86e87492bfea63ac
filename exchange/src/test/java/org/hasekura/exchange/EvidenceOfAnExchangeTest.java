package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hasekura.evidence.Entry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the evidence of an exchange")
class EvidenceOfAnExchangeTest {

    @Test
    @DisplayName("tells a negotiation in order on both sides: heard, moved, judged, said")
    void negotiation() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.negotiates("direct", Pair.OPEN);
        assertThat(told(pair.consumer(), pid)).isEqualTo("""
                sent ContractRequestMessage
                - -> REQUESTED by ContractRequestMessage
                received ContractAgreementMessage
                REQUESTED -> AGREED by ContractAgreementMessage
                sent ContractAgreementVerificationMessage
                AGREED -> VERIFIED by ContractAgreementVerificationMessage
                received ContractNegotiationEventMessage:FINALIZED
                AgreementConcluded
                VERIFIED -> FINALIZED by ContractNegotiationEventMessage:FINALIZED
                """);
        assertThat(told(pair.provider(), pair.negotiationOfProvider(pid).pid())).isEqualTo("""
                received ContractRequestMessage
                - -> REQUESTED by ContractRequestMessage
                ruling PERMITTED
                sent ContractAgreementMessage
                REQUESTED -> AGREED by ContractAgreementMessage
                received ContractAgreementVerificationMessage
                AGREED -> VERIFIED by ContractAgreementVerificationMessage
                AgreementConcluded
                sent ContractNegotiationEventMessage:FINALIZED
                VERIFIED -> FINALIZED by ContractNegotiationEventMessage:FINALIZED
                """);
    }

    @Test
    @DisplayName("tells a transfer in order on both sides, and its end once it is certain")
    void transfer() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.starts(pair.agrees("direct", Pair.OPEN));
        Pair.process(pair.consumer().exchange().transfers().delivered(pid, TwoNodesTransferTest.arrived()));
        pair.world().settle();
        assertThat(told(pair.consumer(), pid)).isEqualTo("""
                sent TransferRequestMessage
                - -> REQUESTED by TransferRequestMessage
                received TransferStartMessage
                REQUESTED -> STARTED by TransferStartMessage
                TransferStarted
                sent TransferCompletionMessage
                STARTED -> COMPLETED by TransferCompletionMessage
                TransferEnded
                """);
        assertThat(told(pair.provider(), pair.transferOfProvider(pid).pid())).isEqualTo("""
                received TransferRequestMessage
                - -> REQUESTED by TransferRequestMessage
                ruling PERMITTED
                TransferStarted
                sent TransferStartMessage
                REQUESTED -> STARTED by TransferStartMessage
                received TransferCompletionMessage
                STARTED -> COMPLETED by TransferCompletionMessage
                TransferEnded
                """);
    }

    @Test
    @DisplayName("says on both sides alike which duties of the law bind from the agreement on, and whom")
    void duties() throws StoreFailed {
        Pair pair = Pair.withJapan();
        String pid = pair.negotiates("contacts", Pair.SERVICE);
        Pair.process(pair.consumer().exchange().negotiations().act(pid, new NegotiationAct.Accept()));
        pair.world().settle();
        String agreement = pair.negotiation(pid).agreement().orElseThrow().id();
        List<String> here = duties(pair.consumer(), agreement);
        assertThat(duties(pair.provider(), agreement)).isEqualTo(here);
        List<String> ruled = Evidence.of(
                        pair.provider(), pair.negotiationOfProvider(pid).pid())
                .stream()
                .filter(Entry.RulingGiven.class::isInstance)
                .flatMap(ruling -> ((Entry.RulingGiven) ruling).duties().stream())
                .distinct()
                .toList();
        assertThat(ruled).isNotEmpty();
        assertThat(here.stream().map(each -> each.split(" ", -1)[0]).distinct()).containsExactlyElementsOf(ruled);
        assertThat(here.stream().map(each -> each.split(" ", -1)[1]).distinct())
                .isSubsetOf(pair.provider().did(), pair.consumer().did())
                .contains(pair.consumer().did());
    }

    private static List<String> duties(Side side, String agreement) {
        return Evidence.of(side, agreement).stream()
                .map(Entry.DutyDue.class::cast)
                .map(due -> due.duty() + " " + due.bearer())
                .toList();
    }

    @Test
    @DisplayName("holds no names of people, reasons, tokens or places, whatever was said")
    void nothingPersonal() throws StoreFailed {
        Pair pair = Pair.withJapan();
        Reason personal = Reason.of("person", "Hanako Tanaka wants it so");
        String pid = pair.starts(pair.agrees("direct", Pair.OPEN));
        TwoNodesTransferTest.act(pair, true, pid, new TransferAct.Suspend(personal));
        TwoNodesTransferTest.act(pair, false, pid, new TransferAct.Start());
        TwoNodesTransferTest.act(pair, false, pid, new TransferAct.Terminate(personal));
        String negotiation = pair.negotiates("manual", Pair.OPEN);
        pair.provider()
                .exchange()
                .negotiations()
                .decide(pair.negotiationOfProvider(negotiation).pid(), false, "officer", "Hanako Tanaka says no");
        pair.world().settle();
        WhatAlwaysHolds.check(pair.provider());
        WhatAlwaysHolds.check(pair.consumer());
        WhatAlwaysHolds.sameOnBothSides(pair);
    }

    private static String told(Side side, String pid) {
        return Evidence.of(side, pid).stream()
                .map(EvidenceOfAnExchangeTest::told)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String told(Entry entry) {
        return switch (entry) {
            case Entry.MessageSent sent -> "sent " + sent.messageType();
            case Entry.MessageReceived received -> "received " + received.messageType();
            case Entry.StateChanged change ->
                Optional.of(change).flatMap(Entry.StateChanged::from).orElse("-") + " -> " + change.to() + " by "
                        + change.byMessage();
            case Entry.RulingGiven ruling -> "ruling " + ruling.outcome();
            default -> entry.kind();
        };
    }
}
