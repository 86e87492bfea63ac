package org.hasekura.law;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One side of a flow, as the facts about it stand on the day.
 *
 * @param country ISO 3166-1 alpha-2, or {@code EPO}
 * @param role {@code controller}, {@code processor}, …, or {@link #UNSTATED}
 * @param kind {@code business}, {@code public-authority}, …, or {@link #UNSTATED}
 * @param sector describes only; no rule asks it
 * @param certifiedUnder active entries on certification lists ({@code DPF}, {@code APEC-CBPR}, …)
 * @param subjectTo laws the party is subject to for this data ({@code APPI}, {@code PIPEDA}, …)
 * @param relation to the other party ({@code subsidiary}, {@code branch}, …)
 */
public record Party(
        String country,
        String role,
        String kind,
        String sector,
        Set<String> certifiedUnder,
        Set<String> subjectTo,
        Optional<String> relation) {

    /** Stands where the facts say nothing. */
    public static final String UNSTATED = "unstated";

    public Party {
        certifiedUnder = Codes.copyOf(certifiedUnder);
        subjectTo = Codes.copyOf(subjectTo);
    }

    /** A party of which only country, role and kind are known. */
    public static Party of(String country, String role, String kind) {
        return new Party(country, role, kind, UNSTATED, Set.of(), Set.of(), Optional.empty());
    }

    /** The same party, on these certification lists. */
    public Party certifiedUnder(String... lists) {
        return new Party(country, role, kind, sector, Set.of(lists), subjectTo, relation);
    }

    Party withoutSector() {
        return sector.equals(UNSTATED)
                ? this
                : new Party(country, role, kind, UNSTATED, certifiedUnder, subjectTo, relation);
    }

    Party alsoCertifiedUnder(Set<String> lists) {
        Set<String> all = new HashSet<>(certifiedUnder);
        all.addAll(lists);
        return new Party(country, role, kind, sector, all, subjectTo, relation);
    }

    /** The same party, subject to these laws. */
    public Party subjectTo(String... laws) {
        return new Party(country, role, kind, sector, certifiedUnder, Set.of(laws), relation);
    }

    /** The same party, standing in this relation to the other. */
    public Party relation(String code) {
        return new Party(country, role, kind, sector, certifiedUnder, subjectTo, Optional.of(code));
    }

    boolean relationIs(String code) {
        return relation.isPresent() && relation.get().equals(code);
    }
}
