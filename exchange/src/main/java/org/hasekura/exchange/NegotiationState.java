package org.hasekura.exchange;

/** Where a contract negotiation stands. DSP 2025-1 #contract-negotiation-states. */
public enum NegotiationState implements State {
    REQUESTED,
    OFFERED,
    ACCEPTED,
    AGREED,
    VERIFIED,
    FINALIZED,
    TERMINATED;

    @Override
    public boolean isFinal() {
        return this == FINALIZED || this == TERMINATED;
    }
}
