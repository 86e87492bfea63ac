package org.hasekura.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import org.hasekura.document.Plot;
import org.hasekura.document.Svg;
import org.hasekura.partnership.Compass;
import org.hasekura.partnership.Indicator;
import org.hasekura.partnership.Instrument;
import org.hasekura.partnership.Side;

/** Where the partnership stands by cardinal point, and where nothing is known. */
record CompassPage(Promises promises) implements Page {

    private Compass compass() {
        return Compass.of(promises.register(), promises.indicators());
    }

    private static int sum(Compass compass, ToIntFunction<Compass.Quarter> of) {
        return compass.quarters().stream().mapToInt(of).sum();
    }

    @Override
    public String title(Words words) {
        return words.say("partnership.compass");
    }

    @Override
    public Optional<String> lead(Words words) {
        Compass compass = compass();
        return Optional.of(words.say(
                "partnership.lead",
                "all",
                sum(compass, Compass.Quarter::commitments),
                "verifiable",
                sum(compass, Compass.Quarter::verifiable),
                "kept",
                sum(compass, Compass.Quarter::kept),
                "unknown",
                sum(compass, Compass.Quarter::unknown)));
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        Compass compass = compass();
        return Html.all(
                PartnershipPages.ways(view),
                PartnershipPages.whose(promises, view),
                Html.each(
                        compass.gaps(),
                        (Instrument gap) -> Html.of(
                                "<p class=\"notice warn\">{}</p>",
                                words.say("partnership.gap", "what", gap.title().in(Promises.locale(words))))),
                Html.of("<figure>{}<figcaption>{}</figcaption></figure>", plot(compass, words), source(words)),
                points(view, compass).html(view),
                Html.of("<h2>{}</h2>", words.say("partnership.indicators")),
                sideBySide(compass, words),
                indicators(view, compass).html(view),
                Html.of("<p>{}</p>", words.say("partnership.dash")),
                Html.of("<p>{}</p>", promises.indicators().caution().in(Promises.locale(words))),
                Html.of("<p>{}</p>", promises.caution().in(Promises.locale(words))));
    }

    /** Only what may be looked at side by side; what is not known is drawn as not known. */
    private static Html sideBySide(Compass compass, Words words) {
        Locale locale = Promises.locale(words);
        List<Indicator> percent = compass.quarters().stream()
                .flatMap(each -> each.indicators().stream())
                .filter(each -> each.isPercent() && each.comparability().isSideBySide())
                .toList();
        return Html.of(
                "<figure>{}</figure>",
                Html.of(Svg.of(new Plot(
                        Plot.Kind.BARS,
                        words.say("partnership.side-by-side"),
                        "%",
                        percent.stream().map(each -> each.name().in(locale)).toList(),
                        List.of(side(percent, Side.EU, locale), side(percent, Side.JAPAN, locale)),
                        ""))));
    }

    private static Plot.Series side(List<Indicator> of, Side side, Locale locale) {
        return new Plot.Series(
                side.phrase().in(locale),
                of.stream()
                        .map(each -> each.last(side)
                                .map(Indicator.Observation::value)
                                .orElse(OptionalDouble.empty()))
                        .toList());
    }

    private String source(Words words) {
        return words.say("partnership.source", "version", promises.version());
    }

    private static Html plot(Compass compass, Words words) {
        Locale locale = Promises.locale(words);
        return Html.of(Svg.of(new Plot(
                Plot.Kind.BARS,
                words.say("partnership.plot"),
                words.say("partnership.count"),
                compass.quarters().stream()
                        .map(each -> each.point().phrase().in(locale))
                        .toList(),
                List.of(
                        series(compass, words.say("partnership.kept"), Compass.Quarter::kept),
                        series(compass, words.say("partnership.not-kept"), each -> each.verifiable() - each.kept()),
                        series(
                                compass,
                                words.say("partnership.not-verifiable"),
                                each -> each.commitments() - each.verifiable())),
                "")));
    }

    private static Plot.Series series(Compass compass, String name, ToIntFunction<Compass.Quarter> of) {
        return new Plot.Series(
                name,
                compass.quarters().stream()
                        .map(each -> OptionalDouble.of(of.applyAsInt(each)))
                        .toList());
    }

