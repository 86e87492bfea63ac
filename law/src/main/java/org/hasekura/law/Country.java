package org.hasekura.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Dated facts of one third country.
 *
 * @param generalLaw its data protection law, by name and number
 * @param outbound what that law asks of a flow abroad, in words with articles, where that is known
 * @param followsDataSubject whether its rules on storage and flows abroad reach data that a person there gives abroad directly
 * @param equivalence where the data hold, of its law on flows abroad, what it recognised as equivalent and nothing else
 */
record Country(
        String iso,
        String nameEn,
        String nameJa,
        String generalLaw,
        Optional<String> outbound,
        boolean followsDataSubject,
        Optional<Equivalence.Rule> equivalence,
        List<Event> events,
        List<OutboundRule> outboundRules) {

    /**
     * Something that happened to the law there.
     *
     * @param reassess makes older transfer impact assessments stale
     */
    record Event(LocalDate day, String kind, String what, boolean reassess, Confidence confidence) {}

    /**
     * What the country's own law asks of a flow out of it, for a span of days.
     *
     * @param free whether a flow that meets everything is permitted without conditions
     */
    record OutboundRule(
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            boolean free,
            List<Requirement> requirements,
            String citation,
            Confidence confidence) {

        boolean inForceOn(LocalDate day) {
            return (from.isEmpty() || !day.isBefore(from.get())) && (to.isEmpty() || !day.isAfter(to.get()));
        }
    }

    /**
     * One thing that such a rule asks. What names nothing is always met.
     *
     * @param basis the provision that asks; one of kind {@code scope} says that nothing is asked yet
     * @param ifSensitive asked for special categories only
     * @param all all of these safeguards must be there
     * @param any one of these safeguards must be there
     * @param filed one that must have been filed in time, {@code deadlineDays} after the first transfer
     * @param deniedBy fact codes that say it is not met
     */
    record Requirement(
            Provision basis,
            boolean ifSensitive,
            List<String> all,
            List<String> any,
            Optional<String> filed,
            int deadlineDays,
            Codes deniedBy,
            String en,
            String ja) {}

    /** Its law to be read for the day, with what is recorded to have happened by then. */
    String law(LocalDate day) {
        StringBuilder words = new StringBuilder(generalLaw);
        if (outbound.isPresent()) {
            words.append(" (").append(outbound.get()).append(')');
        }
        for (Event event : events) {
            if (!event.day().isAfter(day) && !event.kind().equals("treaty")) {
                words.append("; ").append(event.day()).append(": ").append(event.what());
            }
        }
        return words.toString();
    }

    /** The last event after {@code since} and not after {@code day} that calls for a new assessment. */
    Optional<Event> reassessment(LocalDate since, LocalDate day) {
        Optional<Event> last = Optional.empty();
        for (Event event : events) {
            if (event.reassess()
                    && event.day().isAfter(since)
                    && !event.day().isAfter(day)
                    && (last.isEmpty() || event.day().isAfter(last.get().day()))) {
                last = Optional.of(event);
            }
        }
        return last;
    }
}
