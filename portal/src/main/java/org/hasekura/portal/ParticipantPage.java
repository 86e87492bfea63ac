package org.hasekura.portal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
import org.hasekura.law.Law;

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

    private static final int TEXT_MAX = 300;

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

    /** Has its catalog read now, so that what it offers is found. */
    static Reply readCatalog(Asked asked, Market market) throws StoreFailed {
        Optional<Did> did = market.did(asked.place("did"));
        if (did.isEmpty() || market.participant(did.get()).isEmpty()) {
            return new Reply.Nothing();
        }
        boolean isRead = market.readCatalog(did.get())
                .filter(each -> each.read().isPresent() && each.failures() == 0)
                .isPresent();
        return Reply.done(
                "/participants/" + Links.encode(did.get().text()), isRead ? "catalog-read" : "catalog-not-read");
    }

    /** Adds a fact; what was known before is kept, and of two values of one fact the one recorded later holds. */
    static Reply add(Asked asked, Ports ports) throws StoreFailed {
        Market market = ports.market();
        Optional<Did> did = market.did(asked.place("did"));
        if (did.isEmpty()) {
            return new Reply.Nothing();
        }
        Optional<Participant> known = market.participant(did.get());
        Fields form = asked.form();
        Optional<Fact.Name> name = form.text("name")
                .flatMap(text -> List.of(Fact.Name.values()).stream()
                        .filter(each -> each.text().equals(text))
                        .findFirst());
        String value = form.text("value")
                .map(typed -> name.map(
                                of -> meant(of, typed, asked.view(), ports.law().get()))
                        .orElse(typed))
                .orElse("");
        String source = form.text("source").orElse("");
        Optional<LocalDate> from =
                form.text("from").flatMap(text -> Sending.day(new Fields(Map.of("day", List.of(text)))));
        Optional<String> problem =
                problem(name, value, source, from, ports.law().get());
        if (problem.isPresent()) {
            return Reply.refused(new ParticipantPage(
                    did.get(),
                    known,
                    Optional.empty(),
                    market.catalog(did.get()),
                    ports.connections().on(did.get().text()),
                    asked.view().today(),
                    form,
                    problem));
        }
        var facts = new ArrayList<>(known.map(Participant::facts).orElse(List.of()));
        facts.add(new Fact(
                name.orElseThrow(),
                name.get() == Fact.Name.COUNTRY ? value.toUpperCase(Locale.ROOT) : value,
                source,
                from.orElseThrow(),
                Optional.empty(),
                market.now().truncatedTo(ChronoUnit.MILLIS)));
        Committed done = market.register(new Participant(
                did.get(), facts, known.map(Participant::safeguards).orElse(List.of())));
        String page = "/participants/" + Links.encode(did.get().text());
        return done instanceof Committed.Done ? Reply.done(page, "fact-added") : Reply.done(page, "busy");
    }

    /** The code of what was typed, where that is a code or the name of one in the reader's language; else what was typed. */
    private static String meant(Fact.Name name, String typed, View view, Law law) {
        return codes(name, law).stream()
                .filter(code ->
                        code.equalsIgnoreCase(typed) || shown(name, code, view).equalsIgnoreCase(typed))
                .findFirst()
                .orElse(typed);
    }

    private static Collection<String> codes(Fact.Name name, Law law) {
        return switch (name) {
            case COUNTRY -> List.of(Locale.getISOCountries());
            case ROLE, KIND, RELATION -> name.codes();
            case CERTIFIED_UNDER -> law.codes("certifiedUnder");
            case SUBJECT_TO -> law.codes("subjectTo");
            case NAME, SECTOR, CREDENTIAL, SUPPLIER -> List.of();
        };
    }

    private static Optional<String> problem(
            Optional<Fact.Name> name, String value, String source, Optional<LocalDate> from, Law law) {
        if (name.isEmpty() || value.isEmpty() || source.isEmpty() || from.isEmpty()) {
            return Optional.of("participants.incomplete");
        }
        if (value.length() > TEXT_MAX || source.length() > TEXT_MAX) {
            return Optional.of("participants.too-long");
        }
        boolean isCode = switch (name.get()) {
            case COUNTRY -> law.isCountry(value.toUpperCase(Locale.ROOT));
            case ROLE, KIND, RELATION -> name.get().codes().contains(value);
            case CERTIFIED_UNDER -> law.codes("certifiedUnder").contains(value);
            case SUBJECT_TO -> law.codes("subjectTo").contains(value);
            case NAME, SECTOR, CREDENTIAL, SUPPLIER -> true;
        };
        return isCode ? Optional.empty() : Optional.of("participants.no-code");
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
                                Html.each(missing, each -> Html.of("<li>{}</li>", name(each, words))))),
                tables(view).getFirst().html(view),
                Html.when(participant, _ -> catalog(view)),
                Html.when(facts().country(), country -> preview(country, view)),
                Html.when(view.viewer().isOneOf(PortalRoute.ACTING), () -> form(view)),
                Html.of(
                        "<p><a href=\"{}?look=1\">{}</a></p>",
                        view.href("/participants/" + Links.encode(did.text())),
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

    private Html catalog(View view) {
        Words words = view.words();
        return Html.of(
                "<h2 id=\"catalog\">{}</h2>{}{}",
                words.say("participants.catalog"),
                catalog.map(each -> listed(each, view))
                        .orElseGet(() -> Html.of("<p>{}</p>", words.say("participants.catalog-not-read"))),
                Html.when(
                        view.viewer().isOneOf(PortalRoute.ACTING),
                        () -> view.form(
                                "/participants/" + Links.encode(did.text()) + "/catalog",
                                Html.of(
                                        "<button class=\"second\">{}</button>",
                                        words.say(
                                                catalog.isPresent()
                                                        ? "participants.catalog-again"
                                                        : "participants.catalog-begin")))));
    }

    private Html listed(PeerCatalog read, View view) {
        Words words = view.words();
        return Html.all(
                Html.of(
                        "<p>{} <a href=\"{}?party={}\">{}</a></p>",
                        read.read()
                                .map(at -> words.html("participants.catalog-read", "at", view.time(at)))
                                .orElseGet(() -> Html.text(words.say("participants.catalog-never"))),
                        view.href("/find"),
                        Links.encode(did.text()),
                        words.count("participants.catalog-datasets", read.datasets())),
                Html.when(
                        read.problem(),
                        why -> Html.of(
                                "<div class=\"notice warn\"><p>{}</p><p>{}</p></div>",
                                words.say("participants.catalog-problem"),
                                Reasons.html(why, words))));
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

    private Html form(View view) {
        Words words = view.words();
        return Html.of(
                "<h2>{}</h2><p>{}</p>{}",
                words.say("participants.add-fact"),
                words.say("participants.add-why"),
                view.form(
                        "/participants/" + Links.encode(did.text()),
                        Html.of(
                                """
                                <div class="field"><label for="name">{}</label><select id="name" name="name">{}</select></div>
                                <div class="field{}"><label for="value">{}</label><p class="hint" id="value-hint">{}</p><input id="value" name="value" value="{}" maxlength="300" list="values" aria-describedby="value-hint"><datalist id="values">{}</datalist></div>
                                <div class="field"><label for="source">{}</label><p class="hint" id="source-hint">{}</p><input id="source" name="source" value="{}" maxlength="300" aria-describedby="source-hint"></div>
                                <div class="field"><label for="from">{}</label><input type="date" id="from" name="from" value="{}"></div>
                                <button>{}</button>""",
                                words.say("participants.fact"),
                                Html.each(
                                        List.of(Fact.Name.values()),
                                        each -> Html.of(
                                                "<option value=\"{}\"{}>{}</option>",
                                                each.text(),
                                                typed.text("name")
                                                                .filter(each.text()::equals)
                                                                .isPresent()
                                                        ? Html.of(" selected")
                                                        : "",
                                                name(each, words))),
                                problem.isPresent() ? " wrong" : "",
                                words.say("participants.value"),
                                words.say("participants.value-hint"),
                                typed.text("value").orElse(""),
                                suggestions(view),
                                words.say("participants.source"),
                                words.say("participants.source-hint"),
                                typed.text("source").orElse(""),
                                words.say("participants.since"),
                                typed.text("from").orElse(day.toString()),
                                words.say("participants.record"))));
    }

    private static String name(Fact.Name name, Words words) {
        return words.word("fact-name", name);
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
                    Table.Cell.of(name(fact.name(), words)),
                    new Table.Cell(Html.text(shown(fact.name(), fact.value(), view)), fact.value()),
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

    private static String shown(Fact.Name name, String value, View view) {
        return switch (name) {
            case COUNTRY -> view.words().country(value);
            case ROLE, KIND, RELATION, CERTIFIED_UNDER, SUBJECT_TO -> LawTexts.code(view.language(), value);
            case NAME, SECTOR, CREDENTIAL, SUPPLIER -> value;
        };
    }

    /** Names that can be typed for facts whose values are codes. */
    private static Html suggestions(View view) {
        return Html.each(
                List.of(Fact.Name.ROLE, Fact.Name.KIND, Fact.Name.RELATION),
                (Fact.Name name) -> Html.each(
                        name.codes(), code -> Html.of("<option value=\"{}\"></option>", shown(name, code, view))));
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
