package org.hasekura.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.Limit;
import org.hasekura.exchange.LimitReach;
import org.hasekura.exchange.Limits;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.identity.Participant;

/** Whom a limit on connections would meet, and which exchanges it would stop: read before it is ordered. */
record LimitEffects(Limits.Order order, List<Participant> participants, List<Stopped> stopped) {

    LimitEffects {
        participants = List.copyOf(participants);
        stopped = List.copyOf(stopped);
    }

    /** What becomes of something that is under way. */
    enum Fate {
        TRANSFER_PAUSES,
        TRANSFER_ENDS,
        NEGOTIATION_ENDS
    }

    /**
     * Something that stops.
     *
     * @param exchange the pid by which its page goes; absent where the node has none for it
     */
    record Stopped(Optional<String> exchange, String title, String peer, Fate fate) {}

    static LimitEffects of(Limits.Order order, Ports ports, View view) throws StoreFailed {
        LimitReach reach = ports.connections().reach(order.target(), order.effect());
        Map<String, String> names = LimitsPage.names(ports.market().participants(), view);
        Map<String, String> titles = new LinkedHashMap<>();
        for (Summary each : ports.exchanges().newest()) {
            titles.putIfAbsent(each.negotiation().pid(), each.title(view.words()));
        }
        Fate fate = order.effect() == Limit.Effect.SUSPEND ? Fate.TRANSFER_PAUSES : Fate.TRANSFER_ENDS;
        var stopped = new ArrayList<Stopped>();
        for (Transfer each : reach.transfers()) {
            Optional<String> exchange = ports.exchanges().ofTransfer(each.pid());
            String title = exchange.map(pid -> titles.getOrDefault(pid, each.datasetId()))
                    .orElse(each.datasetId());
            stopped.add(new Stopped(exchange, title, names.getOrDefault(each.peer(), each.peer()), fate));
        }
        for (Negotiation each : reach.negotiations()) {
            stopped.add(new Stopped(
                    Optional.of(each.pid()),
                    titles.getOrDefault(each.pid(), each.datasetId()),
                    names.getOrDefault(each.peer(), each.peer()),
                    Fate.NEGOTIATION_ENDS));
        }
        return new LimitEffects(order, reach.participants(), stopped);
    }

    Html html(View view) {
        Words words = view.words();
        if (participants.isEmpty()) {
            return Html.of("<div class=\"notice\"><p>{}</p></div>", words.say("limits.meets-nobody"));
        }
        return Html.all(
                Html.of(
                        "<p>{}</p><ul>{}</ul>",
                        words.count("limits.meets", participants.size()),
                        Html.each(participants, each -> participant(each, view))),
                Html.of(
                        "<p>{}</p>",
                        stopped.isEmpty()
                                ? words.say("limits.stops-nothing")
                                : words.count("limits.stops", stopped.size())),
                Html.when(
                        !stopped.isEmpty(),
                        () -> Html.of("<ul class=\"tasks\">{}</ul>", Html.each(stopped, each -> stopped(each, view)))),
                Html.when(
                        order.from(),
                        from -> Html.of(
                                "<p class=\"hint\">{}</p>", words.html("limits.as-of-now", "from", view.time(from)))));
    }

    private static Html participant(Participant each, View view) {
        var facts = each.on(view.today());
        return Html.of(
                "<li><a href=\"{}\">{}</a>{}</li>",
                view.href(ParticipantPage.path(each.did())),
                facts.name().orElse(each.did().text()),
                Html.when(
                        facts.country(),
                        iso -> Html.of(
                                " <span class=\"faint\">({})</span>",
                                view.words().country(iso))));
    }

    private static Html stopped(Stopped each, View view) {
        Words words = view.words();
        return Html.of(
                "<li><div>{}<p class=\"hint\">{}</p></div><span class=\"chip {}\">{}</span></li>",
                each.exchange()
                        .map(pid -> Html.of(
                                "<a href=\"{}\"><strong>{}</strong></a>",
                                view.href(ExchangePage.path(pid)),
                                each.title()))
                        .orElseGet(() -> Html.of("<strong>{}</strong>", each.title())),
                each.peer(),
                each.fate() == Fate.TRANSFER_PAUSES ? "warn" : "bad",
                words.word("limits.fate", each.fate()));
    }

    Map<String, Object> data() {
        return Map.of(
                "participants",
                participants.stream().map(Participant::did).toList(),
                "stopped",
                stopped.stream()
                        .map(each -> {
                            Map<String, Object> data = new LinkedHashMap<>();
                            data.put("exchange", each.exchange());
                            data.put("title", each.title());
                            data.put("peer", each.peer());
                            data.put("fate", each.fate());
                            return data;
                        })
                        .toList());
    }
}
