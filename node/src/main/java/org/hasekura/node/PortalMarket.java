package org.hasekura.node;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hasekura.delivery.Contents;
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
    private final PublishedFiles published;

    PortalMarket(Means means, Outward out, Trade trade) throws IOException {
        this.means = means;
        this.trade = trade;
        this.counterparty = out.counterparty();
        this.published = new PublishedFiles(
                means.ground().folder().folder("published"),
                out.client(),
                means.settings().data().receivedBytesMax());
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
        return switch (offering.source()) {
            case Source.File(String path) -> {
                Path file = Path.of(path).toAbsolutePath().normalize();
                String name = String.valueOf(file.getFileName());
                yield content(own(file), name, mediaType(name));
            }
            case Source.Typed(String text) -> {
                var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
                yield content(published.kept(bytes), offering.id() + ".csv", "text/csv");
            }
            case Source.Api(URI address, var authorization) -> {
                PublishedFiles.Fetched fetched = published.fetched(address, authorization);
                String name = nameOf(address, offering.id());
                yield content(fetched.file(), name, fetched.mediaType().orElseGet(() -> mediaType(name)));
            }
        };
    }

    /** Keys and other people's data lie in the node's own folder: nothing of it is offered by its path. */
    private Path own(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("`" + file + "` is no file");
        }
        if (file.toRealPath().startsWith(means.ground().folder().path("").toRealPath())) {
            throw new IOException("`" + file + "` lies in the node's own folder, of which nothing is offered");
        }
        return file;
    }

    private static Dataset.Content content(Path file, String name, String mediaType) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Contents.Described described = Contents.describe(in, CONTENT_BYTES_MAX)
                    .orElseThrow(() -> new IOException("it is longer than " + CONTENT_BYTES_MAX + " bytes"));
            return new Dataset.Content(file.toString(), mediaType, name, described.bytes(), described.sha256());
        }
    }

    /** The last step of the path, where it can be the name of a file. */
    private static String nameOf(URI address, String id) {
        String path = Optional.ofNullable(address.getPath()).orElse("");
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}") ? last : id;
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
