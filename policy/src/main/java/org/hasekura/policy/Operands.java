package org.hasekura.policy;

import java.util.List;

/** The left operands that are understood. Source: ODRL 2.2 Vocabulary, left operands. */
final class Operands {

    static final List<String> KNOWN = List.of("purpose", "spatial", "country", "dateTime");

    private static final String ODRL = "http://www.w3.org/ns/odrl/2/";

    private Operands() {}

    /** The operand's short name: with {@code odrl:} or as a full IRI it is the same. */
    static String compact(String operand) {
        if (operand.startsWith(ODRL)) {
            return operand.substring(ODRL.length());
        }
        return operand.startsWith("odrl:") ? operand.substring("odrl:".length()) : operand;
    }
}
