package org.hasekura.policy;

import java.util.List;

/** A condition on a rule: one comparison, or several joined. Source: ODRL 2.2 §2.5.2 and §2.5.3. */
public sealed interface Constraint {

    /**
     * One comparison. The right side is a list because {@code isAnyOf} and its kin take several values; a single value
     * is a list of one. Values are texts: dates as {@code xsd:date} or {@code xsd:dateTime}, the rest terms or IRIs.
     */
    record Atomic(String leftOperand, Operator operator, List<String> rightOperand) implements Constraint {
        public Atomic {
            rightOperand = List.copyOf(rightOperand);
            if (rightOperand.isEmpty()) {
                throw new IllegalArgumentException("constraint on `" + leftOperand + "` has nothing to compare with");
            }
        }

        public static Atomic of(String leftOperand, Operator operator, String... rightOperand) {
            return new Atomic(leftOperand, operator, List.of(rightOperand));
        }
    }

    /** Several constraints as one. */
    record Logical(Join join, List<Constraint> parts) implements Constraint {
        public Logical {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("logical constraint `" + join.term() + "` has no parts");
            }
        }
    }

    /** How the parts of a logical constraint are joined. */
    enum Join {
        AND("and"),
        AND_SEQUENCE("andSequence"),
        OR("or"),
        XONE("xone");

        private final String term;

        Join(String term) {
            this.term = term;
        }

        /** The key on the wire. */
        public String term() {
            return term;
        }
    }
}
