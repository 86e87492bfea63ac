package org.hasekura.exchange;

import org.hasekura.policy.Offer;
import org.hasekura.policy.Terms;

/** What this side does in a negotiation by itself or by a person's order. */
public sealed interface NegotiationAct {

    /** The provider offers these terms. */
    record MakeOffer(Offer offer) implements NegotiationAct {}

    /** The provider agrees to these terms. */
    record Agree(Terms terms) implements NegotiationAct {}

    /** The consumer accepts the terms on the table. */
    record Accept() implements NegotiationAct {}

    /** The consumer asks for other terms. */
    record Counter(Offer offer) implements NegotiationAct {}

    /** The consumer confirms the agreement. */
    record Verify() implements NegotiationAct {}

    /** The provider closes the negotiation; the agreement stands. */
    record Conclude() implements NegotiationAct {}

    /** Either side ends it. */
    record Terminate(Reason reason) implements NegotiationAct {}

    /** Nothing for now: a person must act, and why. */
    record Wait(Reason reason) implements NegotiationAct {}
}
