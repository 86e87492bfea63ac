package org.hasekura.node;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.Crawler;
import org.hasekura.exchange.PeerCatalog;
import org.hasekura.exchange.PeerCatalogs;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Admission;
import org.hasekura.identity.Did;

/** Whose catalogs this node reads, for its own people. */
final class CatalogsRoutes {

    private static final String PATH = "/api/catalogs";
    private static final int BODY_BYTES_MAX = 16 * 1024;

    private final Crawler crawler;
    private final PeerCatalogs catalogs;
    private final Admission admission;
    private final Clock clock;

    CatalogsRoutes(Crawler crawler, PeerCatalogs catalogs, Admission admission, Clock clock) {
        this.crawler = crawler;
        this.catalogs = catalogs;
        this.admission = admission;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, this::list)
                        .described(Operation.of(
                                        "catalogs", "listCatalogs", "Whose catalogs this node reads, by their DIDs")
                                .paged()
                                .answering(200, "PeerCatalogPage", "a page of them")),
                Route.post(PATH, BODY_BYTES_MAX, this::add)
                        .described(Operation.of(
                                        "catalogs",
                                        "addCatalog",
                                        "Has the catalog of a peer read now, and again and again, to be searched")
                                .taking("CatalogRequest")
                                .answering(200, "PeerCatalog", "how it stands; reading it may take a while")
                                .once()),
                Route.post(PATH + "/{peer}/refresh", BODY_BYTES_MAX, this::refresh)
                        .described(Operation.of("catalogs", "refreshCatalog", "Reads the catalog of a peer now")
                                .taking("Empty")
                                .answering(200, "PeerCatalog", "read, or why not")),
                Route.post(PATH + "/{peer}/remove", BODY_BYTES_MAX, this::remove)
                        .described(Operation.of(
                                        "catalogs",
                                        "removeCatalog",
                                        "Reads the catalog of a peer no more, and finds nothing of it")
                                .taking("Empty")
                                .answering(204, "it is not read any more")));
    }

    private Response list(Request request) throws StoreFailed {
        try {
            Page page = Page.asked(request);
            List<PeerCatalog> rest = catalogs.all().stream()
                    .filter(each -> each.peer().compareTo(page.after().orElse("")) > 0)
                    .limit(page.sought())
                    .toList();
            return PageJson.answer(
                    request, page, rest, PeerCatalog::peer, each -> PeerCatalogJson.write(each, clock.instant()));
        } catch (ManagementJson.BadInput bad) {
            return Response.refused(bad);
        }
    }

    private Response add(Request request) throws StoreFailed {
        String peer;
        try {
            peer = ManagementJson.text(ManagementJson.read(request.body()), "peer");
        } catch (ManagementJson.BadInput bad) {
            return Response.refused(bad);
        }
        if (Did.parse(peer, admission) instanceof Did.Parse.Malformed(String words)) {
            return Response.refused(400, "`peer`: " + words);
        }
        crawler.add(peer);
        return shown(catalogs.find(peer), peer);
    }

    private Response refresh(Request request) throws StoreFailed {
        String peer = request.parameter("peer");
        return shown(crawler.refresh(peer), peer);
    }

    private Response remove(Request request) throws StoreFailed {
        String peer = request.parameter("peer");
        return crawler.remove(peer) ? Response.empty(204) : notRead(peer);
    }

    private Response shown(Optional<PeerCatalog> catalog, String peer) {
        return catalog.<Response>map(each -> Response.json(200, PeerCatalogJson.text(each, clock.instant())))
                .orElseGet(() -> notRead(peer));
    }

    private static Response notRead(String peer) {
        return Response.refused(404, "the catalog of `" + peer + "` is not read; `catalog add-peer` begins it");
    }
}
