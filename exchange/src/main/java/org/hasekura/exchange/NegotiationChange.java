package org.hasekura.exchange;

import java.time.Instant;
import java.util.Optional;
import org.hasekura.policy.Agreement;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Terms;

/** A negotiation being changed: fields set one by one, then one new record. Lives for one step in one thread. */
final class NegotiationChange {
    private final Negotiation before;
    private final Instant at;
    private Optional<String> peerPid;
    private Optional<Terms> asked;
    private Offer offer;
    private Optional<Agreement> agreement;
    private NegotiationState state;
    private Optional<Sending<NegotiationState>> sending;
    private Optional<Reason> waiting;
    private Optional<Reason> reason;
    private Heard heard;

    NegotiationChange(Negotiation before, Instant at) {
        this.before = before;
        this.at = at;
        this.peerPid = before.peerPid();
        this.asked = before.asked();
        this.offer = before.offer();
        this.agreement = before.agreement();
        this.state = before.state();
        this.sending = before.sending();
        this.waiting = before.waiting();
        this.reason = before.reason();
        this.heard = before.heard();
    }

    NegotiationChange peerPid(String value) {
        this.peerPid = Optional.of(value);
        return this;
    }

    NegotiationChange asked(Terms value) {
        this.asked = Optional.of(value);
        return this;
    }

    NegotiationChange offer(Offer value) {
        this.offer = value;
        return this;
    }

    NegotiationChange agreement(Agreement value) {
        this.agreement = Optional.of(value);
        return this;
    }

    /** Acknowledged by both sides; what was on its way has arrived or no longer matters. */
    NegotiationChange reached(NegotiationState value) {
        this.state = value;
        this.sending = Optional.empty();
        this.waiting = Optional.empty();
        return this;
    }

    NegotiationChange sending(String messageId, NegotiationState leadsTo) {
        this.sending = Optional.of(new Sending<>(messageId, leadsTo));
        this.waiting = Optional.empty();
        return this;
    }

    NegotiationChange waiting(Reason value) {
        this.waiting = Optional.of(value);
        return this;
    }

    NegotiationChange reason(Reason value) {
        this.reason = Optional.of(value);
        return this;
    }

    /** What a person permitted was about other terms. */
    NegotiationChange withoutReason() {
        this.reason = Optional.empty();
        return this;
    }

    NegotiationChange heard(String bodyHash) {
        this.heard = heard.and(bodyHash);
        return this;
    }

    Negotiation done() {
        return new Negotiation(
                before.pid(),
                peerPid,
                before.role(),
                before.peer(),
                before.peerAddress(),
                before.datasetId(),
                asked,
                offer,
                agreement,
                state,
                sending,
                waiting,
                reason,
                heard,
                before.created(),
                at,
                before.version() + 1);
    }
}
