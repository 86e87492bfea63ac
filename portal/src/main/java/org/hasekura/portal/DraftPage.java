package org.hasekura.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.partnership.Draft;

/**
 * A statement on its way: each sentence that may promise something, and what was decided about it. When all are decided,
 * somebody enters what was taken.
 *
 * @param refused what the register said against it, in English
 */
record DraftPage(Draft draft, Inputs inputs, Optional<String> refused) implements RegisterForm {

    static Reply read(Asked asked, Council council) {
        return council.draft(asked.place("id"))
                .<Reply>map(draft -> Reply.page(new DraftPage(draft, Inputs.FRESH, Optional.empty())))
                .orElseGet(Reply.Nothing::new);
    }

    static Reply confirm(Asked asked, Council council) {
        Optional<Draft> draft = council.draft(asked.place("id"));
        if (draft.isEmpty()) {
            return new Reply.Nothing();
        }
        Map<String, String> wrong = new HashMap<>(PartnershipPages.missing(asked.form(), asked.words(), "reason"));
        if (!wrong.isEmpty()) {
            return Reply.refused(new DraftPage(draft.get(), new Inputs(asked.form(), wrong), Optional.empty()));
        }
        return switch (council.confirm(
                draft.get().id(),
                asked.person().name(),
                asked.form().text("reason").orElse(""))) {
            case Council.Done.Well _ -> Reply.done(SecretariatPage.PATH, "partnership-confirmed");
            case Council.Done.Refused(String why) ->
                Reply.refused(new DraftPage(draft.get(), new Inputs(asked.form(), Map.of()), Optional.of(why)));
        };
    }

    @Override
    public String title(Words words) {
        return draft.source().title();
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say(
                "partnership.draft-state",
                "waiting",
                draft.waiting(),
                "all",
                draft.items().size()));
    }

    @Override
    public List<Crumb> between(Words words) {
        return List.of(new Crumb(ImportsPage.PATH, words.say("partnership.imports")));
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return Html.all(
                trouble(words),
                Html.of("<ul class=\"tasks\">{}</ul>", Html.each(draft.items(), each -> item(each, view))),
                draft.waiting() > 0
                        ? Html.of("<p>{}</p>", words.say("partnership.decide-all"))
                        : Html.of(
                                "<h2>{}</h2>{}",
                                words.say("partnership.enter-them"),
                                view.form(
                                        ImportsPage.PATH + "/" + draft.id(), PartnershipPages.signing(inputs, view))));
    }

    private Html item(Draft.Item item, View view) {
        Words words = view.words();
        return Html.of(
                "<li><div><span class=\"hash\">{}</span> {}<p class=\"hint\">{}</p></div>{}<a class=\"button second\" href=\"{}\">{}<span class=\"hidden\"> {}</span></a></li>",
                item.place(),
                item.proposal().sentence().text(),
                said(item, words),
                chip(item, words),
                view.href(ImportsPage.PATH + "/" + draft.id() + "/" + item.place()),
                words.say("partnership.decide"),
                item.place());
    }

    private static Html chip(Draft.Item item, Words words) {
        return switch (item.decision()) {
            case Draft.Decision.Waiting _ ->
                Html.of("<span class=\"chip warn\">{}</span>", words.say("partnership.waits"));
            case Draft.Decision.Left _ ->
                Html.of("<span class=\"chip plain\">{}</span>", words.say("partnership.left"));
            case Draft.Decision.Taken _ ->
                Html.of("<span class=\"chip good\">{}</span>", words.say("partnership.taken"));
        };
    }

    private static String said(Draft.Item item, Words words) {
        return switch (item.decision()) {
            case Draft.Decision.Waiting _ ->
                item.proposal().similar().stream()
                        .findFirst()
                        .map(each -> words.say("partnership.like", "id", each.id()))
                        .orElse("");
            case Draft.Decision.Left(String by, String reason) -> by + ": " + reason;
            case Draft.Decision.Taken(String by, var taken) ->
                by + ": " + taken.id() + " – " + taken.wording().in(Promises.locale(words));
        };
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "id",
                draft.id(),
                "waiting",
                draft.waiting(),
                "proposals",
                draft.items().size());
    }
}
