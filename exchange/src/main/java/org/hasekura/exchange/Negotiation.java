package org.hasekura.exchange;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.hasekura.policy.Agreement;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Terms;

/**
 * One contract negotiation as one side keeps it. DSP 2025-1 #contract-negotiation.
 *
 * @param pid the name this side made
 * @param peerPid the name the other side made; absent until a consumer has heard of it
 * @param role the part this side plays
 * @param peer the other side's DID
 * @param peerAddress where this side sends its messages
 * @param asked the terms that the consumer asked for last, where this side is the consumer
 * @param offer the terms on the table, the latest ones
 * @param state the state that both sides have acknowledged
 * @param sending the state that a message on its way leads to; until it is acknowledged
 * @param waiting why a person must act before it goes on
 * @param reason why it ended, where it did not end well; before that, by which {@link PersonsPermit} it went on
 * @param version grows by one with each change; a change against another version is refused
 */
public record Negotiation(
        String pid,
        Optional<String> peerPid,
        Role role,
        String peer,
        URI peerAddress,
        String datasetId,
        Optional<Terms> asked,
        Offer offer,
        Optional<Agreement> agreement,
        NegotiationState state,
        Optional<Sending<NegotiationState>> sending,
        Optional<Reason> waiting,
        Optional<Reason> reason,
        Heard heard,
        Instant created,
        Instant changed,
        long version)
        implements Conversation<NegotiationState> {

    @Override
    public ProcessKind kind() {
        return ProcessKind.NEGOTIATION;
    }
}
