package org.hasekura.node;

import java.time.Instant;
import java.util.Optional;

/**
 * That somebody may read the evidence for a time. Its token is told once and kept as a SHA-256.
 *
 * @param name of whom it is for: an authority or an office, never a person
 * @param tokenSha256 lower-case hex
 * @param revoked when it was ended before its time
 */
record AuditGrant(
        String id,
        String name,
        String tokenSha256,
        Instant given,
        Instant expires,
        String role,
        Optional<Instant> revoked) {

    boolean holdsAt(Instant now) {
        return revoked.isEmpty() && now.isBefore(expires);
    }

    AuditGrant revoked(Instant at) {
        return new AuditGrant(id, name, tokenSha256, given, expires, role, Optional.of(at));
    }
}
