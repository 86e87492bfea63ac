package org.hasekura.exchange;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One arrow of the specification's state machines. They are written out here from its diagrams, sender by sender, and not
 * taken from our tables. DSP 2025-1 #contract-negotiation-states, #transfer-process-states.
 *
 * @param from absent where the message opens the process
 * @param message its type as {@link Outgoing#type} has it, with the event after a colon
 */
record Transition(ProcessKind process, Optional<String> from, String to, Role by, String message) {

    /** 16 arrows of a negotiation. */
    static final String NEGOTIATION = """
            - -> REQUESTED by CONSUMER with ContractRequestMessage
            - -> OFFERED by PROVIDER with ContractOfferMessage
            REQUESTED -> OFFERED by PROVIDER with ContractOfferMessage
            REQUESTED -> AGREED by PROVIDER with ContractAgreementMessage
            REQUESTED -> TERMINATED by CONSUMER with ContractNegotiationTerminationMessage
            REQUESTED -> TERMINATED by PROVIDER with ContractNegotiationTerminationMessage
            OFFERED -> REQUESTED by CONSUMER with ContractRequestMessage
            OFFERED -> ACCEPTED by CONSUMER with ContractNegotiationEventMessage:ACCEPTED
            OFFERED -> TERMINATED by CONSUMER with ContractNegotiationTerminationMessage
            OFFERED -> TERMINATED by PROVIDER with ContractNegotiationTerminationMessage
            ACCEPTED -> AGREED by PROVIDER with ContractAgreementMessage
            ACCEPTED -> TERMINATED by PROVIDER with ContractNegotiationTerminationMessage
            AGREED -> VERIFIED by CONSUMER with ContractAgreementVerificationMessage
            AGREED -> TERMINATED by CONSUMER with ContractNegotiationTerminationMessage
            VERIFIED -> FINALIZED by PROVIDER with ContractNegotiationEventMessage:FINALIZED
            VERIFIED -> TERMINATED by PROVIDER with ContractNegotiationTerminationMessage
            """;

    /** 14 arrows of a transfer. */
    static final String TRANSFER = """
            - -> REQUESTED by CONSUMER with TransferRequestMessage
            REQUESTED -> STARTED by PROVIDER with TransferStartMessage
            REQUESTED -> TERMINATED by CONSUMER with TransferTerminationMessage
            REQUESTED -> TERMINATED by PROVIDER with TransferTerminationMessage
            STARTED -> SUSPENDED by CONSUMER with TransferSuspensionMessage
            STARTED -> SUSPENDED by PROVIDER with TransferSuspensionMessage
            STARTED -> COMPLETED by CONSUMER with TransferCompletionMessage
            STARTED -> COMPLETED by PROVIDER with TransferCompletionMessage
            STARTED -> TERMINATED by CONSUMER with TransferTerminationMessage
            STARTED -> TERMINATED by PROVIDER with TransferTerminationMessage
            SUSPENDED -> STARTED by CONSUMER with TransferStartMessage
            SUSPENDED -> STARTED by PROVIDER with TransferStartMessage
            SUSPENDED -> TERMINATED by CONSUMER with TransferTerminationMessage
            SUSPENDED -> TERMINATED by PROVIDER with TransferTerminationMessage
            """;

    private static final Pattern ARROW = Pattern.compile("(\\S+) -> (\\S+) by (\\S+) with (\\S+)");

    /** The arrows among them that open no process. */
    static List<String> withinOpen(String arrows) {
        return arrows.lines().filter(line -> !line.startsWith("- ")).toList();
    }

    /** All 30. */
    static List<Transition> all() {
        return java.util.stream.Stream.concat(
                        NEGOTIATION.lines().map(line -> of(ProcessKind.NEGOTIATION, line)),
                        TRANSFER.lines().map(line -> of(ProcessKind.TRANSFER, line)))
                .toList();
    }

    static Transition of(ProcessKind process, String line) {
        Matcher arrow = ARROW.matcher(line);
        if (!arrow.matches()) {
            throw new IllegalArgumentException("not an arrow: `" + line + "`");
        }
        return new Transition(
                process,
                Optional.of(arrow.group(1)).filter(from -> !from.equals("-")),
                arrow.group(2),
                Role.valueOf(arrow.group(3)),
                arrow.group(4));
    }

    boolean isOpening() {
        return from.isEmpty();
    }

    boolean isFinal() {
        return to.equals("TERMINATED") || to.equals("FINALIZED") || to.equals("COMPLETED");
    }

    @Override
    public String toString() {
        return process + " " + from.orElse("-") + "->" + to + " by " + by + " with " + message;
    }
}
