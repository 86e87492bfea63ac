package org.hasekura.node;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.hasekura.exchange.Catalog;
import org.hasekura.identity.Authenticator;
import org.hasekura.identity.TokenReplay;
import org.hasekura.identity.TokenRules;

/** What peers reach, and who stands at its door. */
final class PeerSite {

    private static final int TOKENS_KEPT = 1_000_000;

    private PeerSite() {}

    static Routes routes(Means means, Outward out, Proving proving, Trade trade, Refusals refusals) {
        Doorway doorway = doorway(means, out, refusals);
        int messageBytesMax = means.settings().limits().messageBytesMax();
        var catalog = new Catalog(
                trade.self(),
                means.exchangeStore(),
                trade.search(),
                trade.exchange().audiences());
        var routes = new ArrayList<Route>();
        routes.add(Route.get("/health", _ -> Response.text(200, "ok\n")));
        routes.add(Route.get(
                "/.well-known/did.json",
                _ -> new Response.Whole(
                        200,
                        "application/did+json",
                        means.own().document().bytes(),
                        Map.of("Cache-Control", "max-age=60"))));
        routes.add(guest(trade.guests()));
        routes.addAll(new DspRoutes(trade.exchange(), doorway, trade.self(), messageBytesMax).routes());
        routes.addAll(new CatalogRoutes(catalog, doorway, messageBytesMax).routes());
        routes.add(new DataRoutes(trade.deliveries()).route());
        routes.addAll(new EvidenceRoutes(
                        proving.published(),
                        means.settings().evidence().openEntries(),
                        means.own().cosigner(),
                        WitnessMemory.in(means.store().settings(), means.clock()),
                        doorway,
                        out.counterparty())
                .routes());
        return new Routes(routes);
    }

    /** The document of a guest: that this node vouches for them, and under which key their receipt is signed. */
    private static Route guest(GuestPeers guests) {
        return Route.get(
                "/guests/{id}/did.json",
                request -> guests.book()
                        .find(request.parameter("id"))
                        .<Response>map(each -> new Response.Whole(
                                200,
                                "application/did+json",
                                guests.names().document(each).body().getBytes(StandardCharsets.UTF_8),
                                Map.of()))
                        .orElseGet(() -> Response.refused(404, "not found")));
    }

    private static Doorway doorway(Means means, Outward out, Refusals refusals) {
        OwnIdentity own = means.own();
        var rules = TokenRules.of(own.did());
        return new Doorway(
                new Authenticator(out.resolver(), rules, own.admission()),
                out.resolver(),
                rules,
                new TokenReplay(means.clock().instant().truncatedTo(ChronoUnit.SECONDS), TOKENS_KEPT, rules),
                own.admission(),
                means.exchangeStore(),
                refusals,
                means.clock(),
                means.settings().developmentPeer(),
                means.ids(),
                until -> LockSupport.parkNanos(until - System.nanoTime()));
    }
}
