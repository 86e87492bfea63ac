package org.hasekura.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.partnership.Draft;
import org.hasekura.partnership.PartialDate;
import org.hasekura.partnership.Source;

/**
 * Joint statements on their way into the register, and the form that brings another: a file, where it was made, and what
 * document it is.
 *
 * @param refused why it was not read, in English
 */
record ImportsPage(Promises promises, List<Draft> drafts, Inputs inputs, Optional<String> refused)
        implements RegisterForm {

    static final String PATH = "/partnership/imports";

    ImportsPage {
        drafts = List.copyOf(drafts);
    }

    static Reply read(Council council) {
        return Reply.page(new ImportsPage(council.promises(), council.drafts(), Inputs.FRESH, Optional.empty()));
    }

    static Reply propose(Asked asked, Council council) {
        Fields form = asked.form();
        Words words = asked.words();
        Map<String, String> wrong = new HashMap<>(
                PartnershipPages.missing(form, words, "instrument", "source", "title", "institution", "made"));
        if (form.upload("statement").isEmpty()) {
            wrong.put("statement", words.say("partnership.wrong.file"));
        }
        Optional<PartialDate> made = form.text("made").flatMap(PartialDate::parse);
        if (made.isEmpty()) {
            wrong.put("made", words.say("partnership.wrong.date"));
        }
        form.text("link")
                .filter(link -> Links.outside(link).isEmpty())
                .ifPresent(_ -> wrong.put("link", words.say("partnership.wrong.link")));
        if (!wrong.isEmpty() || made.isEmpty()) {
            return refused(council, new Inputs(form, wrong), Optional.empty());
        }
        var document = new Source(
                form.text("source").orElse(""),
                form.text("institution").orElse(""),
                form.text("title").orElse(""),
                made.get().text(),
                form.text("link"),
                Source.Reading.WHOLE,
                "");
        return switch (council.propose(
                form.upload("statement").orElseThrow(), form.text("instrument").orElse(""), made.get(), document)) {
            case Council.Done.Well _ -> Reply.done(PATH + "/" + document.id(), "partnership-read");
            case Council.Done.Refused(String why) -> refused(council, new Inputs(form, Map.of()), Optional.of(why));
        };
    }

    private static Reply refused(Council council, Inputs inputs, Optional<String> why) {
        return Reply.refused(new ImportsPage(council.promises(), council.drafts(), inputs, why));
    }

    @Override
    public String title(Words words) {
        return words.say("partnership.imports");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say("partnership.imports-lead"));
    }

    @Override
    public List<Crumb> between(Words words) {
        return List.of(new Crumb(SecretariatPage.PATH, words.say("partnership.secretariat")));
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return Html.all(
                trouble(words),
                PartnershipPages.whose(promises, view),
                Html.when(
                        !drafts.isEmpty(),
                        () -> Html.of(
                                "<h2>{}</h2><ul class=\"tasks\">{}</ul>",
                                words.say("partnership.on-their-way"),
                                Html.each(drafts, each -> draft(each, view)))),
                Html.when(
                        promises.seat().isPresent(),
                        () -> Html.of("<h2>{}</h2>{}", words.say("partnership.new-import"), form(view))));
    }

    private static Html draft(Draft draft, View view) {
        Words words = view.words();
        return Html.of(
                "<li><div><a href=\"{}\">{}</a><p class=\"hint\">{}</p></div></li>",
                view.href(PATH + "/" + draft.id()),
                draft.source().title(),
                words.say(
                        "partnership.draft-state",
                        "waiting",
                        draft.waiting(),
                        "all",
                        draft.items().size()));
    }

    private Html form(View view) {
        Words words = view.words();
        return SecretariatPage.upload(
                PATH,
                Html.all(
                        inputs.file("statement", words.say("partnership.field.statement"), ".pdf,.docx,.txt"),
                        ProposalPage.instrument(promises, inputs, "", words),
                        inputs.text("made", words.say("partnership.field.made"), ""),
                        inputs.text("source", words.say("partnership.field.source-id"), ""),
                        inputs.text("title", words.say("partnership.field.title"), ""),
                        inputs.text("institution", words.say("partnership.field.institution"), ""),
                        inputs.text("link", words.say("partnership.field.link"), ""),
                        Html.of("<div class=\"acts\"><button>{}</button></div>", words.say("partnership.read-it"))),
                view);
    }

    @Override
    public Map<String, Object> data() {
        return Map.of("items", drafts.stream().map(Draft::id).toList());
    }
}
