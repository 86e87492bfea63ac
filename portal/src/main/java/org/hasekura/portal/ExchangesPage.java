package org.hasekura.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.StoreFailed;

/**
 * All exchanges, by whose turn it is: what waits for us comes first.
 *
 * @param sought text that title, party or id must have; empty for all
 * @param all how many there are without that
 */
record ExchangesPage(List<Summary> exchanges, String sought, int all) implements Page {

    ExchangesPage {
        exchanges = List.copyOf(exchanges);
    }

    static Reply read(Asked asked, Ports ports) throws StoreFailed {
        String sought = asked.query().text("q").orElse("");
        List<Summary> all = ports.exchanges().newest();
        List<Summary> found = all.stream()
                .filter(each -> has(each, sought.toLowerCase(Locale.ROOT), asked.words()))
                .toList();
        return Reply.page(new ExchangesPage(found, sought, all.size()));
    }

    static boolean has(Summary each, String sought, Words words) {
        return sought.isEmpty()
                || String.join(
                                "\n",
                                each.title(words),
                                each.peer().name(),
                                each.peer().did(),
                                each.negotiation().pid(),
                                each.negotiation().datasetId())
                        .toLowerCase(Locale.ROOT)
                        .contains(sought);
    }

    @Override
    public String title(Words words) {
        return words.say("exchanges.title");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say("exchanges.lead"));
    }

    @Override
    public Html content(View view) {
        return Html.all(search(view), state(view), Html.each(groups(view), (Table table) -> section(table, view)));
    }

    private Html search(View view) {
        Words words = view.words();
        return Html.of(
                """
                <form method="get" action="{}" class="search" role="search">
                <label for="q">{}</label>
                <div class="line"><input type="search" id="q" name="q" value="{}"><button class="second">{}</button></div>
                </form>""", view.href("/exchanges"), words.say("exchanges.search"), sought, words.say("exchanges.find"));
    }

    /** What is to be said when nothing is listed. */
    private Html state(View view) {
        Words words = view.words();
        if (all == 0) {
            return Html.of("<div class=\"empty\"><p>{}</p></div>", words.say("exchanges.never"));
        }
        return Html.when(
                exchanges.isEmpty(),
                () -> Html.of(
                        "<div class=\"empty\"><p>{}</p><p><a href=\"{}\">{}</a></p></div>",
                        words.say("exchanges.none-found", "sought", sought, "all", all),
                        view.href("/exchanges"),
                        words.say("exchanges.show-all")));
    }

    private Html section(Table table, View view) {
        return Html.when(
                !table.rows().isEmpty() || (table.name().equals("ours") && sought.isEmpty() && all > 0),
                () -> Html.of(
                        "<section><h2 id=\"{}\">{}</h2>{}</section>", table.name(), table.caption(), table.html(view)));
    }

    @Override
    public List<Table> tables(View view) {
        return groups(view);
    }

    private List<Table> groups(View view) {
        Words words = view.words();
        return Arrays.stream(Standing.Turn.values())
                .map(turn -> new Table(
                        turn.name().toLowerCase(Locale.ROOT),
                        words.word("standing.turn", turn),
                        columns(words),
                        exchanges.stream()
                                .filter(each -> each.standing().turn() == turn)
                                .map(each -> row(each, view))
                                .toList(),
                        Html.of("<p>{}</p>", words.say("exchanges.all-done"))))
                .toList();
    }

    static List<Table.Column> columns(Words words) {
        return List.of(
                Table.Column.of("what", words.say("exchanges.what")),
                Table.Column.of("with", words.say("exchanges.with")),
                Table.Column.of("state", words.say("exchanges.state")),
                Table.Column.of("next", words.say("exchanges.next")),
                Table.Column.of("changed", words.say("exchanges.changed")),
                Table.Column.of("exchange", words.say("exchanges.id")));
    }

    static List<Table.Cell> row(Summary each, View view) {
        Words words = view.words();
        Standing standing = each.standing();
        var cells = new ArrayList<Table.Cell>();
        cells.add(new Table.Cell(
                Html.of(
                        "<a href=\"{}\">{}</a>",
                        view.href(
                                "/exchanges/" + Links.encode(each.negotiation().pid())),
                        each.title(words)),
                each.title(words)));
        cells.add(new Table.Cell(
                Html.of(
                        "{} {}",
                        words.word("exchanges.role", each.negotiation().role()),
                        each.peer().html(words)),
                each.peer().did()));
        cells.add(new Table.Cell(standing.chip(words), standing.state().name()));
        cells.add(new Table.Cell(
                Html.text(words.word("standing.next", standing.next())),
                standing.next().name()));
        cells.add(new Table.Cell(view.time(each.changed()), each.changed().toString()));
        cells.add(new Table.Cell(
                Html.of("<code>{}</code>", shortId(each.negotiation().pid())),
                each.negotiation().pid()));
        return cells;
    }

    /** The end of a name: its beginning is the time, which names of one hour share. */
    static String shortId(String pid) {
        return pid.length() <= 12 ? pid : "…" + pid.substring(pid.length() - 8);
    }

    @Override
    public Map<String, Object> data() {
        return Map.of("items", exchanges.stream().map(ExchangesPage::data).toList());
    }

    static Map<String, Object> data(Summary each) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("exchange", each.negotiation().pid());
        data.put("role", each.negotiation().role());
        data.put("peer", each.peer().did());
        data.put("dataset", each.negotiation().datasetId());
        data.put("titles", each.titles());
        data.put("state", each.standing().state());
        data.put("turn", each.standing().turn());
        data.put("next", each.standing().next());
        data.put("changed", each.changed());
        return data;
    }
}
