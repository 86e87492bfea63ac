package org.hasekura.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * What is about to be done, for terms to be asked whether they allow it.
 *
 * @param purpose a purpose code or IRI; absent if none was stated, which meets no condition on purpose
 * @param country ISO 3166-1 alpha-2 of the assignee; absent if unknown, which meets no condition on place
 */
public record Situation(Optional<String> purpose, Optional<String> country, Instant now, Action action) {

    /** Use, for a purpose, in a country. */
    public static Situation use(String purpose, String country, Instant now) {
        return new Situation(Optional.of(purpose), Optional.of(country), now, Action.USE);
    }
}
