package org.hasekura.portal;

/** What somebody is here to do. The same thing is at the same address for all of them; what stands on it differs. */
public enum Role {
    PROVIDER,
    CONSUMER,
    COMPLIANCE,
    /** Reads everything and changes nothing. */
    REGULATOR,
    OPERATOR;

    /** Whether it speaks to counterparties: asks, accepts, counters, ends. */
    public boolean deals() {
        return this == PROVIDER || this == CONSUMER;
    }

    /** Whether it decides what the law leaves to a person. */
    public boolean decides() {
        return this == COMPLIANCE;
    }

    /** Whether it may stop what runs, and let it go on. */
    public boolean stops() {
        return deals() || decides();
    }
}
