package org.hasekura.node;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.hasekura.delivery.Download;

/** Fetches bytes with the client that contacts only what it may. */
final class HttpDownload implements Download {
    private final PeerClient client;

    HttpDownload(PeerClient client) {
        this.client = client;
    }

    @Override
    public Reply get(URI address, Map<String, String> headers) throws IOException {
        try {
            return new Streamed(client.stream(address, headers));
        } catch (AddressRefusedException refused) {
            throw new AddressNotAllowed(String.valueOf(refused.getMessage()));
        }
    }

    private record Streamed(PeerStream stream) implements Reply {

        @Override
        public int status() {
            return stream.status();
        }

        @Override
        public Optional<String> header(String name) {
            return stream.header(name);
        }

        @Override
        public InputStream body() {
            return stream.body();
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
