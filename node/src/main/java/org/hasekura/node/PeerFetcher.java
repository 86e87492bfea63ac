package org.hasekura.node;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.hasekura.identity.Fetcher;

/** Fetches public documents, such as those of DIDs, by the client for peers and under its guard. */
public record PeerFetcher(PeerClient client) implements Fetcher {

    @Override
    public byte[] get(URI address, int bytesMax) throws IOException {
        PeerAnswer answer = client.get(address, Map.of("Accept", "application/did+json, application/json"), bytesMax);
        if (answer.status() != 200) {
            throw new IOException("`" + address + "` answered " + answer.status());
        }
        return answer.body();
    }
}
