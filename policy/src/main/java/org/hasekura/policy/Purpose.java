package org.hasekura.policy;

/** Purposes as the parties write them, and the form they are compared in. */
public final class Purpose {

    /** The beginning of the IRI of a purpose in the law's vocabulary. */
    public static final String IRI = "urn:hasekura:purpose:";

    private Purpose() {}

    /** The code alone where the purpose is one of the law's vocabulary written as IRI; anything else as it is. */
    public static String compact(String purpose) {
        return purpose.startsWith(IRI) ? purpose.substring(IRI.length()) : purpose;
    }
}
