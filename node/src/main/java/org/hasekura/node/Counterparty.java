package org.hasekura.node;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.CatalogJson;
import org.hasekura.exchange.CatalogView;
import org.hasekura.exchange.DatasetView;
import org.hasekura.exchange.PageLinks;
import org.hasekura.identity.Did;
import org.hasekura.identity.DidDocument;
import org.hasekura.identity.DidResolver;
import org.hasekura.identity.Service;
import org.hasekura.policy.Reading;

/**
 * Finds a counterparty by its DID: its document names the version document, that names the DSP base; then its catalog is
 * read page by page.
 */
final class Counterparty {

    private static final int ANSWER_BYTES_MAX = 16 * 1024 * 1024;
    private static final int PAGES_MAX = 400;
    private static final Map<String, String> JSON =
            Map.of("Content-Type", "application/json", "Accept", "application/json");

    private final DidResolver resolver;
    private final PeerClient client;
    private final DspAddresses addresses;
    private final Tokens tokens;
    private final Optional<StaticPeer> staticPeer;

    Counterparty(
            DidResolver resolver,
            PeerClient client,
            DspAddresses addresses,
            Tokens tokens,
            Optional<StaticPeer> staticPeer) {
        this.resolver = resolver;
        this.client = client;
        this.addresses = addresses;
        this.tokens = tokens;
        this.staticPeer = staticPeer;
    }

    /** The base of the peer's DSP endpoints, version 2025-1. */
    URI dspAddress(Did peer) throws IOException {
        Optional<URI> set = staticPeer.filter(each -> each.did().equals(peer)).flatMap(StaticPeer::address);
        if (set.isPresent()) {
            return set.get();
        }
        Optional<URI> versions = document(peer)
                .service(Service.DATA_SERVICE)
                .flatMap(service -> service.endpoint().address())
                .map(URI::create);
        if (versions.isEmpty()) {
            throw new IOException("`" + peer + "` announces no DataService in its DID document");
        }
        return addresses.base(versions.get());
    }

    /** The peer's DID document, for what it announces. */
    DidDocument document(Did peer) throws IOException {
        return switch (resolver.resolve(peer)) {
            case DidResolver.Resolution.Resolved resolved -> resolved.document();
            case DidResolver.Resolution.Unresolved(String words) -> throw new IOException(words);
        };
    }

    /** The DID document as it came. */
    String documentText(Did peer) throws IOException {
        return switch (resolver.resolve(peer)) {
            case DidResolver.Resolution.Resolved resolved ->
                new String(resolved.body().bytes(), StandardCharsets.UTF_8);
            case DidResolver.Resolution.Unresolved(String words) -> throw new IOException(words);
        };
    }

    /** All datasets on the peer's catalog, over all its pages. */
    List<DatasetView> catalog(Did peer) throws IOException {
        URI base = dspAddress(peer);
        Optional<URI> next = Optional.of(URI.create(base + "/catalog/request"));
        var datasets = new ArrayList<DatasetView>();
        for (int pages = 0; next.isPresent() && pages < PAGES_MAX; pages++) {
            PeerAnswer answer = client.post(
                    next.get(),
                    tokens.headers(peer, JSON),
                    CatalogJson.writeRequest().getBytes(StandardCharsets.UTF_8),
                    ANSWER_BYTES_MAX);
            if (!answer.isSuccess()) {
                throw new IOException("`" + peer + "` answered " + answer.status() + " to a request for its catalog: "
                        + answer.text());
            }
            switch (CatalogJson.readCatalog(answer.body(), ANSWER_BYTES_MAX)) {
                case Reading.Read<CatalogView>(CatalogView page) -> datasets.addAll(page.datasets());
                case Reading.Refused<CatalogView> invalid ->
                    throw new IOException("the catalog of `" + peer + "`: " + invalid.sentence());
            }
            next = PageLinks.parse(answer.header("Link").stream().toList(), next.get())
                    .next();
        }
        return datasets;
    }

    /**
     * One dataset of the peer.
     *
     * @param base the peer's DSP address
     * @return empty where the peer shows no such dataset
     */
    Optional<DatasetView> dataset(Did peer, URI base, String id) throws IOException {
        String segment = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        PeerAnswer answer = client.get(
                URI.create(base + "/catalog/datasets/" + segment), tokens.headers(peer, JSON), ANSWER_BYTES_MAX);
        if (answer.status() == 404) {
            return Optional.empty();
        }
        if (!answer.isSuccess()) {
            throw new IOException("`" + peer + "` answered " + answer.status() + " to a request for dataset `" + id
                    + "`: " + answer.text());
        }
        return switch (CatalogJson.readDataset(answer.body(), ANSWER_BYTES_MAX)) {
            case Reading.Read<DatasetView>(DatasetView dataset) -> Optional.of(dataset);
            case Reading.Refused<DatasetView> invalid ->
                throw new IOException("dataset `" + id + "` of `" + peer + "`: " + invalid.sentence());
        };
    }
}
