package org.hasekura.exchange;

import java.time.Instant;
import java.util.Optional;
import org.hasekura.policy.Agreement;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Terms;

/** A negotiation in the midst of one step. */
final class NegotiationDraft extends Draft<Negotiation, NegotiationState, NegotiationAct> {
    private Optional<Terms> asked;
    private Offer offer;
    private Optional<Agreement> agreement;
    private Optional<Reason> waiting;

    NegotiationDraft(Negotiation before, Instant at) {
        super(before, at);
        this.asked = before.asked();
        this.offer = before.offer();
        this.agreement = before.agreement();
        this.waiting = before.waiting();
    }

    void asked(Terms value) {
        asked = Optional.of(value);
    }

    void offer(Offer value) {
        offer = value;
    }

    void agreement(Agreement value) {
        agreement = Optional.of(value);
    }

    void waiting(Reason value) {
        waiting = Optional.of(value);
    }

    @Override
    void reached(NegotiationState value) {
        super.reached(value);
        waiting = Optional.empty();
    }

    @Override
    void send(Outgoing message, NegotiationState leadsTo, Proofs proofs) {
        super.send(message, leadsTo, proofs);
        waiting = Optional.empty();
    }

    @Override
    Negotiation now() {
        return new Negotiation(
                before().pid(),
                peerPid,
                before().role(),
                before().peer(),
                before().peerAddress(),
                before().datasetId(),
                asked,
                offer,
                agreement,
                state,
                sending,
                waiting,
                reason,
                heard,
                before().created(),
                at,
                before().version() + 1);
    }
}
