package org.hasekura.law;

/** A body of law that may claim a flow. Each is asked on its own; the strictest answer wins. */
interface LegalOrder {
    /** Short name for traces. */
    String name();

    boolean claims(Matter matter);

    Opinion rule(Matter matter);
}
