package org.hasekura.node;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.hasekura.delivery.Deliveries;
import org.hasekura.delivery.Fetcher;
import org.hasekura.delivery.Grounds;
import org.hasekura.exchange.CatalogSearch;
import org.hasekura.exchange.Conduct;
import org.hasekura.exchange.Crawler;
import org.hasekura.exchange.Exchange;
import org.hasekura.exchange.Peers;
import org.hasekura.exchange.RetryPlan;
import org.hasekura.exchange.Self;
import org.hasekura.policy.Assessor;

/**
 * The exchange, the bytes under it, and what is on offer here and elsewhere.
 *
 * @param crawler reads the catalogs of peers, so that {@code search} finds them
 * @param files what the node keeps of what it offers
 */
record Trade(
        Self self,
        Exchange exchange,
        Deliveries deliveries,
        CatalogSearch search,
        Crawler crawler,
        Listeners listeners,
        GuestPeers guests,
        PublishedFiles files,
        Publishing publishing) {

    static Trade of(Means means, Outward out, Conduct conduct) throws IOException {
        Settings settings = means.settings();
        var self = new Self(
                means.did(),
                URI.create(means.ground().publicUrl() + DspRoutes.BASE),
                settings.developmentPeer()
                        .map(each -> Map.of(each.did().text(), each.name()))
                        .orElse(Map.of()),
                Optional.of(Node.softwareVersion()));
        var listeners = new Listeners();
        var deliveries = new Deliveries(
                means.ground().dataUrl(),
                Grounds.in(means.exchangeStore()),
                new FileSource(),
                means.scheduler(),
                means.random());
        var guests = new GuestPeers(
                new HttpPeers(out.client(), out.tokens()),
                means,
                new GuestBook(Shelf.of(means.store().settings())));
        var exchange = exchange(means, guests, self, conduct, deliveries, listeners);
        guests.speakTo(exchange);
        listeners.addForTransfers(deliveries::changed);
        if (settings.data().pullAutomatically()) {
            listeners.addForTransfers(fetcher(means, out, exchange)::changed);
        }
        var search = new CatalogSearch(
                self,
                Optional.of(settings.organisation().country()),
                means.store().datasetListings(),
                means.exchangeStore(),
                exchange.qualifying(),
                exchange.audiences(),
                means.clock());
        PublishedFiles files = published(means);
        return new Trade(
                self,
                exchange,
                deliveries,
                search,
                crawler(means, out),
                listeners,
                guests,
                files,
                publishing(means, out, exchange, files));
    }

    private static PublishedFiles published(Means means) throws IOException {
        return new PublishedFiles(
                means.ground().folder().folder("published"),
                means.settings().data().receivedBytesMax(),
                means.clock());
    }

    private static Publishing publishing(Means means, Outward out, Exchange exchange, PublishedFiles published) {
        DataFolder folder = means.ground().folder();
        return new Publishing(
                exchange,
                means.exchangeStore(),
                means.clock(),
                new Sources(
                        folder,
                        published,
                        new ApiAnswers(out.client(), published),
                        means.settings().data().folders()));
    }

    private static Exchange exchange(
            Means means, Peers peers, Self self, Conduct conduct, Deliveries deliveries, Listeners listeners) {
        Settings settings = means.settings();
        Conduct paced = settings.developmentPeer()
                .<Conduct>map(peer -> new Unhurried(conduct, peer.did().text(), peer.pause()))
                .orElse(conduct);
        RetryPlan retry = settings.retry().plan();
        var ports = new Exchange.Ports(
                means.exchangeStore(), peers, deliveries, means.scheduler(), means.clock(), means.random(), listeners);
        return new Exchange(self, new Assessor(means.law().now(), means.own().participant()), paced, retry, ports);
    }

    private static Fetcher fetcher(Means means, Outward out, Exchange exchange) throws IOException {
        return new Fetcher(
                new Fetches(means.exchangeStore(), exchange.transfers()),
                new HttpDownload(out.client()),
                new FileSink(means.ground().folder().folder("received")),
                means.settings().data().receivedBytesMax(),
                means.settings().retry().plan(),
                means.scheduler(),
                means.random());
    }

    private static Crawler crawler(Means means, Outward out) {
        Settings settings = means.settings();
        return new Crawler(
                new PeerCatalogSource(
                        out.counterparty(),
                        out.client(),
                        out.tokens(),
                        settings.peers().answerBytesMax()),
                means.store().peerCatalogs(),
                new Crawler.Plan(
                        settings.catalogs().readEvery(), settings.catalogs().datasetsMax()),
                means.scheduler(),
                means.clock(),
                means.random());
    }
}
