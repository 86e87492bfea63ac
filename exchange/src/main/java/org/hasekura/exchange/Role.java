package org.hasekura.exchange;

/** The part a participant plays in one exchange. DSP 2025-1 #terminology. */
public enum Role {
    CONSUMER,
    PROVIDER;

    public Role other() {
        return this == CONSUMER ? PROVIDER : CONSUMER;
    }
}
