package org.hasekura.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.DataAccess;
import org.hasekura.exchange.DataAddress;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.Role;
import org.hasekura.exchange.Scheduler;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferState;

/**
 * The provider's side: who may have which bytes now, and for how long.
 *
 * <p>Invariant: no byte is served before a finalized agreement and the start of the transfer are durable. Every request
 * is judged by states read from the store or told after their commit; a token that was granted opens nothing until its
 * hash is stored with the transfer as started. When the transfer leaves that state, or gets another token, the streams
 * that run are cut: no piece follows the one that is being written, and their connections are closed.
 */
public final class Deliveries implements DataAccess {

    /** HTTP, in the word that Eclipse Dataspace Components and the specification's example use for it. */
    public static final String HTTP_ENDPOINT = "https://w3id.org/idsa/v4.1/HTTP";

    private static final int PID_MAX = 256;

    private final String publicDataBase;
    private final Grounds grounds;
    private final Source source;
    private final RandomGenerator random;
    private final Gates gates;

    /**
     * @param publicDataBase where consumers reach the data endpoint; {@code /data/<pid>} is put behind it
     * @param random tokens come from it: in production a {@code SecureRandom}
     */
    public Deliveries(URI publicDataBase, Grounds grounds, Source source, Scheduler scheduler, RandomGenerator random) {
        this.publicDataBase = publicDataBase.toString().replaceAll("/+$", "");
        this.grounds = grounds;
        this.source = source;
        this.random = random;
        this.gates = new Gates(grounds, scheduler);
    }

    @Override
    public Grant grant(String transferPid) {
        String token = Token.fresh(random);
        String endpoint = publicDataBase + "/data/" + transferPid;
        // Eclipse Dataspace Components keeps the properties alone, so that the endpoint is among them too.
        var address = new DataAddress(
                HTTP_ENDPOINT,
                Optional.of(endpoint),
                Map.of("endpoint", endpoint, "authorization", token, "authType", "bearer"));
        return new Grant(address, Optional.of(Token.hash(token)));
    }

    /** Counted when handed to the connection; zero again once the transfer has ended. */
    @Override
    public long served(String transferPid) {
        return gates.served(transferPid);
    }

    @Override
    public Optional<String> digest(String datasetId) {
        try {
            return grounds.dataset(datasetId).map(each -> each.content().sha256());
        } catch (StoreFailed failed) {
            // The commit that this would go into fails as well: a store that has failed once refuses everything.
            return Optional.empty();
        }
    }

    /** To be told after each commit, like a listener of the exchange. Neither blocks nor throws. */
    public void changed(Transfer transfer) {
        if (transfer.role() == Role.PROVIDER) {
            gates.told(transfer);
        }
    }

    /**
     * Judges a request for the bytes of a transfer.
     *
     * @param token from an {@code Authorization: Bearer} header
     * @return a {@link Opening.Serve} must be closed
     * @throws IOException when the store or the source failed; nothing was served
     */
    public Opening open(String pid, Optional<String> token, Optional<String> range, Optional<String> ifRange)
            throws IOException {
        Optional<Gate> gate = pid.length() > PID_MAX ? Optional.empty() : gates.of(pid);
        Optional<Transfer> transfer = gate.flatMap(Gate::newest);
        if (gate.isEmpty() || transfer.isEmpty()) {
            return new Opening.NotFound();
        }
        if (!Token.opens(token, transfer.get().dataTokenHash())) {
            return new Opening.Unauthorised();
        }
        if (!Gate.isOpen(transfer.get())) {
            return closed(transfer.get());
        }
        if (!stands(transfer.get())) {
            return new Opening.NotFound();
        }
        Optional<Dataset> dataset = grounds.dataset(transfer.get().datasetId());
        if (dataset.isEmpty() || !isAsPublished(dataset.get())) {
            return new Opening.Changed();
        }
        return enter(
                gate.get(),
                transfer.get(),
                dataset.get().content(),
                wanted(dataset.get().content(), range, ifRange));
    }

    /**
     * Sends what was opened, closes it, and leaves the sink open.
     *
     * @throws IOException as {@link Pump#copy}
     */
    public void send(Opening.Serve serve, OutputStream sink) throws IOException {
        try (serve;
                InputStream in = source.open(serve.content().location(), serve.from())) {
            Pump.copy(in, sink, serve.length(), serve.passage());
        }
    }

    private static Opening closed(Transfer transfer) {
        return transfer.effective() == TransferState.SUSPENDED ? new Opening.Suspended() : new Opening.NotFound();
    }

    private boolean stands(Transfer transfer) throws StoreFailed {
        Optional<Concluded> agreement = grounds.agreement(transfer.agreementId());
        return agreement.isPresent()
                && agreement.get().stands()
                && agreement.get().role() == Role.PROVIDER
                && agreement.get().peer().equals(transfer.peer())
                && agreement.get().agreement().target().equals(transfer.datasetId());
    }

    /**
     * Times are compared by the second, since some stores and file systems keep no more. What slips through is noticed
     * by the consumer, who compares the digest.
     */
    private boolean isAsPublished(Dataset dataset) throws IOException {
        return source.state(dataset.content().location())
                .filter(now -> now.bytes() == dataset.content().bytes())
                .filter(now -> !now.modified().truncatedTo(ChronoUnit.SECONDS).isAfter(dataset.published()))
                .isPresent();
    }

    /** A range counts only while the asker's copy is of the same bytes. RFC 9110 §13.1.5. */
    private static ByteRange wanted(Dataset.Content content, Optional<String> range, Optional<String> ifRange) {
        boolean isSame = ifRange.isEmpty() || ifRange.get().strip().equals(tag(content));
        return isSame ? ByteRange.of(range, content.bytes()) : new ByteRange.Whole();
    }

    private static Opening enter(Gate gate, Transfer judged, Dataset.Content content, ByteRange wanted) {
        if (wanted instanceof ByteRange.Outside) {
            var headers = described(content);
            headers.put("Content-Range", "bytes */" + content.bytes());
            return new Opening.NotSatisfiable(content.bytes(), headers);
        }
        Optional<Passage> passage = gate.enter(judged);
        if (passage.isEmpty()) {
            return gate.stillAs(judged) ? new Opening.Busy() : new Opening.Suspended();
        }
        return wanted instanceof ByteRange.Part(long from, long length)
                ? serve(content, from, length, true, passage.get())
                : serve(content, 0, content.bytes(), false, passage.get());
    }

    private static Opening serve(Dataset.Content content, long from, long length, boolean isPartial, Passage passage) {
        var headers = described(content);
        if (isPartial) {
            headers.put("Content-Range", "bytes " + from + "-" + (from + length - 1) + "/" + content.bytes());
        }
        return new Opening.Serve(content, from, length, content.bytes(), isPartial, headers, passage);
    }

    /** What every answer says of the bytes; one who has them all already learns the digest and name from a 416. */
    private static Map<String, String> described(Dataset.Content content) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ETag", tag(content));
        headers.put(ReprDigest.HEADER, ReprDigest.write(content.sha256()));
        headers.put("Accept-Ranges", "bytes");
        headers.put("Content-Disposition", FileName.disposition(content.fileName()));
        headers.put("Cache-Control", "no-store");
        return headers;
    }

    private static String tag(Dataset.Content content) {
        return "\"" + content.sha256() + "\"";
    }
}
