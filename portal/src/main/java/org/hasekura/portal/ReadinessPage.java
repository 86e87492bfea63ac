package org.hasekura.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.law.Gap;
import org.hasekura.law.GapCell;
import org.hasekura.law.GapReport;
import org.hasekura.law.GapText;
import org.hasekura.law.Law;

/**
 * What a partner country still needs before data may go there: the known gaps, what has to be established, and the ways that are open
 * now. It is no score and no word on whether a country is adequate.
 *
 * @param country whose criteria are shown; empty: all countries in a row
 */
record ReadinessPage(Law law, Gap gap, LocalDate day, Optional<GapReport> country) implements Page {

    static final String PATH = "/cooperation";

    static Reply read(Asked asked, Law law) {
        return Reply.page(new ReadinessPage(law, Gap.load(law), asked.view().today(), Optional.empty()));
    }

    static Reply country(Asked asked, Law law) {
        Gap gap = Gap.load(law);
        LocalDate day = asked.view().today();
        return gap.country(asked.place("country"))
                .<Reply>map(iso -> Reply.page(new ReadinessPage(law, gap, day, Optional.of(gap.report(iso, day)))))
                .orElseGet(Reply.Nothing::new);
    }

    private GapText text(Words words) {
        return new GapText(gap, words.language().locale());
    }

    private static String name(GapReport report, Words words) {
        return words.language() == Language.JA ? report.nameJa() : report.nameEn();
    }

    @Override
    public String title(Words words) {
        return country.map(each -> name(each, words)).orElseGet(() -> words.say("agency.title"));
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say(country.isPresent() ? "agency.country-lead" : "agency.lead"));
    }

    @Override
    public List<Crumb> above(Words words) {
        return country.isPresent() ? List.of(new Crumb(PATH, words.say("agency.title"))) : List.of();
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return Html.all(
                country.map(each -> Html.of(
                                "<ul>{}</ul>",
                                Html.each(text(words).summary(each, law), line -> Html.of("<li>{}</li>", line))))
                        .orElseGet(() -> Html.of("<p>{}</p>", text(words).note())),
                Html.each(tables(view), each -> each.html(view)),
                Html.when(country.isEmpty(), () -> promised(view)));
    }

    /** What the partnership has promised for third countries. */
    private static Html promised(View view) {
        Words words = view.words();
        return Html.of(
                "<h2>{}</h2><p><a href=\"{}?instrument=CONN\">{}</a></p>",
                words.say("agency.promised"),
                view.href(PartnershipPages.COMMITMENTS),
                words.say("agency.promised-where"));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "day",
                day,
                "country",
                country.map(GapReport::country),
                "blocking",
                country.map(each -> each.blocking().stream().map(GapCell::id).toList()));
    }

    @Override
    public List<Table> tables(View view) {
        GapText text = text(view.words());
        return country.map(each -> List.of(
                        table("remedies", text.remediesTitle(), text.remedies(each)),
                        table("routes", text.routesTitle(), text.routes(each)),
                        table("criteria", text.criteriaTitle(), text.criteria(each))))
                .orElseGet(() -> List.of(all(text, view)));
    }

    private Table all(GapText text, View view) {
        List<GapReport> reports = gap.all(day);
        Table plain = table("countries", text.allTitle(day), text.all(reports));
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (int at = 0; at < plain.rows().size(); at++) {
            var row = new ArrayList<>(plain.rows().get(at));
            GapReport report = reports.get(at);
            row.set(
                    0,
                    new Table.Cell(
                            Html.of("<a href=\"{}/{}\">{}</a>", view.href(PATH), report.country(), report.country()),
                            report.country()));
            rows.add(row);
        }
        var columns = new ArrayList<>(plain.columns());
        columns.set(0, Table.Column.of("country", "ISO"));
        return new Table(plain.name(), plain.caption(), columns, rows, Html.NOTHING);
    }

    /** The first row has the heads. */
    private static Table table(String name, String caption, List<List<String>> rows) {
        List<String> heads = rows.getFirst();
        var columns = new ArrayList<Table.Column>();
        for (int at = 0; at < heads.size(); at++) {
            columns.add(Table.Column.of(name + (at + 1), heads.get(at)));
        }
        return new Table(
                name,
                caption,
                columns,
                rows.stream()
                        .skip(1)
                        .map(row -> row.stream().map(Table.Cell::of).toList())
                        .toList(),
                Html.of("<p>–</p>"));
    }
}
