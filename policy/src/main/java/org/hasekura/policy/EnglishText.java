package org.hasekura.policy;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Terms in English words. */
final class EnglishText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", Locale.ENGLISH);

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
            parts.add("not allowed: "
                    + joined(terms.prohibitions(), each -> rule(each.action(), each.constraints()), ", "));
        }
        if (!terms.obligations().isEmpty()) {
            parts.add("must: " + joined(terms.obligations(), duty -> duty(duty, texts), ", "));
        }
        return String.join("; ", parts);
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
        return duty.until()
                .map(until -> what + " [until when: " + until.english() + "]")
                .orElseGet(() -> Stream.concat(
                                Stream.of(what), duty.constraints().stream().map(EnglishText::constraint))
                        .collect(Collectors.joining(" ")));
    }

    static String action(Action action) {
        return action.compact().iri();
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
        String values = joined(atomic.rightOperand(), Purpose::shown, " or ");
        return switch (Operands.compact(atomic.leftOperand())) {
            case "purpose" -> among(atomic, "for ", values);
            case "spatial", "country" -> among(atomic, "in ", values);
            case "dateTime" -> time(atomic);
            default -> asWritten(atomic);
        };
    }

    private static String among(Constraint.Atomic atomic, String preposition, String values) {
        return switch (atomic.operator()) {
            case EQ, IS_ANY_OF -> preposition + values;
            case NEQ, IS_NONE_OF -> "not " + preposition + values;
            default -> asWritten(atomic);
        };
    }

    private static String time(Constraint.Atomic atomic) {
        Optional<String> said = moment(atomic.rightOperand().getFirst());
        if (said.isEmpty() || atomic.rightOperand().size() > 1) {
            return asWritten(atomic);
        }
        return switch (atomic.operator()) {
            case LTEQ -> "until " + said.get();
            case LT -> "before " + said.get();
            case GTEQ -> "from " + said.get() + " on";
            case GT -> "after " + said.get();
            case EQ -> "on " + said.get();
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
