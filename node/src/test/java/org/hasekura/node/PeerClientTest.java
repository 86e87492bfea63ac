package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.hasekura.identity.Admission;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the client for peers")
class PeerClientTest {

    private static final PeerClient DEVELOPMENT =
            new PeerClient(TestSites.PEERS, true, AddressCheck.guarding(Admission.DEVELOPMENT));

    @Test
    @DisplayName("sends a body and headers, and reads the answer whole")
    void post() throws IOException {
        Route echo = Route.post(
                "/a b/{id}",
                1000,
                request -> new Response.Whole(
                        201,
                        "text/plain",
                        request.body(),
                        Map.of("X-Token", request.bearerToken().orElse("-"))));
        try (HttpPort.Listening server = new HelidonHttp().listen(TestSites.site(echo))) {
            for (int times = 0; times < 3; times++) {
                PeerAnswer answer = DEVELOPMENT.post(
                        address(server, "/a%20b/urn:uuid:1%2F2?x=%26"),
                        Map.of("Authorization", "Bearer t", "Content-Type", "application/json"),
                        "héllo".getBytes(StandardCharsets.UTF_8),
                        1000);
                assertThat(answer.status()).isEqualTo(201);
                assertThat(answer.text()).isEqualTo("héllo");
                assertThat(answer.header("x-token")).contains("t");
            }
        }
    }

    @Test
    @DisplayName("follows no redirect")
    void redirect() throws IOException {
        AtomicInteger reached = new AtomicInteger();
        Route from = Route.get("/from", _ -> Response.empty(302).with("Location", "/to"));
        Route to = Route.get("/to", _ -> {
            reached.incrementAndGet();
            return Response.empty(204);
        });
        try (HttpPort.Listening server = new HelidonHttp().listen(TestSites.site(from, to))) {
            assertThat(DEVELOPMENT.get(address(server, "/from"), Map.of(), 10).status())
                    .isEqualTo(302);
            assertThat(reached).hasValue(0);
        }
    }

    @Test
    @DisplayName("reads no more than it was told, announced or not")
    void limit() throws IOException {
        Route announced = Route.get("/announced", _ -> Response.text(200, "a".repeat(101)));
        Route chunked = Route.get(
                "/chunked",
                _ -> new Response.Streamed(
                        200,
                        "text/plain",
                        OptionalLong.empty(),
                        Map.of(),
                        new Cut(),
                        sink -> sink.write(new byte[101])));
        try (HttpPort.Listening server = new HelidonHttp().listen(TestSites.site(announced, chunked))) {
            for (String path : new String[] {"/announced", "/chunked"}) {
                assertThat(DEVELOPMENT.get(address(server, path), Map.of(), 101).body())
                        .hasSize(101);
                assertThatThrownBy(() -> DEVELOPMENT.get(address(server, path), Map.of(), 100))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("more than 100 bytes");
            }
        }
    }

    @Test
    @DisplayName("streams, and notices when less came than was announced")
    void stream() throws IOException {
        Route whole = Route.get(
                "/whole",
                request -> new Response.Streamed(
                        206,
                        "application/octet-stream",
                        OptionalLong.of(100_000),
                        Map.of("X-Range", request.header("Range").orElse("-")),
                        new Cut(),
                        sink -> sink.write(new byte[100_000])));
        Route half = Route.get(
                "/half",
                _ -> new Response.Streamed(
                        200, "application/octet-stream", OptionalLong.of(100_000), Map.of(), new Cut(), sink -> {
                            sink.write(new byte[50_000]);
                            sink.flush();
                            throw new IOException("the disk is gone");
                        }));
        try (HttpPort.Listening server = new HelidonHttp().listen(TestSites.site(whole, half))) {
            try (PeerStream stream = DEVELOPMENT.stream(address(server, "/whole"), Map.of("Range", "bytes=5-"))) {
                assertThat(stream.status()).isEqualTo(206);
                assertThat(stream.header("X-Range")).contains("bytes=5-");
                assertThat(stream.bytes()).hasValue(100_000);
                assertThat(stream.body().readAllBytes()).hasSize(100_000);
            }
            try (PeerStream stream = DEVELOPMENT.stream(address(server, "/half"), Map.of())) {
                assertThatThrownBy(() -> stream.body().readAllBytes())
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("broke off");
            }
        }
    }

    @Test
    @DisplayName("contacts no machine that is closed, by name or by number")
    void guarded() throws IOException {
        AtomicInteger reached = new AtomicInteger();
        Route any = Route.get("/", _ -> {
            reached.incrementAndGet();
            return Response.empty(204);
        });
        PeerClient production = new PeerClient(TestSites.PEERS, true, AddressCheck.guarding(Admission.PRODUCTION));
        try (HttpPort.Listening server = new HelidonHttp().listen(TestSites.site(any))) {
            for (String host :
                    new String[] {"localhost", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0"}) {
                assertThatThrownBy(() ->
                                production.get(URI.create("http://" + host + ":" + server.port() + "/"), Map.of(), 10))
                        .as(host)
                        .isInstanceOf(IOException.class);
            }
            assertThat(reached).hasValue(0);
            assertThat(DEVELOPMENT.get(address(server, "/"), Map.of(), 10).status())
                    .isEqualTo(204);
        }
    }

    @Test
    @DisplayName("speaks https alone outside development mode, and http never to a proxy of the system")
    void schemes() {
        PeerClient production = new PeerClient(TestSites.PEERS, false, AddressCheck.none());
        for (String address :
                new String[] {"http://example.org/", "ftp://example.org/", "file:///etc/passwd", "https:///"}) {
            assertThatThrownBy(() -> production.get(URI.create(address), Map.of(), 10))
                    .as(address)
                    .isInstanceOf(AddressRefusedException.class)
                    .hasMessageContaining("must begin with https://");
        }
    }

    @Test
    @DisplayName("says when nobody answers")
    void nobody() throws IOException {
        int port;
        try (HttpPort.Listening server = new HelidonHttp().listen(TestSites.site())) {
            port = server.port();
        }
        assertThatThrownBy(() -> DEVELOPMENT.get(URI.create("http://127.0.0.1:" + port + "/"), Map.of(), 10))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gave no answer");
    }

    private static URI address(HttpPort.Listening server, String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
