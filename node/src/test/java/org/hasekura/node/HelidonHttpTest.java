package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPInputStream;
import org.hasekura.exchange.StoreFailed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the HTTP server")
class HelidonHttpTest {

    private static final Route ECHO = Route.post(
            "/echo/{name}",
            1000,
            request ->
                    new Response.Whole(200, "text/plain", request.body(), Map.of("X-Name", request.parameter("name"))));

    private static final Settings.Limits HASTY =
            new Settings.Limits(1000, 8192, 1000, 8, 256, 256, Duration.ofMillis(400), Duration.ofSeconds(60));

    private final HttpPort http = new HelidonHttp();

    @Test
    @DisplayName("hands the whole request to its route, and sends the answer with security headers")
    void serves() throws Exception {
        try (HttpPort.Listening server = http.listen(TestSites.site(ECHO));
                HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = post(client, server, "/echo/a%2Fb", new byte[] {1, 2, 3});
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).containsExactly(1, 2, 3);
            assertThat(answer.headers().firstValue("X-Name")).contains("a/b");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(get(client, server, "/nothing").statusCode()).isEqualTo(404);
            HttpResponse<byte[]> wrong = get(client, server, "/echo/a");
            assertThat(wrong.statusCode()).isEqualTo(405);
            assertThat(wrong.headers().firstValue("Allow")).contains("POST");
        }
    }

    @Test
    @DisplayName("sends every byte of a long answer, also when the reader is slower than the writer")
    void longAnswer() throws Exception {
        int pieces = 2_000;
        byte[] piece = new byte[32 * 1024];
        Response.Writer writer = out -> {
            for (int i = 0; i < pieces; i++) {
                out.write(piece);
            }
        };
        long bytes = (long) pieces * piece.length;
        Route longOne = Route.get("/", _ -> stream(OptionalLong.of(bytes), new Cut(), writer));
        try (HttpPort.Listening server = http.listen(TestSites.site(longOne));
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(get(client, server, "/").body()).hasSize((int) bytes);
        }
    }

    @Test
    @DisplayName("refuses a body that is too long, whether its length is announced or not")
    void bodyLimit() throws Exception {
        AtomicInteger handled = new AtomicInteger();
        Route counting = Route.post("/", 1000, _ -> {
            handled.incrementAndGet();
            return Response.empty(204);
        });
        try (HttpPort.Listening server = http.listen(TestSites.site(counting));
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(post(client, server, "/", new byte[1000]).statusCode()).isEqualTo(204);
            assertThat(post(client, server, "/", new byte[1001]).statusCode()).isEqualTo(413);
            for (int i = 0; i < 200; i++) {
                assertThat(post(client, server, "/", new byte[300_000]).statusCode())
                        .as("told each time, whatever the other side is still sending")
                        .isEqualTo(413);
            }
            HttpRequest chunked = HttpRequest.newBuilder(address(server, "/"))
                    .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[1001])))
                    .build();
            assertThat(client.send(chunked, HttpResponse.BodyHandlers.ofByteArray())
                            .statusCode())
                    .isEqualTo(413);
            assertThat(handled).hasValue(1);
        }
    }

    @Test
    @DisplayName("refuses headers that are too long and requests that are none, shortly")
    void malformed() throws Exception {
        try (HttpPort.Listening server = http.listen(TestSites.site(ECHO))) {
            for (String request : List.of(
                    "GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(9000) + "\r\n\r\n",
                    "GARBAGE\r\n\r\n",
                    "G\0T / HTTP/1.1\r\nHost: a\r\n\r\n",
                    "GET /\r\n\r\n",
                    "POST /echo/a HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
                    "GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")) {
                String answer = raw(server, request);
                assertThat(answer).as(request.substring(0, 9)).startsWith("HTTP/1.1 4");
                assertThat(answer)
                        .doesNotContain("Exception")
                        .doesNotContain("\tat ")
                        .hasSizeLessThan(1000);
            }
        }
    }

    @Test
    @DisplayName("answers once and closes when it cannot be told where a body ends")
    void unframed() throws Exception {
        String post = "POST /echo/a HTTP/1.1\r\nHost: a\r\n";
        String next = "GET /echo/smuggled HTTP/1.1\r\nHost: a\r\n\r\n";
        try (HttpPort.Listening server = http.listen(TestSites.site(ECHO))) {
            for (String request : List.of(
                    "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                    "Content-Length: 0\r\nContent-Length: 4\r\n\r\n",
                    "Content-Length: -4\r\n\r\n",
                    "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                    "Transfer-Encoding: chunked\r\n\r\nZZ\r\n",
                    "Transfer-Encoding: chunked\r\n\r\n-1\r\n",
                    "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFF\r\n")) {
                String answer = raw(server, post + request + next);
                assertThat(answer).as(request).startsWith("HTTP/1.1 400").doesNotContain("smuggled");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "G",
                "GET /",
                "GET / HTTP/1.1\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX: ",
                "GET / HTTP/1.1\r\nHost: a\r\n\r\nG",
                "GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\nX: "
            })
    @DisplayName("closes a connection on which a head comes a byte at a time, though it is never idle")
    void slowHead(String begin) throws Exception {
        Route one = Route.get("/", _ -> Response.text(200, "ok"));
        try (HttpPort.Listening server = http.listen(TestSites.site(HASTY, () -> {}, one));
                Socket slow = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            slow.setSoTimeout(10_000);
            Thread trickle = Thread.ofVirtual().start(() -> trickle(slow, begin, "yyyyyyyy".repeat(1_000)));
            if (begin.contains("\r\n\r\n")) {
                byte[] answer = slow.getInputStream().readNBytes(12);
                assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
            }
            assertThat(isClosed(slow)).isTrue();
            trickle.join();
        }
    }

    @Test
    @DisplayName("lets a body take longer than a head may, and a connection wait longer between two requests")
    void slowBody() throws Exception {
        try (HttpPort.Listening server = http.listen(TestSites.site(HASTY, () -> {}, ECHO));
                Socket slow = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            slow.setSoTimeout(10_000);
            for (int times = 0; times < 2; times++) {
                trickle(slow, "POST /echo/a HTTP/1.1\r\nHost: a\r\nContent-Length: 40\r\n\r\n", "y".repeat(40));
                byte[] answer = slow.getInputStream().readNBytes(12);
                assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
                LockSupport.parkNanos(3 * HASTY.headTime().toNanos());
                int rest = slow.getInputStream().available();
                assertThat(slow.getInputStream().readNBytes(rest)).hasSizeGreaterThan(40);
            }
        }
    }

    /** Waits for the end; a server that closes while something is on its way to it resets the connection. */
    private static boolean isClosed(Socket socket) throws SocketTimeoutException {
        try {
            return !new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).contains("HTTP/1.1");
        } catch (SocketTimeoutException open) {
            throw open;
        } catch (IOException reset) {
            return true;
        }
    }

    /** A byte each 20 ms, as long as the connection stands. */
    private static void trickle(Socket socket, String begin, String slowly) {
        try {
            socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
            for (int at = 0; at < slowly.length(); at++) {
                socket.getOutputStream().write(slowly.charAt(at));
                LockSupport.parkNanos(20_000_000);
            }
        } catch (IOException closed) {
            assertThat(closed).isNotNull();
        }
    }

    @Test
    @DisplayName("lets one address have so many connections and no more, until one of them ends")
    void perAddress() throws Exception {
        Settings.Limits two =
                new Settings.Limits(1000, 8192, 1000, 8, 256, 2, Duration.ofSeconds(5), Duration.ofSeconds(60));
        Route one = Route.get("/", _ -> Response.text(200, "ok"));
        try (HttpPort.Listening server = http.listen(TestSites.site(two, () -> {}, one));
                Socket first = new Socket(InetAddress.getLoopbackAddress(), server.port());
                Socket second = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            assertThat(begin(first)).isEqualTo("HTTP/1.1 200");
            assertThat(begin(second)).isEqualTo("HTTP/1.1 200");
            try (Socket third = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                assertThat(begin(third)).isEmpty();
            }
            first.shutdownOutput();
            String answer = "";
            while (answer.isEmpty()) {
                try (Socket next = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                    answer = begin(next);
                }
            }
            assertThat(answer).isEqualTo("HTTP/1.1 200");
        }
    }

    /** The first bytes of an answer; none when the connection was closed instead. */
    private static String begin(Socket socket) {
        try {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        } catch (IOException reset) {
            return "";
        }
    }

    @Test
    @DisplayName("closes the connection when asked to")
    void close() throws Exception {
        try (HttpPort.Listening server = http.listen(TestSites.site(ECHO))) {
            String last = "POST /echo/a HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            assertThat(raw(server, last)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    @DisplayName("never shows why it failed")
    void failure() throws Exception {
        Route broken = Route.get("/", _ -> {
            throw new IllegalStateException("secret of the house");
        });
        try (HttpPort.Listening server = http.listen(TestSites.site(broken));
                HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = get(client, server, "/");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("secret");
        }
    }

    @Test
    @DisplayName("tells its owner when the storage has failed")
    void storeFailed() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        Route broken = Route.get("/", _ -> {
            throw new StoreFailed("disk full at /secret");
        });
        try (HttpPort.Listening server = http.listen(TestSites.site(TestSites.LIMITS, told::countDown, broken));
                HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = get(client, server, "/");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("disk");
            assertThat(told.getCount()).isZero();
        }
    }

    @Test
    @DisplayName("lets one address ask so often and says when to come back")
    void rate() throws Exception {
        Settings.Limits few =
                new Settings.Limits(1000, 8192, 3, 64, 256, 256, Duration.ofSeconds(5), Duration.ofSeconds(20));
        try (HttpPort.Listening server = http.listen(TestSites.site(few, () -> {}, ECHO));
                HttpClient client = HttpClient.newHttpClient()) {
            for (int times = 0; times < 3; times++) {
                assertThat(get(client, server, "/").statusCode()).isEqualTo(404);
            }
            HttpResponse<byte[]> answer = get(client, server, "/");
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(Integer.parseInt(
                            answer.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1, 20);
        }
    }

    @Test
    @DisplayName("serves so many at the same time and asks the others to come again")
    void atOnce() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Route slow = Route.get("/", _ -> {
            entered.countDown();
            awaitQuietly(leave);
            return Response.empty(204);
        });
        Settings.Limits one =
                new Settings.Limits(1000, 8192, 1000, 1, 256, 256, Duration.ofSeconds(5), Duration.ofSeconds(20));
        try (HttpPort.Listening server = http.listen(TestSites.site(one, () -> {}, slow));
                HttpClient client = HttpClient.newHttpClient()) {
            CompletableFuture<HttpResponse<byte[]>> first = client.sendAsync(
                    HttpRequest.newBuilder(address(server, "/")).build(), HttpResponse.BodyHandlers.ofByteArray());
            entered.await();
            assertThat(get(client, server, "/").statusCode()).isEqualTo(503);
            leave.countDown();
            assertThat(first.get().statusCode()).isEqualTo(204);
        }
    }

    @Test
    @DisplayName("waits no longer for a body that trickles than for one that does not come")
    void trickle() throws Exception {
        Settings.Limits hasty =
                new Settings.Limits(1000, 8192, 1000, 8, 256, 256, Duration.ofSeconds(5), Duration.ofMillis(300));
        AtomicInteger handled = new AtomicInteger();
        Route counting = Route.post("/", 1_000_000, _ -> {
            handled.incrementAndGet();
            return Response.empty(204);
        });
        try (HttpPort.Listening server = http.listen(TestSites.site(hasty, () -> {}, counting));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThatThrownBy(() -> trickle(socket)).isInstanceOf(IOException.class);
            assertThat(handled).hasValue(0);
        }
    }

    /** Sends a byte whenever the other side can take one, slowly, until it takes no more. */
    private static void trickle(Socket socket) throws IOException, InterruptedException {
        for (int sent = 0; sent < 100_000; sent++) {
            socket.getOutputStream().write('a');
            java.util.concurrent.TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Test
    @DisplayName("packs long answers for those who take them packed")
    void gzip() throws Exception {
        byte[] page = "{\"a\":1}".repeat(1000).getBytes(StandardCharsets.UTF_8);
        Route long1 = Route.get("/", _ -> new Response.Whole(200, "application/json", page, Map.of()));
        try (HttpPort.Listening server = http.listen(TestSites.site(long1));
                HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> packed = client.send(
                    HttpRequest.newBuilder(address(server, "/"))
                            .header("Accept-Encoding", "br, gzip;q=0.8")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                    .isEqualTo(page);
            assertThat(get(client, server, "/").body()).isEqualTo(page);
        }
    }

    @Test
    @DisplayName("streams, and breaks off visibly when the source fails or the answer is cut")
    void streams() throws Exception {
        Cut cut = new Cut();
        CountDownLatch flowing = new CountDownLatch(1);
        Route whole = Route.get(
                "/whole", _ -> stream(OptionalLong.of(300_000), new Cut(), sink -> sink.write(new byte[300_000])));
        Route broken = Route.get(
                "/broken",
                _ -> stream(OptionalLong.of(300_000), new Cut(), sink -> {
                    sink.write(new byte[200_000]);
                    throw new IOException("the disk is gone");
                }));
        Route unknown = Route.get(
                "/unknown",
                _ -> stream(OptionalLong.empty(), new Cut(), sink -> {
                    sink.write(new byte[200_000]);
                    throw new IOException("the disk is gone");
                }));
        Route endless = Route.get(
                "/endless",
                _ -> stream(OptionalLong.of(1L << 40), cut, sink -> {
                    for (long piece = 0; piece < 1L << 24; piece++) {
                        sink.write(new byte[1 << 16]);
                        flowing.countDown();
                    }
                }));
        try (HttpPort.Listening server = http.listen(TestSites.site(whole, broken, unknown, endless));
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(get(client, server, "/whole").body()).hasSize(300_000);
            assertThatThrownBy(() -> get(client, server, "/broken")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> get(client, server, "/unknown")).isInstanceOf(IOException.class);
            // The reader does not read: the writer waits for it when the cut comes.
            try (Socket reader = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                reader.getOutputStream()
                        .write("GET /endless HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                flowing.await();
                cut.make();
                assertThat(endOf(reader)).isLessThan(1L << 40);
            }
            assertThatThrownBy(() -> get(client, server, "/endless")).isInstanceOf(IOException.class);
        }
    }

    @Test
    @DisplayName("says so when its port is taken")
    void taken() throws Exception {
        try (HttpPort.Listening server = http.listen(TestSites.site(ECHO))) {
            HttpPort.Site second = new HttpPort.Site(
                    "dsp",
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()),
                    new Routes(List.of()),
                    TestSites.LIMITS,
                    Optional.empty(),
                    Optional.empty(),
                    () -> {});
            assertThatThrownBy(() -> http.listen(second))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is taken by another process");
        }
    }

    private static Response stream(OptionalLong bytes, Cut cut, Response.Writer writer) {
        return new Response.Streamed(200, "application/octet-stream", bytes, Map.of(), cut, writer);
    }

    private static URI address(HttpPort.Listening server, String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private static HttpResponse<byte[]> get(HttpClient client, HttpPort.Listening server, String path)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(address(server, path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> post(HttpClient client, HttpPort.Listening server, String path, byte[] body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(address(server, path))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String raw(HttpPort.Listening server, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(4000), StandardCharsets.UTF_8);
        }
    }

    /** How many bytes came until the end, however it came. */
    private static long endOf(Socket socket) throws IOException {
        socket.setSoTimeout(15_000);
        byte[] piece = new byte[1 << 16];
        long count = 0;
        try {
            for (int read = socket.getInputStream().read(piece);
                    read >= 0;
                    read = socket.getInputStream().read(piece)) {
                count += read;
            }
        } catch (java.net.SocketException _) {
            // Reset: an end, too.
        }
        return count;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
