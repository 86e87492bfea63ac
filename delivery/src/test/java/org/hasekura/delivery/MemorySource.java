package org.hasekura.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sources in memory. */
final class MemorySource implements Source {
    private final Map<String, byte[]> bytes = new ConcurrentHashMap<>();
    private final Map<String, Instant> modified = new ConcurrentHashMap<>();

    void put(String location, byte[] content, Instant at) {
        bytes.put(location, content.clone());
        modified.put(location, at);
    }

    void remove(String location) {
        bytes.remove(location);
        modified.remove(location);
    }

    @Override
    public InputStream open(String location, long from) throws IOException {
        byte[] content = Optional.ofNullable(bytes.get(location))
                .orElseThrow(() -> new IOException("nothing lies at `" + location + "`"));
        return new ByteArrayInputStream(content, (int) from, content.length - (int) from);
    }

    @Override
    public Optional<State> state(String location) {
        return Optional.ofNullable(bytes.get(location))
                .map(content -> new State(
                        content.length,
                        Optional.ofNullable(modified.get(location)).orElseThrow()));
    }
}
