package org.hasekura.exchange;

import java.util.Locale;

/** What a message does to a transfer. The table of the specification as one pure function. DSP 2025-1 #transfer-process-states. */
public sealed interface TransferStep {

    /** The message is legal here; the state after it. */
    record Moved(TransferState to) implements TransferStep {}

    /** The message is not legal here; nothing changes. */
    record Refused(TransferState in, TransferMessage message, Role by) implements TransferStep {
        public String reason() {
            return "a " + message.type() + " from the " + by.name().toLowerCase(Locale.ROOT)
                    + " is not possible while the transfer is " + in;
        }
    }

    /** Whether {@code by} may send {@code message} while the transfer is in {@code state}. */
    static TransferStep step(TransferState state, TransferMessage message, Role by) {
        boolean drawn = switch (message) {
            case TransferMessage.Request _ -> false; // it opens a transfer
            case TransferMessage.Start _ ->
                state == TransferState.SUSPENDED || (by == Role.PROVIDER && state == TransferState.REQUESTED);
            case TransferMessage.Suspension _, TransferMessage.Completion _ -> state == TransferState.STARTED;
            case TransferMessage.Termination _ -> !state.isFinal();
        };
        return drawn ? new Moved(message.leadsTo()) : new Refused(state, message, by);
    }
}
