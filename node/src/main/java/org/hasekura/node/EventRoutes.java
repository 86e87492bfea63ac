package org.hasekura.node;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.StoreFailed;

/** What has happened on this node, as pages of what there is or as a stream of what comes. */
final class EventRoutes {

    private static final int READ_AT_ONCE = 256;

    /** So many are looked through for one page; with a filter that lets little pass, a page is short. */
    private static final int LOOKED_THROUGH_MAX = 10_000;

    private final EventFeed feed;
    private final EventStreams streams;
    private final ExchangeStore store;

    EventRoutes(EventFeed feed, EventStreams streams, ExchangeStore store) {
        this.feed = feed;
        this.streams = streams;
        this.store = store;
    }

    List<Route> routes() {
        return List.of(Route.get("/api/events", this::events)
                .described(Operation.of(
                                "events",
                                "listEvents",
                                "What has become durable, in that order; as a stream with `Accept: text/event-stream`,"
                                        + " which goes on after `Last-Event-ID`")
                        .query(
                                "types",
                                Operation.Kind.TEXT,
                                "those of these types alone, for example `negotiation.*`," + " between commas")
                        .query("process", Operation.Kind.TEXT, "those about the negotiation or transfer with this pid")
                        .query("counterparty", Operation.Kind.TEXT, "those about exchanges with this DID")
                        .query(
                                "from",
                                Operation.Kind.WHOLE,
                                "begins with the event of this id; a stream otherwise with"
                                        + " what comes from now on, a page with the first there is")
                        .paged()
                        .answering(200, "EventPage", "a page of them")
                        .answering(new Operation.Answer(
                                200, "a page of them, or a stream", Optional.empty(), EventStreams.MEDIA_TYPE))));
    }

    private Response events(Request request) throws StoreFailed {
        try {
            EventFilter filter = filter(request);
            Optional<Long> from = whole(request.query("from"), "?from");
            return wantsStream(request)
                    ? stream(request, filter, from)
                    : page(request, filter, from.orElse(0L), Page.asked(request));
        } catch (ManagementJson.BadInput bad) {
            return Response.refused(bad);
        }
    }

    private static boolean wantsStream(Request request) {
        return request.header("Accept")
                .filter(accept -> accept.contains(EventStreams.MEDIA_TYPE))
                .isPresent();
    }

    private Response stream(Request request, EventFilter filter, Optional<Long> from) throws ManagementJson.BadInput {
        Optional<Long> last = whole(request.header("Last-Event-ID"), "Last-Event-ID");
        long size = feed.size();
        long first = last.map(id -> id + 1).or(() -> from).orElse(size);
        if (first > size) {
            throw new ManagementJson.BadInput("there is no event " + (first - 1) + " yet; there are " + size);
        }
        return streams.open(first, event -> filter.admits(event, store));
    }

    private Response page(Request request, EventFilter filter, long from, Page page)
            throws ManagementJson.BadInput, StoreFailed {
        long next =
                page.after().isEmpty() ? from : whole(page.after(), "?after").orElse(0L) + 1;
        long first = next;
        List<Event> found = new ArrayList<>();
        List<Event> read = read(next);
        while (!read.isEmpty() && found.size() < page.limit() && next - first < LOOKED_THROUGH_MAX) {
            for (Event event : read) {
                if (found.size() < page.limit()) {
                    next = event.index() + 1;
                    if (filter.admits(event, store)) {
                        found.add(event);
                    }
                }
            }
            read = found.size() < page.limit() ? read(next) : List.of();
        }
        // More may come at any time, so whoever has seen something is told where to go on.
        Optional<String> cursor = next > first ? Optional.of(Page.cursor(Long.toString(next - 1))) : Optional.empty();
        return EventJson.page(request, found, cursor);
    }

    private List<Event> read(long from) throws StoreFailed {
        try {
            return feed.read(from, READ_AT_ONCE);
        } catch (StoreFailed failed) {
            throw failed;
        } catch (IOException e) {
            throw new StoreFailed("the events cannot be read", e);
        }
    }

    private static EventFilter filter(Request request) throws ManagementJson.BadInput {
        List<String> types = request.query("types")
                .map(text ->
                        Arrays.stream(text.split(",", -1)).map(String::strip).toList())
                .orElse(List.of());
        Optional<String> fault = EventFilter.fault(types);
        if (fault.isPresent()) {
            throw new ManagementJson.BadInput("?types", fault.get());
        }
        return new EventFilter(types, request.query("process"), request.query("counterparty"));
    }

    private static Optional<Long> whole(Optional<String> text, String where) throws ManagementJson.BadInput {
        if (text.isPresent() && !text.get().matches("[0-9]{1,18}")) {
            throw new ManagementJson.BadInput(where, "`" + text.get() + "` is no id of an event; it is a whole number");
        }
        return text.map(Long::parseLong);
    }
}
