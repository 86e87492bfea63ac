package org.hasekura.law;

/** A body of law that may claim a flow. Each is asked on its own; the strictest answer wins. */
interface LegalOrder {
    /** Short name for traces. */
    String name();

    boolean claims(Matter matter);

    Opinion rule(Matter matter);

    /** Whether it only adds restrictions beside the order that rules on the data as such. Alone it permits nothing. */
    default boolean isLayer() {
        return false;
    }
}
