package org.hasekura.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.net.ssl.SSLContext;

/**
 * A node, driven by a program of the organisation that runs it. Calls block until the node has answered, which suits virtual
 * threads; what is refused is a {@link Result}, not an exception. A change is done once, however often it has to be sent.
 *
 * <pre>{@code
 * try (NodeClient node = NodeClient.of(URI.create("http://127.0.0.1:8181"), token);
 *         Events events = node.events(EventQuery.FROM_NOW.ofTypes("negotiation.finalized"))) {
 *     Negotiation asked = node.negotiate("did:web:partner.example", "battery-footprint", "any-use").orElseThrow();
 *     …
 * }
 * }</pre>
 */
public final class NodeClient implements AutoCloseable {

    private static final Duration ANSWER_TIME = Duration.ofMinutes(2);
    private static final String OFFERS = "/api/offers";
    private static final String NEGOTIATIONS = "/api/negotiations";
    private static final String AGREEMENTS = "/api/agreements";
    private static final String TRANSFERS = "/api/transfers";
    private static final String DATASETS = "/api/datasets";
    private static final String GUESTS = "/api/guests";
    private static final String DRAFTS = "/api/drafts";
    private static final String WEBHOOKS = "/api/webhooks";

    private final Connection connection;

    private NodeClient(Connection connection) {
        this.connection = connection;
    }

    /**
     * A client of one node; nothing is asked yet.
     *
     * @param node the address of its management server, as it says at its start
     */
    public static NodeClient of(URI node, String token) {
        return new NodeClient(new Connection(node, Optional.of(token), ANSWER_TIME));
    }

    /** The same over HTTPS, trusting as {@link TrustedCertificates} does. */
    public static NodeClient of(URI node, String token, SSLContext tls) {
        return new NodeClient(new Connection(node, Optional.of(token), ANSWER_TIME, Optional.of(tls)));
    }

    /** What is not in types here, in JSON. */
    public Connection connection() {
        return connection;
    }

    /** DID of the node. */
    public Result<String> did() {
        return connection.get("/api/node").map(body -> ViewsJson.read(body, ViewsJson::did));
    }

    /** What a peer offers to this node, asked now. */
    public Result<List<OfferedDataset>> catalog(String peer) {
        return connection
                .post("/api/catalog", ViewsJson.object(Map.of("peer", peer)))
                .map(body -> ViewsJson.page(body, ViewsJson::offered).items());
    }

    /** Asks a peer for a dataset under one of its offers. */
    public Result<Negotiation> negotiate(String peer, String dataset, String offer) {
        return negotiation(connection.post(
                NEGOTIATIONS, ViewsJson.object(Map.of("peer", peer, "dataset", dataset, "offer", offer))));
    }

    /** Offers a dataset of the node to a participant, by one of the dataset's offers. */
    public Result<Negotiation> offer(String peer, String dataset, String offer) {
        return negotiation(
                connection.post(OFFERS, ViewsJson.object(Map.of("peer", peer, "dataset", dataset, "offer", offer))));
    }

    public Result<Negotiation> negotiation(String pid) {
        return negotiation(connection.get(at(NEGOTIATIONS, pid)));
    }

    /** Accepts what the provider offers. */
    public Result<Negotiation> accept(String pid) {
        return negotiation(connection.post(at(NEGOTIATIONS, pid) + "/accept", "{}"));
    }

    public Result<Negotiation> terminateNegotiation(String pid, String reason) {
        return negotiation(connection.post(at(NEGOTIATIONS, pid) + "/terminate", reason(reason)));
    }

    /** Newest first; pages are fetched as they are needed. */
    public Stream<Negotiation> negotiations(Filter filter) {
        return all(NEGOTIATIONS, filter.query(), ViewsJson::negotiation);
    }

    public Result<Agreement> agreement(String id) {
        return connection.get(at(AGREEMENTS, id)).map(body -> ViewsJson.read(body, ViewsJson::agreement));
    }

    /** Newest first; pages are fetched as they are needed. */
    public Stream<Agreement> agreements(Filter filter) {
        return all(AGREEMENTS, filter.query(), ViewsJson::agreement);
    }

    /** Ends one before its time, and what runs under it; the peer reads the reason where a transfer ends. */
    public Result<Agreement> endAgreement(String id, String reason) {
        return connection
                .post(at(AGREEMENTS, id) + "/end", reason(reason))
                .map(body -> ViewsJson.read(body, ViewsJson::agreement));
    }

    /** Asks for the data of an agreement. */
    public Result<Transfer> startTransfer(String agreement) {
        return transfer(connection.post(TRANSFERS, ViewsJson.object(Map.of("agreement", agreement))));
    }

    public Result<Transfer> transfer(String pid) {
        return transfer(connection.get(at(TRANSFERS, pid)));
    }

    /** Stops the bytes for a while. */
    public Result<Transfer> suspend(String pid, String reason) {
        return transfer(connection.post(at(TRANSFERS, pid) + "/suspend", reason(reason)));
    }

    public Result<Transfer> resume(String pid) {
        return transfer(connection.post(at(TRANSFERS, pid) + "/resume", "{}"));
    }

    /** Stops the bytes for good. */
    public Result<Transfer> terminateTransfer(String pid, String reason) {
        return transfer(connection.post(at(TRANSFERS, pid) + "/terminate", reason(reason)));
    }

    /** Newest first; pages are fetched as they are needed. */
    public Stream<Transfer> transfers(Filter filter) {
        return all(TRANSFERS, filter.query(), ViewsJson::transfer);
    }

    /**
     * Offers a dataset, or replaces the one of its id.
     *
     * @param description in JSON, as docs/datasets.md explains it
     */
    public Result<Dataset> publish(String description) {
        return dataset(connection.post(DATASETS, description));
    }

