package org.hasekura.exchange;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Countries that a dataset is about: ISO 3166-1 alpha-2 here, the European Union's authority table on the wire. */
public final class Place {

    private static final String TABLE = "http://publications.europa.eu/resource/authority/country/";
    private static final Map<String, String> LONG_BY_SHORT = new HashMap<>();
    private static final Map<String, String> SHORT_BY_LONG = new HashMap<>();

    static {
        for (String code : Locale.getISOCountries()) {
            String longer = Locale.of("", code).getISO3Country();
            LONG_BY_SHORT.put(code, longer);
            SHORT_BY_LONG.put(longer, code);
        }
    }

    private Place() {}

    /** The country that the text means, by either ISO code or the table's address; empty when it means none. */
    public static Optional<String> of(String text) {
        String code = (text.startsWith(TABLE) ? text.substring(TABLE.length()) : text)
                .strip()
                .toUpperCase(Locale.ROOT);
        return LONG_BY_SHORT.containsKey(code) ? Optional.of(code) : Optional.ofNullable(SHORT_BY_LONG.get(code));
    }

    /** How it stands in a catalog: as an address. */
    static String address(String country) {
        return TABLE + Optional.ofNullable(LONG_BY_SHORT.get(country)).orElse(country);
    }
}
