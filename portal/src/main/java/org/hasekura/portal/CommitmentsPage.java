package org.hasekura.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hasekura.partnership.CardinalPoint;
import org.hasekura.partnership.Confidence;
import org.hasekura.partnership.Due;
import org.hasekura.partnership.Entry;
import org.hasekura.partnership.Filter;
import org.hasekura.partnership.Side;
import org.hasekura.partnership.Standing;

/** All commitments, narrowed by words and filters; the state stands in the address. */
record CommitmentsPage(Promises promises, Filter filter, String words) implements RegisterPage {

    private static final Boolean[] YES_NO = {true, false};

    static CommitmentsPage asked(Promises promises, Fields query) {
        String words = query.text("words").orElse("").strip();
        Filter filter = new Filter(
                words.isEmpty() ? List.of() : List.of(words.split("\\s+", -1)),
                given(query, "instrument"),
                given(query, "area"),
                choice(query, "point", CardinalPoint.values(), CardinalPoint::word),
                choice(query, "standing", Standing.values(), Standing::word),
                given(query, "owner"),
                choice(query, "verifiable", YES_NO, String::valueOf),
                choice(query, "dated", YES_NO, String::valueOf),
                choice(query, "confidence", Confidence.values(), Confidence::word));
        return new CommitmentsPage(promises, filter, words);
    }

    private static Optional<String> given(Fields query, String name) {
        return query.text(name).filter(each -> !each.isBlank());
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
    public Html content(View view) {
        return Html.all(PartnershipPages.ways(view), form(view), table(view).html(view));
    }

    private Html form(View view) {
        Words said = view.words();
        Locale locale = Promises.locale(said);
        var in = Inputs.FRESH;
        return Html.of(
                "<form method=\"get\" action=\"{}\" class=\"form filters\" role=\"search\">{}<p><button>{}</button></p></form>",
                view.href(PartnershipPages.COMMITMENTS),
                Html.all(
                        in.text("words", said.say("partnership.words"), words),
                        in.select(
                                "point",
                                said.say("partnership.point"),
                                CommitmentForm.choices(
                                        CardinalPoint.values(),
                                        CardinalPoint::word,
                                        each -> each.phrase().in(locale),
                                        true),
                                filter.point().map(CardinalPoint::word).orElse("")),
                        in.select(
                                "standing",
                                said.say("partnership.standing"),
                                CommitmentForm.choices(
                                        Standing.values(),
                                        Standing::word,
                                        each -> each.phrase().in(locale),
                                        true),
                                filter.standing().map(Standing::word).orElse("")),
                        ProposalPage.instrument(
                                promises, in, filter.instrument().orElse(""), said),
                        in.select(
                                "area",
                                said.say("partnership.area"),
                                areas(said),
                                filter.area().orElse("")),
                        in.select(
                                "owner",
                                said.say("partnership.service"),
                                owners(),
                                filter.owner().orElse("")),
                        yesNo("verifiable", filter.isVerifiable(), said),
                        yesNo("dated", filter.isDated(), said),
                        in.select(
                                "confidence",
                                said.say("partnership.confidence"),
                                CommitmentForm.choices(
                                        Confidence.values(),
                                        Confidence::word,
                                        each -> each.word() + ": "
                                                + each.phrase().in(locale),
                                        true),
                                filter.confidence().map(Confidence::word).orElse(""))),
                said.say("partnership.search"));
    }

    private static Html yesNo(String name, Optional<Boolean> chosen, Words said) {
        return Inputs.FRESH.select(
                name,
                said.say("partnership." + name),
                CommitmentForm.choices(
                        YES_NO,
                        String::valueOf,
                        each -> said.say(each ? "partnership.does" : "partnership.does-not"),
                        true),
                chosen.map(String::valueOf).orElse(""));
    }

    private List<Inputs.Choice> areas(Words words) {
        return all(
                promises.register().all().stream().map(each -> each.commitment().area()),
                each -> PartnershipPages.area(each, words));
    }

    private List<Inputs.Choice> owners() {
        return all(
                promises.register().all().stream()
                        .flatMap(each -> Arrays.stream(Side.values())
                                .flatMap(side -> each.commitment().owners().of(side).stream())),
                Function.identity());
    }

    private static List<Inputs.Choice> all(Stream<String> values, Function<String, String> shown) {
        return CommitmentForm.choices(values.distinct().sorted().toArray(String[]::new), each -> each, shown, true);
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
                                new Table.Cell(
                                        Html.text(PartnershipPages.area(
                                                each.commitment().area(), said)),
                                        each.commitment().area()),
                                PartnershipPages.standing(each, said),
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
