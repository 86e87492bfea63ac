package org.hasekura.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.hasekura.exchange.Outgoing;
import org.hasekura.exchange.Peers;
import org.hasekura.identity.Did;

/** Sends the exchange's messages over HTTP. */
final class HttpPeers implements Peers {

    private static final int ANSWER_BYTES_MAX = 256 * 1024;
    private static final Map<String, String> JSON =
            Map.of("Content-Type", "application/json", "Accept", "application/json");

    private final PeerClient client;
    private final Tokens tokens;

    HttpPeers(PeerClient client, Tokens tokens) {
        this.client = client;
        this.tokens = tokens;
    }

    @Override
    public Reply send(Outgoing message) throws IOException {
        PeerAnswer answer = client.post(
                message.target(),
                tokens.headers(new Did(message.peer()), JSON),
                message.body().getBytes(StandardCharsets.UTF_8),
                ANSWER_BYTES_MAX);
        return new Reply(answer.status(), answer.text());
    }
}
