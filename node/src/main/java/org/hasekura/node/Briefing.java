package org.hasekura.node;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hasekura.document.Block;
import org.hasekura.document.Document;
import org.hasekura.document.Plot;
import org.hasekura.document.Text;
import org.hasekura.partnership.Agenda;
import org.hasekura.partnership.CardinalPoint;
import org.hasekura.partnership.Entry;
import org.hasekura.partnership.Evaluation;
import org.hasekura.partnership.Finding;
import org.hasekura.partnership.Held;
import org.hasekura.partnership.Indicator;
import org.hasekura.partnership.Indicators;
import org.hasekura.partnership.Judged;
import org.hasekura.partnership.Register;
import org.hasekura.partnership.Rules;
import org.hasekura.partnership.Side;
import org.hasekura.partnership.Standing;

/**
 * What one side takes into a meeting: what it is itself late with, what it is to ask the other, what either changed since last
 * time, what became of the last decisions, what is not known. It is no joint paper. The same register, day and language give
 * the same document.
 */
final class Briefing {

    private static final int ASKED_MAX = 40;

    private final Side side;
    private final Register register;
    private final Indicators indicators;
    private final Evaluation evaluation;
    private final Agenda agenda;
    private final Optional<LocalDate> since;
    private final PaperParts parts;
    private final Locale locale;

    private Briefing(
            Side side,
            Register register,
            Indicators indicators,
            LocalDate day,
            Optional<LocalDate> since,
            Language language) {
        this.side = side;
        this.register = register;
        this.indicators = indicators;
        this.evaluation = Evaluation.of(register, day, Rules.STANDARD);
        this.agenda = Agenda.of(register, evaluation);
        this.since =
                since.or(() -> agenda.carriedOver().map(held -> held.meeting().day()));
        this.parts = new PaperParts(language);
        this.locale = language.locale();
    }

    /** @param since the day of the last meeting; empty: that of the last one recorded, if there was one */
    static Document of(
            Side side,
            Register register,
            Indicators indicators,
            LocalDate day,
            Optional<LocalDate> since,
            Language language) {
        return new Briefing(side, register, indicators, day, since, language).document();
    }

    private String say(String english, String japanese) {
        return parts.say(english, japanese);
    }

    private Document document() {
        LocalDate day = evaluation.day();
        if (!register.isKeptBySides()) {
            parts.add(new Block.Note(
                    Block.Weight.CAUTION, say("No answers yet", "回答について"), Text.of(Register.NOT_KEPT.in(locale))));
        }
        late();
        toReport();
        toAsk();
        changed();
        decided();
        figures();
        unknown();
        String digest = register.events().digest().substring(0, 12);
        String of = side.phrase().in(locale);
        return new Document(
                say("Briefing for " + of, of + "側 会合準備資料"),
                parts.documentLanguage(),
                day,
                "hasekura:partnership-briefing:" + side.word() + ":" + day + ":" + digest,
                say("Briefing, not for the other side", "会合準備資料(相手側には非共有)") + " · " + day,
                say("Register ", "登録簿 ") + digest,
                parts.blocks());
    }

    private boolean isOurs(Entry entry, Side whose) {
        return !entry.commitment().owners().of(whose).isEmpty();
    }

    private List<Judged> overdue(Side whose) {
        return evaluation.forAgenda().stream()
                .filter(each -> each.has(Finding.Overdue.class) && isOurs(each.entry(), whose))
                .toList();
    }

    private String text(Judged each) {
        return each.entry().commitment().text().in(locale);
    }

