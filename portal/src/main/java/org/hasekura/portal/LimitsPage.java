package org.hasekura.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hasekura.exchange.Limit;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Participant;

/**
 * With whom this node must not be connected: which limits hold or are to come, why, on what they rest, and which are over.
 *
 * @param names of participants by their DIDs
 */
record LimitsPage(List<Limit> limits, Map<String, String> names, Instant now) implements Page {

    static final String PATH = "/limits";

    /** Who may order that connections end. */
    static final Set<Role> ORDERING = Set.of(Role.OPERATOR, Role.AUTHORITY);

    LimitsPage {
        limits = List.copyOf(limits);
        names = Map.copyOf(names);
    }

    static Reply read(Asked asked, Ports ports) throws StoreFailed {
        return Reply.page(new LimitsPage(
                ports.connections().all(),
                names(ports.market().participants(), asked.view()),
                asked.view().now()));
    }

    /** What the register calls each participant today. */
    static Map<String, String> names(List<Participant> register, View view) {
        return register.stream()
                .collect(Collectors.toMap(
                        each -> each.did().text(),
                        each -> each.on(view.today()).name().orElse(each.did().text())));
    }

    /** Where a limit stands. */
    enum State {
        HOLDS,
        TO_COME,
        LIFTED,
        OVER;

        static State of(Limit limit, Instant now) {
            if (limit.lifted().isPresent()) {
                return LIFTED;
            }
            return limit.holdsAt(now) ? HOLDS : now.isBefore(limit.from()) ? TO_COME : OVER;
        }

        boolean isOpen() {
            return this == HOLDS || this == TO_COME;
        }

        Html chip(Words words) {
            String look = switch (this) {
                case HOLDS -> "bad";
                case TO_COME -> "warn";
                case LIFTED, OVER -> "plain";
            };
            return Html.of("<span class=\"chip {}\">{}</span>", look, words.word("limits.state", this));
        }
    }

    /** Whom a limit meets, for people. */
    static String whom(Limit.Target target, Map<String, String> names, Words words) {
        return switch (target) {
            case Limit.Target.Party(String did) -> names.getOrDefault(did, did);
            case Limit.Target.Country(String iso) -> words.say("limits.all-of-country", "country", words.country(iso));
            case Limit.Target.Supplier(String name) -> words.say("limits.all-of-supplier", "supplier", name);
        };
    }

    /** The role that gave a limit: one of ours, or as a program said it. */
    static String role(String role, Words words) {
        String key = "role." + role;
        return words.knows(key) ? words.say(key) : role;
    }

    static String path(Limit limit) {
        return PATH + "/" + Links.encode(limit.id());
    }

    @Override
    public String title(Words words) {
        return words.say("limits.title");
    }

    @Override
    public Optional<String> lead(Words words) {
        long holding = limits.stream()
                .filter(each -> State.of(each, now) == State.HOLDS)
                .count();
        return Optional.of(holding == 0 ? words.say("limits.none-holds") : words.count("limits.hold", holding));
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        boolean mayOrder = view.viewer().isOneOf(ORDERING);
        return Html.all(
                Html.of("<p>{}</p>", words.say("limits.what")),
                Html.when(
                        mayOrder,
                        () -> Html.of(
                                "<div class=\"acts\"><a class=\"button\" href=\"{}\">{}</a></div>",
                                view.href(PATH + "/new"),
                                words.say("limits.new"))),
                Html.when(!mayOrder, () -> Html.of("<p class=\"hint\">{}</p>", words.say("limits.who-orders"))),
                Html.of("<h2>{}</h2>", words.say("limits.open")),
                open(view).html(view),
                Html.when(
                        limits.stream().anyMatch(each -> !State.of(each, now).isOpen()),
                        () -> Html.of(
                                "<h2>{}</h2>{}",
                                words.say("limits.past"),
                                past(view).html(view))));
    }

