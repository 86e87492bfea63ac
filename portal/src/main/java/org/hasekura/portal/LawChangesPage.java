package org.hasekura.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.law.Law;
import org.hasekura.law.LawDifference;

/** What changed in law between two days, and which plain flows that moved. */
record LawChangesPage(LawDifference difference) implements Page {

    static Reply read(Asked asked, Law law) {
        LocalDate after = day(asked, "to").orElse(asked.view().today());
        LocalDate before = day(asked, "from").orElse(after.minusYears(3));
        return Reply.page(of(law, before, after));
    }

    /** The earlier day first, whichever was named first. */
    static LawChangesPage of(Law law, LocalDate one, LocalDate other) {
        return one.isAfter(other)
                ? new LawChangesPage(LawDifference.between(law, other, one))
                : new LawChangesPage(LawDifference.between(law, one, other));
    }

    private static Optional<LocalDate> day(Asked asked, String name) {
        return asked.query().text(name).flatMap(text -> Sending.day(new Fields(Map.of("day", List.of(text)))));
    }

    @Override
    public String title(Words words) {
        return words.say("changes.title");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(
                words.say("changes.lead", "from", words.day(difference.before()), "to", words.day(difference.after())));
    }

    @Override
    public List<Crumb> above(Words words) {
        return List.of(new Crumb("/law", words.say("law.title")));
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return Html.of(
                """
                <form method="get" action="{}" class="form ask">
                <div class="field"><label for="from">{}</label><input type="date" id="from" name="from" value="{}" min="1990-01-01" max="2100-12-31"></div>
                <div class="field"><label for="to">{}</label><input type="date" id="to" name="to" value="{}" min="1990-01-01" max="2100-12-31"></div>
                <div class="field"><button>{}</button></div>
                </form>
                {}
                {}""",
                view.href("/law/changes"),
                words.say("changes.from"),
                difference.before(),
                words.say("changes.to"),
                difference.after(),
                words.say("law.show"),
                tables(view).getFirst().html(view),
                tables(view).getLast().html(view));
    }

    @Override
    public List<Table> tables(View view) {
        return List.of(moved(view), changes(view));
    }

    private Table moved(View view) {
        Words words = view.words();
        var rows = new ArrayList<List<Table.Cell>>();
        for (LawDifference.Moved each : difference.moved()) {
            if (!each.isOutcome()) {
                continue;
            }
            String from = each.after().from();
            String to = each.after().to();
            rows.add(List.of(
                    new Table.Cell(
                            Html.of(
                                    "<a href=\"{}\">{} → {}</a>",
                                    view.href("/send") + "?from=" + from + "&to=" + to + "&what=customer-contacts&day="
                                            + difference.after(),
                                    words.country(from),
                                    words.country(to)),
                            from + "-" + to),
                    new Table.Cell(
                            RulingView.chip(each.before().ruling(), words),
                            each.before().ruling().outcome()),
                    new Table.Cell(
                            RulingView.chip(each.after().ruling(), words),
                            each.after().ruling().outcome()),
                    new Table.Cell(
                            Html.each(
                                    each.cause(),
                                    token -> Html.of("<a href=\"{}\">{}</a>", view.href(LawTexts.page(token)), token)),
                            String.join(" ", each.cause()))));
        }
        return new Table(
                "moved",
                words.say("changes.moved"),
                List.of(
                        Table.Column.of("flow", words.say("changes.flow")),
                        Table.Column.of("before", words.day(difference.before())),
                        Table.Column.of("after", words.day(difference.after())),
                        Table.Column.of("cause", words.say("changes.cause"))),
                rows,
                Html.of("<p>{}</p>", words.say("changes.moved-none")));
    }

    private Table changes(View view) {
        Words words = view.words();
        var rows = new ArrayList<List<Table.Cell>>();
        for (LawDifference.Change change : difference.changes().reversed()) {
            String text = LawTexts.either(view.language(), change.textEn(), change.textJa());
            boolean isCountry = change.kind() == LawDifference.Kind.JOINED
                    || change.kind() == LawDifference.Kind.LEFT
                    || change.kind() == LawDifference.Kind.EVENT;
            rows.add(List.of(
                    new Table.Cell(view.day(change.day()), change.day().toString()),
                    Table.Cell.of(words.word("changes.kind", change.kind())),
                    new Table.Cell(
                            isCountry
                                    ? Html.text(words.country(change.id()))
                                    : Html.of(
                                            "<a href=\"{}\">{}</a>",
                                            view.href(LawTexts.page(change.id())),
                                            change.id()),
                            change.id()),
                    new Table.Cell(Html.of("{} {}", text, RulingView.sure(change.confidence(), words)), text)));
        }
        return new Table(
                "changes",
                words.say("changes.caption"),
                List.of(
                        Table.Column.of("day", words.say("changes.day")),
                        Table.Column.of("kind", words.say("changes.what")),
                        Table.Column.of("id", words.say("changes.of")),
                        Table.Column.of("text", words.say("law.says"))),
                rows,
                Html.of("<p>{}</p>", words.say("changes.none")));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "from",
                difference.before(),
                "to",
                difference.after(),
                "lawData",
                difference.lawData(),
                "changes",
                difference.changes().stream()
                        .map(change -> Map.of("day", change.day(), "kind", change.kind(), "id", change.id()))
                        .toList());
    }
}
