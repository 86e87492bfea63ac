package org.hasekura.node;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import org.hasekura.document.Block;
import org.hasekura.document.Document;
import org.hasekura.document.Plot;
import org.hasekura.document.Text;
import org.hasekura.partnership.Agenda;
import org.hasekura.partnership.Author;
import org.hasekura.partnership.Compass;
import org.hasekura.partnership.Compilation;
import org.hasekura.partnership.Evaluation;
import org.hasekura.partnership.ExportJson;
import org.hasekura.partnership.Indicator;
import org.hasekura.partnership.Indicators;
import org.hasekura.partnership.Judged;
import org.hasekura.partnership.Publication;
import org.hasekura.partnership.Register;
import org.hasekura.partnership.Rules;
import org.hasekura.partnership.Side;
import org.hasekura.partnership.Standing;

/**
 * The joint report of two secretariats, drafted from the register: where the partnership stands, what changed since last time,
 * what is late or disputed with each side's answer, indicators side by side, what nobody knows. The same register, day and
 * language give the same document.
 */
final class JointReport {

    private final Compilation compilation;
    private final Register register;
    private final Indicators indicators;
    private final LocalDate day;
    private final Optional<LocalDate> since;
    private final PaperParts parts;
    private final Language language;
    private final Locale locale;

    private JointReport(
            Compilation compilation,
            Register register,
            Indicators indicators,
            LocalDate day,
            Optional<LocalDate> since,
            Language language) {
        this.compilation = compilation;
        this.register = register;
        this.indicators = indicators;
        this.day = day;
        this.since = since;
        this.parts = new PaperParts(language);
        this.language = language;
        this.locale = language.locale();
    }

    /** @param since the day of the last report; empty: the day of the last meeting before, if there was one */
    static Document of(
            Compilation compilation,
            Register register,
            Indicators indicators,
            LocalDate day,
            Optional<LocalDate> since,
            Language language) {
        Agenda agenda = Agenda.of(register, Evaluation.of(register, day, Rules.STANDARD));
        Optional<LocalDate> last =
                since.or(() -> agenda.carriedOver().map(held -> held.meeting().day()));
        return new JointReport(compilation, register, indicators, day, last, language).document(agenda);
    }

    private String say(String english, String japanese) {
        return parts.say(english, japanese);
    }

    private Document document(Agenda agenda) {
        Compass compass = Compass.of(register, indicators);
        parts.add(new Block.Note(
                Block.Weight.CAUTION,
                say("A draft", "草案"),
                Text.of(say("Drafted from the register; no text of either side. ", "登録簿から作成した草案であり、いずれの側の公式文書でもない。")
                        + compilation.caution().in(locale))));
        glance(compass);
        progress();
        late();
        agendaItems(agenda);
        figures(compass);
        gaps(compass);
        String version = ExportJson.version(compilation, register);
        return new Document(
                say("EU-Japan digital partnership: joint report", "日EUデジタルパートナーシップ 共同報告書"),
                parts.documentLanguage(),
                day,
                "hasekura:partnership-report:" + day + ":" + version,
                say("Draft joint report", "共同報告書(草案)") + " · " + day,
                say("Register version ", "登録簿の版 ") + version,
                parts.blocks());
    }