    private Table open(View view) {
        Words words = view.words();
        return new Table(
                "limits",
                words.say("limits.open"),
                columns(words),
                limits.stream()
                        .filter(each -> State.of(each, now).isOpen())
                        .map(each -> row(each, view))
                        .toList(),
                Html.of("<p>{}</p>", words.say("limits.no-open")));
    }

    /** What can be done with a limit stands where it is named: a wide table hides its end. */
    private Html named(Limit limit, View view) {
        Words words = view.words();
        String whom = whom(limit.target(), names, words);
        return State.of(limit, now).isOpen() && view.viewer().isOneOf(ORDERING)
                ? Html.of(
                        "{}<br><a href=\"{}\">{}<span class=\"hidden\">: {}</span></a>",
                        whom,
                        view.href(path(limit) + "/lift"),
                        words.say("limits.lift"),
                        whom)
                : Html.text(whom);
    }

    private Table past(View view) {
        Words words = view.words();
        var columns = columns(words);
        columns.add(Table.Column.of("ended", words.say("limits.ended")));
        var rows = new ArrayList<List<Table.Cell>>();
        for (Limit each : limits) {
            if (!State.of(each, now).isOpen()) {
                List<Table.Cell> row = row(each, view);
                row.add(each.lifted()
                        .map(lifting -> new Table.Cell(
                                Html.of(
                                        "{} · {}<br>{}",
                                        view.time(lifting.at()),
                                        role(lifting.role(), words),
                                        lifting.reason()),
                                lifting.at() + " " + lifting.role() + ": " + lifting.reason()))
                        .orElseGet(() -> Table.Cell.of(words.say("limits.by-itself"))));
                rows.add(row);
            }
        }
        return new Table("past", words.say("limits.past"), columns, rows, Html.NOTHING);
    }

    private static List<Table.Column> columns(Words words) {
        return new ArrayList<>(List.of(
                Table.Column.of("whom", words.say("limits.whom")),
                Table.Column.of("state", words.say("limits.state")),
                Table.Column.of("effect", words.say("limits.effect-short")),
                Table.Column.of("from", words.say("limits.from")),
                Table.Column.of("until", words.say("limits.until")),
                Table.Column.of("reason", words.say("limits.reason")),
                Table.Column.of("citation", words.say("limits.citation")),
                Table.Column.of("role", words.say("limits.by"))));
    }

    private List<Table.Cell> row(Limit each, View view) {
        Words words = view.words();
        State state = State.of(each, now);
        return new ArrayList<>(List.of(
                new Table.Cell(named(each, view), each.target().value()),
                new Table.Cell(state.chip(words), state.name()),
                new Table.Cell(
                        Html.text(words.word("limits.effect", each.effect())),
                        each.effect().name()),
                new Table.Cell(view.time(each.from()), each.from().toString()),
                each.until()
                        .map(until -> new Table.Cell(view.time(until), until.toString()))
                        .orElseGet(() -> new Table.Cell(Html.text(words.say("limits.no-end")), "")),
                Table.Cell.of(each.reason()),
                Table.Cell.of(each.citation()),
                Table.Cell.of(role(each.role(), words))));
    }

    @Override
    public List<Table> tables(View view) {
        return List.of(open(view), past(view));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of("limits", limits.stream().map(this::data).toList());
    }

    private Map<String, Object> data(Limit limit) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", limit.id());
        data.put(
                limit.target().getClass().getSimpleName().toLowerCase(Locale.ROOT),
                limit.target().value());
        data.put("state", State.of(limit, now));
        data.put("effect", limit.effect());
        data.put("from", limit.from());
        data.put("until", limit.until());
        data.put("reason", limit.reason());
        data.put("citation", limit.citation());
        data.put("role", limit.role());
        data.put(
                "lifted",
                limit.lifted()
                        .map(each ->
                                Map.<String, Object>of("at", each.at(), "role", each.role(), "reason", each.reason())));
        return data;
    }
}
