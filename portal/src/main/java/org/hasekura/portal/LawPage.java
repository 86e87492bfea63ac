package org.hasekura.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hasekura.law.Law;
import org.hasekura.law.LawDataException;
import org.hasekura.law.Matrix;
import org.hasekura.law.Ruling;

/**
 * From where data may go where: the ruling on one plain flow for every pair of countries whose law is held, as maps and as a table.
 *
 * @param senders the countries from which a map is drawn
 * @param members those for which the European Union answers on the day
 */
record LawPage(Matrix matrix, List<String> senders, List<String> members) implements Page {

    private static final String UNION = "DE";
    private static final List<String> KINDS = List.of("personal", "special", "hr", "non-personal");

    LawPage {
        senders = List.copyOf(senders);
        members = List.copyOf(members);
    }

    static Reply read(Asked asked, Law law) {
        String kind = asked.query().text("data").filter(KINDS::contains).orElse("personal");
        LocalDate day = Sending.day(asked.query()).orElse(asked.view().today());
        LawPage all = of(law, kind, day, List.of());
        String here = all.sender(asked.view().about().country()).orElse(UNION);
        String from = asked.query().text("from").flatMap(all::sender).orElse(here);
        return Reply.page(new LawPage(all.matrix, List.of(from), all.members));
    }

    static LawPage of(Law law, String kind, LocalDate day, List<String> senders) {
        Matrix matrix = matrix(law, kind, day);
        return new LawPage(
                matrix,
                senders,
                Stream.of(Locale.getISOCountries())
                        .filter(each -> law.regime(each, day).equals("EU"))
                        .filter(each ->
                                each.equals(UNION) || !matrix.importers().contains(each))
                        .sorted()
                        .toList());
    }

    static Matrix matrix(Law law, String kind, LocalDate day) {
        try {
            return Matrix.of(law, day, List.of(), List.of(), kind);
        } catch (LawDataException e) {
            throw new IllegalStateException("the kinds of data of this page are those of the law room", e);
        }
    }

    /** As whom the country sends: for a member of the Union the Union does. */
    private Optional<String> sender(String country) {
        return members.contains(country)
                ? Optional.of(UNION)
                : Optional.of(country).filter(matrix.exporters()::contains);
    }

