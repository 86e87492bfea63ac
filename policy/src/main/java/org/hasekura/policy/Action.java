package org.hasekura.policy;

/**
 * What a rule allows, forbids or asks for: an ODRL action as a term or IRI, e.g. {@code use}.
 *
 * <p>Any text is kept as it came, so that an agreement reads the same on both sides; an action that nobody here
 * understands is refused when the terms are evaluated, not when they are read. Source: ODRL 2.2 §2.5, DSP 2025-1 ODRL
 * profile.
 */
public record Action(String iri) {

    public static final Action USE = new Action("use");
    public static final Action DISTRIBUTE = new Action("distribute");

    private static final String ODRL = "http://www.w3.org/ns/odrl/2/";

    public Action {
        if (iri.isBlank() || iri.length() > 512) {
            throw new IllegalArgumentException("an action is 1 to 512 characters, was " + iri.length());
        }
    }

    /** The same action under its short ODRL name: {@code odrl:use} and the full IRI both read {@code use}. */
    public Action compact() {
        String bare = compact(iri);
        return bare.equals(iri) ? this : new Action(bare);
    }

    static String compact(String iri) {
        if (iri.startsWith(ODRL)) {
            return iri.substring(ODRL.length());
        }
        return iri.startsWith("odrl:") ? iri.substring("odrl:".length()) : iri;
    }
}
