package org.hasekura.policy;

import static org.hasekura.policy.Operator.EQ;
import static org.hasekura.policy.Operator.GT;
import static org.hasekura.policy.Operator.GTEQ;
import static org.hasekura.policy.Operator.HAS_PART;
import static org.hasekura.policy.Operator.IS_A;
import static org.hasekura.policy.Operator.IS_ALL_OF;
import static org.hasekura.policy.Operator.IS_ANY_OF;
import static org.hasekura.policy.Operator.IS_NONE_OF;
import static org.hasekura.policy.Operator.IS_PART_OF;
import static org.hasekura.policy.Operator.LT;
import static org.hasekura.policy.Operator.LTEQ;
import static org.hasekura.policy.Operator.NEQ;
import static org.hasekura.policy.Operator.TERM_LTEQ;

import java.util.List;
import java.util.stream.Collectors;

/** Which operators mean something for which operand. */
final class Operators {

    private static final List<Operator> WITH_BROADER =
            List.of(EQ, NEQ, IS_ANY_OF, IS_NONE_OF, IS_ALL_OF, IS_A, TERM_LTEQ, IS_PART_OF, HAS_PART);

    private Operators() {}

    static List<Operator> of(Operand operand) {
        return switch (operand) {
            case PURPOSE, PLACE, SECTOR -> WITH_BROADER;
            case RECIPIENT -> List.of(EQ, NEQ, IS_ANY_OF, IS_NONE_OF);
            case CREDENTIAL -> List.of(EQ, NEQ, IS_ANY_OF, IS_NONE_OF, IS_ALL_OF, IS_A, TERM_LTEQ, HAS_PART);
            case RULING -> List.of(EQ, NEQ, IS_ANY_OF, IS_NONE_OF, IS_A, TERM_LTEQ);
            // Where data may go is listed: nobody can say all the places where they will not.
            case ONWARD -> List.of(EQ, IS_ANY_OF, IS_PART_OF);
            case DATE_TIME -> List.of(LT, LTEQ, GT, GTEQ, EQ, NEQ, IS_ANY_OF, IS_NONE_OF);
            case ELAPSED_TIME, IN_FORCE -> List.of(LT, LTEQ, GT, GTEQ);
            case COUNT -> List.of(LT, LTEQ, GT, GTEQ, EQ, NEQ);
        };
    }

    /** For a sentence: {@code `a`, `b` and `c`}. */
    static String names(List<Operator> operators) {
        List<String> names =
                operators.stream().map(each -> "`" + each.term() + "`").toList();
        return names.subList(0, names.size() - 1).stream().collect(Collectors.joining(", ")) + " and "
                + names.getLast();
    }
}
