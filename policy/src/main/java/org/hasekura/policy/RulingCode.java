package org.hasekura.policy;

import java.util.List;

/** The words in which terms may speak of the law's answer: those of the law's case files, and two of our own. */
public final class RulingCode {

    /** A person has permitted what the law left open. */
    public static final String BY_PERSON = "permitted-by-person";

    static final List<String> ALL = List.of(
            "permitted", "permitted-with-conditions", "prohibited", "needs-assessment", BY_PERSON, Broader.LAWFUL);

    private RulingCode() {}
}
