package org.hasekura.resilience;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One figure of one source: a holder has this much of an input. Figures of several sources for the same thing stand side
 * by side and are never averaged.
 *
 * @param node number of the node that is provided
 * @param holder number of the holder
 * @param percent of the stated scope; empty where the source names the holder without a figure
 * @param basis revenue, production, capacity, units, imports
 * @param scope the market it is a share of: {@code world}, or a country
 * @param year of the data, not of the publication; empty where the source does not say
 * @param period within the year, for example {@code Q3}; empty for the whole year
 * @param series shares of one series belong to one distribution and may be added up; others may not
 */
public record Share(
        String id,
        int node,
        int holder,
        Optional<Interval> percent,
        String basis,
        String scope,
        OptionalInt year,
        String period,
        String series,
        String source,
        Confidence confidence,
        String note) {

    public static final String WORLD = "world";

    public Share {
        if (percent.isPresent() && percent.get().low() < 0) {
            throw new IllegalArgumentException("a share is not negative: " + percent.get());
        }
    }
}
