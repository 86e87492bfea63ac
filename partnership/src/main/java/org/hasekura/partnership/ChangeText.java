package org.hasekura.partnership;

import java.util.Optional;

/** What a change says, as a clause for people. Names of fields and ids stay as they are. */
public final class ChangeText {

    private ChangeText() {}

    public static Phrase of(Change change) {
        return switch (change) {
            case Change.EnterInstrument(Instrument it) -> both("enters the instrument ", "文書を登録: ", it.title());
            case Change.EnterSource(Source it) -> new Phrase("enters the document " + it.line(), "資料を登録: " + it.line());
            case Change.Enter(Commitment it) -> both("enters the commitment: ", "約束を登録: ", it.text());
            case Change.Reword(var _, Phrase text) -> both("words it: ", "文言: ", text);
            case Change.Assign(var _, Side side, var owners) ->
                of(side, "owners of ", "の担当: ", owners.isEmpty() ? "–" : String.join(", ", owners));
            case Change.ReadDue(var _, var due) ->
                due.map(it -> new Phrase("the text says by " + it.text(), "文書上の期限: " + it.text()))
                        .orElseGet(() -> new Phrase("the text names no date", "文書に期限の定めなし"));
            case Change.Expect(var _, var date) ->
                date.map(it -> new Phrase("expected by " + it.text(), "見込み: " + it.text()))
                        .orElseGet(() -> new Phrase("no longer expected by a date", "見込み時期を取消し"));
            case Change.Cite(var _, Citation it) -> {
                String place =
                        it.source() + it.paragraph().map(each -> ", " + each).orElse("");
                yield new Phrase("cites " + place, "出典: " + place);
            }
            case Change.SelfReport(var _, Side side, Report report) ->
                new Phrase(
                        side.phrase().en() + " reports: "
                                + report.standing().phrase().en() + " – " + report.words(),
                        side.phrase().ja() + "の報告: "
                                + report.standing().phrase().ja() + " – " + report.words());
            case Change.Assess(var _, Assessment it) ->
                new Phrase(
                        it.assessor() + " assesses: " + it.standing().phrase().en() + " – " + it.grounds(),
                        it.assessor() + "の評価: " + it.standing().phrase().ja() + " – " + it.grounds());
            case Change.Convene(Meeting it) ->
                new Phrase(
                        "convenes " + it.title().en() + " on " + it.day() + ", " + it.place(),
                        "会合の開催: " + it.title().ja() + "、" + it.day() + "、" + it.place());
            case Change.Prove(var _, Evidence it) -> new Phrase("shows: " + it.claim(), "証拠: " + it.claim());
            case Change.Connect(Link it) ->
                both(it.kind().phrase().en() + " ", it.kind().phrase().ja() + ": ", new Phrase(it.to(), it.to()));
            case Change.AskToExplain it ->
                new Phrase(
                        "asks " + it.side().phrase().en() + " to explain by " + it.by(),
                        it.side().phrase().ja() + "に" + it.by() + "までの説明を要請");
            case Change.Explain(var _, Explanation it) -> explained(it);
            case Change.Decide(Decision it) -> decided(it);
            case Change.Withdraw(var _, EventId event) ->
                new Phrase("takes back " + event.brief(), event.brief() + "を撤回");
        };
    }

    private static Phrase both(String english, String japanese, Phrase what) {
        return new Phrase(english + what.en(), japanese + what.ja());
    }

    private static Phrase of(Side side, String english, String japanese, String what) {
        return new Phrase(
                english + side.phrase().en() + ": " + what, side.phrase().ja() + japanese + what);
    }

    private static Phrase explained(Explanation it) {
        Optional<String> date = it.newDate().map(PartialDate::text);
        return new Phrase(
                it.side().phrase().en() + " explains: " + it.words()
                        + date.map(each -> " (new date " + each + ")").orElse(""),
                it.side().phrase().ja() + "の説明: " + it.words()
                        + date.map(each -> "(新期限 " + each + ")").orElse(""));
    }

    private static Phrase decided(Decision it) {
        String became = it.commitment().map(id -> " → " + id).orElse("");
        return new Phrase("decides: " + it.words() + became, "決定: " + it.words() + became);
    }
}
