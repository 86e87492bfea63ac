package org.hasekura.law;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A provision of law that a ruling rests on, or an act of its application such as an adequacy decision.
 *
 * @param token stable name: a basis token such as {@code GDPR:45(3)}, or the id of an act such as {@code EU-JP-2019}
 * @param citationJa how Japanese lawyers cite it; empty where they use the other form
 * @param inForceFrom first day; empty for "before anything in these data"
 * @param inForceTo last day, inclusive; empty while no end is known
 * @param celex number in EUR-Lex, where there is one
 * @param dpvIri nearest term of the W3C Data Privacy Vocabulary, where there is one
 */
public record Provision(
        String token,
        Kind kind,
        String citation,
        Optional<String> citationJa,
        Optional<LocalDate> inForceFrom,
        Optional<LocalDate> inForceTo,
        String nameEn,
        String nameJa,
        Optional<String> celex,
        Optional<String> url,
        Optional<String> dpvIri,
        Confidence confidence) {

    /** What a provision can do in a ruling. */
    public enum Kind {
        /** Carries a permission. */
        GROUND,
        /** Carries a prohibition. */
        BAR,
        /** Either, by outcome. */
        BOTH,
        /** No restriction applies. */
        SCOPE,
        /** A question that has to be assessed. */
        OPEN,
        /** An act that is cited but is no basis token: an adequacy decision, a judgment, an article behind a duty. */
        ACT;

        /** The word of the data files. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it is cited in Japanese where there is such a form and that is the language, else in English. */
    public String citation(Locale language) {
        return language.getLanguage().equals("ja") ? citationJa.orElse(citation) : citation;
    }

    /** Whether it may be printed as a basis token. */
    public boolean isBasis() {
        return kind != Kind.ACT;
    }

    /** Whether it is in force on the day; both its days count. */
    public boolean inForceOn(LocalDate day) {
        return (inForceFrom.isEmpty() || !day.isBefore(inForceFrom.get()))
                && (inForceTo.isEmpty() || !day.isAfter(inForceTo.get()));
    }

    /** The same provision with another last day, or none. */
    Provision endingOn(Optional<LocalDate> lastDay) {
        return new Provision(
                token,
                kind,
                citation,
                citationJa,
                inForceFrom,
                lastDay,
                nameEn,
                nameJa,
                celex,
                url,
                dpvIri,
                confidence);
    }
}
