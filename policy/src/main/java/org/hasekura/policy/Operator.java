package org.hasekura.policy;

import java.util.Arrays;
import java.util.Optional;

/** The comparisons a constraint may ask for. Source: ODRL 2.2 §2.5.2, DSP 2025-1 ODRL profile (closed list). */
public enum Operator {
    EQ("eq"),
    NEQ("neq"),
    GT("gt"),
    GTEQ("gteq"),
    LT("lt"),
    LTEQ("lteq"),
    HAS_PART("hasPart"),
    IS_A("isA"),
    IS_ALL_OF("isAllOf"),
    IS_ANY_OF("isAnyOf"),
    IS_NONE_OF("isNoneOf"),
    IS_PART_OF("isPartOf"),
    TERM_LTEQ("term-lteq");

    private final String term;

    Operator(String term) {
        this.term = term;
    }

    /** The term on the wire. */
    public String term() {
        return term;
    }

    /** The operator with this term, with or without {@code odrl:} before it. */
    public static Optional<Operator> parse(String term) {
        String bare = term.startsWith("odrl:") ? term.substring("odrl:".length()) : term;
        return Arrays.stream(values()).filter(each -> each.term.equals(bare)).findFirst();
    }
}