    private void late() {
        parts.section("Late on our side", "当方の遅延");
        List<Judged> ours = overdue(side);
        parts.add(Block.paragraph(say(
                ours.size() + " commitments of ours are late; the other side has "
                        + overdue(side.other()).size() + ". A commitment with owners on both sides counts for both.",
                "当方の遅延" + ours.size() + "件、相手側" + overdue(side.other()).size() + "件。双方に担当がある約束は双方に数える。")));
        parts.add(new Block.Figure(new Plot(
                Plot.Kind.BARS,
                say("Late commitments by cardinal point", "分野別の遅延件数"),
                say("commitments", "件"),
                Arrays.stream(CardinalPoint.values())
                        .map(each -> each.phrase().in(locale))
                        .toList(),
                List.of(lateSeries(side), lateSeries(side.other())),
                say("Source: register, state of ", "出典: 登録簿、時点 ") + evaluation.day())));
        parts.table(
                say("What we are to answer for", "当方が説明すべき項目"),
                List.of(
                        "ID",
                        say("commitment", "約束"),
                        say("since", "期限"),
                        say("our owners", "当方の担当"),
                        say("what stands", "現状")),
                ours.stream()
                        .map(each -> PaperParts.row(
                                each.entry().id(),
                                text(each),
                                each.deadline()
                                        .map(date -> date.day().toString())
                                        .orElse(PartnershipText.UNKNOWN),
                                String.join(
                                        ", ", each.entry().commitment().owners().of(side)),
                                standing(each)))
                        .toList(),
                say("Nothing of ours is late.", "当方に遅延はない。"));
    }

    private Plot.Series lateSeries(Side whose) {
        List<Judged> late = overdue(whose);
        return new Plot.Series(
                whose.phrase().in(locale),
                Arrays.stream(CardinalPoint.values())
                        .map(point -> OptionalDouble.of((double) late.stream()
                                .filter(each -> each.entry().commitment().point() == point)
                                .count()))
                        .toList());
    }

    /** What we said last, or by when we are to say something. */
    private String standing(Judged judged) {
        return judged.findings().stream()
                .filter(each -> (each instanceof Finding.Unanswered(Side of, var _) && of == side)
                        || (each instanceof Finding.Asked(Side whom, var _) && whom == side))
                .findFirst()
                .map(each -> each.words().in(locale))
                .or(() -> judged.entry().explanations().stream()
                        .filter(told -> told.what().side() == side)
                        .reduce((_, last) -> last)
                        .map(told -> say("explained: ", "説明済み: ") + told.what().words()))
                .orElse(PartnershipText.UNKNOWN);
    }

    private void toReport() {
        parts.section("Where our report is due", "当方の報告期限");
        List<Judged> due = evaluation.all().stream()
                .filter(each -> isOurs(each.entry(), side) && has(each, side))
                .toList();
        parts.add(Block.paragraph(say(
                due.size() + " verifiable commitments with owners of ours have no report of ours within "
                        + evaluation.rules().reportMonths() + " months: "
                        + ids(due),
                "当方に担当がある検証可能な約束のうち、" + evaluation.rules().reportMonths() + "か月以内の当方の報告がないもの: " + due.size() + "件。"
                        + ids(due))));
    }

    private static boolean has(Judged judged, Side side) {
        return judged.findings().stream()
                .anyMatch(each -> each instanceof Finding.ReportDue(Side of, var _) && of == side);
    }

    private static String ids(List<Judged> of) {
        return of.isEmpty()
                ? PartnershipText.UNKNOWN
                : of.stream().map(each -> each.entry().id()).collect(Collectors.joining(", "));
    }

    private void toAsk() {
        parts.section("What to ask the other side", "相手側に確認する事項");
        List<Judged> asked = evaluation.all().stream()
                .filter(each -> each.findings().stream().anyMatch(this::isToAsk))
                .sorted(java.util.Comparator.comparingInt(Judged::weight).reversed())
                .toList();
        parts.table(
                say("Questions, weightiest first", "確認事項(重要な順)"),
                List.of("ID", say("commitment", "約束"), say("why", "理由")),
                asked.stream()
                        .limit(ASKED_MAX)
                        .map(each -> PaperParts.row(
                                each.entry().id(),
                                text(each),
                                each.findings().stream()
                                        .filter(this::isToAsk)
                                        .map(finding -> finding.words().in(locale))
                                        .collect(Collectors.joining("; "))))
                        .toList(),
                say("Nothing is open on the other side.", "相手側に未処理の事項はない。"));
        if (asked.size() > ASKED_MAX) {
            parts.add(Block.paragraph(say(
                    "Not shown: " + (asked.size() - ASKED_MAX) + " of less weight.",
                    "ほか" + (asked.size() - ASKED_MAX) + "件は省略。")));
        }
    }

