package org.hasekura.policy;

import java.util.Locale;
import java.util.Set;

/** Places in terms, for people. */
final class Places {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private Places() {}

    /** The name of a country in that language; what is no country's code (ISO 3166-1 alpha-2) as it was written. */
    static String name(String code, Locale language) {
        return COUNTRIES.contains(code) ? Locale.of("", code).getDisplayCountry(language) : code;
    }
}
