package org.hasekura.law;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds provisions and acts of the law data by their token, their term of the W3C vocabulary, or part of a citation or name. */
public final class ProvisionSearch {
    /** A longer question finds nothing. */
    public static final int QUESTION_CHARACTERS_MAX = 200;

    private final LawData law;

    private ProvisionSearch(LawData law) {
        this.law = law;
    }

    /**
     * A row that was found.
     *
     * @param decision what it grants, where it is a decision
     */
    public record Found(Provision provision, Optional<DecisionView> decision) {}

    /** What a decision says of whom it covers. */
    public record DecisionView(
            String grantor,
            List<String> beneficiaries,
            List<Part> scope,
            List<Excluded> exclusions,
            List<Duty> duties) {}

    /** A part of a scope or exclusion: what is asked for, such as {@code importer}, and the codes that meet it. */
    public record Part(String name, List<String> codes) {}

    /** What is excluded: all parts must be met, on a day inside. */
    public record Excluded(String ref, List<Part> parts, Optional<LocalDate> from, Optional<LocalDate> to) {}

    /** All that match, those that match best alone: an exact token before a term, a term before part of a text. */
    public static List<Found> find(Law law, String question) {
        ProvisionSearch search = new ProvisionSearch(law.data());
        String asked = question.strip().toLowerCase(Locale.ROOT);
        if (asked.isEmpty() || asked.length() > QUESTION_CHARACTERS_MAX) {
            return List.of();
        }
        List<Predicate<Provision>> ways = List.of(
                one -> one.token().toLowerCase(Locale.ROOT).equals(asked),
                one -> one.dpvIri()
                        .map(iri -> iri.toLowerCase(Locale.ROOT))
                        .filter(iri -> iri.equals(asked) || iri.endsWith("#" + asked))
                        .isPresent(),
                one -> one.celex().map(celex -> celex.equalsIgnoreCase(asked)).orElse(false),
                one -> Stream.of(one.token(), one.citation(), one.citation(Locale.JAPANESE), one.nameEn(), one.nameJa())
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(asked)));
        return ways.stream()
                .map(search::matching)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Every provision, act and decision, by its token. */
    public static List<Found> everything(Law law) {
        return new ProvisionSearch(law.data()).matching(_ -> true);
    }

    /** The token that was probably meant, if nothing was found. */
    public static Optional<String> nearest(Law law, String question) {
        return NearestWord.to(
                question,
                new ProvisionSearch(law.data()).all().map(Provision::token).toList());
    }

    private List<Found> matching(Predicate<Provision> way) {
        return all().filter(way)
                .sorted(Comparator.comparing(Provision::token))
                .map(one -> new Found(one, law.decision(one.token()).map(ProvisionSearch::view)))
                .toList();
    }

    private Stream<Provision> all() {
        return Stream.concat(
                law.provisions().values().stream(),
                law.decisionIds().stream()
                        .flatMap(id -> law.decision(id).stream())
                        .map(Decision::act));
    }

    private static DecisionView view(Decision one) {
        Decision.Scope scope = one.scope();
        List<Part> parts = Stream.of(
                        part("subject-to", scope.subjectTo()),
                        part("exporter", scope.exporterKinds()),
                        part("importer", scope.importerKinds()),
                        part("purpose", scope.purposeCodes()),
                        part("certified-any", scope.certifiedAny()),
                        part("certified-hr", scope.certifiedAnyForHr()),
                        part("certified-all", scope.certifiedAll()),
                        part("law-enforcement", one.lawEnforcement()),
                        part("passenger-name-record", scope.passengerNameRecord()))
                .flatMap(Optional::stream)
                .toList();
        return new DecisionView(
                one.grantor(),
                one.beneficiaries(),
                parts,
                one.excludes().stream().map(ProvisionSearch::exclusion).toList(),
                one.duties());
    }

    private static Excluded exclusion(Decision.Exclusion one) {
        List<Part> parts = Stream.of(
                        part("importer", one.importerKinds()),
                        part("purpose", one.purposeCodes()),
                        part("subject-to", one.subjectTo()),
                        part("fact", one.factCodes()),
                        part("automated", one.automated().equals(Optional.of(true))),
                        part("manual", one.automated().equals(Optional.of(false))),
                        part("credit-information", one.creditInformation()),
                        part("national-id", one.nationalId().map(Set::of).orElse(Set.of())))
                .flatMap(Optional::stream)
                .toList();
        return new Excluded(one.ref(), parts, one.from(), one.to());
    }

    private static Optional<Part> part(String name, Set<String> codes) {
        return codes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part(name, codes.stream().sorted().toList()));
    }

    private static Optional<Part> part(String name, boolean asked) {
        return asked ? Optional.of(new Part(name, List.of())) : Optional.empty();
    }
}
