package org.hasekura.tests;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.hasekura.node.testing.OpenSslAuthority;

/** A timestamp authority on this machine that answers by HTTP as RFC 3161 §3.4 says, by {@code openssl ts}. */
final class TimestampServer implements AutoCloseable {

    private static final int QUERY_BYTES_MAX = 1024;

    private final OpenSslAuthority authority;
    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean isAway;

    TimestampServer(Path folder, String name) throws IOException {
        this.authority = OpenSslAuthority.in(folder, name);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.incrementAndGet();
            byte[] query = exchange.getRequestBody().readNBytes(QUERY_BYTES_MAX);
            boolean isQuery = "application/timestamp-query"
                    .equals(exchange.getRequestHeaders().getFirst("Content-Type"));
            if (isAway || !isQuery) {
                exchange.sendResponseHeaders(isAway ? 503 : 415, -1);
                return;
            }
            byte[] answer = authority.answer(query);
            exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/tsr";
    }

    String pem() throws IOException {
        return authority.pem();
    }

    /** How often it was asked. */
    int asked() {
        return asked.get();
    }

    /** From now on it has no answer, or has one again. */
    void away(boolean away) {
        isAway = away;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
