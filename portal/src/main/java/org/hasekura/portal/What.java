package org.hasekura.portal;

import java.util.List;

/**
 * What people send, in their own words, each with the facts that we take from it. They are shown, and everybody may change them: words
 * of everyday life are no facts of law.
 */
enum What {
    CUSTOMER_CONTACTS("personal"),
    EMPLOYEE_DATA("personal", "hr"),
    HEALTH_RECORDS("personal", "special:health"),
    STUDY_DATA("personal", "pseudonymised", "special:health"),
    CHILDREN_ACCOUNTS("personal", "children"),
    MY_NUMBER("personal", "national-id:JP-my-number"),
    MACHINE_DATA("non-personal", "industrial"),
    OPEN_STATISTICS("non-personal");

    private final String facts;

    What(String... facts) {
        this.facts = String.join(" ", facts);
    }

    /** In the words of a flow statement. */
    List<String> facts() {
        return List.of(facts.split(" ", 0));
    }

    /** What we take to be in place, so that the answer is about the border alone: the processing at home is lawful. */
    List<String> presumed(String from) {
        boolean isPersonal = facts().contains("personal");
        boolean isSpecial = facts().contains("special:health");
        if (from.equals("JP") && isPersonal) {
            return List.of("appi-consent,scope=third-party-provision");
        }
        return isSpecial ? List.of("art9-basis:9(2)(a)") : List.of();
    }
}
