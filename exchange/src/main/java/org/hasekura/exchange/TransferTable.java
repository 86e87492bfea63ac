package org.hasekura.exchange;

/** Which message is possible when in a transfer. The table of the specification as one pure function. DSP 2025-1 #transfer-process-states. */
public final class TransferTable {
    private TransferTable() {}

    /** Whether {@code by} may send {@code message} while the transfer is in {@code state}. */
    public static Step<TransferState> step(TransferState state, TransferMessage message, Role by) {
        boolean drawn = switch (message) {
            case TransferMessage.Request _ -> false; // it opens a transfer
            case TransferMessage.Start _ ->
                state == TransferState.SUSPENDED || (by == Role.PROVIDER && state == TransferState.REQUESTED);
            case TransferMessage.Suspension _, TransferMessage.Completion _ -> state == TransferState.STARTED;
            case TransferMessage.Termination _ -> !state.isFinal();
        };
        return Step.of(drawn, state, message, by);
    }
}
