package org.hasekura.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hasekura.resilience.BreaksReport;
import org.hasekura.resilience.CableBreaks;
import org.hasekura.resilience.CableLoss;
import org.hasekura.resilience.ChainBreaks;
import org.hasekura.resilience.ConcentrationReport;
import org.hasekura.resilience.Corridor;
import org.hasekura.resilience.CountryCables;
import org.hasekura.resilience.Distribution;
import org.hasekura.resilience.Interval;
import org.hasekura.resilience.LinkBreaks;
import org.hasekura.resilience.StageExposure;
import org.hasekura.resilience.Subtypes;
import org.hasekura.resilience.WhatIf;

/** Reports of the resilience room as tables for people, in English and Japanese. */
final class ResilienceText {

    private static final int ROWS_MAX = 40;
    private static final int STAGE_COUNTRIES_MAX = 3;

    private final boolean japanese;
    private final Locale locale;
    private final StringBuilder text = new StringBuilder();

    private ResilienceText(Language language) {
        this.japanese = language == Language.ja;
        this.locale = language.locale();
    }

    static String of(ConcentrationReport report, Language language) {
        return new ResilienceText(language).concentration(report);
    }

    static String of(BreaksReport report, Language language) {
        return new ResilienceText(language).breaks(report);
    }

    static String of(WhatIf whatIf, Language language) {
        return new ResilienceText(language).whatIf(whatIf);
    }

    static String of(CableLoss loss, Language language) {
        return new ResilienceText(language).loss(loss);
    }

    private String say(String english, String inJapanese) {
        return japanese ? inJapanese : english;
    }

    private void line(String english, String inJapanese) {
        text.append(say(english, inJapanese)).append('\n');
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "∞";
    }

    private static String range(Interval interval) {
        return number(interval.low()).equals(number(interval.high()))
                ? number(interval.low())
                : number(interval.low()) + "–" + number(interval.high());
    }

