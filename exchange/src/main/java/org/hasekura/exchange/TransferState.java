package org.hasekura.exchange;

/** Where a transfer process stands. DSP 2025-1 #transfer-process-states. */
public enum TransferState implements State {
    REQUESTED,
    STARTED,
    SUSPENDED,
    COMPLETED,
    TERMINATED;

    @Override
    public boolean isFinal() {
        return this == COMPLETED || this == TERMINATED;
    }
}
