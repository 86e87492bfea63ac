package org.hasekura.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Knows again what a decision has said of terms in English, and says it in Japanese. The protocol carries English between nodes, and a
 * reason is kept as it was sent; with the terms at hand each finding is one of few sentences, so that nothing is guessed: what is not
 * exactly one of them is not known.
 */
public final class FindingText {

    private static final int LENGTH_MAX = 4_000;

    private static final Pattern NO_PERMISSION = Pattern.compile("no permission for (`[^`]+`)");

    /** A fact as {@link FactText} writes it; {@code #} stands for codes between "and". */
    private record Fact(Pattern english, String japanese) {
        static Fact of(String english, String japanese) {
            return new Fact(Pattern.compile(Pattern.quote(english).replace("#", "\\E(.+)\\Q")), japanese);
        }
    }

    private static final List<Fact> FACTS = List.of(
            Fact.of("no purpose is stated", "利用目的は示されていない"),
            Fact.of("the purpose is #", "利用目的は#"),
            Fact.of("the recipient's country is not known", "受領者の国は不明"),
            Fact.of("the recipient is in #", "受領者の国は#"),
            Fact.of("the recipient is not known", "受領者は不明"),
            Fact.of("the recipient is #", "受領者は#"),
            Fact.of("the recipient's sector is not known", "受領者の業種は不明"),
            Fact.of("its sector is #", "受領者の業種は#"),
            Fact.of("the register names no certification of the recipient", "登録簿に受領者の認証の記載なし"),
            Fact.of("the register names no such certification of the recipient", "登録簿に受領者の認証の記載なし"),
            Fact.of("the register names #", "登録簿にある認証は#"),
            Fact.of("the ruling is not known", "法令上の判断は不明"),
            Fact.of("the ruling is #", "法令上の判断は#"),
            Fact.of("where the data go on to is not known", "再提供先は不明"),
            Fact.of("the data are not passed on", "再提供なし"),
            Fact.of("the data go on to #", "再提供先は#"),
            Fact.of("first used on #", "最初の利用は#"),
            Fact.of("not used before", "利用はこれが最初"),
            Fact.of("the first use is not known", "最初の利用は不明"),
            Fact.of("agreed on #", "契約日時は#"),
            Fact.of("the day of the agreement is not known", "契約日時は不明"),
            Fact.of("this is use no. #", "#回目の利用"),
            Fact.of("the number of uses is not known", "利用回数は不明"));

    /** Those whose place takes a day or a number, and no codes. */
    private static final List<String> PLAIN = List.of("最初の利用は#", "契約日時は#", "#回目の利用");

    private FindingText() {}

    private record Said(String english, String japanese) {}

    /** What the finding says in Japanese; empty when these terms cannot have led to it. */
    public static Optional<String> japanese(String english, Terms terms) {
        if (english.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        Matcher none = NO_PERMISSION.matcher(english);
        return none.matches()
                ? Optional.of(none.group(1) + "の許可がない")
                : candidates(terms)
                        .filter(each -> english.startsWith(each.english()))
                        .sorted(Comparator.comparingInt(
                                (Said each) -> -each.english().length()))
                        .flatMap(each ->
                                whole(each, english.substring(each.english().length())).stream())
                        .findFirst();
    }

    private static Stream<Said> candidates(Terms terms) {
        Stream<Said> conditions = terms.permissions().stream()
                .flatMap(permission -> permission.constraints().stream())
                .map(each -> new Said(
                        "allowed only " + EnglishText.constraint(each),
                        "許可されるのは次の場合のみ：" + JapaneseText.constraint(each)));
        Stream<Said> prohibitions = terms.prohibitions().stream()
                .map(each -> new Said(
                        EnglishText.rule(each.action(), each.constraints()),
                        JapaneseText.rule(each.action(), each.constraints())))
                .flatMap(each -> Stream.of(
                        new Said("not allowed: " + each.english(), "禁止：" + each.japanese()),
                        new Said("perhaps not allowed: " + each.english(), "禁止の可能性：" + each.japanese())));
        return Stream.concat(conditions, prohibitions);
    }

    /** @param rest what stands behind the rule: nothing, or facts */
    private static Optional<String> whole(Said said, String rest) {
        if (rest.isEmpty()) {
            return Optional.of(said.japanese());
        }
        return rest.startsWith("; ")
                ? facts(rest.substring(2)).map(facts -> said.japanese() + "（" + facts + "）")
                : Optional.empty();
    }

    private static Optional<String> facts(String english) {
        var said = new ArrayList<String>();
        for (String each : english.split(", ", -1)) {
            Optional<String> fact = fact(each);
            if (fact.isEmpty()) {
                return Optional.empty();
            }
            said.add(fact.get());
        }
        return Optional.of(String.join("、", said));
    }

    private static Optional<String> fact(String english) {
        for (Fact each : FACTS) {
            Matcher match = each.english().matcher(english);
            if (match.matches()) {
                String value = match.groupCount() == 0
                        ? ""
                        : PLAIN.contains(each.japanese())
                                ? match.group(1)
                                : "「" + match.group(1).replace(" and ", "」「") + "」";
                return Optional.of(each.japanese().replace("#", value));
            }
        }
        return Optional.empty();
    }
}
