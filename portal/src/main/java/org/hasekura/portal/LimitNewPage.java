package org.hasekura.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hasekura.exchange.Limit;
import org.hasekura.exchange.Limits;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Participant;
import org.hasekura.identity.ParticipantFacts;

/**
 * Orders a limit on connections: the form, and then whom it meets and what of theirs will stop, before it is ordered.
 *
 * @param effects what it would stop; absent while the form is filled in
 * @param isBusy whether it could not be given just now
 */
record LimitNewPage(Inputs inputs, List<Participant> register, Optional<LimitEffects> effects, boolean isBusy)
        implements Page {

    static final String PATH = LimitsPage.PATH + "/new";

    LimitNewPage {
        register = List.copyOf(register);
    }

    static Reply read(Ports ports) throws StoreFailed {
        return Reply.page(new LimitNewPage(Inputs.FRESH, ports.market().participants(), Optional.empty(), false));
    }

    static Reply take(Asked asked, Ports ports) throws StoreFailed {
        Fields form = asked.form();
        LimitForm read = LimitForm.read(form, asked.person(), asked.view().now(), asked.words());
        List<Participant> register = ports.market().participants();
        if (read.order().isEmpty()) {
            return Reply.refused(new LimitNewPage(new Inputs(form, read.wrong()), register, Optional.empty(), false));
        }
        Limits.Order order = read.order().get();
        var inputs = new Inputs(form, Map.of());
        if (form.has("change")) {
            return Reply.page(new LimitNewPage(inputs, register, Optional.empty(), false));
        }
        if (!form.has("confirmed")) {
            return Reply.page(check(inputs, register, order, asked, ports, false));
        }
        return switch (ports.connections().give(order)) {
            case Limits.Given.Done _ -> Reply.done(LimitsPage.PATH, "limit-given");
            case Limits.Given.Busy _, Limits.Given.NotFound _ ->
                Reply.refused(check(inputs, register, order, asked, ports, true));
        };
    }

    private static LimitNewPage check(
            Inputs inputs, List<Participant> register, Limits.Order order, Asked asked, Ports ports, boolean isBusy)
            throws StoreFailed {
        return new LimitNewPage(inputs, register, Optional.of(LimitEffects.of(order, ports, asked.view())), isBusy);
    }

    @Override
    public String title(Words words) {
        return words.say(effects.isPresent() ? "limits.check" : "limits.new");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say(effects.isPresent() ? "limits.check-lead" : "limits.new-lead"));
    }

    @Override
    public List<Crumb> above(Words words) {
        return List.of(new Crumb(LimitsPage.PATH, words.say("limits.title")));
    }

    @Override
    public boolean hasErrors() {
        return !inputs.wrong().isEmpty() || isBusy;
    }

    @Override
    public Html content(View view) {
        return Html.all(
                Parts.errors(inputs.wrong(), view.words()),
                Html.when(
                        isBusy,
                        () -> Html.of(
                                "<div class=\"notice warn\" role=\"alert\"><p>{}</p></div>",
                                view.words().say("notice.busy"))),
                effects.map(each -> check(each, view)).orElseGet(() -> form(view)));
    }

    private Html form(View view) {
        Words words = view.words();
        return view.form(
                PATH,
                Html.all(
                        Html.of(
                                "<fieldset><legend>{}</legend><p class=\"hint\">{}</p>{}</fieldset>",
                                words.say("limits.whom"),
                                words.say("limits.one-of"),
                                whom(view)),
                        inputs.select(
                                "effect",
                                words.say("limits.effect"),
                                Stream.of(Limit.Effect.values())
                                        .map(each -> new Inputs.Choice(
                                                each.name().toLowerCase(Locale.ROOT),
                                                words.word("limits.effect-does", each)))
                                        .toList(),
                                "suspend"),
                        inputs.day("from", words.say("limits.field.from"), ""),
                        inputs.day("until", words.say("limits.field.until"), ""),
                        inputs.text("reason", words.say("limits.field.reason"), ""),
                        inputs.text("citation", words.say("limits.field.citation"), ""),
                        Html.of("<div class=\"acts\"><button>{}</button></div>", words.say("limits.to-check"))));
    }

    private Html whom(View view) {
        Words words = view.words();
        var countries = new ArrayList<>(List.of(new Inputs.Choice("", words.say("limits.no-choice"))));
        SendForm.countries(view.language()).forEach(iso -> countries.add(new Inputs.Choice(iso, words.country(iso))));
        var parties = new ArrayList<>(List.of(new Inputs.Choice("", words.say("limits.no-choice"))));
        register.forEach(each -> parties.add(new Inputs.Choice(
                each.did().text(),
                each.on(view.today()).name().orElse(each.did().text()))));
        List<String> suppliers = register.stream()
                .map(each -> each.on(view.today()))
                .map(ParticipantFacts::suppliers)
                .flatMap(Set::stream)
                .distinct()
                .sorted()
                .toList();
        return Html.all(
                inputs.select("country", words.say("limits.field.country"), countries, ""),
                inputs.select("party", words.say("limits.field.party"), parties, ""),
                inputs.suggested("supplier", words.say("limits.field.supplier"), suppliers));
    }

    private Html check(LimitEffects effects, View view) {
        Words words = view.words();
        return Html.all(
                facts(effects.order(), view),
                Html.of("<h2>{}</h2>", words.say("limits.affected")),
                effects.html(view),
                view.form(
                        PATH,
                        Html.of(
                                """
                                {}
                                <div class="acts"><button class="danger" name="confirmed" value="yes">{}</button>
                                <button class="second" name="change" value="yes">{}</button>
                                <a class="button quiet" href="{}">{}</a></div>""",
                                Parts.hidden(inputs.typed()),
                                words.say("limits.give"),
                                words.say("limits.change"),
                                view.href(LimitsPage.PATH),
                                words.say("limits.leave"))));
    }

    private Html facts(Limits.Order order, View view) {
        Words words = view.words();
        return Html.of(
                "<dl class=\"facts\">{}</dl>",
                Html.all(
                        fact(
                                "limits.whom",
                                Html.text(LimitsPage.whom(order.target(), LimitsPage.names(register, view), words)),
                                words),
                        fact("limits.effect", Html.text(words.word("limits.effect-does", order.effect())), words),
                        fact(
                                "limits.from",
                                order.from().map(view::time).orElseGet(() -> Html.text(words.say("limits.at-once"))),
                                words),
                        fact(
                                "limits.until",
                                order.until().map(view::time).orElseGet(() -> Html.text(words.say("limits.no-end"))),
                                words),
                        fact("limits.reason", Html.text(order.reason()), words),
                        fact("limits.citation", Html.text(order.citation()), words)));
    }

    private static Html fact(String key, Html said, Words words) {
        return Html.of("<dt>{}</dt><dd>{}</dd>", words.say(key), said);
    }

    @Override
    public Map<String, Object> data() {
        return effects.map(LimitEffects::data).orElseGet(Map::of);
    }
}
