package org.hasekura.portal;

import java.time.Instant;
import java.util.Optional;

/**
 * Which node this is, as the head and foot of every page say it.
 *
 * @param country of the organisation, ISO 3166-1: the jurisdiction under which this node sends
 * @param isDevelopment admits http and loopback; said on every page
 * @param lawDataVersion begins with the day that the law data speak of, or names it
 * @param checkpoint the last one that was signed
 */
public record About(
        String node,
        String did,
        String organisation,
        String country,
        boolean isDevelopment,
        String softwareVersion,
        String lawDataVersion,
        Optional<Signed> checkpoint) {

    /** A signed head of the log: how many entries it covers, and when it was seen. */
    public record Signed(long entries, Instant at) {}
}
