package org.hasekura.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.Limit;
import org.hasekura.exchange.PeerCatalog;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Did;
import org.hasekura.identity.Fact;
import org.hasekura.identity.Participant;
import org.hasekura.identity.ParticipantFacts;

/**
 * One counterparty: what the register knows of it, from where and since when, what is missing before the law can be asked, and what its
 * address announces.
 *
 * @param announced what was found at its address just now; empty unless somebody asked to look
 * @param limit that meets it now
 * @param problem what is wrong with the form, a message
 */
record ParticipantPage(
        Did did,
        Optional<Participant> participant,
        Optional<Market.Announced> announced,
        Optional<PeerCatalog> catalog,
        Optional<Limit> limit,
        LocalDate day,
        Fields typed,
        Optional<String> problem)
        implements Page {

    static Reply read(Asked asked, Ports ports) throws StoreFailed {
        Market market = ports.market();
        Optional<Did> did = market.did(asked.place("did"));
        if (did.isEmpty()) {
            return new Reply.Nothing();
        }
        Optional<Participant> known = market.participant(did.get());
        boolean looks = known.isEmpty() || asked.query().has("look");
        return Reply.page(new ParticipantPage(
                did.get(),
                known,
                looks ? Optional.of(market.look(did.get())) : Optional.empty(),
                market.catalog(did.get()),
                ports.connections().on(did.get().text()),
                asked.view().today(),
                Fields.NONE,
                Optional.empty()));
    }

    /**
     * Adds a fact; what was known before is kept, and of two values of one fact the one recorded later holds. Where data are on
     * their way to this participant, the page first says what becomes of them.
     */
    static Reply add(Asked asked, Ports ports) throws StoreFailed {
        Market market = ports.market();
        Optional<Did> did = market.did(asked.place("did"));
        if (did.isEmpty()) {
            return new Reply.Nothing();
        }
        Participant known =
                market.participant(did.get()).orElseGet(() -> new Participant(did.get(), List.of(), List.of()));
        Instant now = market.now().truncatedTo(ChronoUnit.MILLIS);
        return switch (FactForm.read(asked.form(), asked.view(), ports.law().get(), now)) {
            case FactForm.Told.Wrong(String problem) -> refused(asked, ports, did.get(), problem);
            case FactForm.Told.Right(Fact fact) -> {
                var facts = new ArrayList<>(known.facts());
                facts.add(fact);
                var changed = new Participant(did.get(), facts, known.safeguards());
                List<Exchanges.Rejudged> running = asked.form().has(FactEffectPage.CONFIRMED)
                        ? List.of()
                        : ports.exchanges().judgedWith(changed, asked.view().today());
                yield running.isEmpty()
                        ? recorded(market, changed)
                        : Reply.page(new FactEffectPage(
                                changed,
                                fact,
                                asked.form(),
                                running,
                                asked.view().today()));
            }
        };
    }

    private static Reply recorded(Market market, Participant changed) throws StoreFailed {
        return Reply.done(
                path(changed.did()), market.register(changed) instanceof Committed.Done ? "fact-added" : "busy");
    }

    private static Reply refused(Asked asked, Ports ports, Did did, String problem) throws StoreFailed {
        return Reply.refused(new ParticipantPage(
                did,
                ports.market().participant(did),
                Optional.empty(),
                ports.market().catalog(did),
                ports.connections().on(did.text()),
                asked.view().today(),
                asked.form(),
                Optional.of(problem)));
    }

    static String path(Did did) {
        return "/participants/" + Links.encode(did.text());
    }

    /** What the law asks of every recipient and the register does not know. */
    static List<Fact.Name> missing(ParticipantFacts facts) {
        record Needed(Fact.Name name, Predicate<ParticipantFacts> isKnown) {}
        return List.of(
                        new Needed(Fact.Name.NAME, known -> known.name().isPresent()),
                        new Needed(Fact.Name.COUNTRY, known -> known.country().isPresent()),
                        new Needed(Fact.Name.ROLE, known -> known.role().isPresent()),
                        new Needed(Fact.Name.KIND, known -> known.kind().isPresent()))
                .stream()
                .filter(needed -> !needed.isKnown().test(facts))
                .map(Needed::name)
                .toList();
    }

    private ParticipantFacts facts() {
        return participant
                .orElseGet(() -> new Participant(did, List.of(), List.of()))
                .on(day);
    }

    @Override
    public String title(Words words) {
        return facts().name().orElse(did.text());
    }

    @Override
    public List<Crumb> above(Words words) {
        return List.of(new Crumb("/participants", words.say("participants.title")));
    }

    @Override
    public boolean hasErrors() {
        return problem.isPresent();
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        List<Fact.Name> missing = missing(facts());
        return Html.all(
                Html.when(
                        problem,
                        key -> Html.of(
                                "<div class=\"notice errors\" tabindex=\"-1\" role=\"alert\"><h2>{}</h2><ul><li><a href=\"#value\">{}</a></li></ul></div>",
                                words.say("send.problem"),
                                words.say(key))),
                Html.of("<p><code>{}</code></p>", did.text()),
                Html.when(limit, each -> limited(each, view)),
                Html.when(announced, each -> announced(each, words)),
                Html.when(
                        !missing.isEmpty(),
                        () -> Html.of(
                                "<div class=\"notice warn\"><p><strong>{}</strong></p><ul>{}</ul></div>",
                                words.say("participants.missing-why"),
                                Html.each(missing, each -> Html.of("<li>{}</li>", FactForm.name(each, words))))),
                tables(view).getFirst().html(view),
                Html.when(participant, _ -> PeerCatalogPanel.html(did, catalog, view)),
                Html.when(facts().country(), country -> preview(country, view)),
                Html.when(view.viewer().isOneOf(PortalRoute.ACTING), () -> FactForm.html(did, typed, problem, view)),
                Html.of(
                        "<p><a href=\"{}?look=1\">{}</a></p>",
                        view.href(path(did)),
                        words.say("participants.look-again")));
    }

    private static Html limited(Limit limit, View view) {
        Words words = view.words();
        return Html.of(
                "<div class=\"notice bad\"><p><strong>{}</strong> {} ({})</p><p><a href=\"{}\">{}</a></p></div>",
                words.word("limits.meets-this", limit.effect()),
                limit.reason(),
                limit.citation(),
                view.href(LimitsPage.PATH),
                words.say("limits.title"));
    }

    private static Html announced(Market.Announced announced, Words words) {
        return switch (announced) {
            case Market.Announced.Found(List<String> services) ->
                Html.of(
                        "<div class=\"notice done\"><p>{}</p></div>",
                        words.say(
                                "participants.announces",
                                "services",
                                services.isEmpty() ? "–" : String.join(words.say("list.comma"), services)));
            case Market.Announced.NotFound(String why) ->
                Html.of(
                        "<div class=\"notice bad\"><p>{}</p><p>{}</p></div>",
                        words.say("participants.not-reached"),
                        Reasons.html(why, words));
        };
    }

    private Html preview(String country, View view) {
        Words words = view.words();
        String own = view.about().country();
        return Html.of(
                "<h2>{}</h2><p>{}</p><p><a class=\"button second\" href=\"{}\">{}</a></p>",
                words.say("participants.law"),
                words.say("participants.law-why"),
                view.href("/send") + "?from=" + own + "&to=" + country + "&what=customer-contacts",
                words.say("participants.ask-law", "from", words.country(own), "to", words.country(country)));
    }

    @Override
    public List<Table> tables(View view) {
        Words words = view.words();
        var rows = new ArrayList<List<Table.Cell>>();
        List<Fact> facts = participant.map(Participant::facts).orElse(List.of()).stream()
                .sorted(Comparator.comparing(Fact::name).thenComparing(Fact::recordedAt))
                .toList();
        for (Fact fact : facts) {
            rows.add(List.of(
                    Table.Cell.of(FactForm.name(fact.name(), words)),
                    new Table.Cell(Html.text(FactForm.shown(fact.name(), fact.value(), view)), fact.value()),
                    Table.Cell.of(fact.source()),
                    new Table.Cell(view.day(fact.from()), fact.from().toString()),
                    fact.to()
                            .map(to -> new Table.Cell(view.day(to), to.toString()))
                            .orElseGet(() -> new Table.Cell(Html.text("–"), "")),
                    new Table.Cell(
                            view.time(fact.recordedAt()), fact.recordedAt().toString())));
        }
        return List.of(new Table(
                "facts",
                words.say("participants.facts"),
                List.of(
                        Table.Column.of("fact", words.say("participants.fact")),
                        Table.Column.of("value", words.say("participants.value")),
                        Table.Column.of("source", words.say("participants.source")),
                        Table.Column.of("from", words.say("participants.since")),
                        Table.Column.of("to", words.say("participants.until")),
                        Table.Column.of("recorded", words.say("participants.recorded"))),
                rows,
                Html.of("<p>{}</p>", words.say("participants.no-facts"))));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "did",
                did,
                "missing",
                missing(facts()).stream().map(Fact.Name::text).toList(),
                "facts",
                participant.map(Participant::facts).orElse(List.of()).stream()
                        .map(fact -> Map.of(
                                "name",
                                fact.name().text(),
                                "value",
                                fact.value(),
                                "source",
                                fact.source(),
                                "from",
                                fact.from()))
                        .toList());
    }
}
