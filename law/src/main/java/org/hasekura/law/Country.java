package org.hasekura.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Dated facts of one third country. */
record Country(String iso, String nameEn, String nameJa, List<Event> events, List<OutboundRule> outboundRules) {

    /**
     * Something that happened to the law there.
     *
     * @param reassess makes older transfer impact assessments stale
     */
    record Event(LocalDate day, String kind, String what, boolean reassess, Confidence confidence) {}

    /**
     * What the country's own law asks of a flow out of it.
     *
     * @param safeguard one that must have been filed in time ({@code deadlineDays} after the first transfer)
     * @param safeguardsAll all of these must be there
     * @param safeguardsAny one of these must be there
     * @param safeguardsAllIfSensitive these too for special categories
     * @param deniedBy fact codes that say it is not met
     * @param basisIfSensitive provisions for special categories, printed first
     * @param free whether a flow that meets it is permitted without conditions
     */
    record OutboundRule(
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<String> safeguard,
            int deadlineDays,
            List<String> safeguardsAll,
            List<String> safeguardsAny,
            List<String> safeguardsAllIfSensitive,
            Set<String> deniedBy,
            boolean free,
            List<Provision> basis,
            List<Provision> basisIfSensitive,
            String requiresEn,
            String requiresJa,
            String citation,
            Confidence confidence) {

        boolean inForceOn(LocalDate day) {
            return (from.isEmpty() || !day.isBefore(from.get())) && (to.isEmpty() || !day.isAfter(to.get()));
        }
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