    private void glance(Compass compass) {
        section("Where the partnership stands", "現状");
        int all = register.entries().size();
        int verifiable = sum(compass, Compass.Quarter::verifiable);
        int kept = sum(compass, Compass.Quarter::kept);
        int unknown = sum(compass, Compass.Quarter::unknown);
        parts.add(Block.paragraph(say(
                all + " commitments of " + register.instruments().size() + " instruments; " + verifiable
                        + " can be verified, and of these " + kept
                        + " are completed or substantially so. Of " + unknown + " no evidence was found.",
                register.instruments().size() + "文書の約束" + all + "件。検証可能" + verifiable + "件のうち" + kept + "件が完了又は相当程度進捗。"
                        + unknown + "件は証拠を確認できていない。")));
        parts.add(new Block.Figure(new Plot(
                Plot.Kind.BARS,
                say(
                        kept + " of " + verifiable + " verifiable commitments are kept",
                        "検証可能な約束" + verifiable + "件のうち" + kept + "件を達成"),
                say("commitments", "件"),
                compass.quarters().stream()
                        .map(each -> each.point().phrase().in(locale))
                        .toList(),
                List.of(
                        series(compass, say("verifiable and kept", "検証可能・達成"), Compass.Quarter::kept),
                        series(
                                compass,
                                say("verifiable, not yet kept", "検証可能・未達成"),
                                each -> each.verifiable() - each.kept()),
                        series(compass, say("not verifiable", "検証不可"), each -> each.commitments() - each.verifiable())),
                source())));
        List<List<Text>> rows = new ArrayList<>();
        for (Compass.Quarter each : compass.quarters()) {
            rows.add(PaperParts.row(
                    each.point().phrase().in(locale),
                    number(each.commitments()),
                    number(each.verifiable()),
                    number(each.kept()),
                    number(each.of(Standing.LIMITED)),
                    number(each.unknown()),
                    number(each.dated()),
                    number(each.disputed())));
        }
        parts.add(new Block.Table(
                say("Commitments by cardinal point", "分野別の約束"),
                List.of(
                        say("point", "分野"),
                        say("all", "総数"),
                        say("verifiable", "検証可能"),
                        say("kept", "達成"),
                        say("limited", "限定的"),
                        say("not known", "不明"),
                        say("dated", "期限あり"),
                        say("disputed", "見解相違")),
                rows));
    }

    private String source() {
        return say("Source: register of ", "出典: 登録簿 ") + compilation.compiled() + say(", state of ", "、時点 ") + day;
    }

    private Plot.Series series(Compass compass, String name, ToIntFunction<Compass.Quarter> of) {
        return new Plot.Series(
                name,
                compass.quarters().stream()
                        .map(each -> OptionalDouble.of(of.applyAsInt(each)))
                        .toList());
    }

    private static int sum(Compass compass, ToIntFunction<Compass.Quarter> of) {
        return compass.quarters().stream().mapToInt(of).sum();
    }

    /** What the secretariats themselves entered since; what a compiler entered at the beginning is no progress. */
    private void progress() {
        section("Progress since last time", "前回からの進捗");
        if (since.isEmpty()) {
            parts.add(Block.paragraph(say(
                    "No meeting is recorded before this one, so nothing can be compared.", "前回の会合の記録がないため、比較できない。")));
            return;
        }
        parts.changes(
                say("Entered since " + since.get(), since.get() + "以降の登録"),
                PaperParts.entered(register, since.get(), day, seat -> seat != Author.Seat.INDEPENDENT),
                say("Neither side entered anything since " + since.get() + ".", since.get() + "以降、いずれの側からも登録はない。"));
    }

    private void late() {
        section("Late or disputed, with each side's answer", "遅延・見解相違と双方の回答");
        Publication publication = Publication.of(Evaluation.of(register, day, Rules.STANDARD));
        if (publication.items().isEmpty()) {
            parts.add(Block.paragraph(say("Nothing is late or disputed.", "遅延・見解相違はない。")));
            return;
        }
        if (!register.isKeptBySides()) {
            parts.add(new Block.Note(
                    Block.Weight.CAUTION, say("No answers yet", "回答について"), Text.of(Register.NOT_KEPT.in(locale))));
        }
        var text = new EvaluationText(language);
        List<List<Text>> rows = new ArrayList<>();
        for (Publication.Item item : publication.items()) {
            for (Publication.Answer answer : item.answers()) {
                rows.add(PaperParts.row(
                        item.judged().entry().id(),
                        item.judged().entry().commitment().text().in(locale),
                        item.judged().findings().stream()
                                .filter(each ->
                                        each.step() == 4 || each instanceof org.hasekura.partnership.Finding.Overdue)
                                .map(each -> each.words().in(locale))
                                .reduce((one, other) -> one + "; " + other)
                                .orElse(PartnershipText.UNKNOWN),
                        answer.side().phrase().in(locale),
                        text.words(answer)));
            }
        }
        parts.add(new Block.Table(
                say("Items and answers", "項目と回答"),
                List.of("ID", say("commitment", "約束"), say("finding", "所見"), say("side", "当事者"), say("answer", "回答")),
                rows));
    }

