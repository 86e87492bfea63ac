package org.hasekura.policy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is known of a situation, in words. */
final class FactText {

    private FactText() {}

    static String english(Operand operand, Situation situation) {
        Known known = situation.of(operand);
        String values = values(known, " and ");
        return switch (operand) {
            case PURPOSE -> known.values().isEmpty() ? "no purpose is stated" : "the purpose is " + values;
            case PLACE ->
                known.values().isEmpty() ? unknown("the recipient's country") : "the recipient is in " + values;
            case RECIPIENT -> known.values().isEmpty() ? unknown("the recipient") : "the recipient is " + values;
            case SECTOR -> known.values().isEmpty() ? unknown("the recipient's sector") : "its sector is " + values;
            case CREDENTIAL ->
                known.values().isEmpty()
                        ? "the register names no " + (known.isAll() ? "" : "such ") + "certification of the recipient"
                        : "the register names " + values;
            case RULING -> known.values().isEmpty() ? unknown("the ruling") : "the ruling is " + values;
            case ONWARD ->
                known.values().isEmpty()
                        ? unknown("where the data go on to")
                        : known.values().contains(Codes.NONE)
                                ? "the data are not passed on"
                                : "the data go on to " + values;
            case DATE_TIME -> "it is " + instant(situation.now());
            case ELAPSED_TIME ->
                situation
                        .uses()
                        .map(uses -> uses.first()
                                .map(first -> "first used on " + instant(first))
                                .orElse("not used before"))
                        .orElseGet(() -> unknown("the first use"));
            case IN_FORCE ->
                situation
                        .agreed()
                        .map(agreed -> "agreed on " + instant(agreed))
                        .orElseGet(() -> unknown("the day of the agreement"));
            case COUNT ->
                situation
                        .uses()
                        .map(uses -> "this is use no. " + uses.count())
                        .orElseGet(() -> unknown("the number of uses"));
        };
    }

    static String japanese(Operand operand, Situation situation) {
        Known known = situation.of(operand);
        String values = "「" + values(known, "」「") + "」";
        boolean isUnknown = known.values().isEmpty();
        return switch (operand) {
            case PURPOSE -> isUnknown ? "利用目的は示されていない" : "利用目的は" + values;
            case PLACE -> isUnknown ? "受領者の国は不明" : "受領者の国は" + values;
            case RECIPIENT -> isUnknown ? "受領者は不明" : "受領者は" + values;
            case SECTOR -> isUnknown ? "受領者の業種は不明" : "受領者の業種は" + values;
            case CREDENTIAL -> isUnknown ? "登録簿に受領者の認証の記載なし" : "登録簿にある認証は" + values;
            case RULING -> isUnknown ? "法令上の判断は不明" : "法令上の判断は" + values;
            case ONWARD -> isUnknown ? "再提供先は不明" : known.values().contains(Codes.NONE) ? "再提供なし" : "再提供先は" + values;
            case DATE_TIME -> "現在は" + instant(situation.now());
            case ELAPSED_TIME -> japaneseFirst(situation.uses());
            case IN_FORCE ->
                situation.agreed().map(agreed -> "契約日時は" + instant(agreed)).orElse("契約日時は不明");
            case COUNT -> situation.uses().map(uses -> uses.count() + "回目の利用").orElse("利用回数は不明");
        };
    }

    private static String japaneseFirst(Optional<Uses> uses) {
        return uses.map(each ->
                        each.first().map(first -> "最初の利用は" + instant(first)).orElse("利用はこれが最初"))
                .orElse("最初の利用は不明");
    }

    private static String values(Known known, String between) {
        return new TreeSet<>(known.values()).stream().map(Purpose::shown).collect(Collectors.joining(between));
    }

    private static String unknown(String what) {
        return what + " is not known";
    }

    private static String instant(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