    /** What only the other side can say, and what both must settle. */
    private boolean isToAsk(Finding finding) {
        Side other = side.other();
        return switch (finding) {
            case Finding.Unanswered(Side of, var _) -> of == other;
            case Finding.Asked(Side of, var _) -> of == other;
            case Finding.Disputed _, Finding.Conflicting _, Finding.Slipped _ -> true;
            default -> false;
        };
    }

    private void changed() {
        parts.section("What changed since last time", "前回からの変化");
        if (since.isEmpty()) {
            parts.paragraph(
                    "No meeting is recorded before this one, so nothing can be compared.", "前回の会合の記録がないため、比較できない。");
            return;
        }
        for (Side whose : List.of(side.other(), side)) {
            Predicate<org.hasekura.partnership.Author.Seat> by = seat -> seat.speaksFor(whose);
            String name = whose.phrase().in(locale);
            parts.changes(
                    say("Entered by " + name + " since " + since.get(), since.get() + "以降の" + name + "の登録"),
                    PaperParts.entered(register, since.get(), evaluation.day(), by),
                    say(name + " entered nothing since " + since.get() + ".", since.get() + "以降、" + name + "の登録はない。"));
        }
    }

    private void decided() {
        parts.section("What the last meeting decided, and what became of it", "前回会合の決定とその後");
        parts.table(
                say("Decisions", "決定事項"),
                List.of(say("decision", "決定"), say("recorded as", "登録番号"), say("standing", "状況")),
                agenda.carriedOver().map(Held::decisions).orElse(List.of()).stream()
                        .map(each -> PaperParts.row(
                                each.what().words(),
                                each.what().commitment().orElse(PartnershipText.UNKNOWN),
                                each.what()
                                        .commitment()
                                        .flatMap(register::entry)
                                        .flatMap(Entry::standing)
                                        .map(Standing::phrase)
                                        .map(phrase -> phrase.in(locale))
                                        .orElse(PartnershipText.UNKNOWN)))
                        .toList(),
                say("No decision is recorded.", "決定の記録はない。"));
    }

    /** Only figures that may be looked at side by side, and where we are behind. */
    private void figures() {
        parts.section("Where we stand beside the other side", "相手側との比較");
        List<Indicator> percent = indicators.all().stream()
                .filter(each -> each.isPercent()
                        && each.comparability().isSideBySide()
                        && each.last(side).isPresent()
                        && each.last(side.other()).isPresent())
                .toList();
        parts.add(new Block.Figure(new Plot(
                Plot.Kind.BARS,
                say("Comparable indicators", "比較可能な指標"),
                "%",
                percent.stream().map(each -> each.name().in(locale)).toList(),
                List.of(figures(percent, side), figures(percent, side.other())),
                say("Sources: with each indicator in the register", "出典: 登録簿の各指標"))));
    }

    private Plot.Series figures(List<Indicator> of, Side whose) {
        return new Plot.Series(
                whose.phrase().in(locale),
                of.stream().map(each -> each.last(whose).orElseThrow().value()).toList());
    }

    private void unknown() {
        parts.section("What is not known", "不明な点");
        List<Text> items = agenda.gaps().stream()
                .map(each -> Text.of(each.title().in(locale) + say(": its text was not at hand.", ": 本文未入手。")))
                .toList();
        parts.add(items.isEmpty() ? Block.paragraph(say("No gap.", "該当なし。")) : new Block.Points(false, items));
    }
}
