package org.hasekura.exchange;

/** Where a transfer process stands. DSP 2025-1 #transfer-process-states. */
public enum TransferState {
    REQUESTED,
    STARTED,
    SUSPENDED,
    COMPLETED,
    TERMINATED;

    public boolean isFinal() {
        return this == COMPLETED || this == TERMINATED;
    }
}
