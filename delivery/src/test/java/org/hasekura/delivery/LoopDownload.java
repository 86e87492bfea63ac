package org.hasekura.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** Asks a provider side in the same thread, over a network that breaks, loses headers and changes bytes as told. */
final class LoopDownload implements Download {
    private final ProviderSide provider;

    /** After how many bytes the next connections break; no more entries: they do not. */
    final Deque<Integer> breaks = new ArrayDeque<>();

    /** What the next requests are answered with, instead of by the provider. */
    final Deque<Integer> statuses = new ArrayDeque<>();

    final List<Map<String, String>> asked = new ArrayList<>();
    final List<String> withheld = new ArrayList<>();
    final Map<String, String> replaced = new HashMap<>();
    int corrupted;
    boolean isNotAllowed;
    boolean isBareTokenWanted;
    IntConsumer whileReading = _ -> {};

    LoopDownload(ProviderSide provider) {
        this.provider = provider;
    }

    @Override
    public Reply get(URI address, Map<String, String> headers) throws IOException {
        if (isNotAllowed) {
            throw new AddressNotAllowed("`" + address.getHost() + "` may not be contacted");
        }
        asked.add(headers);
        var given = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        if (!statuses.isEmpty()) {
            return new Answered(statuses.remove(), given, InputStream.nullInputStream());
        }
        if (isBareTokenWanted && headers.getOrDefault("Authorization", "").startsWith("Bearer ")) {
            return new Answered(403, given, InputStream.nullInputStream());
        }
        String path = address.getPath();
        Opening opening = provider.deliveries.open(
                path.substring(path.lastIndexOf('/') + 1),
                header(headers, "Authorization").map(each -> each.replaceFirst("^Bearer ", "")),
                header(headers, "Range"),
                header(headers, "If-Range"));
        given.putAll(opening.headers());
        InputStream body = InputStream.nullInputStream();
        if (opening instanceof Opening.Serve serve) {
            given.put("Content-Length", Long.toString(serve.length()));
            body = new Line(serve, provider.source.open(serve.content().location(), serve.from()));
        }
        given.putAll(replaced);
        withheld.forEach(given::remove);
        return new Answered(opening.status(), given, body);
    }

    private static Optional<String> header(Map<String, String> headers, String name) {
        return Optional.ofNullable(headers.get(name));
    }

    private record Answered(int status, Map<String, String> headers, InputStream body) implements Reply {
        @Override
        public Optional<String> header(String name) {
            return LoopDownload.header(headers, name);
        }

        @Override
        public void close() {
            try {
                body.close();
            } catch (IOException cannotBe) {
                throw new IllegalStateException(cannotBe);
            }
        }
    }

    /** The bytes of one connection: looks at the gate as a pump does, and breaks as told. */
    private final class Line extends InputStream {
        private final Opening.Serve serve;
        private final InputStream in;
        private final int breaksAfter;
        private int sent;

        Line(Opening.Serve serve, InputStream in) {
            this.serve = serve;
            this.in = in;
            this.breaksAfter = breaks.isEmpty() ? Integer.MAX_VALUE : breaks.remove();
        }

        @Override
        public int read() {
            throw new IllegalStateException("read by pieces");
        }

        @Override
        public int read(byte[] chunk, int from, int length) throws IOException {
            whileReading.accept(sent);
            if (sent >= serve.length()) {
                return -1;
            }
            if (sent >= breaksAfter || !serve.passage().isOpen()) {
                throw new IOException("connection reset");
            }
            int wanted = (int) Math.min(Math.min(length, 10_000), Math.min(breaksAfter, serve.length()) - sent);
            int read = in.read(chunk, from, wanted);
            serve.passage().count(read);
            if (corrupted > 0) {
                corrupted--;
                chunk[from]++;
            }
            sent += read;
            return read;
        }

        @Override
        public void close() {
            serve.close();
        }
    }
}