    private String concentration(ConcentrationReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "id",
                say("name", "名称"),
                say("by", "区分"),
                say("series", "系列"),
                say("year", "年"),
                "HHI",
                "CR4",
                say("largest", "最大"),
                say("unknown", "不明"),
                say("memory", "記憶")));
        for (ConcentrationReport.Row row : report.rows()) {
            rows.add(List.of(
                    row.subject(),
                    japanese && !row.subjectNameJa().isEmpty() ? row.subjectNameJa() : row.subjectName(),
                    row.by(),
                    row.series(),
                    row.year().isPresent() ? String.valueOf(row.year().getAsInt()) : "?",
                    range(row.concentration().hhi()),
                    range(row.concentration().cr4()),
                    row.distribution().top().map(ResilienceText::top).orElse("?"),
                    range(row.distribution().unknown()),
                    row.isFromMemory() ? "*" : ""));
        }
        text.append(Table.write(rows));
        report.summaries()
                .forEach((by, summary) -> line(
                        by + ": " + summary.rows() + " distributions; HHI above 0.4 in " + summary.hhiAboveTwoFifths()
                                + ", above 0.25 in " + summary.hhiAboveQuarter() + "; one holder at half or more: "
                                + summary.topHolders(),
                        by + "：分布" + summary.rows() + "件、HHI 0.4超 " + summary.hhiAboveTwoFifths() + "件、0.25超 "
                                + summary.hhiAboveQuarter() + "件。単独で半分以上：" + summary.topHolders()));
        report.dependences()
                .forEach(each -> line(
                        "EU and Japan both depend on " + each.partner() + " for " + each.node() + ": at least "
                                + each.strength() + " % of imports",
                        "EUと日本はともに" + each.node() + "を" + each.partner() + "に依存：輸入の少なくとも" + each.strength() + "%"));
        report.conflicts().forEach(each -> line("sources differ – " + each.topic(), "出典の相違 – " + each.topic()));
        return text.toString();
    }

    private static String top(Distribution.Part part) {
        return part.holder() + " " + range(part.fraction());
    }

    private String breaks(BreaksReport report) {
        report.chains().forEach(chain -> chain(chain, report.settings()));
        report.links().ifPresent(this::links);
        report.cables().ifPresent(this::cables);
        return text.toString();
    }

    private void chain(ChainBreaks chain, ChainBreaks.Settings settings) {
        line(
                "## " + chain.target() + " needs " + chain.needs() + " nodes; of " + chain.needsWithoutShares()
                        + " nobody published shares by country",
                "## " + chain.target() + " は" + chain.needs() + "件を必要とし、うち" + chain.needsWithoutShares()
                        + "件は国別シェアが公表されていない");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                say("removed", "除外"),
                say("left (any sub-type)", "残り（どれか一つ）"),
                say("left (all sub-types)", "残り（全て必要）"),
                say("left (inputs alone)", "残り（投入のみ）")));
        List<ChainBreaks.KnockedOut> worst = new ArrayList<>(chain.countries());
        worst.addAll(chain.firms());
        worst.stream()
                .filter(row -> row.left(Subtypes.ALL).low() < 1)
                .limit(ROWS_MAX)
                .forEach(row -> rows.add(List.of(
                        row.holder(),
                        range(row.left(Subtypes.ANY)),
                        range(row.left(Subtypes.ALL)),
                        range(row.left(Subtypes.NONE)))));
        text.append(Table.write(rows));
        line(
                "single points of failure: " + String.join(", ", chain.singlePoints()),
                "単一障害点：" + String.join(", ", chain.singlePoints()));
        String near = chain.nearSingle().stream()
                .map(each -> each.node() + " " + each.holder() + " " + number(each.fraction()))
                .collect(Collectors.joining(", "));
        line("nearly one country: " + near, "ほぼ一国のみ：" + near);
        stages(chain.stages());
        cuts(
                say("countries that leave less than ", "次の国で残り ") + settings.theta() + say("", " 未満"),
                chain.countryCuts());
        cuts(say("firms that leave less than ", "次の企業で残り ") + settings.theta() + say("", " 未満"), chain.firmCuts());
    }

    private void stages(List<StageExposure> stages) {
        if (stages.isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                say("stage", "工程"), say("country", "国"), say("has itself", "自国分"), say("stops with it", "停止する割合")));
        for (StageExposure each : stages) {
            each.countries().stream()
                    .limit(STAGE_COUNTRIES_MAX)
                    .forEach(row -> rows.add(List.of(
                            each.stage().name(locale), row.country(), range(row.direct()), range(row.exposure()))));
        }
        text.append(Table.write(rows));
    }

    private void cuts(String title, ChainBreaks.Cuts cuts) {
        text.append(title).append(say(": ", "："));
        text.append(cuts.sets().stream()
                .limit(ROWS_MAX)
                .map(set -> String.join("+", set))
                .collect(Collectors.joining(", ")));
        int more = cuts.sets().size() - ROWS_MAX;
        text.append(more > 0 ? say(" and " + more + " more", " 他" + more + "件") : "");
        text.append(cuts.isComplete() ? "\n" : say(" (not all: too many)\n", "（多すぎるため一部）\n"));
    }

    private void links(LinkBreaks links) {
        line(
                "links: " + links.places() + " places, " + links.links() + " links, " + links.parts() + " parts",
                "リンク：地点" + links.places() + "、リンク" + links.links() + "、連結成分" + links.parts());
        points(
                say("places that alone split it", "単独で分断する地点"),
                links.articulationPoints().stream()
                        .map(each -> each.id() + " (" + each.cutOff() + ")")
                        .toList());
        points(
                say("links that alone split it", "単独で分断するリンク"),
                links.bridges().stream()
                        .map(each -> each.id() + " (" + each.cutOff() + ")")
                        .toList());
        links.cut()
                .filter(LinkBreaks.Cut::isPossible)
                .ifPresent(cut -> line(
                        "cut: capacity " + cut.capacityValue() + " over " + cut.links() + "; " + cut.failures()
                                + " failures are enough: risks " + cut.risks() + ", links " + cut.failedLinks(),
                        "最小カット：容量" + cut.capacityValue() + "（" + cut.links() + "）、" + cut.failures() + "件の障害で分断：共有リスク"
                                + cut.risks() + "、リンク" + cut.failedLinks()));
    }

    private void points(String title, List<String> names) {
        text.append(title)
                .append(" (")
                .append(names.size())
                .append(")")
                .append(say(": ", "："))
                .append(names.stream().limit(ROWS_MAX).collect(Collectors.joining(", ")))
                .append('\n');
    }

    private void cables(CableBreaks breaks) {
        CountryCables countries = breaks.countries();
        line(
                countries.countries().size() + " countries, "
                        + countries.map().cables().size() + " cables, " + countries.parts() + " parts",
                countries.countries().size() + "か国、ケーブル"
                        + countries.map().cables().size() + "本、連結成分" + countries.parts());
        points(
                say("cables that alone cut countries off", "単独で国を孤立させるケーブル"),
                countries.articulationCables().stream()
                        .map(each -> each.id() + " (" + each.cutOff() + ")")
                        .toList());
        points(
                say("countries that alone cut others off", "単独で他国を孤立させる国"),
                countries.articulationCountries().stream()
                        .map(each -> each.id() + " (" + each.cutOff() + ")")
                        .toList());
        points(say("countries on one cable", "ケーブル1本の国"), countries.onOneCable());
        line(
                "between " + sides(breaks.from()) + " and " + sides(breaks.to()) + ": "
                        + breaks.cut().value()
                        + " whole cables, " + breaks.segmentCut().value() + " segments, or "
                        + breaks.cutWithCorridors().value() + " failures with "
                        + breaks.cutWithCorridors().groups() + " failing as one",
                sides(breaks.from()) + "と" + sides(breaks.to()) + "の間：ケーブル"
                        + breaks.cut().value() + "本、区間"
                        + breaks.segmentCut().value() + "、または"
                        + breaks.cutWithCorridors().groups()
                        + "を一つの障害として" + breaks.cutWithCorridors().value() + "件");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                say("corridor", "海峡"),
                say("cables", "ケーブル"),
                say("segments lost", "失う区間"),
                say("cut after", "その後の最小カット"),
                say("cut off", "孤立")));
        for (CableBreaks.CorridorLoss each : breaks.corridors()) {
            rows.add(List.of(
                    Corridor.known(each.id()).map(known -> known.name(locale)).orElse(each.id()),
                    String.valueOf(each.cables().size()),
                    String.valueOf(each.segmentsLost()),
                    String.valueOf(each.segmentCutAfter()),
                    String.join(", ", each.cutOff())));
        }
        text.append(Table.write(rows));
    }

    private static String sides(List<String> countries) {
        return countries.size() > 3
                ? countries.getFirst() + "…(" + countries.size() + ")"
                : String.join(", ", countries);
    }

    private String whatIf(WhatIf whatIf) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("id", say("name", "名称"), say("left", "残り"), say("because of", "経路")));
        whatIf.hit().stream()
                .filter(each -> each.left().high() < 1)
                .forEach(each -> rows.add(List.of(
                        each.node().id(),
                        each.node().name(locale),
                        range(each.left()),
                        String.join(" < ", each.chain()))));
        text.append(Table.write(rows));
        String perhaps = whatIf.hit().stream()
                .filter(each -> each.left().high() >= 1)
                .map(each -> each.node().id() + " " + range(each.left()))
                .collect(Collectors.joining(", "));
        if (!perhaps.isEmpty()) {
            line("only if what is unknown goes against us: " + perhaps, "不明分が不利な場合のみ：" + perhaps);
        }
        whatIf.controls()
                .forEach(each -> line(
                        "control: " + each.issuer() + " " + each.type() + ", in effect " + each.effective() + ", on "
                                + each.stateOn() + " " + each.state() + " ("
                                + each.confidence().word() + ")",
                        "輸出管理：" + each.issuer() + " " + each.type() + "、施行 " + each.effective() + "、" + each.stateOn()
                                + "時点 " + each.state() + "（" + each.confidence().word() + "）"));
        whatIf.disruptions()
                .forEach(each -> line(
                        "happened before: " + each.name(locale) + ", " + each.start(),
                        "過去の事例：" + each.name(locale) + "、" + each.start()));
        return text.toString();
    }

    private String loss(CableLoss loss) {
        line(
                loss.segmentsLost() + " pieces of cable fail. Ways without a common piece between " + sides(loss.from())
                        + " and " + sides(loss.to()) + ": " + loss.waysBefore() + " before, " + loss.waysAfter()
                        + " after.",
                "ケーブル区間" + loss.segmentsLost() + "か所が停止。" + sides(loss.from()) + "と" + sides(loss.to())
                        + "の間で区間を共有しない経路：" + loss.waysBefore() + "→" + loss.waysAfter());
        points(say("countries cut off", "孤立する国"), loss.cutOff());
        return text.toString();
    }
}
