package org.hasekura.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the law data hold on one country, gathered: every question about a flow is about one of its two countries. Immutable. */
final class Place {
    private final String iso;
    private final Optional<Country> country;
    private final Membership[] memberships;
    private final Decision[] transitions;
    private final Map<String, Favours> favours = new HashMap<>();
    private final Map<String, List<CountryList.Span>> groups = new HashMap<>();

    /**
     * Decisions of one grantor that speak of the country.
     *
     * @param alone those for the country itself
     * @param inEea these and those for the EEA
     * @param inUnion these and those for the Union
     */
    private record Favours(List<Decision> alone, List<Decision> inEea, List<Decision> inUnion) {
        static Favours of(LawData law, String grantor, String iso) {
            List<Decision> alone = law.decisions(grantor, iso);
            List<Decision> inEea = both(alone, law.decisions(grantor, "EEA"));
            return new Favours(alone, inEea, both(inEea, law.decisions(grantor, "EU")));
        }

        private static List<Decision> both(List<Decision> some, List<Decision> others) {
            List<Decision> all = new ArrayList<>(some);
            all.addAll(others);
            return List.copyOf(all);
        }
    }

    Place(String iso, LawData law) {
        law.groups().forEach((name, list) -> {
            List<CountryList.Span> spans = list.spans().getOrDefault(iso, List.of());
            if (!spans.isEmpty()) {
                groups.put(name, spans);
            }
        });
        this.iso = iso;
        this.country = law.country(iso);
        this.memberships = law.memberships().getOrDefault(iso, List.of()).toArray(Membership[]::new);
        this.transitions = law.decisions("EU", iso).stream()
                .filter(Decision::unionLawApplies)
                .toArray(Decision[]::new);
        for (String grantor : law.decisions().keySet()) {
            favours.put(grantor, Favours.of(law, grantor, iso));
        }
    }

    String iso() {
        return iso;
    }

    /** Dated facts about it as a third country, where the data hold some. */
    Optional<Country> country() {
        return country;
    }

    /** Whether it stands on that list of countries on the day. */
    boolean isIn(String group, LocalDate day) {
        List<CountryList.Span> spans = groups.get(group);
        if (spans != null) {
            for (CountryList.Span span : spans) {
                if (span.holdsOn(day)) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean inUnion(LocalDate day) {
        for (Membership membership : memberships) {
            if (membership.inUnion() && membership.holdsOn(day)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it counts as part of the EU or EEA on the day. */
    boolean inEea(LocalDate day) {
        for (Membership membership : memberships) {
            if (membership.holdsOn(day)) {
                return true;
            }
        }
        return false;
    }

    /** How sure it is that it belongs there; certain where it does not. */
    Confidence membership(LocalDate day) {
        for (Membership membership : memberships) {
            if (membership.holdsOn(day)) {
                return membership.confidence();
            }
        }
        return Confidence.CERTAIN;
    }

    /** The act by which it applies Union law on the day without being a member. */
    Optional<Decision> transition(LocalDate day) {
        for (Decision decision : transitions) {
            if (decision.inForceOn(day)) {
                return Optional.of(decision);
            }
        }
        return Optional.empty();
    }

    /** Whether it applies Union data protection law on the day, by membership or by a transition. */
    boolean underUnionLaw(LocalDate day) {
        return inEea(day) || transition(day).isPresent();
    }

    /** Every decision of the grantor that speaks of it, in force or not; those for groups of states while it belongs to them. */
    List<Decision> decisionsOf(String grantor, LocalDate day) {
        Favours all = favours.get(grantor);
        if (all == null) {
            return List.of();
        }
        return !inEea(day) ? all.alone() : inUnion(day) ? all.inUnion() : all.inEea();
    }
}
