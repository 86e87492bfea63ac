package org.hasekura.policy;

import java.util.List;
import java.util.stream.Collectors;
import org.hasekura.law.Question;

/** What has to be known before the law can be asked, as the law words what it misses itself. */
final class Questions {

    private Questions() {}

    static Question data(String field, String english) {
        return Question.of(
                "data:" + field, "data fact `" + field + "`: " + english, "データの事実「" + field + "」がデータセットに示されていない");
    }

    static Question wrongData(String error) {
        return Question.of("data:wrong", error, "データの事実に誤りがある：" + error);
    }

    static Question importer() {
        return Question.of(
                "importer",
                "who is the recipient? it is not in the participant register; enter it with country, role and kind",
                "移転先が参加者登録簿にない。国・役割・種別を登録すること");
    }

    /** @param side {@code exporter} or {@code importer} */
    static Question party(String side, String did, String fact) {
        return Question.of(
                side + ":" + fact,
                "what is the " + fact + " of the " + side + " `" + did
                        + "` on that day? the participant register does not" + " say",
                "参加者登録簿には当日の" + (side.equals("exporter") ? "移転元" : "移転先") + "「" + did + "」の「" + fact + "」が登録されていない");
    }

    static Question safeguard(String type, String attribute, String words) {
        return Question.of(
                "safeguard:" + type + ":" + attribute,
                "safeguard `" + type + "` in the participant register: " + words,
                "参加者登録簿の保護措置「" + type + "」の「" + attribute + "」を読み取れない");
    }

    static Question purpose() {
        return Question.of(
                "purpose",
                "for which purpose are the personal data asked? the terms leave it open; choose a purpose, in a file by a"
                        + " constraint on `purpose` with `eq` or `isAnyOf`",
                "個人データの利用目的が条件に示されていない。利用目的を選ぶこと（ファイルでは「purpose」の制約）");
    }

    static Question onward() {
        return Question.of(
                "data:onward.originalExporterRegime",
                "on what ground did the data come to Japan? say `onward.originalExporterRegime` and"
                        + " `onward.importerInJapanReliedOn` on the dataset",
                "当該データが日本に移転された根拠がデータセットに示されていない");
    }

    static Question terms(List<Finding> what) {
        return Question.of(
                "terms",
                "what do the terms mean? not understood: "
                        + what.stream().map(Finding::sentence).collect(Collectors.joining("; ")),
                "条件に解釈できない記載がある："
                        + what.stream()
                                .map(each -> each.path() + "：" + each.japanese())
                                .collect(Collectors.joining("；")));
    }

    /** A fact that terms ask for and nobody has stated. */
    static Question fact(Operand operand) {
        String register = " enter it in the participant register";
        return switch (operand) {
            case PURPOSE -> purpose();
            case PLACE -> asked(operand, "in which country is the recipient?" + register, "受領者の国は。参加者登録簿に登録すること");
            case RECIPIENT -> asked(operand, "who is the recipient?" + register, "受領者は誰か。参加者登録簿に登録すること");
            case SECTOR -> asked(operand, "in which sector is the recipient?" + register, "受領者の業種は。参加者登録簿に登録すること");
            case CREDENTIAL ->
                asked(
                        operand,
                        "does the recipient hold the membership or certification that the terms ask for?" + register
                                + " as `certifiedUnder`",
                        "受領者は条件の求める加盟資格又は認証を有するか。参加者登録簿に登録すること");
            case RULING -> asked(operand, "what does the law say to the flow?", "法令上の判断は");
            case ONWARD ->
                asked(
                        operand,
                        "where may the recipient pass the data on to? the terms have to list it",
                        "再提供先はどこか。条件に列挙すること");
            case ELAPSED_TIME -> asked(operand, "when was the agreement used first?", "契約が最初に利用されたのはいつか");
            case COUNT -> asked(operand, "how often has the agreement been used?", "契約は何回利用されたか");
            case IN_FORCE -> asked(operand, "when was the agreement made?", "契約はいつ結ばれたか");
            case DATE_TIME -> throw new IllegalStateException("the time is always known");
        };
    }

    private static Question asked(Operand operand, String english, String japanese) {
        return Question.of("terms:" + operand.names().getFirst(), english, japanese);
    }
}
