package org.hasekura.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hasekura.partnership.CardinalPoint;
import org.hasekura.partnership.Due;
import org.hasekura.partnership.Entry;
import org.hasekura.partnership.Filter;
import org.hasekura.partnership.Phrase;
import org.hasekura.partnership.Standing;

/** All commitments, narrowed by words and filters; the state stands in the address. */
record CommitmentsPage(Promises promises, Filter filter, String words) implements Page {

    static CommitmentsPage asked(Promises promises, Fields query) {
        String words = query.text("words").orElse("").strip();
        Filter filter = new Filter(
                words.isEmpty() ? List.of() : List.of(words.split("\\s+", -1)),
                query.text("instrument").filter(each -> !each.isBlank()),
                Optional.empty(),
                choice(query, "point", CardinalPoint.values(), CardinalPoint::word),
                choice(query, "standing", Standing.values(), Standing::word),
                query.text("owner").filter(each -> !each.isBlank()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new CommitmentsPage(promises, filter, words);
    }

    /** What is none of them narrows nothing. */
    private static <T> Optional<T> choice(Fields query, String name, T[] values, Function<T, String> word) {
        return query.text(name)
                .flatMap(text -> Arrays.stream(values)
                        .filter(value -> word.apply(value).equals(text))
                        .findFirst());
    }

    private List<Entry> found() {
        return filter.in(promises.register());
    }

    @Override
    public String title(Words words) {
        return words.say("partnership.commitments");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say(
                "partnership.found",
                "found",
                found().size(),
                "all",
                promises.register().entries().size()));
    }

    @Override
    public List<Crumb> above(Words words) {
        return List.of(new Crumb(PartnershipPages.COMPASS, words.say("partnership.compass")));
    }

    @Override
    public Html content(View view) {
        return Html.all(form(view), table(view).html(view));
    }

    private Html form(View view) {
        Words said = view.words();
        Locale locale = Promises.locale(said);
        return Html.of(
                """
                <form method="get" action="{}" class="form" role="search">
                <p><label for="words">{}</label> <input id="words" name="words" type="search" value="{}"></p>
                <p><label for="point">{}</label> <select id="point" name="point"><option value="">–</option>{}</select></p>
                <p><label for="standing">{}</label> <select id="standing" name="standing"><option value="">–</option>{}</select></p>
                <p><button>{}</button></p>
                </form>""",
                view.href(PartnershipPages.COMMITMENTS),
                said.say("partnership.words"),
                words,
                said.say("partnership.point"),
                options(CardinalPoint.values(), CardinalPoint::word, CardinalPoint::phrase, filter.point(), locale),
                said.say("partnership.standing"),
                options(Standing.values(), Standing::word, Standing::phrase, filter.standing(), locale),
                said.say("partnership.search"));
    }

    private static <T> Html options(
            T[] values, Function<T, String> word, Function<T, Phrase> phrase, Optional<T> chosen, Locale locale) {
        return Html.each(
                List.of(values),
                value -> Html.of(
                        "<option value=\"{}\"{}>{}</option>",
                        word.apply(value),
                        Html.when(chosen.filter(value::equals).isPresent(), () -> Html.of(" selected")),
                        phrase.apply(value).in(locale)));
    }

    private Table table(View view) {
        Words said = view.words();
        Locale locale = Promises.locale(said);
        return new Table(
                "commitments",
                said.say("partnership.commitments"),
                List.of(
                        Table.Column.of("id", "ID"),
                        Table.Column.of("text", said.say("partnership.text")),
                        Table.Column.of("area", said.say("partnership.area")),
                        Table.Column.of("standing", said.say("partnership.standing")),
                        Table.Column.of("due", said.say("partnership.due")),
                        Table.Column.of("confidence", said.say("partnership.confidence"))),
                found().stream()
                        .map(each -> List.of(
                                PartnershipPages.linked(view, each.id()),
                                Table.Cell.of(each.commitment().text().in(locale)),
                                Table.Cell.of(each.commitment().area()),
                                each.standing()
                                        .map(standing ->
                                                Table.Cell.of(standing.phrase().in(locale)))
                                        .orElseGet(() -> Table.Cell.unknown(said)),
                                each.commitment()
                                        .due()
                                        .map(due -> Table.Cell.of(
                                                due instanceof Due.EveryYear
                                                        ? said.say("partnership.yearly")
                                                        : due.text()))
                                        .orElseGet(() -> Table.Cell.unknown(said)),
                                Table.Cell.of(each.commitment().confidence().word())))
                        .toList(),
                Html.text(said.say("partnership.none")));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of("found", found().stream().map(Entry::id).toList());
    }

    @Override
    public List<Table> tables(View view) {
        return List.of(table(view));
    }
}
