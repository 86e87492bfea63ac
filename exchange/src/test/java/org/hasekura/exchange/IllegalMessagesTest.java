package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hasekura.policy.Agreement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Class D of the fault matrix: every state, every message, every sender, except those that the diagrams draw. */
@Tag("faults")
@DisplayName("A message that the specification does not allow where the process stands")
class IllegalMessagesTest {

    private static final List<String> NEGOTIATION_STATES =
            List.of("-", "REQUESTED", "OFFERED", "ACCEPTED", "AGREED", "VERIFIED", "FINALIZED", "TERMINATED");
    private static final List<String> NEGOTIATION_MESSAGES = List.of(
            "ContractRequestMessage",
            "ContractOfferMessage",
            "ContractNegotiationEventMessage:ACCEPTED",
            "ContractAgreementMessage",
            "ContractAgreementVerificationMessage",
            "ContractNegotiationEventMessage:FINALIZED",
            "ContractNegotiationTerminationMessage");
    private static final List<String> TRANSFER_STATES =
            List.of("-", "REQUESTED", "STARTED", "SUSPENDED", "COMPLETED", "TERMINATED");
    private static final List<String> TRANSFER_MESSAGES = List.of(
            "TransferRequestMessage",
            "TransferStartMessage",
            "TransferSuspensionMessage",
            "TransferCompletionMessage",
            "TransferTerminationMessage");

    /** Not drawn, but the specification's text lets either side end a negotiation in every state that is not final. */
    private static final Set<String> TEXT_ALLOWS = Set.of(
            "ACCEPTED by CONSUMER with ContractNegotiationTerminationMessage",
            "AGREED by PROVIDER with ContractNegotiationTerminationMessage",
            "VERIFIED by CONSUMER with ContractNegotiationTerminationMessage");

    /** Nor drawn: a provider may replace its agreement until it is verified, as Eclipse Dataspace Components does. */
    private static final String REPLACES = "AGREED by PROVIDER with ContractAgreementMessage";

    /** Nor drawn: what was said last, under another name. It is heard, and nothing moves. */
    private static final Set<String> SAID_AGAIN = Set.of(
            "ACCEPTED by CONSUMER with ContractNegotiationEventMessage:ACCEPTED",
            "VERIFIED by CONSUMER with ContractAgreementVerificationMessage",
            "FINALIZED by CONSUMER with ContractAgreementVerificationMessage",
            "FINALIZED by PROVIDER with ContractNegotiationEventMessage:FINALIZED",
            "COMPLETED by CONSUMER with TransferCompletionMessage");

    /** A message, and who sends it while the process stands there. */
    private record Told(ProcessKind process, String state, String message, Role by) {

        boolean isDrawn() {
            return Transition.all().stream()
                    .anyMatch(each -> each.process() == process
                            && each.from().orElse("-").equals(state)
                            && each.message().equals(message)
                            && each.by() == by);
        }

        boolean isAllowedByText() {
            return TEXT_ALLOWS.contains(text());
        }

        boolean replaces() {
            return text().equals(REPLACES);
        }

        boolean isSaidAgain() {
            return SAID_AGAIN.contains(text());
        }

        String how() {
            if (isAllowedByText()) {
                return "TAKEN_BY_TEXT";
            }
            if (replaces()) {
                return "TAKEN_ANEW";
            }
            return isSaidAgain() ? "HEARD_AGAIN" : "REFUSED";
        }

        private String text() {
            return state + " by " + by + " with " + message;
        }

        /** A transition that begins there, or anything that ends there: what matters is the state. */
        Transition beginning() {
            return new Transition(process, Optional.of(state).filter(each -> !each.equals("-")), "", by, message);
        }
    }

    private static Stream<Told> all(ProcessKind process, List<String> states, List<String> messages) {
        return states.stream()
                .flatMap(state -> messages.stream()
                        .flatMap(message -> Stream.of(Role.values()).map(by -> new Told(process, state, message, by))));
    }

