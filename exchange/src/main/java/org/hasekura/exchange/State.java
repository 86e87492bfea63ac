package org.hasekura.exchange;

/** Where a conversation stands, in the words of the specification. */
public sealed interface State permits NegotiationState, TransferState {

    /** Whether nothing more can be said. */
    boolean isFinal();

    String name();
}
