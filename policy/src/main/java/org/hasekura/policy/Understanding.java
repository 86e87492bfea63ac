package org.hasekura.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * Compiles a constraint to a {@link Condition}, or says what in it is not understood and where: an operand, an operator
 * that means nothing for the operand, or a value of the wrong form.
 */
sealed interface Understanding {

    record Understood(Condition condition) implements Understanding {}

    record NotUnderstood(List<Finding> what) implements Understanding {
        public NotUnderstood {
            what = List.copyOf(what);
        }
    }

    /** Where it stands is of no matter. */
    static Understanding of(Constraint constraint) {
        return of(constraint, "");
    }

    /** The constraint that stands at the path. */
    static Understanding of(Constraint constraint, String path) {
        return switch (constraint) {
            case Constraint.Atomic atomic -> Comparison.of(atomic, path);
            case Constraint.Logical(Constraint.Join join, List<Constraint> parts) ->
                logical(join, parts, path + "." + join.term());
        };
    }

    /** All of the constraints of one rule as one condition. */
    static Understanding ofAll(List<Constraint> constraints) {
        return logical(Constraint.Join.AND, constraints, "constraint");
    }

    private static Understanding logical(Constraint.Join join, List<Constraint> parts, String path) {
        List<Condition> conditions = new ArrayList<>();
        List<Finding> what = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            switch (of(parts.get(i), path + "[" + i + "]")) {
                case Understood(Condition condition) -> conditions.add(condition);
                case NotUnderstood(List<Finding> findings) -> what.addAll(findings);
            }
        }
        if (!what.isEmpty()) {
            return new NotUnderstood(what);
        }
        return new Understood(
                switch (join) {
                    // At one instant nothing comes after anything else: a sequence is a conjunction.
                    case AND, AND_SEQUENCE -> new Condition.AllOf(conditions);
                    case OR -> new Condition.AnyOf(conditions);
                    case XONE -> new Condition.OneOf(conditions);
                });
    }
}
