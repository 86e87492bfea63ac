package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The negotiation table (DSP 2025-1 #contract-negotiation-states)")
class NegotiationTableTest {

    /** Of a negotiation that is open already. */
    private static final List<String> DIAGRAM = Transition.withinOpen(Transition.NEGOTIATION);

    /** In the specification's text, not in its diagram: termination from either side in every state that is not final. */
    private static final String LENIENT = """
            ACCEPTED -> TERMINATED by CONSUMER with ContractNegotiationTerminationMessage
            AGREED -> TERMINATED by PROVIDER with ContractNegotiationTerminationMessage
            VERIFIED -> TERMINATED by CONSUMER with ContractNegotiationTerminationMessage
            """;

    private record Tried(String arrow, Step<NegotiationState> step) {}

    private static List<Tried> all() {
        List<Tried> all = new ArrayList<>();
        for (NegotiationState state : NegotiationState.values()) {
            for (NegotiationMessage message : Samples.NEGOTIATION) {
                for (Role by : Role.values()) {
                    all.add(new Tried(
                            ProtocolTable.arrow(state, message.leadsTo(), by, message.type()),
                            NegotiationTable.step(state, message, by)));
                }
            }
        }
        return all;
    }

    private static List<String> drawn() {
        return all().stream()
                .filter(each -> each.step() instanceof Step.Moved)
                .map(Tried::arrow)
                .toList();
    }

    @Test
    @DisplayName("has the arrows of the specification's diagram, the lenient terminations, and no other")
    void arrows() {
        List<String> lenient = LENIENT.lines().toList();

        assertThat(drawn().stream().filter(each -> !lenient.contains(each)).toList())
                .isEqualTo(DIAGRAM);
        assertThat(drawn().stream().filter(lenient::contains).toList()).isEqualTo(lenient);
    }

    @Test
    @DisplayName("is the table of the protocol notes, line by line")
    void notes() {
        Set<String> notes = ProtocolTable.arrows("## 1.5");

        assertThat(String.join(
                        "\n",
                        notes.stream().filter(each -> !each.startsWith("-")).toList()))
                .isEqualTo(String.join("\n", new TreeSet<>(DIAGRAM)));
        assertThat(notes.stream().filter(each -> each.startsWith("-")).toList())
                .containsExactly(
                        "- -> OFFERED by PROVIDER with ContractOfferMessage",
                        "- -> REQUESTED by CONSUMER with ContractRequestMessage");
    }

    @Test
    @DisplayName("refuses every other state, message and sender, and names all three")
    void refused() {
        List<Step.Refused<NegotiationState>> refused = all().stream()
                .map(Tried::step)
                .flatMap(step -> step instanceof Step.Refused<NegotiationState> each ? Stream.of(each) : Stream.empty())
                .toList();

        assertThat(all()).hasSize(7 * 9 * 2);
        assertThat(drawn()).hasSize(17);
        assertThat(refused).hasSize(109);
        assertThat(refused)
                .allSatisfy(each -> assertThat(each.reason())
                        .contains(each.message().type(), each.in().name())
                        .containsIgnoringCase(each.by().name()));
    }

    @Test
    @DisplayName("moves to where the message leads")
    void moves() {
        for (NegotiationState state : NegotiationState.values()) {
            for (NegotiationMessage message : Samples.NEGOTIATION) {
                for (Role by : Role.values()) {
                    if (NegotiationTable.step(state, message, by)
                            instanceof Step.Moved<NegotiationState>(NegotiationState to)) {
                        assertThat(to).isEqualTo(message.leadsTo());
                    }
                }
            }
        }
    }

    @Test
    @DisplayName("lets nothing out of a final state, and no opening message into a negotiation that is open")
    void closed() {
        assertThat(drawn()).noneMatch(each -> each.startsWith("FINALIZED") || each.startsWith("TERMINATED"));
        for (NegotiationMessage message : Samples.NEGOTIATION) {
            if (message instanceof NegotiationMessage.Request || message instanceof NegotiationMessage.InitialOffer) {
                for (NegotiationState state : NegotiationState.values()) {
                    for (Role by : Role.values()) {
                        assertThat(NegotiationTable.step(state, message, by))
                                .isEqualTo(new Step.Refused<>(state, message, by));
                    }
                }
            }
        }
    }
}
