package org.hasekura.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** By what datasets can be chosen and counted, beside their words. */
public enum Facet {
    /** What they are about: a code of the European Union's data themes, or an address. */
    THEME("theme", 't'),
    /** The country they are about; where that is not said, the country of whoever offers them. ISO 3166-1 alpha-2. */
    COUNTRY("country", 'c'),
    /** Media type, its last part, or the format of a distribution, in lower case. */
    FORMAT("format", 'f'),
    /** Whether they are personal data: {@code true} or {@code false}; not said of every dataset. */
    PERSONAL("personal", 'd'),
    /** The address of the licence. */
    LICENCE("licence", 'l'),
    /** The DID of whoever offers them. */
    PARTY("party", 'p');

    private final String text;
    private final char code;

    Facet(String text, char code) {
        this.text = text;
        this.code = code;
    }

    /** Its name in filters and answers. */
    public String text() {
        return text;
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(Facet::text).toList();
    }

    static Optional<Facet> of(String text) {
        return Arrays.stream(values()).filter(each -> each.text.equals(text)).findFirst();
    }

    /** The letter that its terms begin with in the index; it must never change. */
    char code() {
        return code;
    }
}
