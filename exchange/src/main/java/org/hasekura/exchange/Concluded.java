package org.hasekura.exchange;

import java.time.Instant;
import java.util.Optional;
import org.hasekura.policy.Agreement;

/**
 * An agreement that stands, as one side keeps it. The transfer opens on it while {@code finalized} is there and
 * {@code ended} is not.
 *
 * @param sha256 hex digest of the agreement's canonical JSON; the same on both sides
 */
public record Concluded(
        Agreement agreement,
        Role role,
        String peer,
        String negotiationPid,
        String sha256,
        Optional<Instant> finalized,
        Optional<Instant> ended) {

    /** The same, ended at that time. */
    Concluded ended(Instant at) {
        return new Concluded(agreement, role, peer, negotiationPid, sha256, finalized, Optional.of(at));
    }

    public boolean stands() {
        return finalized.isPresent() && ended.isEmpty();
    }
}
