package org.hasekura.node;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Asks the management server of a running node, for commands. */
final class ManagementClient {

    private static final int ANSWER_BYTES_MAX = 64 << 20;
    private static final Settings.Peers PATIENCE =
            new Settings.Peers(Duration.ofSeconds(5), Duration.ofMinutes(2), ANSWER_BYTES_MAX);

    private final URI node;
    private final Optional<String> token;
    private final PeerClient client = new PeerClient(PATIENCE, true, AddressCheck.none());

    /**
     * A client of one node.
     *
     * @param node the address of its management server
     */
    ManagementClient(URI node, Optional<String> token) {
        this.node = node;
        this.token = token;
    }

    /**
     * The answer's body.
     *
     * @param path with its query, encoded
     * @throws CommandFailed with the node's reason, when it refuses or cannot be reached
     */
    byte[] get(String path) throws CommandFailed {
        return answered(() -> client.get(address(path), headers(), ANSWER_BYTES_MAX));
    }

    /** As {@link #get}. */
    byte[] post(String path, String json) throws CommandFailed {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return answered(() -> client.post(address(path), headers(), body, ANSWER_BYTES_MAX));
    }

    /** As {@link #get}. */
    byte[] put(String path, String json) throws CommandFailed {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return answered(() -> client.put(address(path), headers(), body, ANSWER_BYTES_MAX));
    }

    @FunctionalInterface
    private interface Asking {
        PeerAnswer ask() throws IOException;
    }

    private byte[] answered(Asking asking) throws CommandFailed {
        PeerAnswer answer;
        try (Progress _ = Progress.of("waiting for " + node)) {
            answer = asking.ask();
        } catch (IOException e) {
            throw new CommandFailed("no node answers at `" + node
                    + "`; is it running, and is this its management address? (" + e.getMessage() + ")");
        }
        if (answer.isSuccess()) {
            return answer.body();
        }
        String reason = ProblemJson.detail(answer.body()).orElseGet(() -> "the node answered " + answer.status());
        throw new CommandFailed(
                answer.status() == 401 && token.isEmpty()
                        ? "the node wants its token: --token, --token-file or HASEKURA_TOKEN"
                        : reason);
    }

    private URI address(String path) {
        String base = node.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>(Map.of("Accept", "application/json"));
        headers.put("Content-Type", "application/json");
        token.ifPresent(each -> headers.put("Authorization", "Bearer " + each));
        return headers;
    }
}
