package org.hasekura.portal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hasekura.document.Plot;
import org.hasekura.document.Svg;
import org.hasekura.partnership.PartialDate;
import org.hasekura.partnership.Timeline;

/**
 * What was signed, is due, is expected, was shown and met, in order of days; the period and the kind stand in the address.
 *
 * @param what empty: all of them
 */
record TimelinePage(Promises promises, LocalDate from, LocalDate to, Optional<Timeline.What> what)
        implements RegisterPage {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    /** Of what is no date or kind nothing is narrowed. */
    static TimelinePage asked(Promises promises, Fields query) {
        return new TimelinePage(
                promises,
                query.text("from")
                        .flatMap(PartialDate::parse)
                        .map(PartialDate::first)
                        .orElse(FIRST),
                query.text("to")
                        .flatMap(PartialDate::parse)
                        .map(PartialDate::last)
                        .orElse(LAST),
                query.text("what")
                        .flatMap(word -> Arrays.stream(Timeline.What.values())
                                .filter(each -> each.word().equals(word))
                                .findFirst()));
    }

    private List<Timeline.Point> points() {
        return Timeline.of(promises.register()).between(from, to).points().stream()
                .filter(each -> what.map(each.what()::equals).orElse(true))
                .toList();
    }

    @Override
    public String title(Words words) {
        return words.say("partnership.timeline");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say("partnership.timeline-lead"));
    }

    @Override
    public Html content(View view) {
        return Html.all(
                PartnershipPages.ways(view),
                form(view),
                Html.when(!points().isEmpty(), () -> Html.of("<figure>{}</figure>", plot(view.words()))),
                table(view).html(view));
    }

    private Html form(View view) {
        Words words = view.words();
        var in = Inputs.FRESH;
        return Html.of(
                "<form method=\"get\" action=\"{}\" class=\"form filters\" role=\"search\">{}{}{}<p><button>{}</button></p></form>",
                view.href(PartnershipPages.TIMELINE),
                in.text("from", words.say("partnership.from"), from.equals(FIRST) ? "" : from.toString()),
                in.text("to", words.say("partnership.to"), to.equals(LAST) ? "" : to.toString()),
                in.select(
                        "what",
                        words.say("partnership.what"),
                        CommitmentForm.choices(
                                Timeline.What.values(),
                                Timeline.What::word,
                                each -> each.phrase().in(Promises.locale(words)),
                                true),
                        what.map(Timeline.What::word).orElse("")),
                words.say("partnership.search"));
    }

    /** How many points fall in each year. */
    private Html plot(Words words) {
        SortedMap<Integer, Integer> years = new TreeMap<>();
        points().forEach(each -> years.merge(each.date().first().getYear(), 1, Integer::sum));
        for (int year = years.firstKey(); year < years.lastKey(); year++) {
            years.putIfAbsent(year, 0);
        }
        return Html.of(Svg.of(new Plot(
                Plot.Kind.BARS,
                words.say("partnership.timeline-plot"),
                words.say("partnership.count"),
                years.keySet().stream().map(String::valueOf).toList(),
                List.of(new Plot.Series(
                        words.say("partnership.timeline"),
                        years.values().stream()
                                .map(each -> OptionalDouble.of(each))
                                .toList())),
                "")));
    }

    private Table table(View view) {
        Words words = view.words();
        Locale locale = Promises.locale(words);
        return new Table(
                "timeline",
                words.say("partnership.timeline"),
                List.of(
                        Table.Column.of("date", words.say("partnership.when")),
                        Table.Column.of("what", words.say("partnership.what")),
                        Table.Column.of("id", "ID"),
                        Table.Column.of("text", words.say("partnership.text"))),
                points().stream()
                        .map(each -> List.of(
                                Table.Cell.of(each.date().text()),
                                Table.Cell.of(each.what().phrase().in(locale)),
                                promises.register().entry(each.subject()).isPresent()
                                        ? PartnershipPages.linked(view, each.subject())
                                        : Table.Cell.of(each.subject()),
                                Table.Cell.of(each.text().in(locale))))
                        .toList(),
                Html.of("<p>{}</p>", words.say("partnership.none")));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of("from", from, "to", to, "points", points().size());
    }

    @Override
    public List<Table> tables(View view) {
        return List.of(table(view));
    }
}
