package org.hasekura.portal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.identity.Fact;
import org.hasekura.identity.Participant;

/**
 * The page before a fact is recorded of a participant to whom data are on their way: how many transfers are judged again, and
 * which of them the law would then stop.
 *
 * @param changed the participant, as it would be known
 * @param typed the form by which the fact was told
 * @param running every transfer that runs to it, judged as of that day
 */
record FactEffectPage(Participant changed, Fact fact, Fields typed, List<Exchanges.Rejudged> running, LocalDate day)
        implements Page {

    static final String CONFIRMED = "confirmed";

    FactEffectPage {
        running = List.copyOf(running);
    }

    private String party() {
        return changed.on(day).name().orElse(changed.did().text());
    }

    private int stopped() {
        return (int) running.stream().filter(each -> !each.goesOn()).count();
    }

    @Override
    public String title(Words words) {
        return words.say("participants.effect-title");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.count("participants.effect-judged", running.size()));
    }

    @Override
    public List<Crumb> above(Words words) {
        return List.of(
                new Crumb("/participants", words.say("participants.title")),
                new Crumb(ParticipantPage.path(changed.did()), party()));
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return Html.all(
                Html.of(
                        "<dl class=\"facts\"><dt>{}</dt><dd>{}</dd><dt>{}</dt><dd>{}</dd></dl>",
                        FactForm.name(fact.name(), words),
                        FactForm.shown(fact.name(), fact.value(), view),
                        words.say("participants.source"),
                        fact.source()),
                Html.of(
                        "<div class=\"notice{}\"><p>{}</p></div><ul class=\"tasks\">{}</ul>",
                        stopped() > 0 ? " warn" : "",
                        stopped() > 0
                                ? words.count("participants.effect-stops", stopped())
                                : words.say("participants.effect-stops-none"),
                        Html.each(running, each -> transfer(each, view))),
                Html.when(
                        stopped() > 0,
                        () -> Html.of("<p class=\"hint\">{}</p>", words.say("participants.effect-permit"))),
                view.form(
                        ParticipantPage.path(changed.did()),
                        Html.all(
                                Parts.hidden(typed),
                                Html.of(
                                        "<div class=\"acts\"><button name=\"{}\" value=\"yes\"{}>{}</button><a class=\"button quiet\" href=\"{}\">{}</a></div>",
                                        CONFIRMED,
                                        Html.when(stopped() > 0, () -> Html.of(" class=\"danger\"")),
                                        words.say("participants.record"),
                                        view.href(ParticipantPage.path(changed.did())),
                                        words.say("act.back")))));
    }

    private Html transfer(Exchanges.Rejudged each, View view) {
        return Html.of(
                "<li><a href=\"{}\"><strong>{}</strong></a>{}</li>",
                view.href(ExchangePage.path(each.pid())),
                Summary.title(each.titles(), each.datasetId(), view.words()),
                RulingView.chip(each.ruling(), view.words()));
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("did", changed.did());
        data.put("fact", fact.name().text());
        data.put("running", running.stream().map(Exchanges.Rejudged::pid).toList());
        data.put(
                "stopped",
                running.stream()
                        .filter(each -> !each.goesOn())
                        .map(Exchanges.Rejudged::pid)
                        .toList());
        return data;
    }
}