    private static Table points(View view, Compass compass) {
        Words words = view.words();
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (Compass.Quarter each : compass.quarters()) {
            String name = each.point().phrase().in(Promises.locale(words));
            rows.add(List.of(
                    new Table.Cell(
                            Html.of(
                                    "<a href=\"{}?point={}\">{}</a>",
                                    view.href(PartnershipPages.COMMITMENTS),
                                    each.point().word(),
                                    name),
                            name),
                    number(each.commitments()),
                    number(each.verifiable()),
                    number(each.kept()),
                    number(each.dated()),
                    number(each.disputed()),
                    number(each.unknown())));
        }
        return new Table(
                "points",
                words.say("partnership.by-point"),
                List.of(
                        Table.Column.of("point", words.say("partnership.point")),
                        Table.Column.number("commitments", words.say("partnership.commitments")),
                        Table.Column.number("verifiable", words.say("partnership.verifiable")),
                        Table.Column.number("kept", words.say("partnership.kept")),
                        Table.Column.number("dated", words.say("partnership.dated")),
                        Table.Column.number("disputed", words.say("partnership.disputed")),
                        Table.Column.number("unknown", words.say("partnership.unknown"))),
                rows,
                Html.NOTHING);
    }

    private static Table indicators(View view, Compass compass) {
        Words words = view.words();
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (Compass.Quarter quarter : compass.quarters()) {
            for (Indicator each : quarter.indicators()) {
                rows.add(List.of(
                        Table.Cell.of(each.name().in(Promises.locale(words))),
                        last(each, Side.EU, words),
                        target(each, Side.EU, words),
                        last(each, Side.JAPAN, words),
                        target(each, Side.JAPAN, words),
                        Table.Cell.of(each.comparability().phrase().in(Promises.locale(words))),
                        Table.Cell.of(each.unit().in(Promises.locale(words)))));
            }
        }
        return new Table(
                "indicators",
                words.say("partnership.indicators"),
                List.of(
                        Table.Column.of("indicator", words.say("partnership.indicator")),
                        Table.Column.of("eu", "EU"),
                        Table.Column.of("targetEu", words.say("partnership.target")),
                        Table.Column.of("japan", Side.JAPAN.phrase().in(Promises.locale(words))),
                        Table.Column.of("targetJapan", words.say("partnership.target")),
                        Table.Column.of("comparability", words.say("partnership.comparability")),
                        Table.Column.of("unit", words.say("partnership.unit"))),
                rows,
                Html.NOTHING);
    }

    private static Table.Cell last(Indicator indicator, Side side, Words words) {
        String trend = indicator
                .trend(side)
                .map(each -> ", " + each.phrase().in(Promises.locale(words)))
                .orElse("");
        return indicator
                .last(side)
                .map(each -> Table.Cell.of(figure(each.value().orElseThrow()) + " ("
                        + each.period().phrase().in(Promises.locale(words)) + trend + ") " + each.source()))
                .orElseGet(() -> Table.Cell.unknown(words));
    }

    private static Table.Cell target(Indicator indicator, Side side, Words words) {
        return indicator
                .target(side)
                .map(each -> Table.Cell.of(figure(each.value().orElseThrow())
                        + each.period()
                                .map(period -> " (" + period.phrase().in(Promises.locale(words)) + ")")
                                .orElse("")))
                .orElseGet(() -> Table.Cell.unknown(words));
    }

    private static String figure(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,.0f", value) : Double.toString(value);
    }

    private static Table.Cell number(int value) {
        return Table.Cell.of(Integer.toString(value));
    }

    @Override
    public Map<String, Object> data() {
        Compass compass = compass();
        return Map.of(
                "version",
                promises.version(),
                "gaps",
                compass.gaps().stream().map(Instrument::id).toList(),
                "commitments",
                sum(compass, Compass.Quarter::commitments));
    }

    @Override
    public List<Table> tables(View view) {
        return List.of(points(view, compass()), indicators(view, compass()));
    }
}
