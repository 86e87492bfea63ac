package org.hasekura.portal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.partnership.Change;
import org.hasekura.partnership.Meeting;
import org.hasekura.partnership.Phrase;

/**
 * The meetings that the register knows, and the form that convenes another.
 *
 * @param refused what the register said against it, in English
 */
record MeetingsPage(Promises promises, Inputs inputs, Optional<String> refused) implements RegisterForm {

    static final String PATH = "/partnership/meetings";

    static Reply read(Council council) {
        return Reply.page(new MeetingsPage(council.promises(), Inputs.FRESH, Optional.empty()));
    }

    static Reply convene(Asked asked, Council council) {
        Fields form = asked.form();
        Words words = asked.words();
        Map<String, String> wrong =
                new HashMap<>(PartnershipPages.missing(form, words, "title", "place", "reason", "id", "day"));
        String id = form.text("id").orElse("");
        if (form.has("id") && !id.matches("[A-Za-z0-9][A-Za-z0-9-]{0,63}")) {
            wrong.put("id", words.say("partnership.wrong.id"));
        }
        Optional<LocalDate> day = day(form);
        if (day.isEmpty()) {
            wrong.put("day", words.say("partnership.wrong.date"));
        }
        if (!wrong.isEmpty() || day.isEmpty()) {
            return Reply.refused(new MeetingsPage(council.promises(), new Inputs(form, wrong), Optional.empty()));
        }
        String title = form.text("title").orElse("");
        var meeting = new Meeting(
                id,
                new Phrase(title, form.text("titleJa").orElse(title)),
                day.get(),
                form.text("place").orElse(""));
        return switch (council.enter(
                List.of(new Change.Convene(meeting)),
                asked.person().name(),
                form.text("reason").orElse(""))) {
            case Council.Done.Well _ -> Reply.done(PATH + "/" + id, "partnership-entered");
            case Council.Done.Refused(String why) ->
                Reply.refused(new MeetingsPage(council.promises(), new Inputs(form, Map.of()), Optional.of(why)));
        };
    }

    private static Optional<LocalDate> day(Fields form) {
        try {
            return form.text("day").map(LocalDate::parse);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    @Override
    public String title(Words words) {
        return words.say("partnership.meetings");
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        boolean keeps = promises.seat().isPresent() && view.viewer().isOneOf(CommitmentActPage.KEEPING);
        return Html.all(
                trouble(words),
                PartnershipPages.ways(view),
                table(view).html(view),
                Html.when(
                        keeps,
                        () -> Html.of(
                                "<h2>{}</h2>{}",
                                words.say("partnership.convene"),
                                view.form(
                                        PATH,
                                        Html.all(
                                                inputs.text("id", words.say("partnership.field.meeting-id"), ""),
                                                inputs.text("title", words.say("partnership.field.title"), ""),
                                                inputs.text("titleJa", words.say("partnership.field.title-ja"), ""),
                                                inputs.day("day", words.say("partnership.field.day"), ""),
                                                inputs.text("place", words.say("partnership.field.place"), ""),
                                                PartnershipPages.signing(inputs, view))))));
    }

    private Table table(View view) {
        Words words = view.words();
        return new Table(
                "meetings",
                words.say("partnership.meetings"),
                List.of(
                        Table.Column.of("id", "ID"),
                        Table.Column.of("title", words.say("partnership.field.title")),
                        Table.Column.of("day", words.say("partnership.field.day")),
                        Table.Column.of("place", words.say("partnership.field.place")),
                        Table.Column.number("decisions", words.say("partnership.decisions"))),
                promises.register().meetings().stream()
                        .map(each -> List.of(
                                new Table.Cell(
                                        Html.of(
                                                "<a href=\"{}\">{}</a>",
                                                view.href(PATH + "/"
                                                        + each.meeting().id()),
                                                each.meeting().id()),
                                        each.meeting().id()),
                                Table.Cell.of(each.meeting().title().in(Promises.locale(words))),
                                new Table.Cell(
                                        view.day(each.meeting().day()),
                                        each.meeting().day().toString()),
                                Table.Cell.of(each.meeting().place()),
                                Table.Cell.of(Integer.toString(each.decisions().size()))))
                        .toList(),
                Html.of("<p>{}</p>", words.say("partnership.no-meeting")));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "meetings",
                promises.register().meetings().stream()
                        .map(each -> each.meeting().id())
                        .toList());
    }

    @Override
    public List<Table> tables(View view) {
        return List.of(table(view));
    }
}
