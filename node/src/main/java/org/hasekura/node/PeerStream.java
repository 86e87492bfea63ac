package org.hasekura.node;

import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What a peer answers, as it comes. The stream ends with an {@code IOException} when fewer bytes came than were
 * announced.
 *
 * @param bytes as announced
 * @param closing gives the connection back, or closes it when not everything was read
 */
public record PeerStream(
        int status, Function<String, Optional<String>> headers, OptionalLong bytes, InputStream body, Runnable closing)
        implements AutoCloseable {

    public Optional<String> header(String name) {
        return headers.apply(name);
    }

    @Override
    public void close() {
        closing.run();
    }
}