    @Test
    @DisplayName(
            "class D: is refused, and nothing changes, but for the ends that its text allows and an agreement not yet verified")
    void refused() {
        List<Told> all = Stream.concat(
                        all(ProcessKind.NEGOTIATION, NEGOTIATION_STATES, NEGOTIATION_MESSAGES),
                        all(ProcessKind.TRANSFER, TRANSFER_STATES, TRANSFER_MESSAGES))
                .toList();
        assertThat(all).hasSize(112 + 60);
        List<Told> illegal = all.stream().filter(each -> !each.isDrawn()).toList();
        var matrix = new FaultMatrix("D");
        for (Told told : illegal) {
            boolean isTaken = told.isAllowedByText() || told.replaces() || told.isSaidAgain();
            matrix.run(told.how(), told.beginning(), (play, _, _) -> {
                if (isTaken) {
                    assertThat(tell(play, told).isAcknowledgement()).isTrue();
                } else {
                    FaultMatrixTest.changesNothing(
                            play, () -> assertThat(tell(play, told).status()).isIn(400, 404));
                    if (!told.state().equals("-")) {
                        play.check(told.state());
                    }
                }
            });
        }
        FaultMatrixTest.tell(
                matrix,
                142,
                "; 133 refused without change, 3 ends taken that the text allows, 1 agreement taken for a former one,"
                        + " 5 heard again under another name");
        assertThat(illegal.stream().filter(Told::isAllowedByText)).hasSize(3);
    }

    private static Peers.Reply tell(Play play, Told told) throws Exception {
        Side sender = play.sender();
        Side receiver = play.receiver();
        return receiver.take(sender.did(), "told", message(play, told, receiver.address()));
    }

    private static Outgoing message(Play play, Told told, URI to) {
        String id = "urn:uuid:a-message-of-its-own";
        return switch (told.process()) {
            case NEGOTIATION -> {
                NegotiationMessage message = negotiation(play, told);
                yield outgoing(told, NegotiationJson.write(message, id), Paths.of(to, message, told.by()));
            }
            case TRANSFER -> {
                TransferMessage message = transfer(play, told);
                yield outgoing(told, TransferJson.write(message, id), Paths.of(to, message, told.by()));
            }
        };
    }

    private static Outgoing outgoing(Told told, String body, URI target) {
        return new Outgoing("", told.process(), "", "", target, told.message(), body, Instant.EPOCH, 1);
    }

    private static NegotiationMessage negotiation(Play play, Told told) {
        Pids pids = play.pair().consumer().store().negotiations("", 1).stream()
                .map(Negotiation::pids)
                .findFirst()
                .orElse(Samples.PIDS);
        return switch (told.message()) {
            case "ContractRequestMessage" -> new NegotiationMessage.CounterRequest(pids, Pair.OPEN, "direct");
            case "ContractOfferMessage" -> new NegotiationMessage.Offered(pids, Pair.OPEN, "direct");
            case "ContractNegotiationEventMessage:ACCEPTED" -> new NegotiationMessage.Accepted(pids);
            case "ContractAgreementMessage" ->
                new NegotiationMessage.Agreed(
                        pids,
                        new Agreement(
                                "urn:uuid:another-agreement",
                                "direct",
                                play.pair().provider().did(),
                                play.pair().consumer().did(),
                                play.world().now(),
                                Pair.OPEN.terms()));
            case "ContractAgreementVerificationMessage" -> new NegotiationMessage.Verified(pids);
            case "ContractNegotiationEventMessage:FINALIZED" -> new NegotiationMessage.Finalized(pids);
            default -> new NegotiationMessage.Terminated(pids, Optional.empty(), List.of());
        };
    }

    private static TransferMessage transfer(Play play, Told told) {
        Pids pids = play.pair().consumer().store().transfers("", 1).stream()
                .map(Transfer::pids)
                .findFirst()
                .orElse(Samples.PIDS);
        return switch (told.message()) {
            case "TransferRequestMessage" ->
                new TransferMessage.Request(
                        pids.of(told.by()),
                        "urn:uuid:no-agreement",
                        Transfers.HTTP_PULL,
                        play.sender().address(),
                        Optional.empty());
            case "TransferStartMessage" -> new TransferMessage.Start(pids, Optional.empty());
            case "TransferSuspensionMessage" -> new TransferMessage.Suspension(pids, Optional.empty(), List.of());
            case "TransferCompletionMessage" -> new TransferMessage.Completion(pids);
            default -> new TransferMessage.Termination(pids, Optional.empty(), List.of());
        };
    }
}
