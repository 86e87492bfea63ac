package org.hasekura.resilience;

/**
 * How much of an importer's imports of a thing come from one partner, as one source says.
 *
 * @param importer country or union, for example {@code EU27}
 * @param node number of the node
 * @param percent of the importer's imports
 */
public record ImportShare(
        String id,
        String importer,
        int node,
        String partner,
        Interval percent,
        int year,
        String source,
        Confidence confidence,
        String note) {}
