package org.hasekura.tests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.hasekura.edc.EdcConnector;
import org.hasekura.edc.EdcPeer;
import org.hasekura.evidence.Hash;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;

/**
 * A node of ours and an EDC connector, which know each other by fixed headers and offer each other the same bytes.
 *
 * @param sources where EDC's bytes come from
 * @param sha256 of the bytes that both offer
 */
record EdcPair(TestNode node, EdcConnector edc, EdcSources sources, String sha256) implements AutoCloseable {

    /** Under which EDC stands in our register; nobody asks for its document. */
    static final String EDC_DID = "did:web:edc.example";

    /** The dataset that both offer, and is agreed to at once. */
    static final String DATA = "data";

    /** The dataset of EDC whose bytes come when they are let go. */
    static final String SLOW = "slow";

    /** The dataset of ours for which a person answers. */
    static final String MANUAL = "manual";

    private static final int BYTES = 300_000;
    private static final Set<String> ENDS = Set.of("FINALIZED", "TERMINATED");

    /** Starts both; whoever asks is skipped, and told why, where EDC's jars are not here. */
    static EdcPair start(Path root) throws IOException {
        Path home = Path.of(System.getProperty("hasekura.home", ".."));
        Optional<String> classPath = EdcConnector.classPath(home);
        String missing = "the jars of EDC " + EdcConnector.VERSION
                + " are not here; `./hasekura test --kit edc` fetches" + " them, which takes a network for once";
        if (classPath.isEmpty()) {
            System.out.println("kit skip  " + missing);
        }
        Assumptions.assumeTrue(classPath.isPresent(), missing);
        byte[] bytes = new byte[BYTES];
        new Random(4).nextBytes(bytes);
        EdcConnector edc = EdcConnector.start(classPath.orElseThrow(), root, "edc-connector", EdcConnector.TUNED);
        try {
            var pair = new EdcPair(
                    node(root, edc),
                    edc,
                    EdcSources.serving(bytes, SLOW),
                    Hash.sha256(bytes).hex());
            Api.good(pair.node.api().put("/api/participants", Dealings.participant(EDC_DID, "DE")));
            Path file = Files.write(root.resolve("offered.bin"), bytes);
            Dealings.publish(pair.node, DATA, file, "direct");
            Dealings.publish(pair.node, MANUAL, file, "manual");
            edc.management().offerEverything();
            for (String dataset : List.of(DATA, SLOW)) {
                edc.management().publish(dataset, pair.sources.address(dataset));
            }
            return pair;
        } catch (IOException e) {
            edc.close();
            throw e;
        }
    }

    private static TestNode node(Path root, EdcConnector edc) throws IOException {
        int port = freePort();
        String address = "http://localhost:" + port + "/dsp/2025-1";
        return TestNode.start(root, "node", "JP", """
                dsp.port = %d
                development.peer-did = %s
                development.peer-name = %s
                development.peer-accepts = %s
                development.peer-sends = %s
                development.peer-address = %s
                """.formatted(
                        port,
                        EDC_DID,
                        edc.name(),
                        edc.sendsTo(URI.create(address)),
                        edc.accepts("did:web:localhost%3A" + port),
                        edc.protocol()));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    // EDC provides.

    /** EDC, as it sees itself. */
    EdcPeer edcItself() {
        return new EdcPeer(edc.name(), edc.protocol());
    }

    /** Asks EDC for a dataset and answers our name of the negotiation. */
    String askEdc(String dataset) throws IOException {
        String body = Dealings.object("peer", EDC_DID, "dataset", dataset);
        return text(Api.good(node.api().post("/api/negotiations", body)).json(), "pid");
    }

    /** An agreement about a dataset of EDC's, by the name that both use. */
    String agreedWithEdc(String dataset) throws IOException {
        return text(ourNegotiation(askEdc(dataset), "FINALIZED"), "agreement");
    }

    /** Asks for the bytes of an agreement and answers our name of the transfer; they are fetched as soon as they can be. */
    String pull(String agreement) throws IOException {
        String body = Dealings.object("agreement", agreement);
        return text(Api.good(node.api().post("/api/transfers", body)).json(), "pid");
    }

    /** Waits for EDC's side of a negotiation that we began. */
    JsonNode edcNegotiationOf(String ourPid, String... states) {
        return Waiting.until(() -> edc.management().negotiationOf(ourPid), found -> isIn(found, states))
                .orElseThrow();
    }

    JsonNode edcTransferOf(String ourPid, String... states) {
        return Waiting.until(() -> edc.management().transferOf(ourPid), found -> isIn(found, states))
                .orElseThrow();
    }

    private static boolean isIn(Optional<JsonNode> found, String... states) {
        return found.filter(each -> List.of(states).contains(text(each, "state")))
                .isPresent();
    }

    // We provide.

    /** Our node, as EDC sees it. */
    EdcPeer us() {
        return new EdcPeer(node.did(), URI.create(node.publicUrl() + "/dsp/2025-1"));
    }

    /** Asks us for a dataset and answers EDC's name of the negotiation. */
    String askUs(String dataset) throws IOException {
        JsonNode found = edc.management().catalog(us()).stream()
                .filter(each -> text(each, "@id").equals(dataset))
                .findFirst()
                .orElseThrow(() -> new IOException("EDC does not see `" + dataset + "` in our catalog"));
        return edc.management().negotiate(us(), found);
    }

    /** An agreement about our dataset, by the name that EDC has for it. */
    String agreedWithUs() throws IOException {
        return text(edcNegotiation(askUs(DATA), "FINALIZED"), "contractAgreementId");
    }

    JsonNode edcNegotiation(String id, String... states) {
        return Waiting.until(() -> edc.management().negotiation(id), seen -> isIn(Optional.of(seen), states));
    }

    JsonNode edcTransfer(String id, String... states) {
        return Waiting.until(() -> edc.management().transferProcess(id), seen -> isIn(Optional.of(seen), states));
    }

    /** Fetches the bytes of a transfer from where EDC was told that they are. */
    HttpResponse<byte[]> pullAsEdc(String id) throws IOException {
        JsonNode address = Waiting.until(() -> edc.management().dataAddress(id), Optional::isPresent)
                .orElseThrow();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(text(address, "endpoint")))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + text(address, "authorization"));
        return Api.sent(request, BodyHandlers.ofByteArray());
    }

    // Either.

    /** Waits until our side of a negotiation has come to rest in this state. */
    JsonNode ourNegotiation(String pid, String state) {
        return settled("/api/negotiations/" + pid, Set.of(state));
    }

    JsonNode ourTransfer(String pid, String state) {
        return settled("/api/transfers/" + pid, Set.of(state));
    }

    /** How our side of a negotiation ends. */
    String ourEnd(String pid) {
        return text(settled("/api/negotiations/" + pid, ENDS), "state");
    }

    private JsonNode settled(String path, Set<String> states) {
        return Waiting.until(
                () -> node.api().read(path), seen -> states.contains(text(seen, "state")) && !seen.has("sending"));
    }

    /** Our name of a negotiation or transfer that EDC began, once it has heard it. */
    static String ourName(Waiting.Look<JsonNode> atEdc) {
        return text(Waiting.until(atEdc, seen -> !text(seen, "correlationId").isEmpty()), "correlationId");
    }

    static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    @Override
    public void close() throws IOException {
        try (edc;
                sources) {
            node.close();
        }
    }
}
