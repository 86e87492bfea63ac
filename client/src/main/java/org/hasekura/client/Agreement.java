package org.hasekura.client;

import java.time.Instant;
import java.util.Optional;

/**
 * What the node has agreed.
 *
 * @param negotiation pid of the negotiation it came of
 * @param sha256 of its canonical JSON; the same on both sides
 * @param agreed since when it stands
 * @param terms as JSON in ODRL, with the duties of the law and the whole in words
 */
public record Agreement(
        String id,
        String role,
        String peer,
        String dataset,
        String negotiation,
        String sha256,
        Optional<Instant> agreed,
        Optional<Instant> ended,
        String terms) {}
