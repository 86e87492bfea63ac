package org.hasekura.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list of countries, such as the destinations of a general licence or the parties of an agreement; {@code EU} stands for the Union.
 *
 * @param tradeAgreement whether these are the parties of a trade agreement with rules on data
 * @param spans by country, from when to when it is on the list
 */
record CountryList(boolean tradeAgreement, Map<String, List<Span>> spans) {

    /** First and last day, both inclusive; empty means open. */
    record Span(Optional<LocalDate> from, Optional<LocalDate> until) {
        boolean holdsOn(LocalDate day) {
            return (from.isEmpty() || !day.isBefore(from.get())) && (until.isEmpty() || !day.isAfter(until.get()));
        }
    }

    boolean includes(String iso, LocalDate day) {
        for (Span span : spans.getOrDefault(iso, List.of())) {
            if (span.holdsOn(day)) {
                return true;
            }
        }
        return false;
    }
}
