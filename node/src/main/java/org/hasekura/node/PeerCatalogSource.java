package org.hasekura.node;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.hasekura.exchange.CatalogJson;
import org.hasekura.exchange.CatalogSource;
import org.hasekura.exchange.CatalogView;
import org.hasekura.exchange.PageLinks;
import org.hasekura.identity.Did;
import org.hasekura.policy.Reading;

/** Asks peers for their catalogs page by page, as the protocol has it. DSP 2025-1 #catalog-http, #pagination. */
final class PeerCatalogSource implements CatalogSource {

    private static final byte[] ASKED = CatalogJson.writeRequest().getBytes(StandardCharsets.UTF_8);

    /** Not modified; or the precondition failed, as RFC 9110 §13.1.2 has it for a {@code POST}. */
    private static final int NOT_MODIFIED = 304;

    private static final int PRECONDITION_FAILED = 412;

    /** A peer answers so many requests a minute and no more; 80 pages a second stay below what nodes allow by default. */
    private static final Duration BETWEEN_PAGES = Duration.ofNanos(12_500_000);

    private final Counterparty counterparty;
    private final PeerClient client;
    private final Tokens tokens;
    private final int answerBytesMax;

    PeerCatalogSource(Counterparty counterparty, PeerClient client, Tokens tokens, int answerBytesMax) {
        this.counterparty = counterparty;
        this.client = client;
        this.tokens = tokens;
        this.answerBytesMax = answerBytesMax;
    }

    @Override
    public URI first(String peer) throws IOException {
        return URI.create(counterparty.dspAddress(new Did(peer)) + "/catalog/request");
    }

    @Override
    public Answer page(String peer, URI address, Optional<String> tag) throws IOException {
        Map<String, String> headers =
                new HashMap<>(Map.of("Content-Type", "application/json", "Accept", "application/json"));
        tag.ifPresent(known -> headers.put("If-None-Match", known));
        PeerAnswer answer = client.post(address, tokens.headers(new Did(peer), headers), ASKED, answerBytesMax);
        LockSupport.parkNanos(BETWEEN_PAGES.toNanos());
        if (answer.status() == NOT_MODIFIED || (answer.status() == PRECONDITION_FAILED && tag.isPresent())) {
            return new Answer.Unchanged();
        }
        if (!answer.isSuccess()) {
            throw new IOException("`" + peer + "` answered " + answer.status() + " to a request for its catalog");
        }
        return switch (CatalogJson.readCatalog(answer.body(), answerBytesMax)) {
            case Reading.Read<CatalogView>(CatalogView page) ->
                new Answer.Page(
                        page,
                        answer.header("ETag"),
                        PageLinks.parse(answer.header("Link").stream().toList(), address)
                                .next());
            case Reading.Refused<CatalogView> invalid ->
                throw new IOException("the catalog of `" + peer + "`: " + invalid.sentence());
        };
    }
}
