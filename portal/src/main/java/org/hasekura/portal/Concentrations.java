package org.hasekura.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.hasekura.resilience.ConcentrationReport;
import org.hasekura.resilience.Interval;

/** What rests on few, by the facts that ship with this software: as a plot of the most extreme, and as a table. */
final class Concentrations {

    /** So many bars a plot has. */
    static final int PLOTTED_MAX = 8;

    private static final int SHOWN_MAX = 30;

    private Concentrations() {}

    /** The newest figures first where one holder has most. */
    static List<ConcentrationReport.Row> rows() {
        return DependencePage.Shipped.CONCENTRATION.rows().stream()
                .filter(each -> each.distribution().top().isPresent())
                .sorted(Comparator.comparingDouble((ConcentrationReport.Row each) -> -top(each)))
                .toList();
    }

    private static double top(ConcentrationReport.Row row) {
        return row.distribution().top().map(each -> each.fraction().low()).orElse(0.0);
    }

    private static String subject(ConcentrationReport.Row row, Words words) {
        return words.language() == Language.JA && !row.subjectNameJa().isEmpty()
                ? row.subjectNameJa()
                : row.subjectName();
    }

    static Html plot(Words words) {
        List<ConcentrationReport.Row> most = rows().stream()
                .filter(each -> isOfCountries(each) && !each.isFromMemory())
                .filter(each -> top(each) < 1)
                .limit(PLOTTED_MAX)
                .toList();
        return Bars.of(
                words.say("analyst.plot"),
                most.stream()
                        .map(each -> new Bars.Bar(
                                subject(each, words) + " – "
                                        + DependencePage.name(
                                                each.distribution()
                                                        .top()
                                                        .orElseThrow()
                                                        .holder(),
                                                words),
                                each.distribution()
                                        .top()
                                        .orElseThrow()
                                        .fraction()
                                        .low(),
                                each.distribution()
                                        .top()
                                        .orElseThrow()
                                        .fraction()
                                        .high()))
                        .toList());
    }

    static Table table(View view, boolean isWhole) {
        Words words = view.words();
        return new Table(
                "concentration",
                words.say("analyst.concentration"),
                List.of(
                        Table.Column.of("subject", words.say("analyst.node")),
                        Table.Column.of("by", words.say("analyst.by")),
                        Table.Column.of("largest", words.say("analyst.largest")),
                        Table.Column.number("share", words.say("analyst.share")),
                        Table.Column.number("hhi", "HHI"),
                        Table.Column.number("unknown", words.say("analyst.unknown")),
                        Table.Column.number("year", words.say("partnership.year")),
                        Table.Column.of("sources", words.say("partnership.source-id"))),
                rows().stream()
                        .limit(isWhole ? Integer.MAX_VALUE : SHOWN_MAX)
                        .map(each -> row(each, words))
                        .toList(),
                Html.NOTHING);
    }

    private static List<Table.Cell> row(ConcentrationReport.Row each, Words words) {
        var top = each.distribution().top().orElseThrow();
        return List.of(
                new Table.Cell(Html.text(subject(each, words)), each.subject()),
                new Table.Cell(
                        Html.text(isOfCountries(each) ? words.say("analyst.by-country") : words.say("analyst.by-firm")),
                        each.by()),
                new Table.Cell(
                        Html.text(isOfCountries(each) ? DependencePage.name(top.holder(), words) : top.holder()),
                        top.holder()),
                Table.Cell.of(range(top.fraction())),
                Table.Cell.of(hhi(each.concentration().hhi())),
                Table.Cell.of(range(each.distribution().unknown())),
                each.year().isPresent()
                        ? Table.Cell.of(Integer.toString(each.year().getAsInt()))
                        : Table.Cell.unknown(words),
                Table.Cell.of(String.join(", ", each.sources())
                        + (each.isFromMemory() ? " " + words.say("partnership.from-memory") : "")));
    }

    private static boolean isOfCountries(ConcentrationReport.Row row) {
        return row.by().equals("country");
    }

    private static String hhi(Interval of) {
        String low = String.format(Locale.ROOT, "%.2f", of.low());
        String high = String.format(Locale.ROOT, "%.2f", of.high());
        return low.equals(high) ? low : low + "–" + high;
    }

    /** A share in percent, as an interval where it is not known exactly. */
    static String range(Interval of) {
        String low = percent(of.low());
        String high = percent(of.high());
        return low.equals(high) ? low : low + "–" + high;
    }

    private static String percent(double fraction) {
        return Double.toString(Math.round(1_000 * fraction) / 10.0);
    }
}
