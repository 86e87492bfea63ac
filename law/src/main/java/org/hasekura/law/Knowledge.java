package org.hasekura.law;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When people could know of each row of the law data, and of its end. Law is known from its adoption, a judgment from its day; what is
 * not recorded is known when it takes effect. Never later than the last day of which the data speak.
 *
 * @param ends by token or id: from when an end that lay ahead was known
 * @param accessions by first day of a membership
 * @param exits by country
 * @param countries of events and outbound rules that begin, or the day after they end, on that day
 */
record Knowledge(
        LocalDate asOf,
        List<Act> acts,
        Map<String, LocalDate> ends,
        Map<LocalDate, LocalDate> accessions,
        Map<String, LocalDate> exits,
        Map<CountryDay, LocalDate> countries) {

    /**
     * An act that was adopted before its provisions came into force.
     *
     * @param tokens how the tokens of its provisions begin
     * @param inForceFrom empty for all of these; otherwise only those in force from that day, such as by an amendment
     */
    record Act(String name, List<String> tokens, Optional<LocalDate> inForceFrom, LocalDate knownFrom) {

        /** How much of the token its beginning covers; 0 where the provision is not of this act. The most covers best. */
        int covers(Provision provision) {
            if (inForceFrom.isPresent() && !inForceFrom.equals(provision.inForceFrom())) {
                return 0;
            }
            return tokens.stream()
                    .filter(token -> provision.token().startsWith(token))
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
        }
    }

    /** A day on which something changes in one country. */
    record CountryDay(String iso, LocalDate day) {}

    /** Whether people knew of the provision; one without a first day has always been known. */
    boolean knows(Provision provision, LocalDate day) {
        return provision.inForceFrom().isEmpty()
                || !knownFrom(provision, provision.inForceFrom().get()).isAfter(day);
    }

    LocalDate knownFrom(Provision provision, LocalDate inForceFrom) {
        Optional<Act> act = acts.stream()
                .filter(each -> each.covers(provision) > 0)
                .max(Comparator.comparingInt((Act each) -> each.covers(provision))
                        .thenComparing(each -> each.inForceFrom().isPresent()));
        return byAsOf(act.map(Act::knownFrom).orElse(inForceFrom));
    }

    /** Whether people knew that the row of that token or id would have this last day. */
    boolean knowsEnd(String id, LocalDate last, LocalDate day) {
        return !endKnownFrom(id, last).isAfter(day);
    }

    LocalDate endKnownFrom(String id, LocalDate last) {
        return byAsOf(ends.getOrDefault(id, last.plusDays(1)));
    }

    boolean knows(Membership membership, LocalDate day) {
        return !byAsOf(accessions.getOrDefault(membership.from(), membership.from()))
                .isAfter(day);
    }

    boolean knowsEnd(Membership membership, LocalDate last, LocalDate day) {
        return !byAsOf(exits.getOrDefault(membership.iso(), last.plusDays(1))).isAfter(day);
    }

    /** Whether people knew of what begins on that day in the country. */
    boolean knowsChange(String iso, LocalDate change, LocalDate day) {
        return !byAsOf(countries.getOrDefault(new CountryDay(iso, change), change))
                .isAfter(day);
    }

    private LocalDate byAsOf(LocalDate known) {
        return known.isAfter(asOf) ? asOf : known;
    }
}
