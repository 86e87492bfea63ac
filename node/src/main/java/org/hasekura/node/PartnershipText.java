package org.hasekura.node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hasekura.partnership.AutonomyProfile;
import org.hasekura.partnership.CardinalPoint;
import org.hasekura.partnership.Chain;
import org.hasekura.partnership.Citation;
import org.hasekura.partnership.Commitment;
import org.hasekura.partnership.Compass;
import org.hasekura.partnership.Due;
import org.hasekura.partnership.Entry;
import org.hasekura.partnership.Evidence;
import org.hasekura.partnership.Indicator;
import org.hasekura.partnership.Indicators;
import org.hasekura.partnership.Instrument;
import org.hasekura.partnership.Named;
import org.hasekura.partnership.PartialDate;
import org.hasekura.partnership.Phrase;
import org.hasekura.partnership.Proposal;
import org.hasekura.partnership.Register;
import org.hasekura.partnership.Side;
import org.hasekura.partnership.Source;
import org.hasekura.partnership.Standing;
import org.hasekura.partnership.Statement;
import org.hasekura.partnership.Timeline;

/** The register as text for people, in English and Japanese. What is not known is a dash, which is not zero. */
final class PartnershipText {

    static final String UNKNOWN = "–";
    private static final int BRIEF = 72;

    private final Locale locale;

    PartnershipText(Language language) {
        this.locale = language.locale();
    }

    static Entry found(Register register, String id) throws CommandFailed {
        Optional<Entry> found = register.entry(id);
        if (found.isEmpty()) {
            throw new CommandFailed(
                    "there is no commitment `" + id + "`; `hasekura partnership list` shows those there are");
        }
        return found.get();
    }

    private String say(String english, String japanese) {
        return new Phrase(english, japanese).in(locale);
    }

