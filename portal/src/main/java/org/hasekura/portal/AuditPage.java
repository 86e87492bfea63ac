package org.hasekura.portal;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.hasekura.evidence.BundleScope;
import org.hasekura.evidence.EntrySample;
import org.hasekura.evidence.Timeline;
import org.hasekura.exchange.StoreFailed;

/**
 * The evidence of a period for somebody who checks without trusting: what happened by day and kind, whether anything is
 * missing, a sample that can be drawn again, files that check themselves.
 *
 * @param timeline empty before somebody asked for one: each reading is an entry of the log
 * @param refused why nothing is shown, in English
 */
record AuditPage(
        LocalDate from,
        LocalDate until,
        Optional<Timeline> timeline,
        Optional<Audits.Sample> sample,
        Optional<String> refused)
        implements Page {

    static final String PATH = "/audit";
    static final Set<Role> CHECKING = Set.of(Role.REGULATOR);

    private static final int SIZE = 20;
    private static final int DAYS_BACK = 90;

    static Reply read(Asked asked, Audits audits) throws StoreFailed {
        Fields query = asked.query();
        LocalDate today = LocalDate.ofInstant(asked.view().now(), ZoneOffset.UTC);
        LocalDate from = day(query, "from").orElse(today.minusDays(DAYS_BACK));
        LocalDate until = day(query, "until").orElse(today);
        if (!query.has("from") && !query.has("seed") && !query.has("size")) {
            return Reply.page(new AuditPage(from, until, Optional.empty(), Optional.empty(), Optional.empty()));
        }
        try {
            BundleScope.Period period = period(from, until);
            if (query.has("size") && population(query).isEmpty()) {
                return Reply.to(drawn(from, until, audits.draw(period, seed(query)), size(query)));
            }
            Optional<Audits.Sample> sample = query.has("size") ? sample(query, period, audits) : Optional.empty();
            return Reply.page(
                    new AuditPage(from, until, Optional.of(audits.timeline(period)), sample, Optional.empty()));
        } catch (StoreFailed failed) {
            throw failed;
        } catch (IOException | IllegalArgumentException e) {
            return Reply.refused(new AuditPage(
                    from, until, Optional.empty(), Optional.empty(), Optional.of(String.valueOf(e.getMessage()))));
        }
    }

    /** Each look is an entry of the log, today's too: only an address that says from how many was drawn shows the same again. */
    private static String drawn(LocalDate from, LocalDate until, Audits.Draw draw, int size) {
        return PATH + "?from=" + from + "&until=" + until + "&seed=" + Links.encode(draw.seed()) + "&size=" + size
                + "&of=" + draw.population();
    }

    private static Optional<Audits.Sample> sample(Fields query, BundleScope.Period period, Audits audits)
            throws IOException {
        var draw = new Audits.Draw(seed(query).orElse(""), population(query).orElse(0L));
        return Optional.of(audits.sample(period, draw, size(query)));
    }

    private static Optional<Long> population(Fields query) {
        return seed(query).isEmpty()
                ? Optional.empty()
                : query.text("of")
                        .filter(each -> each.matches("0|[1-9][0-9]{0,17}"))
                        .map(Long::parseLong);
    }

    private static Optional<String> seed(Fields query) {
        return query.text("seed").filter(each -> each.matches("[^\\p{Cntrl}]{1,64}"));
    }

    private static int size(Fields query) {
        String text = query.text("size").orElse("");
        return text.matches("[1-9][0-9]{0,3}") ? Math.min(Integer.parseInt(text), EntrySample.SIZE_MAX) : SIZE;
    }

    private static Optional<LocalDate> day(Fields query, String name) {
        try {
            return query.text(name).map(LocalDate::parse);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** @throws IllegalArgumentException if the first day is after the last */
    private static BundleScope.Period period(LocalDate from, LocalDate until) {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("`" + from + "` is after `" + until + "`");
        }
        Instant end = until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new BundleScope.Period(from.atStartOfDay(ZoneOffset.UTC).toInstant(), end);
    }

    static Reply bundle(Asked asked, Audits audits) {
        Optional<LocalDate> from = day(asked.query(), "from");
        Optional<LocalDate> until = day(asked.query(), "until");
        if (from.isEmpty() || until.isEmpty() || until.get().isBefore(from.get())) {
            return new Reply.Nothing();
        }
        BundleScope.Period period = period(from.get(), until.get());
        return new Reply.Given(
                "evidence-" + from.get() + "-" + until.get() + ".zip",
                "application/zip",
                sink -> audits.bundle(period, sink));
    }

    static Reply receipt(Asked asked, Audits audits) {
        String index = asked.place("index");
        return index.matches("0|[1-9][0-9]{0,17}")
                ? new Reply.Given(
                        "receipt-" + index + ".json",
                        "application/json",
                        sink -> sink.write(audits.receipt(Long.parseLong(index))))
                : new Reply.Nothing();
    }

    static Reply review(Asked asked, Audits audits) {
        try {
            YearMonth first = YearMonth.parse(asked.query().text("first").orElse(""));
            YearMonth last = YearMonth.parse(asked.query().text("last").orElse(""));
            return last.isBefore(first)
                    ? new Reply.Nothing()
                    : new Reply.Given(
                            "review-" + first + "-" + last + ".json",
                            "application/json",
                            sink -> sink.write(audits.review(first, last)));
        } catch (DateTimeException _) {
            return new Reply.Nothing();
        }
    }

    @Override
    public String title(Words words) {
        return words.say("regulator.title");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say("regulator.lead"));
    }

    @Override
    public boolean hasErrors() {
        return refused.isPresent();
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return Html.all(
                PartnershipPages.refused(refused, words),
                form(view),
                Html.when(timeline, each -> shown(each, view)),
                Html.when(sample, each -> sampled(each, view)),
                files(view),
                Html.of(
                        "<h2>{}</h2><p>{}</p><p><a class=\"button second\" href=\"{}\">{}</a></p>",
                        words.say("questions.title"),
                        words.say("questions.what"),
                        view.href(QuestionsPage.PATH),
                        words.say("questions.ask")),
                Html.of("<h2>{}</h2><p>{}</p>", words.say("regulator.unseen"), words.say("regulator.unseen-why")));
    }

    private Html form(View view) {
        Words words = view.words();
        return Html.of(
                "<form method=\"get\" action=\"{}\" class=\"form filters\">{}{}<p><button>{}</button></p></form>",
                view.href(PATH),
                Inputs.FRESH.day("from", words.say("regulator.from"), from.toString()),
                Inputs.FRESH.day("until", words.say("regulator.until"), until.toString()),
                words.say("regulator.show"));
    }

    private Html shown(Timeline of, View view) {
        Words words = view.words();
        return Html.all(
                of.faults().isEmpty()
                        ? Html.of(
                                "<p class=\"notice done\">{}</p>",
                                words.say("regulator.no-gap", "entries", of.entries()))
                        : Html.of(
                                "<div class=\"notice bad\"><p>{}</p><ul lang=\"en\">{}</ul></div>",
                                words.count("regulator.gaps", of.faults().size()),
                                Html.each(
                                        of.faults(),
                                        each -> Html.of("<li>{}: {}</li>", Long.toString(each.index()), each.words()))),
                Html.when(
                        of.silence(),
                        each -> Html.of(
                                "<p>{}</p>",
                                words.html(
                                        "regulator.silence",
                                        "from",
                                        view.time(each.from()),
                                        "until",
                                        view.time(each.until())))),
                timelineTable(of, view).html(view),
                drawing(view));
    }

    private Html drawing(View view) {
        Words words = view.words();
        return Html.of(
                "<h2>{}</h2><p>{}</p><form method=\"get\" action=\"{}\" class=\"form filters\"><input type=\"hidden\" name=\"from\" value=\"{}\"><input type=\"hidden\" name=\"until\" value=\"{}\">{}{}<p><button class=\"second\">{}</button></p></form>",
                words.say("regulator.sample"),
                words.say("regulator.sample-why"),
                view.href(PATH),
                from,
                until,
                Inputs.FRESH.text(
                        "seed",
                        words.say("regulator.seed"),
                        sample.map(Audits.Sample::seed).orElse("")),
                Inputs.FRESH.text("size", words.say("regulator.size"), Integer.toString(SIZE)),
                words.say("regulator.draw"));
    }

    private Html sampled(Audits.Sample of, View view) {
        return Html.all(
                Html.of(
                        "<p>{}</p>",
                        view.words()
                                .html(
                                        "regulator.drawn",
                                        "seed",
                                        Html.of("<code>{}</code>", of.seed()),
                                        "size",
                                        of.entries().size(),
                                        "population",
                                        of.population())),
                sampleTable(of, view).html(view));
    }

    private Html files(View view) {
        Words words = view.words();
        YearMonth last = YearMonth.from(until);
        return Html.of(
                "<h2>{}</h2><p>{}</p><p class=\"acts\"><a class=\"button second\" href=\"{}/bundle.zip?from={}&amp;until={}\" download>{}</a> <a class=\"button second\" href=\"{}/review-pack?first={}&amp;last={}\" download>{}</a></p><p class=\"hint\"><code>./hasekura verify</code> · <code>./hasekura review merge</code></p>",
                words.say("regulator.files"),
                words.say("regulator.files-why"),
                view.href(PATH),
                from,
                until,
                words.say("regulator.bundle"),
                view.href(PATH),
                YearMonth.from(from),
                last,
                words.say("regulator.review"));
    }

    private Table timelineTable(Timeline of, View view) {
        Words words = view.words();
        var kinds = new TreeSet<String>();
        of.days().values().forEach(each -> kinds.addAll(each.keySet()));
        var columns = new ArrayList<Table.Column>();
        columns.add(Table.Column.of("kind", words.say("regulator.kind")));
        of.days().keySet().forEach(day -> columns.add(Table.Column.number(day.toString(), words.day(day))));
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (String kind : kinds) {
            var row = new ArrayList<Table.Cell>();
            row.add(new Table.Cell(kind(kind, words), kind));
            for (SortedMap<String, Long> day : of.days().values()) {
                row.add(Table.Cell.of(Long.toString(day.getOrDefault(kind, 0L))));
            }
            rows.add(row);
        }
        return new Table(
                "timeline",
                words.say("regulator.timeline"),
                columns,
                rows,
                Html.of("<p>{}</p>", words.say("regulator.nothing")));
    }

    /** In words, with its name in the log; what a later version has written has that alone. */
    private static Html kind(String kind, Words words) {
        String key = "entry-kind." + kind.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return words.knows(key)
                ? Html.of("{} <code class=\"faint\">{}</code>", words.say(key), kind)
                : Html.of("<code>{}</code>", kind);
    }

    private Table sampleTable(Audits.Sample of, View view) {
        Words words = view.words();
        return new Table(
                "sample",
                words.say("regulator.sample"),
                List.of(
                        Table.Column.of("index", words.say("regulator.index")),
                        Table.Column.of("at", words.say("regulator.at")),
                        Table.Column.of("what", words.say("regulator.what")),
                        Table.Column.of("receipt", words.say("regulator.receipt"))),
                of.entries().stream()
                        .map(each -> List.of(
                                Table.Cell.of(Long.toString(each.index())),
                                new Table.Cell(
                                        view.time(each.entry().at()),
                                        each.entry().at().toString()),
                                Table.Cell.of(EvidencePanel.said(each.entry(), words)),
                                new Table.Cell(
                                        Html.of(
                                                "<a href=\"{}/receipts/{}\" download>{}<span class=\"hidden\"> {}</span></a>",
                                                view.href(PATH),
                                                Long.toString(each.index()),
                                                words.say("regulator.receipt"),
                                                Long.toString(each.index())),
                                        "")))
                        .toList(),
                Html.of("<p>{}</p>", words.say("regulator.nothing")));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "from",
                from,
                "until",
                until,
                "entries",
                timeline.map(Timeline::entries),
                "gaps",
                timeline.map(each -> each.faults().size()),
                "seed",
                sample.map(Audits.Sample::seed));
    }

    @Override
    public List<Table> tables(View view) {
        var tables = new ArrayList<Table>();
        timeline.ifPresent(each -> tables.add(timelineTable(each, view)));
        sample.ifPresent(each -> tables.add(sampleTable(each, view)));
        return tables;
    }
}
