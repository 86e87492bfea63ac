package org.hasekura.client;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A transfer of the node. DSP 2025-1 #transfer-process.
 *
 * @param role {@code provider} or {@code consumer}: the part the node plays
 * @param agreement id of the agreement it runs under
 * @param bytes that have arrived or were served, once known
 * @param sha256 of the whole content in lower-case hex, once known
 * @param location where the node has put them
 */
public record Transfer(
        String pid,
        Optional<String> peerPid,
        String role,
        String peer,
        String agreement,
        String dataset,
        String state,
        Optional<String> sending,
        Optional<Reason> reason,
        OptionalLong bytes,
        Optional<String> sha256,
        Optional<String> location,
        Instant created,
        Instant changed) {

    private static final Set<String> FINAL = Set.of("COMPLETED", "TERMINATED");

    /** Whether it stands at its end, with nothing on its way. */
    public boolean isOver() {
        return FINAL.contains(state) && sending.isEmpty();
    }
}
