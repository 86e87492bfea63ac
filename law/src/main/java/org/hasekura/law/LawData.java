package org.hasekura.law;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The law as data: dated decisions, countries, provisions, and the words of rulings. Immutable. Rules ask it by name; a name that is
 * not there is our own error.
 *
 * @param asOf last day the data speak of; a later day is judged on the law known then
 * @param decisions by grantor, then by beneficiary, which may be {@code EEA} or {@code EU}
 * @param memberships by country
 * @param groups lists of countries by name; the parties of an agreement stand under its provision
 * @param codes by field of the vocabulary
 */
record LawData(
        String version,
        LocalDate asOf,
        Map<String, Provision> provisions,
        Map<String, Map<String, List<Decision>>> decisions,
        Map<String, List<Membership>> memberships,
        Map<String, Country> countries,
        Map<String, CountryList> groups,
        Map<String, Set<String>> codes,
        Map<String, Duty> duties,
        Map<String, Condition> conditions,
        Map<String, Question> questions) {

    Provision provision(String token) {
        return known(provisions.get(token), "provision", token);
    }

    Duty duty(String id) {
        return known(duties.get(id), "duty", id);
    }

    Condition condition(String id, String... values) {
        Condition template = known(conditions.get(id), "condition", id);
        return values.length == 0
                ? template
                : new Condition(id, template.wording(), List.of(values), template.provision());
    }

    Question question(String id, String... values) {
        Question template = known(questions.get(id), "question", id);
        if (values.length == 0) {
            return template;
        }
        List<String> all = List.of(values);
        return new Question(id, all, template.wording(), all);
    }

    Optional<Country> country(String iso) {
        return Optional.ofNullable(countries.get(iso));
    }

    /** The named list of countries, such as the destinations of {@code EU001}. */
    CountryList group(String name) {
        return known(groups.get(name), "list of countries", name);
    }

    /** Whether the country stands on the named list on the day. */
    boolean isInGroup(String group, String iso, LocalDate day) {
        return group(group).includes(iso, day);
    }

    boolean inUnion(String iso, LocalDate day) {
        for (Membership membership : memberships.getOrDefault(iso, List.of())) {
            if (membership.inUnion() && membership.holdsOn(day)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the state counts as part of the EU or EEA on the day. */
    boolean inEea(String iso, LocalDate day) {
        for (Membership membership : memberships.getOrDefault(iso, List.of())) {
            if (membership.holdsOn(day)) {
                return true;
            }
        }
        return false;
    }

    /** Regime that attaches to data first collected in the country on the day; {@link Party#UNSTATED} where the vocabulary has none. */
    String regime(String iso, LocalDate day) {
        String regime = inEea(iso, day) ? "EU" : iso.equals("GB") ? "UK" : iso;
        return codes.getOrDefault("originRegime", Set.of()).contains(regime) ? regime : Party.UNSTATED;
    }

    /** Decisions of the grantor for that country, whatever their days, those for a group of states included. */
    List<Decision> decisions(String grantor, String beneficiary) {
        return decisions.getOrDefault(grantor, Map.of()).getOrDefault(beneficiary, List.of());
    }

    /** The decision of that id, if there is one. */
    Optional<Decision> decision(String id) {
        return everyDecision().filter(decision -> decision.id().equals(id)).findFirst();
    }

    /** Ids of all decisions, sorted. */
    List<String> decisionIds() {
        return everyDecision().map(Decision::id).distinct().sorted().toList();
    }

    Stream<Decision> everyDecision() {
        return decisions.values().stream()
                .flatMap(each -> each.values().stream())
                .flatMap(List::stream);
    }

    /**
     * The same data, with one decision supposed to end with that day; without a day, to go on without end.
     *
     * @param id of a decision that is there
     */
    LawData withEnd(String id, Optional<LocalDate> lastDay) {
        Decision ended = known(decision(id).orElse(null), "decision", id).ending(lastDay);
        Map<String, List<Decision>> ofGrantor = new HashMap<>(decisions.getOrDefault(ended.grantor(), Map.of()));
        for (String beneficiary : ended.beneficiaries()) {
            ofGrantor.computeIfPresent(
                    beneficiary,
                    (_, list) -> list.stream()
                            .map(each -> each.id().equals(id) ? ended : each)
                            .toList());
        }
        Map<String, Map<String, List<Decision>>> changed = new HashMap<>(decisions);
        changed.put(ended.grantor(), ofGrantor);
        return new LawData(
                version,
                asOf,
                provisions,
                changed,
                memberships,
                countries,
                groups,
                codes,
                duties,
                conditions,
                questions);
    }

    private static <T> T known(@org.jspecify.annotations.Nullable T value, String kind, String name) {
        if (value == null) {
            throw new IllegalStateException("the law data hold no " + kind + " `" + name + "`");
        }
        return value;
    }
}
