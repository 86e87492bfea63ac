package org.hasekura.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.EntryText;
import org.hasekura.evidence.Hash;
import org.hasekura.exchange.NegotiationState;
import org.hasekura.exchange.TransferState;
import org.hasekura.identity.Fact;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An entry of the evidence, as pages say it,")
class EvidenceWordsTest {

    private static final Hash HASH = Hash.sha256(new byte[] {1});
    private static final List<String> TYPES = List.of(
            "ContractRequestMessage",
            "ContractOfferMessage",
            "ContractAgreementMessage",
            "ContractAgreementVerificationMessage",
            "ContractNegotiationEventMessage:ACCEPTED",
            "ContractNegotiationEventMessage:FINALIZED",
            "ContractNegotiationTerminationMessage",
            "TransferRequestMessage",
            "TransferStartMessage",
            "TransferCompletionMessage",
            "TransferSuspensionMessage",
            "TransferTerminationMessage");

    private static Entry moved(Optional<String> from, String to, String by) {
        return new Entry.StateChanged("did:web:a", Samples.THEN, Entry.ProcessKind.NEGOTIATION, "p", from, to, by);
    }

    @Test
    @DisplayName("has words for every state and every message, the code in brackets behind them")
    void states() {
        List<String> states = Stream.concat(
                        Stream.of(NegotiationState.values()).map(Enum::name),
                        Stream.of(TransferState.values()).map(Enum::name))
                .toList();
        for (String state : states) {
            assertThat(EntryText.english(moved(Optional.of(state), state, "TransferStartMessage")))
                    .containsPattern("from [a-z ]+ \\(" + state + "\\) to [a-z ]+ \\(" + state + "\\)");
            assertThat(EntryText.japanese(moved(Optional.of(state), state, "TransferStartMessage")))
                    .containsPattern("「[ぁ-んァ-ヶー一-龯]+\\(" + state + "\\)」へ移った");
        }
        for (String type : TYPES) {
            assertThat(EntryText.english(moved(Optional.empty(), "AGREED", type)))
                    .containsPattern("by [a-z ]+ \\(" + type + "\\)");
            assertThat(EntryText.japanese(moved(Optional.empty(), "AGREED", type)))
                    .containsPattern("が[ぁ-んァ-ヶー一-龯]+\\(" + type + "\\)により");
        }
    }

    @Test
    @DisplayName("says in the reader's language that an answer moved it, and leaves codes of others as they are")
    void answers() {
        Entry answered = moved(Optional.of("REQUESTED"), "OFFERED", "acknowledged by an answer");
        assertThat(EntryText.japanese(answered)).contains("メッセージに対する相手方の応答により").doesNotContain("acknowledged");
        assertThat(EntryText.english(moved(Optional.empty(), "PAUSED", "OtherMessage")))
                .contains("to `PAUSED` by `OtherMessage`");
        assertThat(EntryText.japanese(moved(Optional.empty(), "PAUSED", "OtherMessage")))
                .contains("OtherMessageにより「PAUSED」へ");
    }

    @Test
    @DisplayName("has words for roles, reasons and the names of facts")
    void roles() {
        for (Role role : Role.values()) {
            String code = role.name().toLowerCase(java.util.Locale.ROOT);
            Entry ended = new Entry.AgreementEnded("did:web:a", Samples.THEN, "p", "agreement-1", code, HASH);
            assertThat(EntryText.japanese(ended)).contains(Words.in(Language.JA).word("role", role) + "(" + code + ")");
        }
        Entry stopped = new Entry.TransferSuspended(
                "did:web:a", Samples.THEN, "p", "agreement-1", Optional.of("forbidden-by-law"), Optional.of(12L));
        assertThat(EntryText.english(stopped))
                .endsWith("after 12 bytes, because the law forbids it (forbidden-by-law)");
        assertThat(EntryText.japanese(stopped)).contains("理由:法令による禁止(forbidden-by-law)");
        for (Fact.Name name : Fact.Name.values()) {
            Entry recorded = new Entry.ParticipantFactRecorded(
                    "did:web:a", Samples.THEN, "did:web:b", List.of(name.text()), HASH);
            assertThat(EntryText.japanese(recorded)).doesNotContain(name.text());
        }
    }
}
