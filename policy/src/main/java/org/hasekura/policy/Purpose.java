package org.hasekura.policy;

/**
 * Purposes as the parties write them, and the form they are compared in.
 *
 * <p>A purpose of the law's vocabulary is its code, {@code general}, or the IRI {@code urn:hasekura:purpose:general}. The
 * parties may say it more exactly in words of their own after the code, {@code
 * urn:hasekura:purpose:general:customer-service}: the law reads the code, the terms hold the parties to the whole.
 */
public final class Purpose {

    /** The beginning of the IRI of a purpose in the law's vocabulary. */
    public static final String IRI = "urn:hasekura:purpose:";

    private Purpose() {}

    /** What is compared: the code where that is all the IRI says; anything else as it is. */
    public static String compact(String purpose) {
        String rest = purpose.startsWith(IRI) ? purpose.substring(IRI.length()) : purpose;
        return rest.indexOf(':') < 0 ? rest : purpose;
    }

    /** What the law is asked: the code; a purpose of another vocabulary stays whole, and the law says it is unknown. */
    static String code(String purpose) {
        return purpose.startsWith(IRI) ? purpose.substring(IRI.length()).split(":", 2)[0] : purpose;
    }

    /** What people read. */
    static String shown(String purpose) {
        return purpose.startsWith(IRI) ? purpose.substring(IRI.length()) : purpose;
    }
}
