package org.hasekura.node;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.hasekura.exchange.Catalog;
import org.hasekura.exchange.CatalogFilter;
import org.hasekura.exchange.CatalogJson;
import org.hasekura.exchange.CatalogRequests;
import org.hasekura.exchange.ContinuationToken;
import org.hasekura.exchange.DspError;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.policy.Reading;

/**
 * The catalog as peers ask for it. DSP 2025-1 #catalog-http.
 *
 * <p>Pages and datasets carry a tag; whoever sends it back is answered 304 without the content. For the {@code POST} that
 * the protocol prescribes this goes beyond RFC 9110 §13.1.2, and only for askers who ask for it.
 */
final class CatalogRoutes {

    private static final String OTHER_FILTER =
            "`filter` is not the one that this `continuationToken` was made for; leave the filter out or the token";
    private static final DspAnswers ANSWERS = new DspAnswers(DspError.Kind.CATALOG);

    private final Catalog catalog;
    private final Doorway doorway;
    private final CatalogRequests requests;
    private final int bodyBytesMax;

    CatalogRoutes(Catalog catalog, Doorway doorway, int bodyBytesMax) {
        this.catalog = catalog;
        this.doorway = doorway;
        this.requests = new CatalogRequests(bodyBytesMax);
        this.bodyBytesMax = bodyBytesMax;
    }

    List<Route> routes() {
        return List.of(
                Route.post(DspRoutes.BASE + "/catalog/request", bodyBytesMax, this::page),
                Route.get(DspRoutes.BASE + "/catalog/datasets/{id}", this::dataset));
    }

    private Response page(Request request) throws StoreFailed {
        CatalogFilter filter;
        switch (requests.read(request.body())) {
            case Reading.Refused<CatalogJson.CatalogRequest> invalid -> {
                return ANSWERS.invalid(invalid.sentence());
            }
            case Reading.Read<CatalogJson.CatalogRequest>(var asked) -> filter = asked.filter();
        }
        return switch (doorway.read(request)) {
            case Doorway.Seen.TurnedAway away -> ANSWERS.away(away);
            case Doorway.Seen.Known known -> {
                Optional<String> continuation = request.query(ContinuationToken.PARAMETER);
                yield continuation.isPresent()
                        ? next(request, filter, continuation.get(), known.did())
                        : first(request, filter, known.did());
            }
        };
    }

    private Response first(Request request, CatalogFilter filter, String asker) throws StoreFailed {
        return shown(
                request,
                filter.isEmpty() ? catalog.page(asker, "") : catalog.page(filter, OptionalLong.empty(), asker));
    }

    /** The token says where to go on, and with which filter; the request may say the filter again, but no other. */
    private Response next(Request request, CatalogFilter filter, String continuation, String asker) throws StoreFailed {
        return switch (ContinuationToken.parse(continuation)) {
            case Reading.Refused<ContinuationToken> invalid -> ANSWERS.invalid(invalid.sentence());
            case Reading.Read<ContinuationToken>(ContinuationToken.AfterId(String lastId)) ->
                filter.isEmpty() ? shown(request, catalog.page(asker, lastId)) : ANSWERS.invalid(OTHER_FILTER);
            case Reading.Read<ContinuationToken>(ContinuationToken.AfterNumber(long last, CatalogFilter kept)) ->
                filter.isEmpty() || filter.equals(kept)
                        ? shown(request, catalog.page(kept, OptionalLong.of(last), asker))
                        : ANSWERS.invalid(OTHER_FILTER);
        };
    }

    private Response shown(Request request, Catalog.Page page) {
        return shown(request, page.shown(), page.link());
    }

    private Response dataset(Request request) throws StoreFailed {
        return switch (doorway.read(request)) {
            case Doorway.Seen.TurnedAway away -> ANSWERS.away(away);
            case Doorway.Seen.Known known ->
                catalog.dataset(known.did(), request.parameter("id"))
                        .map(dataset -> shown(request, dataset, Optional.empty()))
                        .orElseGet(ANSWERS::notFound);
        };
    }

    private static Response shown(Request request, Catalog.Shown shown, Optional<String> link) {
        // Weak: the same content may go out compressed or not.
        String tag = "W/\"" + shown.tag() + "\"";
        Map<String, String> headers = new HashMap<>();
        headers.put("ETag", tag);
        // Kept by the asker, but never shown again without asking: who may see it can change.
        headers.put("Cache-Control", "private, no-cache");
        link.ifPresent(each -> headers.put("Link", each));
        return EntityTags.isKnownTo(request, tag)
                ? new Response.Whole(304, "", new byte[0], headers)
                : new Response.Whole(200, "application/json", shown.json(), headers);
    }
}
