package org.hasekura.policy;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Purposes as the parties write them, and the form they are compared in.
 *
 * <p>A purpose of the law's vocabulary is its code, {@code general}, or the IRI {@code urn:hasekura:purpose:general}. The
 * parties may say it more exactly in words of their own after the code, {@code
 * urn:hasekura:purpose:general:customer-service}: the law reads the code, the terms hold the parties to the whole.
 *
 * <p>A purpose belongs to those that its IRI begins with, and one of the W3C Data Privacy Vocabulary to those that stand
 * above it there. What such a purpose is to the law nobody has said: the law asks.
 */
public final class Purpose {

    /** The beginning of the IRI of a purpose in the law's vocabulary. */
    public static final String IRI = "urn:hasekura:purpose:";

    private static final String DPV = "https://w3id.org/dpv#";
    private static final Map<String, Set<String>> VOCABULARY = PurposesJson.packaged();

    private Purpose() {}

    /** What is compared: the code where that is all the IRI says; anything else as it is. */
    public static String compact(String purpose) {
        if (purpose.startsWith("dpv:")) {
            return DPV + purpose.substring("dpv:".length());
        }
        String rest = purpose.startsWith(IRI) ? purpose.substring(IRI.length()) : purpose;
        return rest.indexOf(':') < 0 ? rest : purpose;
    }

    /** What the law is asked: the code; a purpose of another vocabulary stays whole, and the law says it is unknown. */
    static String code(String purpose) {
        return purpose.startsWith(IRI) ? purpose.substring(IRI.length()).split(":", 2)[0] : purpose;
    }

    /** What people read: the parties' own words, where the code before them is {@code general} and says nothing. */
    static String shown(String purpose) {
        return purpose.startsWith(IRI)
                ? purpose.substring(IRI.length()).replaceFirst("^general:(?=.)", "")
                : purpose.startsWith(DPV) ? "dpv:" + purpose.substring(DPV.length()) : purpose;
    }

    /** The purpose, in the form that is compared, and every one that it belongs to. */
    static Set<String> broader(String purpose) {
        String whole = compact(purpose);
        if (!whole.startsWith(IRI)) {
            return VOCABULARY.getOrDefault(whole, Set.of(whole));
        }
        Set<String> all = new HashSet<>();
        all.add(whole);
        for (int at = whole.indexOf(':', IRI.length()); at > 0; at = whole.indexOf(':', at + 1)) {
            all.add(compact(whole.substring(0, at)));
        }
        return all;
    }
}
