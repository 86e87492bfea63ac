package org.hasekura.client;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A contract negotiation of the node. DSP 2025-1 #contract-negotiation.
 *
 * @param pid the name the node gave it
 * @param peerPid the name the other side gave it, once known
 * @param role {@code provider} or {@code consumer}: the part the node plays
 * @param peer DID of the other side
 * @param state that both sides have acknowledged
 * @param sending the state that a message on its way leads to
 * @param waiting why a person must act before it goes on
 * @param reason why it ended, where it did not end well
 * @param offer the terms on the table, as JSON in ODRL with the duties of the law and the whole in words
 * @param agreement id of what it came to
 */
public record Negotiation(
        String pid,
        Optional<String> peerPid,
        String role,
        String peer,
        String dataset,
        String state,
        Optional<String> sending,
        Optional<Reason> waiting,
        Optional<Reason> reason,
        String offer,
        Optional<String> agreement,
        Instant created,
        Instant changed) {

    private static final Set<String> FINAL = Set.of("FINALIZED", "TERMINATED");

    /** Whether it stands at its end, with nothing on its way. */
    public boolean isOver() {
        return FINAL.contains(state) && sending.isEmpty();
    }
}