    private void agendaItems(Agenda agenda) {
        section("For the next meeting", "次回会合の議題案");
        List<Text> items = new ArrayList<>();
        for (Judged each : agenda.items()) {
            items.add(Text.strong(each.entry().id())
                    .and(" " + each.entry().commitment().text().in(locale) + " — "
                            + each.findings().getFirst().words().in(locale)));
        }
        agenda.gaps()
                .forEach(each -> items.add(Text.strong(each.id())
                        .and(" " + each.title().in(locale)
                                + say(": its text is to be read and entered", ": 本文の確認と登録"))));
        parts.add(items.isEmpty() ? Block.paragraph(say("Nothing waits.", "該当なし。")) : new Block.Points(true, items));
    }

    private void figures(Compass compass) {
        section("Indicators", "指標");
        List<Indicator> percent = compass.quarters().stream()
                .flatMap(each -> each.indicators().stream())
                .filter(each -> each.isPercent() && each.comparability().isSideBySide())
                .toList();
        parts.add(new Block.Figure(new Plot(
                Plot.Kind.BARS,
                say("The EU and Japan side by side, where their figures can be compared", "比較可能な指標における日本とEU"),
                "%",
                percent.stream().map(each -> each.name().in(locale)).toList(),
                List.of(side(percent, Side.EU), side(percent, Side.JAPAN)),
                say("Sources: ids in the table", "出典: 表の出典番号"))));
        List<List<Text>> rows = new ArrayList<>();
        compass.quarters()
                .forEach(quarter -> quarter.indicators()
                        .forEach(each -> rows.add(PaperParts.row(
                                each.name().in(locale),
                                last(each, Side.EU),
                                last(each, Side.JAPAN),
                                each.comparability().phrase().in(locale)))));
        parts.add(new Block.Table(
                say("Last known figures; a dash is not known, which is not zero", "直近の既知の値(–は不明であり、ゼロではない)"),
                List.of(say("indicator", "指標"), "EU", say("Japan", "日本"), say("comparability", "比較可能性")),
                rows));
    }

    private Plot.Series side(List<Indicator> of, Side side) {
        return new Plot.Series(
                side.phrase().in(locale),
                of.stream()
                        .map(each -> each.last(side)
                                .map(Indicator.Observation::value)
                                .orElse(OptionalDouble.empty()))
                        .toList());
    }

    private String last(Indicator indicator, Side side) {
        return indicator
                .last(side)
                .map(each -> PartnershipText.number(each.value().orElseThrow()) + " ("
                        + each.period().phrase().in(locale) + ", " + each.source() + ")")
                .orElse(PartnershipText.UNKNOWN);
    }

    private void gaps(Compass compass) {
        section("What is not known", "不明な点");
        List<Text> items = new ArrayList<>();
        compass.gaps()
                .forEach(each ->
                        items.add(Text.of(each.title().in(locale) + say(": its text was not at hand.", ": 本文未入手。"))));
        long noParagraph = register.all().stream()
                .filter(each -> each.commitment().citations().stream().noneMatch(it -> it.isExact()))
                .count();
        items.add(Text.of(say(
                noParagraph + " commitments cite a document whose paragraph was not read.",
                "約束" + noParagraph + "件は、出典文書の該当段落が未読。")));
        long unchecked =
                indicators.all().stream().mapToLong(Indicator::unchecked).sum();
        items.add(Text.of(say(
                unchecked + " figures of indicators are kept and not shown, because nobody has checked them.",
                "指標の数値" + unchecked + "件は未確認のため表示していない。")));
        parts.add(new Block.Points(false, items));
    }

    private void section(String english, String japanese) {
        parts.section(english, japanese);
    }

    private static String number(int value) {
        return Integer.toString(value);
    }
}
