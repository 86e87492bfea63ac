package org.hasekura.law;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The terms of the W3C Data Privacy Vocabulary that are nearest to the words of these law data. A word without a term there has none
 * here. Source: DPV 2.3, read in its CSV files.
 *
 * @param version of the vocabulary
 * @param namespaces every IRI begins with one of these
 * @param codes by field of the vocabulary, then by code; {@code data} and {@code outcome} map fields of a flow and outcomes
 * @param acts by the part of a token before the colon
 * @param decisions by id
 */
public record DpvTerms(
        String version,
        Set<String> namespaces,
        Map<String, Map<String, String>> codes,
        Map<String, String> acts,
        Map<String, String> decisions) {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    public DpvTerms {
        namespaces = Set.copyOf(namespaces);
        codes = Map.copyOf(codes);
        acts = Map.copyOf(acts);
        decisions = Map.copyOf(decisions);
    }

    /** Those of the packaged file. */
    public static DpvTerms load() {
        return PackagedJson.read("dpv.json", DpvTermsJson::read);
    }

    /** The term for a code, such as {@code role}, {@code controller}. */
    public Optional<String> code(String field, String code) {
        return Optional.ofNullable(codes.getOrDefault(field, Map.of()).get(code));
    }

    /** The term for the outcome of a ruling. */
    public Optional<String> outcome(Ruling ruling) {
        return code("outcome", ruling.outcome());
    }

    /** The term for a country, by its ISO code. */
    public Optional<String> country(String iso) {
        return COUNTRIES.contains(iso) ? Optional.of("https://w3id.org/dpv/loc#" + iso) : Optional.empty();
    }

    /** The term for the law that a provision stands in, such as {@code GDPR:45(3)}. */
    public Optional<String> act(Provision provision) {
        int colon = provision.token().indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.ofNullable(acts.get(provision.token().substring(0, colon)));
    }

    /** The term for a decision, by its id. */
    public Optional<String> decision(String id) {
        return Optional.ofNullable(decisions.get(id));
    }
}
