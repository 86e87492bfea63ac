package org.hasekura.resilience;

/**
 * Where a fact was published.
 *
 * @param date as the publication states it; empty where unknown
 * @param rights under which terms it may be used
 * @param quality A primary or official, B trade press and research houses, C blogs and aggregators, D memory
 * @param relays whose figure the publication passes on; empty where it is its own
 */
public record Source(
        String id,
        String title,
        String publisher,
        String date,
        String url,
        String rights,
        String quality,
        String relays,
        String note) {}
