package org.hasekura.policy;

import java.util.List;
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
                "for which purpose are the personal data asked? the terms leave it open; add a constraint on `purpose` with"
                        + " `eq` or `isAnyOf`",
                "個人データの利用目的が条件に示されていない。「purpose」の制約を加えること");
    }

    static Question onward() {
        return Question.of(
                "data:onward.originalExporterRegime",
                "on what ground did the data come to Japan? say `onward.originalExporterRegime` and"
                        + " `onward.importerInJapanReliedOn` on the dataset",
                "当該データが日本に移転された根拠がデータセットに示されていない");
    }

    static Question terms(List<String> what) {
        return Question.of(
                "terms",
                "what do the terms mean? not understood: " + String.join("; ", what),
                "条件に解釈できない記載がある：" + String.join("；", what));
    }
}
