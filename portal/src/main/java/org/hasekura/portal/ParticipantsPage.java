package org.hasekura.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Did;
import org.hasekura.identity.Participant;
import org.hasekura.identity.ParticipantFacts;

/**
 * The register of participants: whom this node knows, with what is still missing of each.
 *
 * @param typed what was typed into the form; {@code problem} says what is wrong with it
 */
record ParticipantsPage(List<Participant> participants, LocalDate day, String typed, Optional<String> problem)
        implements Page {

    ParticipantsPage {
        participants = List.copyOf(participants);
    }

    static Reply read(Asked asked, Market market) throws StoreFailed {
        return Reply.page(
                new ParticipantsPage(market.participants(), asked.view().today(), "", Optional.empty()));
    }

    /** Leads to the page of the address that was typed, where one sees what is known of it and what is missing. */
    static Reply add(Asked asked, Market market) throws StoreFailed {
        String typed = asked.form().text("did").orElse("");
        Optional<Did> did = market.did(typed);
        return did.isPresent()
                ? Reply.to(ParticipantPage.path(did.get()))
                : Reply.refused(new ParticipantsPage(
                        market.participants(), asked.view().today(), typed, Optional.of("participants.no-did")));
    }

    /** What parties are called today, by their DIDs. */
    static Map<String, String> names(Market market, LocalDate day) throws StoreFailed {
        var names = new HashMap<String, String>();
        for (Participant each : market.participants()) {
            each.on(day).name().ifPresent(name -> names.put(each.did().text(), name));
        }
        return names;
    }

    @Override
    public String title(Words words) {
        return words.say("participants.title");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say("participants.lead"));
    }

    @Override
    public boolean hasErrors() {
        return problem.isPresent();
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return Html.all(
                Html.when(
                        problem,
                        key -> Html.of(
                                "<div class=\"notice errors\" tabindex=\"-1\" role=\"alert\"><h2>{}</h2><ul><li><a href=\"#did\">{}</a></li></ul></div>",
                                words.say("send.problem"),
                                words.say(key))),
                tables(view).getFirst().html(view),
                Html.when(
                        view.viewer().isOneOf(PortalRoute.ACTING),
                        () -> Html.of(
                                "<h2>{}</h2>{}",
                                words.say("participants.add"),
                                view.form(
                                        "/participants",
                                        Html.of(
                                                """
                                                <div class="field{}"><label for="did">{}</label><p class="hint" id="did-hint">{}</p>{}
                                                <input id="did" name="did" value="{}" aria-describedby="did-hint" autocomplete="off" spellcheck="false"></div>
                                                <button class="second">{}</button>""",
                                                problem.isPresent() ? " wrong" : "",
                                                words.say("participants.did"),
                                                words.say("participants.did-hint"),
                                                Html.when(
                                                        problem,
                                                        key -> Html.of(
                                                                "<p class=\"wrong-words\">{}</p>", words.say(key))),
                                                typed,
                                                words.say("participants.look"))))));
    }

    @Override
    public List<Table> tables(View view) {
        Words words = view.words();
        var rows = new ArrayList<List<Table.Cell>>();
        for (Participant each : participants) {
            ParticipantFacts facts = each.on(day);
            int missing = ParticipantPage.missing(facts).size();
            rows.add(List.of(
                    new Table.Cell(
                            Html.of(
                                    "<a href=\"{}\">{}</a>",
                                    view.href("/participants/"
                                            + Links.encode(each.did().text())),
                                    facts.name().orElse(each.did().text())),
                            facts.name().orElse("")),
                    facts.country()
                            .map(iso -> new Table.Cell(Html.text(words.country(iso)), iso))
                            .orElseGet(() -> Table.Cell.unknown(words)),
                    facts.kind()
                            .map(kind -> new Table.Cell(Html.text(LawTexts.code(view.language(), kind)), kind))
                            .orElseGet(() -> Table.Cell.unknown(words)),
                    new Table.Cell(
                            Html.of("<code>{}</code>", each.did().text()),
                            each.did().text()),
                    new Table.Cell(
                            missing == 0
                                    ? Html.of("<span class=\"chip good\">{}</span>", words.say("participants.complete"))
                                    : Html.of(
                                            "<span class=\"chip warn\">{}</span>",
                                            words.count("participants.missing", missing)),
                            Integer.toString(missing))));
        }
        return List.of(new Table(
                "participants",
                words.say("participants.caption"),
                List.of(
                        Table.Column.of("name", words.say("fact-name.name")),
                        Table.Column.of("country", words.say("fact-name.country")),
                        Table.Column.of("kind", words.say("fact-name.kind")),
                        Table.Column.of("did", words.say("participants.did")),
                        Table.Column.of("missing", words.say("adequacy.state"))),
                rows,
                Html.of("<p>{}</p>", words.say("participants.none"))));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "participants",
                participants.stream().map(each -> each.did().text()).toList());
    }
}