    String list(Collection<Entry> entries, Register register) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of(
                "ID",
                say("area", "分野"),
                say("standing", "状況"),
                say("due", "期限"),
                say("sure", "確度"),
                say("text", "内容"))));
        for (Entry each : entries) {
            Commitment it = each.commitment();
            rows.add(List.of(
                    it.id(),
                    it.area(),
                    standing(each),
                    due(each),
                    it.confidence().word(),
                    brief(it.text().in(locale))));
        }
        return Table.write(rows) + "\n"
                + say(
                        entries.size() + " of " + register.entries().size() + " commitments\n",
                        register.entries().size() + "件中 " + entries.size() + "件\n")
                + gaps(register.instruments().values().stream()
                        .filter(each -> !each.isTextAtHand())
                        .toList());
    }

    private String gaps(List<Instrument> gaps) {
        var text = new StringBuilder();
        for (Instrument each : gaps) {
            text.append(say("gap: ", "欠落: "))
                    .append(each.title().in(locale))
                    .append(say(
                            ": its text was not at hand, so what it promised is known from others or not at all\n",
                            ": 本文未入手。約束の内容は他の資料によるか、不明\n"));
        }
        return text.toString();
    }

    private String standing(Entry entry) {
        String word = entry.standing().map(each -> each.phrase().in(locale)).orElse(UNKNOWN);
        return word
                + (entry.isDisputed() ? say(" (disputed)", "(見解相違)") : "")
                + (entry.contested().isEmpty() ? "" : say(" (conflict)", "(競合)"));
    }

    private String due(Entry entry) {
        Optional<String> read = entry.commitment().due().map(this::word);
        Optional<String> expected = entry.expected().map(date -> say("expected ", "見込み ") + date.text());
        return read.map(text -> text + expected.map(more -> ", " + more).orElse(""))
                .or(() -> expected)
                .orElse(UNKNOWN);
    }

    private String word(Due due) {
        return switch (due) {
            case Due.By(PartialDate date) -> date.text();
            case Due.EveryYear() -> say("each year", "毎年");
        };
    }

    private static String brief(String text) {
        return text.length() <= BRIEF ? text : text.substring(0, BRIEF - 1) + "…";
    }

    String entry(Entry entry, Register register) {
        Commitment it = entry.commitment();
        Optional<Instrument> instrument =
                Optional.ofNullable(register.instruments().get(it.instrument()));
        List<List<String>> rows = new ArrayList<>();
        row(rows, say("commitment", "約束"), it.id() + "  " + it.text().in(locale));
        row(
                rows,
                say("made in", "文書"),
                instrument.map(each -> each.title().in(locale)).orElse(it.instrument()) + ", "
                        + it.made().text());
        row(rows, say("area", "分野"), it.area() + ", " + it.point().phrase().in(locale));
        row(rows, say("kind", "種類"), it.kind().phrase().in(locale));
        for (Side side : Side.values()) {
            List<String> owners = it.owners().of(side);
            row(
                    rows,
                    say("owner ", "担当 ") + side.phrase().in(locale),
                    owners.isEmpty() ? UNKNOWN : String.join(", ", owners));
        }
        row(rows, say("due by its text", "文書上の期限"), it.due().map(this::word).orElse(UNKNOWN));
        row(
                rows,
                say("expected", "見込み"),
                entry.expected().map(PartialDate::text).orElse(UNKNOWN));
        row(
                rows,
                say("verifiable", "検証可能性"),
                it.isVerifiable() ? say("verifiable", "検証可能") : say("not verifiable: kept, not scored", "検証不可(採点対象外)"));
        row(
                rows,
                say("remedy in law", "法的救済"),
                instrument.map(each -> each.remedy().phrase().in(locale)).orElse(UNKNOWN));
        row(
                rows,
                say("confidence", "確度"),
                it.confidence().word() + ": " + it.confidence().phrase().in(locale));
        row(rows, say("standing", "状況"), standing(entry));
        for (Side side : Side.values()) {
            row(
                    rows,
                    side.phrase().in(locale) + say(" says", "の自己評価"),
                    Optional.ofNullable(entry.reports().get(side))
                            .map(told -> told.what().standing().phrase().in(locale) + ": "
                                    + told.what().words())
                            .orElse(UNKNOWN));
        }
        entry.assessments()
                .forEach(told -> row(
                        rows,
                        say("assessed by", "独立評価"),
                        told.what().assessor() + ": "
                                + told.what().standing().phrase().in(locale) + "; "
                                + told.what().grounds()));
        it.citations().forEach(each -> row(rows, say("cited", "出典"), cited(each, register)));
        entry.evidence().forEach(told -> row(rows, say("evidence", "証拠"), evidence(told.what(), register)));
        entry.links()
                .forEach(told -> row(
                        rows,
                        told.what().kind().phrase().in(locale),
                        told.what().to()));
        entry.explanations()
                .forEach(told -> row(
                        rows,
                        say("explained by ", "説明 ")
                                + told.what().side().phrase().in(locale),
                        told.what().words()
                                + told.what()
                                        .newDate()
                                        .map(date -> say("; new date ", "、新期限 ") + date.text())
                                        .orElse("")));
        entry.contested()
                .forEach(each -> row(rows, say("conflict", "競合"), each.slot().field() + ": " + ids(each.values())));
        entry.history().forEach(each -> row(rows, say("history", "履歴"), history(each)));
        return Table.write(rows);
    }

    private static String ids(List<Named> values) {
        return String.join(
                " / ",
                values.stream()
                        .map(each ->
                                each.id().brief() + " " + each.event().author().name())
                        .toList());
    }

    private static String history(Named each) {
        return each.event().at() + "  " + each.event().author().name() + ": "
                + each.event().change().word() + " (" + each.event().reason() + ")  "
                + each.id().brief();
    }

    private String cited(Citation citation, Register register) {
        String paragraph = citation.paragraph().orElse(Citation.NOT_READ.in(locale));
        return Optional.ofNullable(register.sources().get(citation.source()))
                .map(source -> citation.source() + ", " + source.line() + ", " + paragraph + reading(source)
                        + source.link().map(link -> " " + link).orElse(""))
                .orElse(citation.source() + ", " + paragraph);
    }

    private String reading(Source source) {
        return " [" + say("document ", "文書") + source.reading().phrase().in(locale) + "]";
    }

    private String evidence(Evidence evidence, Register register) {
        return switch (evidence) {
            case Evidence.Document it -> it.claim() + " (" + cited(it.citation(), register) + ")";
            case Evidence.Exchange it ->
                it.claim() + say(" (entry ", "(記録 ") + it.entry() + say(" of ", ", ") + it.origin() + ", " + it.hash()
                        + ")";
        };
    }

    private static void row(List<List<String>> rows, String name, String value) {
        rows.add(List.of(name, value));
    }

    /** What an import proposes, in brief; the file has it all. */
    String proposals(Statement statement, List<Proposal> proposals) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of(
                say("place", "箇所"), say("area", "分野"), say("by", "期限"), say("like", "類似"), say("sentence", "文"))));
        for (Proposal each : proposals) {
            rows.add(List.of(
                    each.sentence().place(),
                    each.area().orElse(UNKNOWN),
                    each.due().map(PartialDate::text).orElse(UNKNOWN),
                    each.similar().stream()
                            .findFirst()
                            .map(like -> like.id() + String.format(Locale.ROOT, " %.2f", like.likeness()))
                            .orElse(UNKNOWN),
                    brief(each.sentence().text())));
        }
        return Table.write(rows) + "\n"
                + say(
                        proposals.size() + " of " + statement.sentences().size()
                                + " sentences are proposed; a person decides on each\n",
                        statement.sentences().size() + "文中 " + proposals.size() + "文を候補とした。採否は人が決める\n");
    }

    String chain(Chain chain, Register register) {
        List<List<String>> rows = new ArrayList<>();
        for (Entry step : chain.steps()) {
            rows.add(List.of(
                    step.commitment().made().text(),
                    step.id() + (step.id().equals(chain.of()) ? " *" : ""),
                    standing(step),
                    String.join(
                            ", ",
                            chain.links().stream()
                                    .filter(link -> link.from().equals(step.id()))
                                    .map(link -> link.kind().phrase().in(locale) + " " + link.to())
                                    .toList()),
                    brief(step.commitment().text().in(locale))));
        }
        return Table.write(rows)
                + gaps(register.instruments().values().stream()
                        .filter(each -> !each.isTextAtHand())
                        .toList());
    }

    String timeline(Timeline timeline) {
        return Table.write(timeline.points().stream()
                .map(each -> List.of(
                        each.date().text(),
                        each.what().phrase().in(locale),
                        each.subject(),
                        brief(each.text().in(locale))))
                .toList());
    }

    String compass(Compass compass, Indicators indicators) {
        var text = new StringBuilder();
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("", say("commitments", "約束"), say("verifiable", "検証可能")));
        head.add(say("of these kept", "うち達成・相当"));
        Arrays.stream(Standing.values()).forEach(each -> head.add(each.phrase().in(locale)));
        head.addAll(List.of(say("dated", "期限あり"), say("disputed", "見解相違"), say("not known", "不明")));
        rows.add(head);
        for (Compass.Quarter each : compass.quarters()) {
            List<String> row = new ArrayList<>(List.of(
                    each.point().phrase().in(locale),
                    Integer.toString(each.commitments()),
                    Integer.toString(each.verifiable()),
                    Integer.toString(each.kept())));
            Arrays.stream(Standing.values()).forEach(standing -> row.add(Integer.toString(each.of(standing))));
            row.addAll(List.of(
                    Integer.toString(each.dated()),
                    Integer.toString(each.disputed()),
                    Integer.toString(each.unknown())));
            rows.add(row);
        }
        text.append(Table.write(rows)).append('\n').append(gaps(compass.gaps())).append('\n');
        text.append(Table.write(indicators(compass))).append('\n');
        return text.append(indicators.caution().in(locale)).append('\n').toString();
    }

    private List<List<String>> indicators(Compass compass) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of(
                say("indicator", "指標"),
                Side.EU.phrase().in(locale),
                say("target", "目標"),
                Side.JAPAN.phrase().in(locale),
                say("target", "目標"),
                say("side by side", "比較"),
                say("unit", "単位"))));
        for (Compass.Quarter quarter : compass.quarters()) {
            for (Indicator each : quarter.indicators()) {
                rows.add(List.of(
                        point(quarter.point()) + each.name().in(locale),
                        last(each, Side.EU),
                        target(each, Side.EU),
                        last(each, Side.JAPAN),
                        target(each, Side.JAPAN),
                        each.comparability().phrase().in(locale),
                        brief(each.unit())));
            }
        }
        return rows;
    }

    private String point(CardinalPoint point) {
        return point.phrase().in(locale) + ": ";
    }

    private String last(Indicator indicator, Side side) {
        String trend = indicator
                .trend(side)
                .map(each -> ", " + each.phrase().in(locale))
                .orElse("");
        return indicator
                .last(side)
                .map(each -> number(each.value().orElseThrow()) + " (" + each.period() + trend + ") " + each.source())
                .orElse(UNKNOWN);
    }

    private static String target(Indicator indicator, Side side) {
        return indicator
                .target(side)
                .map(each -> number(each.value().orElseThrow())
                        + each.period().map(period -> " (" + period + ")").orElse(""))
                .orElse(UNKNOWN);
    }

    String autonomy(AutonomyProfile profile) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of(
                say("layer", "層"),
                say("side", "側"),
                say("thing", "品目"),
                say("from", "相手"),
                say("share of imports, %", "輸入比率 %"),
                say("year", "年"),
                say("source", "出典"))));
        for (AutonomyProfile.Layer layer : AutonomyProfile.Layer.values()) {
            for (Side side : Side.values()) {
                String head = layer.phrase().in(locale);
                String of = side.phrase().in(locale);
                if (profile.of(side, layer).isEmpty()) {
                    rows.add(List.of(head, of, UNKNOWN + say(" not known", " 不明")));
                }
                profile.of(side, layer)
                        .forEach(each -> rows.add(List.of(
                                head,
                                of,
                                each.name().in(locale),
                                each.partner(),
                                range(each.percent().low(), each.percent().high()),
                                Integer.toString(each.year()),
                                each.source()
                                        + (each.isFromMemory() ? say(" (from memory: check)", "(記憶による・要確認)") : ""))));
            }
        }
        return Table.write(rows) + "\n"
                + say("both depend on the same partner for: ", "双方が同じ相手に依存する品目: ")
                + String.join(", ", profile.common());
    }

    private static String range(double low, double high) {
        return low == high ? number(low) : number(low) + "–" + number(high);
    }

    static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,.0f", value) : Double.toString(value);
    }
}
