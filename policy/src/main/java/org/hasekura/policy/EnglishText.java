package org.hasekura.policy;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Terms in English words. */
final class EnglishText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", Locale.ENGLISH);

    /** Of actions whose codes are no words. */
    private static final Map<String, String> ACTIONS = Map.of(
            "attribute", "name the source",
            "grantUse", "grant use to others",
            "obtainConsent", "obtain consent",
            "acceptTracking", "accept tracking",
            "reviewPolicy", "review the policy",
            "ensureExclusivity", "ensure exclusivity");

    private EnglishText() {}

    static String terms(Terms terms, List<DutyText> texts) {
        List<String> parts = new ArrayList<>();
        for (Permission permission : terms.permissions()) {
            String duties = permission.duties().isEmpty()
                    ? ""
                    : " (provided: " + joined(permission.duties(), duty -> duty(duty, texts), ", ") + ")";
            parts.add(rule(permission.action(), permission.constraints()) + duties);
        }
        if (terms.permissions().isEmpty()) {
            parts.add("nothing is allowed");
        }
        if (!terms.prohibitions().isEmpty()) {
            parts.add("not allowed: " + joined(terms.prohibitions(), each -> prohibition(each, texts), ", "));
        }
        if (!terms.obligations().isEmpty()) {
            parts.add("must: " + joined(terms.obligations(), duty -> duty(duty, texts), ", "));
        }
        return String.join("; ", parts);
    }

    private static String prohibition(Prohibition prohibition, List<DutyText> texts) {
        String remedies = prohibition.remedies().isEmpty()
                ? ""
                : " (if done all the same, must: " + joined(prohibition.remedies(), duty -> duty(duty, texts), ", ")
                        + ")";
        return rule(prohibition.action(), prohibition.constraints()) + remedies;
    }

    static String rule(Action action, List<Constraint> constraints) {
        return Stream.concat(Stream.of(action(action)), constraints.stream().map(EnglishText::constraint))
                .collect(Collectors.joining(" "));
    }

    static String duty(Duty duty, List<DutyText> texts) {
        String what = TermsText.textOf(duty, texts)
                .map(text -> text.english() + " (" + text.citation() + ")")
                .orElseGet(() -> duty.isFromLaw()
                        ? "the law's duty " + duty.action().iri().substring(Duty.LAW.length())
                        : action(duty.action()));
        String bounded = duty.until()
                .map(until -> what + " [until when: " + until.english() + "]")
                .orElseGet(() -> Stream.concat(
                                Stream.of(what), duty.constraints().stream().map(EnglishText::constraint))
                        .collect(Collectors.joining(" ")));
        return duty.consequences().isEmpty()
                ? bounded
                : bounded + " (if not done, also: " + joined(duty.consequences(), each -> duty(each, texts), ", ")
                        + ")";
    }

    static String action(Action action) {
        String code = action.compact().iri();
        return Optional.ofNullable(ACTIONS.get(code)).orElse(code);
    }

    static String constraint(Constraint constraint) {
        return switch (constraint) {
            case Constraint.Atomic atomic -> atomic(atomic);
            case Constraint.Logical(Constraint.Join join, List<Constraint> parts)
            when parts.size() == 1 && join != Constraint.Join.XONE -> constraint(parts.getFirst());
            case Constraint.Logical(Constraint.Join join, List<Constraint> parts) ->
                switch (join) {
                    case AND -> "(" + joined(parts, EnglishText::constraint, " and ") + ")";
                    case AND_SEQUENCE -> "(" + joined(parts, EnglishText::constraint, " and then ") + ")";
                    case OR -> "(" + joined(parts, EnglishText::constraint, " or ") + ")";
                    case XONE -> "(exactly one of: " + joined(parts, EnglishText::constraint, "; ") + ")";
                };
        };
    }

    private static String atomic(Constraint.Atomic atomic) {
        Optional<Operand> operand = Operand.of(atomic.leftOperand())
                .filter(_ -> Understanding.of(atomic) instanceof Understanding.Understood);
        if (operand.isEmpty()) {
            return asWritten(atomic);
        }
        String values = joined(
                atomic.rightOperand(),
                each -> shown(operand.get(), each),
                atomic.operator() == Operator.IS_ALL_OF ? " and " : " or ");
        return switch (operand.get()) {
            case PURPOSE -> codes(atomic, "for ", values);
            case PLACE -> codes(atomic, "in ", values);
            case RECIPIENT -> codes(atomic, "by ", values);
            case SECTOR -> codes(atomic, "in the sector ", values);
            case CREDENTIAL ->
                codes(
                        atomic,
                        "with the certification ",
                        Operand.credentialType(atomic.leftOperand()).orElse(values));
            case RULING -> codes(atomic, "if the law's ruling is ", values);
            case ONWARD -> onward(values);
            case DATE_TIME -> time(atomic);
            case IN_FORCE -> inForce(atomic);
            case ELAPSED_TIME ->
                period(atomic, Elapse.parse(values).map(EnglishText::elapse).orElse(values), "the first use");
            case COUNT -> count(atomic.operator(), values);
        };
    }

    private static String shown(Operand operand, String value) {
        return operand == Operand.PLACE ? Places.name(value, Locale.ENGLISH) : Purpose.shown(value);
    }

    private static String codes(Constraint.Atomic atomic, String preposition, String values) {
        return switch (atomic.operator()) {
            case EQ, IS_ANY_OF, IS_ALL_OF -> preposition + values;
            case NEQ, IS_NONE_OF -> "not " + preposition + values;
            case IS_A, TERM_LTEQ, IS_PART_OF -> preposition + values + " or what belongs to it";
            case HAS_PART -> preposition + "what includes " + joined(atomic.rightOperand(), Purpose::shown, " and ");
            case LT, LTEQ, GT, GTEQ -> asWritten(atomic);
        };
    }

    private static String onward(String values) {
        return values.equals(Codes.NONE) ? "without passing the data on" : "passing the data on only to " + values;
    }

    private static String inForce(Constraint.Atomic atomic) {
        return InForceDate.fromAgreement(atomic.rightOperand().getFirst())
                .map(elapse -> period(atomic, elapse(elapse), "the agreement"))
                .orElseGet(() -> time(atomic));
    }

    private static String period(Constraint.Atomic atomic, String elapse, String start) {
        return switch (atomic.operator()) {
            case LTEQ, LT -> "until " + elapse + " after " + start;
            case GTEQ, GT -> "from " + elapse + " after " + start + " on";
            default -> asWritten(atomic);
        };
    }

    private static String elapse(Elapse elapse) {
        return Elapse.words(elapse, List.of(" year", " month", " day", " hour", " minute", " second"), true, " ");
    }

    private static String count(Operator operator, String number) {
        String times = number.equals("1") ? " time" : " times";
        return switch (operator) {
            case LTEQ -> "at most " + number + times;
            case LT -> "less than " + number + times;
            case GTEQ -> "from use no. " + number + " on";
            case GT -> "after use no. " + number;
            case EQ -> "at use no. " + number;
            case NEQ -> "but not at use no. " + number;
            default -> throw new IllegalStateException("no operator on numbers: " + operator);
        };
    }

    private static String time(Constraint.Atomic atomic) {
        String said = joined(atomic.rightOperand(), each -> moment(each).orElse(each), " or ");
        return switch (atomic.operator()) {
            case LTEQ -> "until " + said;
            case LT -> "before " + said;
            case GTEQ -> "from " + said + " on";
            case GT -> "after " + said;
            case EQ, IS_ANY_OF -> "on " + said;
            case NEQ, IS_NONE_OF -> "not on " + said;
            default -> asWritten(atomic);
        };
    }

    private static Optional<String> moment(String text) {
        return Moment.parse(text).map(moment -> {
            OffsetDateTime first = moment.first().atOffset(moment.zone());
            String zone = moment.zone().equals(ZoneOffset.UTC) ? " UTC" : " UTC" + moment.zone();
            if (moment.isDay()) {
                return DAY.format(first) + (moment.zone().equals(ZoneOffset.UTC) ? "" : zone);
            }
            return TIME.format(first) + zone;
        });
    }

    private static String asWritten(Constraint.Atomic atomic) {
        return "where " + atomic.leftOperand() + " " + atomic.operator().term() + " "
                + String.join(", ", atomic.rightOperand());
    }

    private static <T> String joined(List<T> items, Function<T, String> text, String between) {
        return items.stream().map(text).collect(Collectors.joining(between));
    }
}
