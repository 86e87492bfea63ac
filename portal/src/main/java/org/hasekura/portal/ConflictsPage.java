package org.hasekura.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.partnership.Change;
import org.hasekura.partnership.ChangeText;
import org.hasekura.partnership.Contested;
import org.hasekura.partnership.EventId;
import org.hasekura.partnership.Named;
import org.hasekura.partnership.Slot;

/**
 * Values of one field that were given without sight of each other, side by side: a person has one of them stand, with a
 * reason. None is lost.
 *
 * @param inputs what is wrong, by the id of the conflict in the page
 * @param refused what the register said against it, in English
 */
record ConflictsPage(Promises promises, Inputs inputs, Optional<String> refused) implements RegisterForm {

    static final String PATH = "/partnership/conflicts";

    static Reply read(Council council) {
        return Reply.page(new ConflictsPage(council.promises(), Inputs.FRESH, Optional.empty()));
    }

    static Reply settle(Asked asked, Council council) {
        Promises promises = council.promises();
        Fields form = asked.form();
        var slot = new Slot(form.text("subject").orElse(""), form.text("field").orElse(""));
        Optional<Change> value = promises.register().contested().stream()
                .filter(each -> each.slot().equals(slot))
                .findFirst()
                .flatMap(each ->
                        form.text("event").filter(EventId::isShaped).flatMap(event -> each.value(new EventId(event))));
        Optional<String> reason = form.text("reason");
        if (value.isEmpty() || reason.isEmpty()) {
            return Reply.refused(new ConflictsPage(
                    promises,
                    new Inputs(form, Map.of(id(slot), asked.words().say("partnership.wrong.settle"))),
                    Optional.empty()));
        }
        return switch (council.enter(List.of(value.get()), asked.person().name(), reason.get())) {
            case Council.Done.Well _ -> Reply.done(PATH, "partnership-settled");
            case Council.Done.Refused(String why) ->
                Reply.refused(new ConflictsPage(promises, Inputs.FRESH, Optional.of(why)));
        };
    }

    /** In the page; letters and digits alone. */
    private static String id(Slot slot) {
        return "conflict-" + (slot.subject() + "-" + slot.field()).replaceAll("[^A-Za-z0-9]", "-");
    }

    @Override
    public String title(Words words) {
        return words.say("partnership.conflicts");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say("partnership.conflicts-lead"));
    }

    @Override
    public List<Crumb> between(Words words) {
        return List.of(new Crumb(SecretariatPage.PATH, words.say("partnership.secretariat")));
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        List<Contested> all = promises.register().contested();
        return Html.all(
                trouble(words),
                all.isEmpty()
                        ? Html.of("<div class=\"empty\"><p>{}</p></div>", words.say("partnership.no-conflict"))
                        : Html.each(all, each -> conflict(each, view)));
    }

    private Html conflict(Contested conflict, View view) {
        Words words = view.words();
        Slot slot = conflict.slot();
        return Html.of(
                "<section id=\"{}\"><h2>{} {}</h2>{}{}</section>",
                id(slot),
                PartnershipPages.link(view, slot.subject()),
                PartnershipPages.field(slot, words),
                Html.when(
                        promises.register().all().stream()
                                .filter(each -> each.id().equals(slot.subject()))
                                .findFirst(),
                        each -> Html.of("<p>{}</p>", each.commitment().text().in(Promises.locale(words)))),
                view.form(
                        PATH,
                        Html.of(
                                """
                                <input type="hidden" name="subject" value="{}"><input type="hidden" name="field" value="{}">
                                <fieldset><legend>{}</legend><ul class="cards">{}</ul></fieldset>
                                <div class="field"><label for="why-{}">{}</label><input type="text" id="why-{}" name="reason" maxlength="1000"></div>
                                <div class="acts"><button>{}</button></div>""",
                                slot.subject(),
                                slot.field(),
                                words.say("partnership.which"),
                                Html.each(conflict.values(), each -> value(each, view)),
                                id(slot),
                                words.say("partnership.why"),
                                id(slot),
                                words.say("partnership.settle"))));
    }

    private static Html value(Named each, View view) {
        Words words = view.words();
        String id = each.id().hex();
        return Html.of(
                """
                <li class="card"><div class="choice"><input type="radio" id="v-{}" name="event" value="{}"><label for="v-{}"><strong>{}</strong></label></div>
                <p>{} · {} · {}</p><p class="hint">{}</p></li>""",
                id,
                id,
                id,
                ChangeText.of(each.event().change()).in(Promises.locale(words)),
                each.event().author().name(),
                words.word("partnership.seat", each.event().author().seat()),
                view.time(each.event().at()),
                each.event().reason());
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "items",
                promises.register().contested().stream()
                        .map(each -> Map.of(
                                "subject",
                                each.slot().subject(),
                                "field",
                                each.slot().field(),
                                "values",
                                each.ids().stream().map(EventId::hex).toList()))
                        .toList());
    }
}
