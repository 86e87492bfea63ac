package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The transfer table (DSP 2025-1 #transfer-process-states)")
class TransferTableTest {

    /** Of a transfer that is open already. */
    private static final List<String> DIAGRAM = Transition.withinOpen(Transition.TRANSFER);

    private record Tried(String arrow, Step<TransferState> step) {}

    private static List<Tried> all() {
        List<Tried> all = new ArrayList<>();
        for (TransferState state : TransferState.values()) {
            for (TransferMessage message : Samples.TRANSFER) {
                for (Role by : Role.values()) {
                    all.add(new Tried(
                            ProtocolTable.arrow(state, message.leadsTo(), by, message.type()),
                            TransferTable.step(state, message, by)));
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
    @DisplayName("has the arrows of the specification's diagram and no other")
    void arrows() {
        assertThat(drawn()).isEqualTo(DIAGRAM);
    }

    @Test
    @DisplayName("is the table of the protocol notes, line by line")
    void notes() {
        Set<String> notes = ProtocolTable.arrows("## 1.6");

        assertThat(String.join(
                        "\n",
                        notes.stream().filter(each -> !each.startsWith("-")).toList()))
                .isEqualTo(String.join("\n", new TreeSet<>(DIAGRAM)));
        assertThat(notes).contains("- -> REQUESTED by CONSUMER with TransferRequestMessage");
    }

    @Test
    @DisplayName("refuses every other state, message and sender, and names all three")
    void refused() {
        List<Step.Refused<TransferState>> refused = all().stream()
                .map(Tried::step)
                .flatMap(step -> step instanceof Step.Refused<TransferState> each ? Stream.of(each) : Stream.empty())
                .toList();

        assertThat(all()).hasSize(5 * 5 * 2);
        assertThat(refused).hasSize(37);
        assertThat(refused)
                .allSatisfy(each -> assertThat(each.reason())
                        .contains(each.message().type(), each.in().name())
                        .containsIgnoringCase(each.by().name()));
    }

    @Test
    @DisplayName("moves to where the message leads")
    void moves() {
        for (TransferState state : TransferState.values()) {
            for (TransferMessage message : Samples.TRANSFER) {
                for (Role by : Role.values()) {
                    if (TransferTable.step(state, message, by) instanceof Step.Moved<TransferState>(TransferState to)) {
                        assertThat(to).isEqualTo(message.leadsTo());
                    }
                }
            }
        }
    }
}
