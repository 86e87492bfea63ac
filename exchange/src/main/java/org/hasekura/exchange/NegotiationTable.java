package org.hasekura.exchange;

/** Which message is possible when in a negotiation. The table of the specification as one pure function. DSP 2025-1 #contract-negotiation-states. */
public final class NegotiationTable {
    private NegotiationTable() {}

    /**
     * Whether {@code by} may send {@code message} while the negotiation is in {@code state}.
     *
     * <p>Termination is taken from either side in every state that is not final: the text of the specification allows
     * it, its diagram shows fewer arrows, and a peer that wants to stop cannot be held.
     */
    public static Step<NegotiationState> step(NegotiationState state, NegotiationMessage message, Role by) {
        boolean drawn = switch (message) {
            case NegotiationMessage.Request _, NegotiationMessage.InitialOffer _ -> false; // they open a negotiation
            case NegotiationMessage.CounterRequest _ -> by == Role.CONSUMER && state == NegotiationState.OFFERED;
            case NegotiationMessage.Offered _ -> by == Role.PROVIDER && state == NegotiationState.REQUESTED;
            case NegotiationMessage.Accepted _ -> by == Role.CONSUMER && state == NegotiationState.OFFERED;
            case NegotiationMessage.Agreed _ ->
                by == Role.PROVIDER && (state == NegotiationState.REQUESTED || state == NegotiationState.ACCEPTED);
            case NegotiationMessage.Verified _ -> by == Role.CONSUMER && state == NegotiationState.AGREED;
            case NegotiationMessage.Finalized _ -> by == Role.PROVIDER && state == NegotiationState.VERIFIED;
            case NegotiationMessage.Terminated _ -> !state.isFinal();
        };
        return Step.of(drawn, state, message, by);
    }
}
