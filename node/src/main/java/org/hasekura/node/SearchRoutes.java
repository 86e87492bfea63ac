package org.hasekura.node;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.hasekura.exchange.CatalogFilter;
import org.hasekura.exchange.CatalogSearch;
import org.hasekura.exchange.Facet;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.policy.Reading;

/** Search over this node's own datasets and the catalogs of peers that it reads, for its own people and programs. */
final class SearchRoutes {

    private static final String PATH = "/api/search";
    private static final String FOR = "for";
    private static final List<String> OTHERS = List.of("after", "limit", FOR);

    private final CatalogSearch search;
    private final Clock clock;

    SearchRoutes(CatalogSearch search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    Route route() {
        Operation operation = Operation.of(
                        "catalogs", "searchCatalogs", "Finds datasets, this node's own and of peers, newest first")
                .query("text", Operation.Kind.TEXT, "words, all of which it must have");
        for (Facet facet : Facet.values()) {
            operation = operation.query(
                    facet.text(), Operation.Kind.TEXT, "one of these, between commas; docs/catalog.md explains each");
        }
        return Route.get(PATH, this::search)
                .described(operation
                        .query(
                                "qualifies",
                                Operation.Kind.TEXT,
                                "only what terms and law would allow today",
                                "true",
                                "false")
                        .query(
                                FOR,
                                Operation.Kind.TEXT,
                                "judges this node's own datasets for the participant of this DID")
                        .paged()
                        .answering(200, "SearchPage", "a page of them, the first one with counts"));
    }

    private Response search(Request request) throws StoreFailed {
        Map<String, List<String>> given = new TreeMap<>();
        for (String name : request.queryNames()) {
            if (!OTHERS.contains(name)) {
                given.put(name, values(name, request.query(name).orElse("")));
            }
        }
        return switch (CatalogFilter.parse(given)) {
            case Reading.Refused<CatalogFilter> invalid ->
                Response.refused(400, invalid.sentence() + "; and " + String.join(", ", OTHERS));
            case Reading.Read<CatalogFilter>(CatalogFilter filter) -> found(request, filter);
        };
    }

    /** Several values of one filter stand between commas, which words and addresses may have in them. */
    private static List<String> values(String name, String value) {
        return name.equals("text") || name.equals(Facet.LICENCE.text())
                ? List.of(value)
                : List.of(value.split(",", -1));
    }

    private Response found(Request request, CatalogFilter filter) throws StoreFailed {
        try {
            Page page = Page.asked(request);
            OptionalLong after = number(page.after());
            var asked = new CatalogSearch.Asked(filter, after, page.limit(), request.query(FOR), true, after.isEmpty());
            CatalogSearch.Found found = search.find(asked);
            Optional<String> next = found.next().isPresent()
                    ? Optional.of(Page.cursor(Long.toString(found.next().getAsLong())))
                    : Optional.empty();
            return PageJson.linked(request, SearchJson.write(found, next, clock.instant()), next);
        } catch (ManagementJson.BadInput bad) {
            return Response.refused(bad);
        }
    }

    private static OptionalLong number(Optional<String> after) throws ManagementJson.BadInput {
        if (after.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!after.get().matches("[0-9]{1,18}")) {
            throw new ManagementJson.BadInput("?after", "`after` is no cursor; take `next` of the page before");
        }
        return OptionalLong.of(Long.parseLong(after.get()));
    }
}