    /**
     * Keeps a description that is not published, in the place of the one of its id; nobody but the node's own people sees it.
     *
     * @param description in JSON, as docs/datasets.md explains it; it may lack anything but the id
     * @return its id
     */
    public Result<String> keepDraft(String description) {
        return draft(connection.post(DRAFTS, description));
    }

    /** Ids of descriptions that are not published; pages are fetched as they are needed. */
    public Stream<String> drafts() {
        return all(DRAFTS, Map.of(), ViewsJson::id);
    }

    /** Offers what a draft describes, and discards the draft. */
    public Result<Dataset> publishDraft(String id) {
        return dataset(connection.post(at(DRAFTS, id) + "/publish", "{}"));
    }

    /** Discards a draft; what is on offer stays. */
    public Result<String> discardDraft(String id) {
        return draft(connection.post(at(DRAFTS, id) + "/discard", "{}"));
    }

    /**
     * Shows a dataset to some participants alone, or to everybody again; to all others it does not exist.
     *
     * @param who DIDs, or facts of the register with their values, as {@code country:JP}; none: everybody in the register
     */
    public Result<Dataset> show(String id, List<String> who) {
        return dataset(connection.post(at(DATASETS, id) + "/visibility", ViewsJson.visibility(who)));
    }

    private static Result<String> draft(Result<byte[]> answer) {
        return answer.map(body -> ViewsJson.read(body, ViewsJson::id));
    }

    /** Offers it no longer; agreements made before go on. */
    public Result<Dataset> withdraw(String id, String reason) {
        return dataset(connection.post(at(DATASETS, id) + "/withdraw", reason(reason)));
    }

    public Result<Dataset> dataset(String id) {
        return dataset(connection.get(at(DATASETS, id)));
    }

    /** Those on offer, by their ids; pages are fetched as they are needed. */
    public Stream<Dataset> datasets() {
        return all(DATASETS, Map.of(), ViewsJson::dataset);
    }

    /**
     * Records the facts about participants; those of before are replaced.
     *
     * @param participants one, or a list of them, in JSON, as {@code hasekura example participant} shows
     */
    public Result<Integer> recordParticipants(String participants) {
        return connection
                .put("/api/participants", participants)
                .map(body -> ViewsJson.page(body, ViewsJson::did).items().size());
    }

    /** Makes a link for a counterparty without a node, if the law permits it; the answer has its address, this once. */
    public Result<GuestLink> invite(GuestInvitation invitation) {
        return guest(connection.post(GUESTS, ViewsJson.invitation(invitation)));
    }

    public Result<GuestLink> guest(String id) {
        return guest(connection.get(at(GUESTS, id)));
    }

    /** Every link for a guest, newest first. */
    public Result<List<GuestLink>> guests() {
        return connection
                .get(GUESTS)
                .map(body -> ViewsJson.page(body, ViewsJson::guest).items());
    }

    /** Shuts the link at once, and ends what runs under it. */
    public Result<GuestLink> endGuest(String id, String reason) {
        return guest(connection.post(at(GUESTS, id) + "/end", reason(reason)));
    }

    /**
     * Erases the address of the guest's person; the evidence stays whole.
     *
     * @param ground {@code data-subject}, {@code authority} or {@code operator}
     */
    public Result<GuestLink> eraseGuest(String id, String ground) {
        return guest(connection.post(at(GUESTS, id) + "/erase", ViewsJson.object(Map.of("ground", ground))));
    }

    /** A proof of what closes this negotiation or transfer: a file that {@code hasekura verify} checks offline. */
    public Result<byte[]> receipt(String process) {
        return connection.post("/api/receipts", ViewsJson.object(Map.of("process", process)));
    }

    /**
     * Events as they come. The stream is open when this returns, so that nothing of what is begun afterwards is missed, and a
     * place in it is kept over lost connections.
     *
     * @return to be closed
     */
    public Events events(EventQuery query) {
        return connection.events(query);
    }

    /** Has an address told of events; the answer has the secret, this once. */
    public Result<Webhook> addWebhook(URI address, List<String> types) {
        return connection
                .post(WEBHOOKS, ViewsJson.webhook(address, types))
                .map(body -> ViewsJson.read(body, ViewsJson::webhook));
    }

    public Stream<Webhook> webhooks() {
        return all(WEBHOOKS, Map.of(), ViewsJson::webhook);
    }

    public Result<Boolean> removeWebhook(String id) {
        return connection.delete(at(WEBHOOKS, id)).map(_ -> true);
    }

    private static Result<GuestLink> guest(Result<byte[]> answer) {
        return answer.map(body -> ViewsJson.read(body, ViewsJson::guest));
    }

    private static Result<Negotiation> negotiation(Result<byte[]> answer) {
        return answer.map(body -> ViewsJson.read(body, ViewsJson::negotiation));
    }

    private static Result<Transfer> transfer(Result<byte[]> answer) {
        return answer.map(body -> ViewsJson.read(body, ViewsJson::transfer));
    }

    private static Result<Dataset> dataset(Result<byte[]> answer) {
        return answer.map(body -> ViewsJson.read(body, ViewsJson::dataset));
    }

    private static String at(String path, String name) {
        return path + "/" + Connection.encoded(name);
    }

    private static String reason(String reason) {
        return ViewsJson.object(Map.of("reason", reason));
    }

    /** @throws java.io.UncheckedIOException of the stream, when a page cannot be had */
    private <T> Stream<T> all(String path, Map<String, String> query, ViewsJson.View<T> view) {
        var pages = new Pages<>(connection, path, query, view);
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    @Override
    public void close() {
        connection.close();
    }
}
