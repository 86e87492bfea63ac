package org.hasekura.portal;

/** What somebody is here to do. The same thing is at the same address for all of them; what stands on it differs. */
public enum Role {
    PROVIDER,
    CONSUMER,
    COMPLIANCE,
    /** Reads everything and changes nothing. */
    REGULATOR,
    OPERATOR,
    /** Keeps the register of a partnership for one side. */
    SECRETARIAT,
    /** Looks at who depends on whom. */
    ANALYST,
    /** Looks after networks or data protection: what rests on which provision, whom one must not be connected with. */
    AUTHORITY,
    /** Looks at what a partner country needs before data may go there. */
    AGENCY;

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
