package org.hasekura.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The reasons of a decision in words: the rule, and beside it what is known of the facts that it looks at. */
final class Reasons {

    private Reasons() {}

    static Finding met(Clause clause, Situation situation) {
        return new Finding(
                clause.path(),
                "allowed " + EnglishText.constraint(clause.written()) + facts(clause, situation, true),
                "許可：" + JapaneseText.constraint(clause.written()) + facts(clause, situation, false));
    }

    static Finding onlyIf(Clause clause, Situation situation) {
        return new Finding(
                clause.path(),
                "allowed only " + EnglishText.constraint(clause.written()) + facts(clause, situation, true),
                "許可されるのは次の場合のみ：" + JapaneseText.constraint(clause.written()) + facts(clause, situation, false));
    }

    static Finding forbids(String path, Prohibition rule, List<Clause> clauses, Situation situation) {
        return new Finding(
                path,
                "not allowed: " + EnglishText.rule(rule.action(), rule.constraints()) + facts(clauses, situation, true),
                "禁止：" + JapaneseText.rule(rule.action(), rule.constraints()) + facts(clauses, situation, false));
    }

    static Finding mayForbid(String path, Prohibition rule, List<Clause> clauses, Situation situation) {
        return new Finding(
                path,
                "perhaps not allowed: " + EnglishText.rule(rule.action(), rule.constraints())
                        + facts(clauses, situation, true),
                "禁止の可能性：" + JapaneseText.rule(rule.action(), rule.constraints()) + facts(clauses, situation, false));
    }

    static Finding unconditional(String path, Action action) {
        return new Finding(path, "allowed: " + EnglishText.action(action), "許可：" + JapaneseText.action(action));
    }

    static Finding noPermission(Action action) {
        return new Finding(
                "permission", "no permission for " + Words.shown(action.iri()), Words.shown(action.iri()) + "の許可がない");
    }

    private static String facts(Clause clause, Situation situation, boolean inEnglish) {
        return facts(clause.condition().operands(), situation, inEnglish);
    }

    private static String facts(List<Clause> clauses, Situation situation, boolean inEnglish) {
        Set<Operand> operands = clauses.stream()
                .flatMap(clause -> clause.condition().operands().stream())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        return facts(operands, situation, inEnglish);
    }

    /** What the day says of itself needs no words. */
    private static String facts(Set<Operand> operands, Situation situation, boolean inEnglish) {
        String words = operands.stream()
                .filter(operand -> operand != Operand.DATE_TIME)
                .map(operand ->
                        inEnglish ? FactText.english(operand, situation) : FactText.japanese(operand, situation))
                .collect(Collectors.joining(inEnglish ? ", " : "、"));
        return words.isEmpty() ? "" : inEnglish ? "; " + words : "（" + words + "）";
    }
}
