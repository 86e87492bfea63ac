package org.hasekura.node;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hasekura.delivery.Contents;
import org.hasekura.evidence.Hash;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.CatalogSearch;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.DatasetView;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Did;
import org.hasekura.identity.Participant;
import org.hasekura.identity.Service;
import org.hasekura.policy.Offer;
import org.hasekura.portal.Market;

/** Who takes part and what is on offer, for the pages, by the same services as the management API. */
final class PortalMarket implements Market {

    private static final long CONTENT_BYTES_MAX = 1L << 40;

    private final Means means;
    private final Trade trade;
    private final Counterparty counterparty;

    PortalMarket(Means means, Trade trade, Counterparty counterparty) {
        this.means = means;
        this.trade = trade;
        this.counterparty = counterparty;
    }

    @Override
    public CatalogSearch.Found find(CatalogSearch.Asked asked) throws StoreFailed {
        return trade.search().find(asked);
    }

    @Override
    public Answer<Negotiation> ask(Did peer, String datasetId, String offerId) throws IOException {
        URI address = counterparty.dspAddress(peer);
        DatasetView dataset = counterparty
                .dataset(peer, address, datasetId)
                .filter(each -> each.id().equals(datasetId))
                .orElseThrow(() -> new IOException("`" + peer + "` no longer offers `" + datasetId + "`"));
        Offer offer = dataset.offer(offerId)
                .orElseThrow(() -> new IOException("`" + datasetId + "` no longer has the offer `" + offerId + "`"));
        return trade.exchange().negotiations().request(peer.text(), address, datasetId, offer);
    }

    @Override
    public List<Dataset> offered(int limit) throws StoreFailed {
        return means.exchangeStore().datasetsOnOffer("", limit);
    }

    @Override
    public Optional<Dataset> dataset(String id) throws StoreFailed {
        return means.exchangeStore().dataset(id);
    }

    @Override
    public Published publish(Offering offering) throws StoreFailed {
        Dataset.Content content;
        try {
            content = content(offering);
        } catch (IOException | InvalidPathException e) {
            return new Published.Refused("the source cannot be read: " + e.getMessage());
        }
        Optional<Dataset> before = means.exchangeStore().dataset(offering.id());
        var dataset = new Dataset(
                offering.id(),
                offering.titles(),
                offering.descriptions(),
                List.of(),
                offering.themes(),
                List.of(),
                offering.licence(),
                offering.facts(),
                List.of(offering.offer()),
                offering.answering(),
                content,
                now().truncatedTo(ChronoUnit.MILLIS),
                Optional.empty(),
                before.map(Dataset::version).orElse(0L) + 1);
        return switch (trade.exchange().offerings().publish(dataset)) {
            case Committed.Done _ -> new Published.Done();
            case Committed.Conflict _, Committed.TokenReused _ ->
                new Published.Refused("somebody else has just changed dataset `" + offering.id() + "`; look again");
            case Committed.Busy _ -> new Published.Refused("too much at once; ask again a little later");
        };
    }

    private Dataset.Content content(Offering offering) throws IOException {
        Path file = switch (offering.source()) {
            case Source.File(String path) -> Path.of(path).toAbsolutePath().normalize();
            case Source.Typed(String text) -> typed(text);
        };
        if (!Files.isRegularFile(file)) {
            throw new IOException("`" + file + "` is no file");
        }
        // Keys and other people's data lie in the node's own folder: nothing of it is offered by its path.
        boolean isNamed = offering.source() instanceof Source.File;
        if (isNamed
                && file.toRealPath().startsWith(means.ground().folder().path("").toRealPath())) {
            throw new IOException("`" + file + "` lies in the node's own folder, of which nothing is offered");
        }
        try (InputStream in = Files.newInputStream(file)) {
            Contents.Described described = Contents.describe(in, CONTENT_BYTES_MAX)
                    .orElseThrow(() -> new IOException("it is longer than " + CONTENT_BYTES_MAX + " bytes"));
            boolean isTyped = offering.source() instanceof Source.Typed;
            String name = isTyped ? offering.id() + ".csv" : file.getFileName().toString();
            return new Dataset.Content(file.toString(), mediaType(name), name, described.bytes(), described.sha256());
        }
    }

    /**
     * Keeps the text under the hash of its bytes: the same text twice is one file, and another never takes its place. It is durable and
     * whole before anybody is told that it is on offer.
     */
    private Path typed(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Path folder = means.ground().folder().folder("published");
        Path file = folder.resolve(Hash.sha256(bytes).hex());
        if (Files.exists(file)) {
            return file;
        }
        Path part = Files.createTempFile(folder, "part", "");
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE);
                FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                out.write(left);
            }
            out.force(true);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            entries.force(true);
        }
        return file;
    }

    private static String mediaType(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "csv" -> "text/csv";
            case "json" -> "application/json";
            case "txt" -> "text/plain";
            case "xml" -> "application/xml";
            default -> "application/octet-stream";
        };
    }

    @Override
    public Optional<Committed> withdraw(String id, String reason) throws StoreFailed {
        return trade.exchange().offerings().withdraw(id, reason);
    }

    @Override
    public List<Participant> participants() throws StoreFailed {
        return means.exchangeStore().participants();
    }

    @Override
    public Optional<Participant> participant(Did did) throws StoreFailed {
        return means.exchangeStore().participant(did.text());
    }

    @Override
    public Committed register(Participant participant) throws StoreFailed {
        return trade.exchange().offerings().register(participant);
    }

    @Override
    public Optional<Did> did(String text) {
        return Did.parse(text, means.own().admission()) instanceof Did.Parse.Parsed(Did did)
                ? Optional.of(did)
                : Optional.empty();
    }

    @Override
    public Announced look(Did did) {
        try {
            return new Announced.Found(counterparty.document(did).services().stream()
                    .map(Service::type)
                    .toList());
        } catch (IOException e) {
            return new Announced.NotFound(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Instant now() {
        return means.clock().instant();
    }
}
