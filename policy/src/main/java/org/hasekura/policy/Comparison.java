package org.hasekura.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hasekura.policy.Understanding.NotUnderstood;
import org.hasekura.policy.Understanding.Understood;

/** Compiles one comparison: first its operand, then its operator, then its values. */
final class Comparison {

    private static final Set<Operator> WITH_ONE = Set.of(
            Operator.EQ,
            Operator.NEQ,
            Operator.LT,
            Operator.LTEQ,
            Operator.GT,
            Operator.GTEQ,
            Operator.IS_A,
            Operator.TERM_LTEQ);

    private final Constraint.Atomic written;
    private final Operand operand;
    private final String path;

    private Comparison(Constraint.Atomic written, Operand operand, String path) {
        this.written = written;
        this.operand = operand;
        this.path = path;
    }

    static Understanding of(Constraint.Atomic atomic, String path) {
        return Operand.of(atomic.leftOperand())
                .map(operand -> new Comparison(atomic, operand, path).understood())
                .orElseGet(
                        () -> new NotUnderstood(List.of(Operand.unknown(path + ".leftOperand", atomic.leftOperand()))));
    }

    private Understanding understood() {
        Operator operator = written.operator();
        List<Operator> meant = Operators.of(operand);
        if (!meant.contains(operator)) {
            String names = Operators.names(meant);
            return not(
                    ".operator",
                    "operator `" + operator.term() + "` says nothing about " + Words.shown(written.leftOperand()) + "; "
                            + names + " do",
                    "演算子`" + operator.term() + "`は" + Words.shown(written.leftOperand()) + "には使えない。使えるのは" + names);
        }
        if (written.rightOperand().size() > 1 && takesOne(operator)) {
            return not(
                    ".rightOperand",
                    "operator `" + operator.term() + "` takes one value; for several use `isAnyOf` or `isNoneOf`",
                    "演算子`" + operator.term() + "`の値は一つ。複数の値には`isAnyOf`又は`isNoneOf`を使う");
        }
        return switch (operand.kind()) {
            case CODES -> codes();
            case TIME ->
                each(
                        Moment::parse,
                        "neither a date like `2027-12-31` nor a time like `2027-12-31T15:00:00Z`",
                        "「2027-12-31」のような日付でも「2027-12-31T15:00:00Z」のような日時でもない",
                        this::times);
            case PERIOD -> operand == Operand.IN_FORCE ? inForce() : elapsed();
            case NUMBER ->
                each(Comparison::number, "no whole number from 0 to 1000000000", "0から1000000000までの整数ではない", this::count);
        };
    }

    private boolean takesOne(Operator operator) {
        return WITH_ONE.contains(operator)
                // There is only one value to fit them all.
                || (operator == Operator.IS_ALL_OF && !operand.isPlural());
    }

    // Codes

    private Understanding codes() {
        Optional<String> type = Operand.credentialType(Operand.compact(written.leftOperand()));
        if (operand == Operand.CREDENTIAL && type.isPresent()) {
            return credential(type.get());
        }
        Set<Codes.Match> matches = new HashSet<>();
        for (int i = 0; i < written.rightOperand().size(); i++) {
            String given = written.rightOperand().get(i);
            switch (Vocabulary.code(operand, given)) {
                case Vocabulary.Code(String code) -> matches.add(new Codes.Match(relation(code), code));
                case Vocabulary.NoCode(String english, String japanese) -> {
                    return not(valueAt(i), english, japanese);
                }
            }
        }
        return new Understood(new Codes(operand, quantifier(), matches));
    }

    /** {@code MembershipCredential eq active}, as other dataspaces write it. */
    private Understanding credential(String type) {
        Operator operator = written.operator();
        boolean isActive = written.rightOperand().equals(List.of("active"));
        if (!isActive || (operator != Operator.EQ && operator != Operator.NEQ)) {
            return not(
                    ".rightOperand",
                    Words.shown(written.leftOperand()) + " is compared by `eq` or `neq` with `active`",
                    Words.shown(written.leftOperand()) + "は`eq`又は`neq`で`active`と比べる");
        }
        var match = new Codes.Match(Codes.Relation.SAME, type);
        return new Understood(new Codes(operand, quantifier(), Set.of(match)));
    }

    private Codes.Quantifier quantifier() {
        return switch (written.operator()) {
            case NEQ, IS_NONE_OF -> Codes.Quantifier.NONE;
            case IS_ALL_OF, HAS_PART -> Codes.Quantifier.ALL;
            case IS_PART_OF -> operand.isPlural() ? Codes.Quantifier.ONLY : Codes.Quantifier.ANY;
            case EQ, IS_A, IS_ANY_OF, TERM_LTEQ -> Codes.Quantifier.ANY;
            case LT, LTEQ, GT, GTEQ -> throw new IllegalStateException("codes have no order");
        };
    }

