package org.hasekura.node;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.Catalog;
import org.hasekura.exchange.CatalogJson;
import org.hasekura.exchange.ContinuationToken;
import org.hasekura.exchange.DspError;
import org.hasekura.exchange.ErrorJson;
import org.hasekura.exchange.PageLinks;
import org.hasekura.exchange.Read;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.Self;
import org.hasekura.exchange.StoreFailed;

/**
 * The catalog as peers ask for it. DSP 2025-1 #catalog-http.
 *
 * <p>Pages and datasets carry a tag; whoever sends it back is answered 304 without the content. For the {@code POST} that
 * the protocol prescribes this goes beyond RFC 9110 §13.1.2, and only for askers who ask for it.
 */
final class CatalogRoutes {

    private final Catalog catalog;
    private final Doorway doorway;
    private final Self self;
    private final int bodyBytesMax;

    CatalogRoutes(Catalog catalog, Doorway doorway, Self self, int bodyBytesMax) {
        this.catalog = catalog;
        this.doorway = doorway;
        this.self = self;
        this.bodyBytesMax = bodyBytesMax;
    }

    List<Route> routes() {
        return List.of(
                Route.post(DspRoutes.BASE + "/catalog/request", bodyBytesMax, this::page),
                Route.get(DspRoutes.BASE + "/catalog/datasets/{id}", this::dataset));
    }

    private Response page(Request request) throws StoreFailed {
        switch (CatalogJson.readRequest(request.body(), bodyBytesMax)) {
            case Read.Invalid<CatalogJson.CatalogRequest> invalid -> {
                return invalid(invalid.sentence());
            }
            case Read.Ok<CatalogJson.CatalogRequest>(var asked)
            when asked.filtered() -> {
                return invalid("`filter` is not supported; leave it out");
            }
            case Read.Ok<CatalogJson.CatalogRequest> _ -> {}
        }
        if (doorway.read(request) instanceof Doorway.Seen.TurnedAway away) {
            return away(away);
        }
        String after = "";
        Optional<String> continuation = request.query(ContinuationToken.PARAMETER);
        if (continuation.isPresent()) {
            switch (ContinuationToken.parse(continuation.get())) {
                case Read.Invalid<ContinuationToken> invalid -> {
                    return invalid(invalid.sentence());
                }
                case Read.Ok<ContinuationToken>(ContinuationToken token) -> after = token.lastId();
            }
        }
        Catalog.Page page = catalog.page(after);
        return shown(request, page.shown(), page.next().map(this::link));
    }

    private String link(ContinuationToken next) {
        URI address = URI.create(
                self.dspAddress() + "/catalog/request?" + ContinuationToken.PARAMETER + "=" + next.encoded());
        return new PageLinks(Optional.of(address), Optional.empty()).header().orElseThrow();
    }

    private Response dataset(Request request) throws StoreFailed {
        if (doorway.read(request) instanceof Doorway.Seen.TurnedAway away) {
            return away(away);
        }
        Optional<Catalog.Shown> dataset = catalog.dataset(request.parameter("id"));
        return dataset.isPresent()
                ? shown(request, dataset.get(), Optional.empty())
                : json(404, ErrorJson.write(DspError.of(DspError.Kind.CATALOG, Reason.of("not-found", "not found"))));
    }

    private static Response shown(Request request, Catalog.Shown shown, Optional<String> link) {
        EntityTag tag = new EntityTag(shown.tag());
        Map<String, String> headers = new HashMap<>();
        headers.put("ETag", tag.header());
        // Kept by the asker, but never shown again without asking: who may see it can change.
        headers.put("Cache-Control", "private, no-cache");
        link.ifPresent(each -> headers.put("Link", each));
        return tag.isKnownTo(request)
                ? new Response.Whole(304, "", new byte[0], headers)
                : new Response.Whole(200, "application/json", shown.json(), headers);
    }

    private static Response away(Doorway.Seen.TurnedAway away) {
        String code = away.status() == 404 ? "not-found" : "not-authenticated";
        return json(away.status(), ErrorJson.write(DspError.of(DspError.Kind.CATALOG, Reason.of(code, away.reason()))));
    }

    private static Response invalid(String sentence) {
        return json(400, ErrorJson.write(DspError.of(DspError.Kind.CATALOG, Reason.of("invalid", sentence))));
    }

    private static Response.Whole json(int status, byte[] body) {
        return new Response.Whole(status, "application/json", body, Map.of());
    }
}
