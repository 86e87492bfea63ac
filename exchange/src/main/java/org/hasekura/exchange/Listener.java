package org.hasekura.exchange;

/** Told after each commit, in the order of each process, what it stands at now. Must not block or throw. */
public interface Listener {

    void changed(Negotiation negotiation);

    void changed(Transfer transfer);
}
