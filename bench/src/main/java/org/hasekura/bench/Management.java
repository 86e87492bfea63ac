package org.hasekura.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.hasekura.node.AddressCheck;
import org.hasekura.node.PeerAnswer;
import org.hasekura.node.PeerClient;
import org.hasekura.node.Settings;

/** Drives a node by its management API, as its own people do. */
final class Management {

    private static final int ANSWER_BYTES_MAX = 64 << 20;

    private final URI node;
    private final Map<String, String> headers;
    private final PeerClient client = new PeerClient(
            new Settings.Peers(Duration.ofSeconds(5), Duration.ofMinutes(2), ANSWER_BYTES_MAX),
            true,
            AddressCheck.none());

    Management(URI node, String token) {
        this.node = node;
        this.headers = Map.of(
                "Accept", "application/json", "Content-Type", "application/json", "Authorization", "Bearer " + token);
    }

    /** The body of the answer. */
    String get(String path) throws IOException {
        return good(path, client.get(address(path), headers, ANSWER_BYTES_MAX));
    }

    String post(String path, String json) throws IOException {
        return good(path, client.post(address(path), headers, bytes(json), ANSWER_BYTES_MAX));
    }

    /** Offers a file under one open offer. */
    void offer(String id, String answering, Path file) throws IOException {
        post("/api/datasets", BenchJson.dataset(id, answering, file));
    }

    /** Writes somebody into the node's register. */
    void know(String did, String country) throws IOException {
        String path = "/api/participants";
        good(path, client.put(address(path), headers, bytes(BenchJson.participant(did, country)), ANSWER_BYTES_MAX));
    }

    /** Asks the peer for a dataset and answers the negotiation's name. */
    String negotiate(String peer, String dataset) throws IOException {
        return BenchJson.text(post("/api/negotiations", BenchJson.object("peer", peer, "dataset", dataset)), "pid");
    }

    /** Asks for the bytes under an agreement and answers the transfer's name. */
    String transfer(String agreement) throws IOException {
        return BenchJson.text(post("/api/transfers", BenchJson.object("agreement", agreement)), "pid");
    }

    /** The agreement that a finalized negotiation came to. */
    String agreement(String negotiation) throws IOException {
        return BenchJson.text(get("/api/negotiations/" + negotiation), "agreement");
    }

    private URI address(String path) {
        return URI.create(node + path);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String good(String path, PeerAnswer answer) throws IOException {
        if (!answer.isSuccess()) {
            throw new IOException("`" + path + "` answered " + answer.status() + ": " + answer.text());
        }
        return answer.text();
    }
}