    private Codes.Relation relation(String code) {
        return switch (written.operator()) {
            case IS_A, IS_PART_OF, TERM_LTEQ -> Codes.Relation.WITHIN;
            case HAS_PART -> Codes.Relation.AROUND;
            // No country is a region and no ruling is `lawful-transfer`: to be equal to these is to lie in them.
            default -> Vocabulary.isClass(operand, code) ? Codes.Relation.WITHIN : Codes.Relation.SAME;
        };
    }

    // Times

    private Understanding times(List<Moment> moments) {
        Moment moment = moments.getFirst();
        List<Condition> before = moments.stream()
                .map(each -> span(Optional.empty(), Optional.of(each.first())))
                .toList();
        return new Understood(
                switch (written.operator()) {
                    case LT -> before.getFirst();
                    case LTEQ -> span(Optional.empty(), Optional.of(moment.after()));
                    case GT -> span(Optional.of(moment.after()), Optional.empty());
                    case GTEQ -> span(Optional.of(moment.first()), Optional.empty());
                    case EQ -> on(moment);
                    case NEQ -> notOn(moment);
                    case IS_ANY_OF ->
                        new Condition.AnyOf(moments.stream().map(Comparison::on).toList());
                    case IS_NONE_OF ->
                        new Condition.AllOf(
                                moments.stream().map(Comparison::notOn).toList());
                    default -> throw new IllegalStateException("no operator on times: " + written.operator());
                });
    }

    private static Condition on(Moment moment) {
        return span(Optional.of(moment.first()), Optional.of(moment.after()));
    }

    private static Condition notOn(Moment moment) {
        return new Condition.AnyOf(List.of(
                span(Optional.empty(), Optional.of(moment.first())),
                span(Optional.of(moment.after()), Optional.empty())));
    }

    private static Condition span(Optional<java.time.Instant> from, Optional<java.time.Instant> before) {
        return new Condition.Span(from, before);
    }

    // Periods

    private Understanding elapsed() {
        return each(
                Elapse::parse,
                "no duration like `P30D`, `P1Y6M` or `PT12H`",
                "「P30D」「P1Y6M」「PT12H」のような期間ではない",
                elapses -> new Understood(since(Since.Start.FIRST_USE, elapses.getFirst())));
    }

    private Understanding inForce() {
        String said = written.rightOperand().getFirst();
        Optional<Elapse> told = InForceDate.fromAgreement(said);
        return told.isPresent()
                ? new Understood(since(Since.Start.AGREEMENT, told.get()))
                : each(
                        Moment::parse,
                        "neither a time like `2027-12-31T15:00:00Z` nor one like `contractAgreement+30d`",
                        "「2027-12-31T15:00:00Z」のような日時でも「contractAgreement+30d」のような期間でもない",
                        this::times);
    }

    private Since since(Since.Start start, Elapse elapse) {
        var reached = Optional.of(new Since.Bound(elapse, false));
        var passed = Optional.of(new Since.Bound(elapse, true));
        return switch (written.operator()) {
            case LT -> new Since(start, Optional.empty(), reached);
            case LTEQ -> new Since(start, Optional.empty(), passed);
            case GT -> new Since(start, passed, Optional.empty());
            case GTEQ -> new Since(start, reached, Optional.empty());
            default -> throw new IllegalStateException("no operator on periods: " + written.operator());
        };
    }

    // Numbers

    private static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,9}|1000000000") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private Understanding count(List<Long> numbers) {
        long number = numbers.getFirst();
        return new Understood(
                switch (written.operator()) {
                    case LT -> new Condition.Count(0, number - 1);
                    case LTEQ -> new Condition.Count(0, number);
                    case GT -> new Condition.Count(number + 1, Long.MAX_VALUE);
                    case GTEQ -> new Condition.Count(number, Long.MAX_VALUE);
                    case EQ -> new Condition.Count(number, number);
                    case NEQ ->
                        new Condition.AnyOf(List.of(
                                new Condition.Count(0, number - 1), new Condition.Count(number + 1, Long.MAX_VALUE)));
                    default -> throw new IllegalStateException("no operator on numbers: " + written.operator());
                });
    }

    // Values

    /** Reads each value; the first that cannot be read is refused. */
    private <T> Understanding each(
            Function<String, Optional<T>> reading,
            String english,
            String japanese,
            Function<List<T>, Understanding> meaning) {
        List<T> values = new java.util.ArrayList<>();
        for (int i = 0; i < written.rightOperand().size(); i++) {
            String given = written.rightOperand().get(i);
            Optional<T> read = reading.apply(given);
            if (read.isEmpty()) {
                return not(valueAt(i), Words.shown(given) + " is " + english, Words.shown(given) + "は" + japanese);
            }
            values.add(read.get());
        }
        return meaning.apply(values);
    }

    private String valueAt(int index) {
        return written.rightOperand().size() == 1 ? ".rightOperand" : ".rightOperand[" + index + "]";
    }

    private NotUnderstood not(String where, String english, String japanese) {
        return new NotUnderstood(List.of(new Finding(path + where, english, japanese)));
    }
}
