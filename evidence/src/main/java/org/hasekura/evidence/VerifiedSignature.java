package org.hasekura.evidence;

import java.time.Instant;
import java.util.Optional;

/**
 * A signature that was checked.
 *
 * @param key whose it is
 * @param at the time a cosigner gave: as of then this was the largest consistent tree it had seen; to the second
 */
public record VerifiedSignature(VerifierKey key, Optional<Instant> at) {}
