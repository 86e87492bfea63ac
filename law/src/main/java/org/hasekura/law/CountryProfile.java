package org.hasekura.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the law data hold on a country on a day. What is empty is not held, which is no statement that there is nothing.
 *
 * @param member {@code EU}, {@code EEA}, or empty
 * @param given decisions by which it lets data flow to others
 * @param received decisions by which others let data flow to it, by itself or as part of the EU or EEA
 * @param laws its general data protection law
 * @param authorities who supervises
 * @param localisation where data have to be kept, if anywhere
 * @param outbound what it asks of flows abroad
 * @param sure the mark of the weakest of these facts
 */
public record CountryProfile(
        String iso,
        Optional<String> member,
        List<Granted> given,
        List<Granted> received,
        List<String> laws,
        List<Named> authorities,
        List<Named> localisation,
        List<Named> outbound,
        Confidence sure) {

    /** A decision in force on the day, with whether it covers everyone or some only. */
    public record Granted(String grantor, Provision act, boolean partial) {}

    /** A fact in both languages. */
    public record Named(String en, String ja) {}

    public CountryProfile {
        given = List.copyOf(given);
        received = List.copyOf(received);
        laws = List.copyOf(laws);
        authorities = List.copyOf(authorities);
        localisation = List.copyOf(localisation);
        outbound = List.copyOf(outbound);
    }

    /** Every country of which the data hold anything, by code. */
    public static List<CountryProfile> all(Law law, LocalDate day) {
        LawData data = law.data();
        StructuresJson.Structures structures = structures();
        Set<String> countries = new TreeSet<>(data.memberships().keySet());
        countries.addAll(data.countries().keySet());
        countries.addAll(structures.byCountry().keySet());
        countries.addAll(Matrix.importers(data));
        return countries.stream().map(iso -> of(data, structures, iso, day)).toList();
    }

    private static StructuresJson.Structures structures() {
        try {
            return StructuresJson.read(LawDataJson.packagedFile("structures.json"));
        } catch (LawDataException e) {
            throw new IllegalStateException("the packaged law data are broken: " + e.getMessage(), e);
        }
    }

    private static CountryProfile of(LawData data, StructuresJson.Structures structures, String iso, LocalDate day) {
        Optional<Structure> structure =
                Optional.ofNullable(structures.byCountry().get(iso));
        LocalDate stated = structures.statedFrom();
        Optional<String> member = data.inUnion(iso, day)
                ? Optional.of("EU")
                : data.inEea(iso, day) ? Optional.of("EEA") : Optional.empty();
        List<Decision> given =
                inForce(data, day).filter(one -> isGrantor(data, one, iso, day)).toList();
        List<Decision> received = inForce(data, day)
                .filter(one -> one.beneficiaries().contains(iso)
                        || (one.beneficiaries().contains("EEA") && data.inEea(iso, day))
                        || (one.beneficiaries().contains("EU") && data.inUnion(iso, day)))
                .toList();
        Confidence sure = Stream.concat(given.stream(), received.stream())
                .map(one -> one.confidence(day))
                .reduce(structure.map(Structure::confidence).orElse(Confidence.CERTAIN), Confidence::weaker);
        return new CountryProfile(
                iso,
                member,
                given.stream().map(CountryProfile::granted).toList(),
                received.stream().map(CountryProfile::granted).toList(),
                laws(data, structure, iso, day, stated),
                structure.stream()
                        .flatMap(one -> one.authorities().stream())
                        .filter(one -> one.days().holdOn(day, stated))
                        .map(one -> new Named(one.nameEn(), one.nameJa()))
                        .toList(),
                structure.stream()
                        .map(Structure::localisation)
                        .filter(one -> one.days().holdOn(day, stated))
                        .map(one -> new Named(one.kind() + ": " + one.textEn(), one.kind() + ": " + one.textJa()))
                        .toList(),
                outbound(data, structure, iso, day, stated),
                sure);
    }

    private static Stream<Decision> inForce(LawData data, LocalDate day) {
        return data.decisionIds().stream()
                .flatMap(id -> data.decision(id).stream())
                .filter(one -> one.inForceOn(day))
                .sorted(Comparator.comparing(Decision::grantor).thenComparing(Decision::id));
    }

    private static boolean isGrantor(LawData data, Decision one, String iso, LocalDate day) {
        return one.grantor().equals("EU") ? data.inEea(iso, day) : one.grantor().equals(iso);
    }

    private static Granted granted(Decision one) {
        boolean everyone = one.scope()
                        .equals(new Decision.Scope(
                                Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false))
                && one.excludes().isEmpty()
                && !one.lawEnforcement();
        return new Granted(one.grantor(), one.act(), !everyone);
    }

    private static List<String> laws(
            LawData data, Optional<Structure> structure, String iso, LocalDate day, LocalDate stated) {
        List<String> dated = structure.stream()
                .flatMap(one -> one.laws().stream())
                .filter(one -> one.days().holdOn(day, stated))
                .map(Structure.GeneralLaw::citation)
                .toList();
        return structure.isPresent()
                ? dated
                : data.country(iso).map(Country::generalLaw).stream().toList();
    }

    private static List<Named> outbound(
            LawData data, Optional<Structure> structure, String iso, LocalDate day, LocalDate stated) {
        Set<Named> rules = new LinkedHashSet<>();
        for (Country.OutboundRule rule :
                data.country(iso).map(Country::outboundRules).orElse(List.of())) {
            if (rule.inForceOn(day)) {
                rule.requirements()
                        .forEach(asked -> rules.add(
                                new Named(rule.citation() + ": " + asked.en(), rule.citation() + ": " + asked.ja())));
            }
        }
        structure.stream()
                .flatMap(one -> one.outbound().stream())
                .filter(one -> one.days().holdOn(day, stated))
                .forEach(one -> rules.add(new Named(one.textEn(), one.textJa())));
        return new ArrayList<>(rules);
    }
}
