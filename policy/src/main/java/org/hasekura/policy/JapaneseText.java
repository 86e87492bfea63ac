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

/** Terms in Japanese words. Codes stay as they are, in Japanese quotation marks. */
final class JapaneseText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.JAPANESE);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu年M月d日H時m分s秒", Locale.JAPANESE);

    private static final Map<String, String> ACTIONS = Map.ofEntries(
            Map.entry("use", "利用"),
            Map.entry("transfer", "譲渡"),
            Map.entry("distribute", "配布"),
            Map.entry("grantUse", "利用許諾"),
            Map.entry("sell", "販売"),
            Map.entry("give", "贈与"),
            Map.entry("read", "閲覧"),
            Map.entry("display", "表示"),
            Map.entry("print", "印刷"),
            Map.entry("reproduce", "複製"),
            Map.entry("modify", "改変"),
            Map.entry("derive", "派生物の作成"),
            Map.entry("aggregate", "集計"),
            Map.entry("anonymize", "匿名化"),
            Map.entry("translate", "翻訳"),
            Map.entry("archive", "保管"),
            Map.entry("delete", "削除"),
            Map.entry("attribute", "出典の表示"),
            Map.entry("inform", "通知"),
            Map.entry("obtainConsent", "同意の取得"),
            Map.entry("compensate", "対価の支払い"));

    private JapaneseText() {}

    static String terms(Terms terms, List<DutyText> texts) {
        List<String> parts = new ArrayList<>();
        for (Permission permission : terms.permissions()) {
            String duties = permission.duties().isEmpty()
                    ? ""
                    : "（条件：" + joined(permission.duties(), duty -> duty(duty, texts), "、") + "）";
            parts.add("許可：" + rule(permission.action(), permission.constraints()) + duties);
        }
        if (terms.permissions().isEmpty()) {
            parts.add("許可：なし");
        }
        if (!terms.prohibitions().isEmpty()) {
            parts.add("禁止：" + joined(terms.prohibitions(), each -> prohibition(each, texts), "、"));
        }
        if (!terms.obligations().isEmpty()) {
            parts.add("義務：" + joined(terms.obligations(), duty -> duty(duty, texts), "、"));
        }
        return String.join("。", parts) + "。";
    }

    private static String prohibition(Prohibition prohibition, List<DutyText> texts) {
        String remedies = prohibition.remedies().isEmpty()
                ? ""
                : "（違反した場合の義務：" + joined(prohibition.remedies(), duty -> duty(duty, texts), "、") + "）";
        return rule(prohibition.action(), prohibition.constraints()) + remedies;
    }

    static String rule(Action action, List<Constraint> constraints) {
        return constrained(constraints, action(action));
    }

    static String duty(Duty duty, List<DutyText> texts) {
        String what = TermsText.textOf(duty, texts)
                .map(text -> text.japanese() + "（" + text.citationJa() + "）")
                .orElseGet(() -> duty.isFromLaw()
                        ? "法令上の義務「" + duty.action().iri().substring(Duty.LAW.length()) + "」"
                        : action(duty.action()));
        String bounded = duty.until()
                .map(until -> what + "〔期限：" + until.japanese() + "〕")
                .orElseGet(() -> constrained(duty.constraints(), what));
        return duty.consequences().isEmpty()
                ? bounded
                : bounded + "（履行しない場合の義務：" + joined(duty.consequences(), each -> duty(each, texts), "、") + "）";
    }

    /** Conditions stand before what they limit. */
    private static String constrained(List<Constraint> constraints, String what) {
        return constraints.isEmpty() ? what : joined(constraints, JapaneseText::constraint, "、") + "、" + what;
    }

    static String action(Action action) {
        String code = action.compact().iri();
        return Optional.ofNullable(ACTIONS.get(code)).orElse("「" + code + "」");
    }

    static String constraint(Constraint constraint) {
        return switch (constraint) {
            case Constraint.Atomic atomic -> atomic(atomic);
            case Constraint.Logical(Constraint.Join join, List<Constraint> parts)
            when parts.size() == 1 && join != Constraint.Join.XONE -> constraint(parts.getFirst());
            case Constraint.Logical(Constraint.Join join, List<Constraint> parts) ->
                switch (join) {
                    case AND -> "（" + joined(parts, JapaneseText::constraint, "かつ") + "）";
                    case AND_SEQUENCE -> "（" + joined(parts, JapaneseText::constraint, "、その後") + "）";
                    case OR -> "（" + joined(parts, JapaneseText::constraint, "又は") + "）";
                    case XONE -> "（次のいずれか一つのみ：" + joined(parts, JapaneseText::constraint, "；") + "）";
                };
        };
    }

    private static String atomic(Constraint.Atomic atomic) {
        Optional<Operand> operand = Operand.of(atomic.leftOperand())
                .filter(_ -> Understanding.of(atomic) instanceof Understanding.Understood);
        if (operand.isEmpty()) {
            return asWritten(atomic);
        }
        String between = atomic.operator() == Operator.IS_ALL_OF ? "及び" : "又は";
        String values = joined(atomic.rightOperand(), value -> shown(operand.get(), value), between);
        String first = atomic.rightOperand().getFirst();
        return switch (operand.get()) {
            case PURPOSE -> codes(atomic, "", values, "の目的で", "以外の目的で");
            case PLACE -> codes(atomic, "", values, "において", "以外において");
            case RECIPIENT -> codes(atomic, "", values, "が", "以外の者が");
            case SECTOR -> codes(atomic, "業種", values, "において", "以外において");
            case CREDENTIAL ->
                codes(
                        atomic,
                        "認証",
                        Operand.credentialType(atomic.leftOperand())
                                .map(type -> "「" + type + "」")
                                .orElse(values),
                        "を有して",
                        "を有しないで");
            case RULING -> codes(atomic, "法令上の判断が", values, "の場合に", "以外の場合に");
            case ONWARD -> first.equals(Codes.NONE) ? "再提供せずに" : "再提供先を" + values + "に限って";
            case DATE_TIME -> time(atomic);
            case IN_FORCE ->
                InForceDate.fromAgreement(first)
                        .map(elapse -> period(atomic, elapse, "契約から"))
                        .orElseGet(() -> time(atomic));
            case ELAPSED_TIME ->
                Elapse.parse(first)
                        .map(elapse -> period(atomic, elapse, "最初の利用から"))
                        .orElseGet(() -> asWritten(atomic));
            case COUNT -> count(atomic.operator(), first);
        };
    }

    /** Names of countries are words, codes stand in quotation marks. */
    private static String shown(Operand operand, String value) {
        String place = operand == Operand.PLACE ? Places.name(value, Locale.JAPANESE) : value;
        return place.equals(value) ? "「" + Purpose.shown(value) + "」" : place;
    }

    private static String codes(Constraint.Atomic atomic, String before, String values, String within, String without) {
        return switch (atomic.operator()) {
            case EQ, IS_ANY_OF, IS_ALL_OF -> before + values + within;
            case NEQ, IS_NONE_OF -> before + values + without;
            case IS_A, TERM_LTEQ, IS_PART_OF -> before + values + "（これに属するものを含む）" + within;
            case HAS_PART -> before + values + "を含むもの" + within;
            case LT, LTEQ, GT, GTEQ -> asWritten(atomic);
        };
    }

    private static String period(Constraint.Atomic atomic, Elapse elapse, String start) {
        String words = Elapse.words(elapse, List.of("年", "か月", "日", "時間", "分", "秒"), false, "");
        return switch (atomic.operator()) {
            case LTEQ, LT -> start + words + "以内に";
            case GTEQ, GT -> start + words + "経過後に";
            default -> asWritten(atomic);
        };
    }

    private static String count(Operator operator, String number) {
        return switch (operator) {
            case LTEQ -> number + "回まで";
            case LT -> number + "回未満";
            case GTEQ -> number + "回目以降に";
            case GT -> number + "回目より後に";
            case EQ -> number + "回目に";
            case NEQ -> number + "回目以外に";
            default -> throw new IllegalStateException("no operator on numbers: " + operator);
        };
    }

    private static String time(Constraint.Atomic atomic) {
        String said = joined(atomic.rightOperand(), each -> moment(each).orElse(each), "又は");
        return switch (atomic.operator()) {
            case LTEQ -> said + "まで";
            case LT -> said + "より前に";
            case GTEQ -> said + "以降";
            case GT -> said + "より後に";
            case EQ, IS_ANY_OF -> said + "に";
            case NEQ, IS_NONE_OF -> said + "以外に";
            default -> asWritten(atomic);
        };
    }

    private static Optional<String> moment(String text) {
        return Moment.parse(text).map(moment -> {
            OffsetDateTime first = moment.first().atOffset(moment.zone());
            String zone = moment.zone().equals(ZoneOffset.UTC) ? "（UTC）" : "（UTC" + moment.zone() + "）";
            if (moment.isDay()) {
                return DAY.format(first) + (moment.zone().equals(ZoneOffset.UTC) ? "" : zone);
            }
            return TIME.format(first) + zone;
        });
    }

    private static String asWritten(Constraint.Atomic atomic) {
        return "条件「" + atomic.leftOperand() + " " + atomic.operator().term() + " "
                + String.join(", ", atomic.rightOperand()) + "」のもとで";
    }

    private static <T> String joined(List<T> items, Function<T, String> text, String between) {
        return items.stream().map(text).collect(Collectors.joining(between));
    }
}
