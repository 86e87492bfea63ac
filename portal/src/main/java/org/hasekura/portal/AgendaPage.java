package org.hasekura.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hasekura.partnership.Agenda;
import org.hasekura.partnership.Evaluation;
import org.hasekura.partnership.Instrument;
import org.hasekura.partnership.PartialDate;
import org.hasekura.partnership.Register;
import org.hasekura.partnership.Rules;

/** What the next meeting is to look at, made from the register. */
record AgendaPage(Promises promises, LocalDate day) implements RegisterPage {

    /** Of the day in the address, else of today. */
    static AgendaPage asked(Promises promises, Asked asked) {
        return new AgendaPage(
                promises,
                asked.query()
                        .text("on")
                        .flatMap(PartialDate::parse)
                        .map(PartialDate::last)
                        .orElse(asked.view().today()));
    }

    private Agenda agenda() {
        return Agenda.of(promises.register(), Evaluation.of(promises.register(), day, Rules.STANDARD));
    }

    @Override
    public String title(Words words) {
        return words.say("partnership.agenda");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say("partnership.agenda-lead", "day", words.day(day)));
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return Html.all(
                PartnershipPages.ways(view),
                table(agenda(), view).html(view),
                Html.each(
                        agenda().gaps(),
                        (Instrument gap) -> Html.of(
                                "<p class=\"notice warn\">{}</p>",
                                words.say("partnership.gap", "what", gap.title().in(Promises.locale(words))))),
                Html.when(
                        !promises.register().isKeptBySides(),
                        () -> Html.of("<p class=\"notice warn\">{}</p>", Register.NOT_KEPT.in(Promises.locale(words)))),
                Html.of("<p>{}</p>", words.say("partnership.rules")));
    }

    static Table table(Agenda agenda, View view) {
        Words words = view.words();
        Locale locale = Promises.locale(words);
        return new Table(
                "agenda",
                words.say("partnership.agenda"),
                List.of(
                        Table.Column.of("id", "ID"),
                        Table.Column.of("text", words.say("partnership.text")),
                        Table.Column.of("findings", words.say("partnership.findings"))),
                agenda.items().stream()
                        .map(each -> List.of(
                                PartnershipPages.linked(view, each.entry().id()),
                                Table.Cell.of(each.entry().commitment().text().in(locale)),
                                Table.Cell.of(each.findings().stream()
                                        .map(finding -> finding.words().in(locale))
                                        .collect(Collectors.joining("; ")))))
                        .toList(),
                Html.text(words.say("partnership.nothing-waits")));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "day",
                day,
                "items",
                agenda().items().stream().map(each -> each.entry().id()).toList());
    }

    @Override
    public List<Table> tables(View view) {
        return List.of(table(agenda(), view));
    }
}
