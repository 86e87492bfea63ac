package org.hasekura.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Compiles a constraint to a {@link Condition}, or says what in it is not understood: an operand, an operator that means
 * nothing for the operand, or a value of the wrong form.
 */
sealed interface Understanding {

    /** As the participant register has countries. */
    Pattern COUNTRY = Pattern.compile("[A-Z]{2}|EPO");

    record Understood(Condition condition) implements Understanding {}

    record NotUnderstood(List<String> what) implements Understanding {
        public NotUnderstood {
            what = List.copyOf(what);
        }
    }

    static Understanding of(Constraint constraint) {
        return switch (constraint) {
            case Constraint.Atomic atomic -> atomic(atomic);
            case Constraint.Logical(Constraint.Join join, List<Constraint> parts) -> logical(join, parts);
        };
    }

    /** All of the constraints of one rule as one condition. */
    static Understanding ofAll(List<Constraint> constraints) {
        return logical(Constraint.Join.AND, constraints);
    }

    private static Understanding logical(Constraint.Join join, List<Constraint> parts) {
        List<Condition> conditions = new ArrayList<>();
        List<String> what = new ArrayList<>();
        for (Constraint part : parts) {
            switch (of(part)) {
                case Understood(Condition condition) -> conditions.add(condition);
                case NotUnderstood(List<String> words) -> what.addAll(words);
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

    private static Understanding atomic(Constraint.Atomic atomic) {
        String operand = Operands.compact(atomic.leftOperand());
        return switch (operand) {
            case "purpose" -> values(atomic, Condition.Operand.PURPOSE);
            case "spatial", "country" -> values(atomic, Condition.Operand.COUNTRY);
            case "dateTime" -> span(atomic);
            default -> not(Words.unknown("operand", atomic.leftOperand(), Operands.KNOWN));
        };
    }

    private static Understanding values(Constraint.Atomic atomic, Condition.Operand operand) {
        boolean single = atomic.operator() == Operator.EQ || atomic.operator() == Operator.NEQ;
        boolean several = atomic.operator() == Operator.IS_ANY_OF || atomic.operator() == Operator.IS_NONE_OF;
        if (!single && !several) {
            return not(meaningless(atomic, "`eq`, `neq`, `isAnyOf` and `isNoneOf`"));
        }
        if (single && atomic.rightOperand().size() > 1) {
            return not("operator `" + atomic.operator().term() + "` takes one value; for several use `isAnyOf` or"
                    + " `isNoneOf`");
        }
        Set<String> values = new HashSet<>();
        for (String given : atomic.rightOperand()) {
            Optional<String> value = operand == Condition.Operand.COUNTRY ? country(given) : Optional.of(given);
            if (value.isEmpty()) {
                return not(Words.shown(given) + " is not a country: write two letters, as `JP` (ISO 3166-1 alpha-2)");
            }
            values.add(operand == Condition.Operand.PURPOSE ? Purpose.compact(value.get()) : value.get());
        }
        boolean among = atomic.operator() == Operator.EQ || atomic.operator() == Operator.IS_ANY_OF;
        return new Understood(new Condition.Values(operand, values, among));
    }

    private static Optional<String> country(String given) {
        String upper = given.toUpperCase(Locale.ROOT);
        return COUNTRY.matcher(upper).matches() ? Optional.of(upper) : Optional.empty();
    }

    private static Understanding span(Constraint.Atomic atomic) {
        if (atomic.rightOperand().size() > 1) {
            return not("`dateTime` is compared with one value");
        }
        String said = atomic.rightOperand().getFirst();
        Optional<Moment> read = Moment.parse(said);
        if (read.isEmpty()) {
            return not(Words.shown(said) + " is neither a date like `2027-12-31` nor a time like"
                    + " `2027-12-31T15:00:00Z`");
        }
        Moment moment = read.get();
        return switch (atomic.operator()) {
            case LT -> span(Optional.empty(), Optional.of(moment.first()));
            case LTEQ -> span(Optional.empty(), Optional.of(moment.after()));
            case GT -> span(Optional.of(moment.after()), Optional.empty());
            case GTEQ -> span(Optional.of(moment.first()), Optional.empty());
            case EQ -> span(Optional.of(moment.first()), Optional.of(moment.after()));
            default -> not(meaningless(atomic, "`lt`, `lteq`, `gt`, `gteq` and `eq`"));
        };
    }

    private static Understanding span(Optional<Instant> from, Optional<Instant> before) {
        return new Understood(new Condition.Span(from, before));
    }

    private static String meaningless(Constraint.Atomic atomic, String meant) {
        return "operator `" + atomic.operator().term() + "` says nothing about " + Words.shown(atomic.leftOperand())
                + "; " + meant + " do";
    }

    private static NotUnderstood not(String what) {
        return new NotUnderstood(List.of(what));
    }
}