    @Override
    public String title(Words words) {
        return words.say("law.title");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say("law.lead"));
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return Html.of(
                """
                <form method="get" action="{}" class="form ask">
                {}
                <div class="field wide"><label for="data">{}</label><select id="data" name="data">{}</select></div>
                <div class="field"><label for="day">{}</label><input type="date" id="day" name="day" value="{}" min="1990-01-01" max="2100-12-31"></div>
                <div class="field"><button>{}</button></div>
                </form>
                <p>{}</p>
                <ul class="kinds">{}</ul>
                {}
                <h2 id="table">{}</h2>
                <p>{}</p>
                <ul class="legend">{}</ul>
                {}
                <p class="hint">{}</p>
                <ul><li><a href="{}">{}</a></li><li><a href="{}">{}</a></li><li><a href="{}">{}</a></li></ul>""",
                view.href("/law"),
                from(words),
                words.say("send.what"),
                Html.each(
                        KINDS,
                        kind -> Html.of(
                                "<option value=\"{}\"{}>{}</option>",
                                kind,
                                kind.equals(matrix.data()) ? Html.of(" selected") : "",
                                words.say("law.kind." + kind))),
                words.say("send.day"),
                matrix.day(),
                words.say("law.show"),
                words.say("law.plain"),
                Html.each(
                        KINDS,
                        kind -> Html.of(
                                "<li>{}</li>",
                                kind.equals(matrix.data())
                                        ? Html.of("<strong>{}</strong>", words.say("law.kind." + kind))
                                        : Html.of(
                                                "<a href=\"{}\">{}</a>",
                                                view.href("/law") + "?data=" + kind + "&day=" + matrix.day()
                                                        + (senders.size() == 1 ? "&from=" + senders.getFirst() : ""),
                                                words.say("law.kind." + kind)))),
                maps(view),
                words.say("law.map.table"),
                words.say("law.map.table-why"),
                Html.each(
                        List.of("permitted", "permitted-with-conditions", "prohibited", "needs-assessment"),
                        outcome -> Html.of("<li>{}</li>", mark(outcome, words))),
                tables(view).getFirst().html(view),
                words.say("law.version", "version", matrix.lawData(), "day", words.day(matrix.day())),
                view.href("/law/adequacy"),
                words.say("adequacy.title"),
                view.href("/law/changes"),
                words.say("changes.title"),
                view.href("/law/provisions"),
                words.say("provisions.title"));
    }

    private Html from(Words words) {
        return Html.when(
                senders.size() == 1,
                () -> Html.of(
                        "<div class=\"field wide\"><label for=\"from\">{}</label><select id=\"from\" name=\"from\">{}</select></div>",
                        words.say("send.from"),
                        Html.each(
                                matrix.exporters(),
                                each -> Html.of(
                                        "<option value=\"{}\"{}>{}</option>",
                                        each,
                                        senders.contains(each) ? Html.of(" selected") : "",
                                        country(each, words)))));
    }

    private Html maps(View view) {
        return Html.all(
                MapShapes.of(matrix, members),
                Html.each(
                        senders, from -> new LawMap(matrix, from, members).html(view, to -> address(from, to, view))));
    }

    @Override
    public List<Table> tables(View view) {
        Words words = view.words();
        var columns = new ArrayList<Table.Column>();
        columns.add(Table.Column.of("to", words.say("law.to-from")));
        matrix.exporters().forEach(from -> columns.add(Table.Column.of(from, country(from, words))));
        var rows = new ArrayList<List<Table.Cell>>();
        for (String to : matrix.importers()) {
            var row = new ArrayList<Table.Cell>();
            row.add(new Table.Cell(Html.text(country(to, words)), to));
            for (String from : matrix.exporters()) {
                row.add(cell(from, to, view));
            }
            rows.add(row);
        }
        return List.of(new Table(
                "matrix", words.say("law.caption", "day", words.day(matrix.day())), columns, rows, Html.NOTHING));
    }

    /** A country of the table; Germany stands for the Union, and an organisation has its own name. */
    static String country(String code, Words words) {
        return switch (code) {
            case "DE" -> words.say("law.union");
            case "EPO" -> words.say("law.epo");
            default -> words.country(code);
        };
    }

    private Table.Cell cell(String from, String to, View view) {
        Ruling ruling = matrix.cell(from, to).orElseThrow().ruling();
        if (from.equals(to)) {
            return new Table.Cell(
                    Html.of("<span class=\"faint\">{}</span>", view.words().say("law.home")), "home");
        }
        return new Table.Cell(
                Html.of("<a href=\"{}\">{}</a>", address(from, to, view), mark(ruling.outcome(), view.words())),
                ruling.outcome());
    }

    /** Where the answer for that pair is told with its grounds; what that page takes by itself is not said, since there are many. */
    private String address(String from, String to, View view) {
        return view.href("/send") + "?from=" + from + "&to=" + to
                + (what() == What.CUSTOMER_CONTACTS ? "" : "&what=" + Sending.slug(what()))
                + (matrix.day().equals(view.today()) ? "" : "&day=" + matrix.day());
    }

    private What what() {
        return switch (matrix.data()) {
            case "special" -> What.HEALTH_RECORDS;
            case "hr" -> What.EMPLOYEE_DATA;
            case "non-personal" -> What.OPEN_STATISTICS;
            default -> What.CUSTOMER_CONTACTS;
        };
    }

    private static Html mark(String outcome, Words words) {
        String look = switch (outcome) {
            case "permitted" -> "good";
            case "prohibited" -> "bad";
            default -> "warn";
        };
        return Html.of("<span class=\"chip {}\">{}</span>", look, words.say("law.cell." + outcome));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "day",
                matrix.day(),
                "data",
                matrix.data(),
                "lawData",
                matrix.lawData(),
                "mapsFrom",
                senders,
                "cells",
                matrix.cells().stream()
                        .map(cell -> Map.of(
                                "from",
                                cell.from(),
                                "to",
                                cell.to(),
                                "outcome",
                                cell.ruling().outcome(),
                                "basis",
                                cell.ruling().basis()))
                        .toList());
    }
}
