package org.hasekura.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hasekura.exchange.StoreFailed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The sender")
class SenderTest {

    private static final String HOST = "Host: a\r\n";
    private static final String NONE = "GET /data/none HTTP/1.1\r\n" + HOST;
    private static final String LAST = "Connection: close\r\n\r\n";
    private static final SenderLimits USUAL = limits(64, Duration.ofSeconds(20), Duration.ofSeconds(20));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private final FakeDesk desk = new FakeDesk();

    private static SenderLimits limits(int perAddress, Duration headTime, Duration idleTime) {
        return new SenderLimits(8192, 128, perAddress, headTime, idleTime);
    }

    private Sender start(SenderLimits limits) throws IOException {
        return start(limits, Optional.empty());
    }

    private Sender start(SenderLimits limits, Optional<String> header) throws IOException {
        return Sender.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                desk,
                limits,
                Optional.empty(),
                header,
                CLOCK);
    }

    @Test
    @DisplayName("answers requests one after another, also those that did not wait for the answer before")
    void pipelined() throws IOException {
        try (Sender sender = start(USUAL)) {
            String answers = exchange(
                    sender,
                    "GET /data/1 HTTP/1.1\r\n" + HOST + "\r\nHEAD /data/2 HTTP/1.1\r\n" + HOST
                            + "\r\n\r\nGET /data/a%2F%C3%BC HTTP/1.1\r\n" + HOST + LAST);
            assertThat(answers.split("HTTP/1.1 404 Not Found\r\n", -1)).hasSize(4);
            assertThat(answers)
                    .contains("Date: Sun, 22 Nov 2026 12:00:00 GMT\r\n")
                    .contains("Cache-Control: no-store\r\n");
            assertThat(desk.asked).containsExactly("1", "2", "a/ü");
        }
    }

    @Test
    @DisplayName("answers a thousand requests that came all at once")
    void thousand() throws IOException {
        try (Sender sender = start(USUAL)) {
            String answers = exchange(sender, (NONE + "\r\n").repeat(1000) + NONE + LAST);
            assertThat(answers.split("HTTP/1.1 404 Not Found\r\n", -1)).hasSize(1002);
        }
    }

    @Test
    @DisplayName("sends no body to whoever asks for the head alone")
    void head() throws IOException {
        try (Sender sender = start(USUAL)) {
            assertThat(exchange(sender, "HEAD /data/1 HTTP/1.1\r\n" + HOST + LAST))
                    .endsWith("\r\n\r\n");
            assertThat(exchange(sender, "GET /data/1 HTTP/1.1\r\n" + HOST + LAST))
                    .doesNotEndWith("\r\n\r\n");
        }
    }

    @Test
    @DisplayName("answers an older version once")
    void old() throws IOException {
        try (Sender sender = start(USUAL)) {
            assertThat(exchange(sender, "GET /data/1 HTTP/1.0\r\n\r\nGET /data/2 HTTP/1.0\r\n\r\n"))
                    .contains("Connection: close\r\n");
            assertThat(desk.asked).containsExactly("1");
        }
    }

    @Test
    @DisplayName("says once what it does not understand, and reads nothing after it")
    void malformed() throws IOException {
        try (Sender sender = start(USUAL)) {
            String smuggling = "GET /data/1 HTTP/1.1\r\n" + HOST
                    + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n" + "0\r\n\r\n" + NONE + LAST;
            assertThat(exchange(sender, smuggling))
                    .startsWith("HTTP/1.1 400 Bad Request\r\n")
                    .contains("Connection: close");
            assertThat(exchange(sender, "GARBAGE\r\n\r\n" + "x".repeat(100_000)))
                    .startsWith("HTTP/1.1 400 ");
            assertThat(exchange(sender, NONE + "X: " + "y".repeat(9000) + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 431 ");
            assertThat(desk.asked).isEmpty();
        }
    }

    @Test
    @DisplayName("refuses a body, and is heard although the body is still coming")
    void body() throws IOException {
        try (Sender sender = start(USUAL)) {
            String answer = exchange(sender, NONE + "Content-Length: 500000\r\n\r\n" + "x".repeat(500_000));
            assertThat(answer).startsWith("HTTP/1.1 413 Content Too Large\r\n");
            assertThat(exchange(sender, "PUT /data/1 HTTP/1.1\r\n" + HOST + "Content-Length: 3\r\n\r\nabc"))
                    .startsWith("HTTP/1.1 405 ")
                    .contains("Allow: GET, HEAD\r\n");
        }
    }

    @Test
    @DisplayName("tells apart a source that cannot be read and a store that has failed")
    void failures() throws IOException {
        try (Sender sender = start(USUAL)) {
            desk.failure = Optional.of(new IOException("a test"));
            assertThat(exchange(sender, NONE + LAST))
                    .startsWith("HTTP/1.1 502 ")
                    .doesNotContain("a test");
            assertThat(desk.storeFailures).hasValue(0);
            desk.failure = Optional.of(new StoreFailed("a test"));
            assertThat(exchange(sender, NONE + "\r\n"))
                    .startsWith("HTTP/1.1 503 ")
                    .contains("Connection: close");
            assertThat(desk.storeFailures).hasValue(1);
        }
    }

    @Test
    @DisplayName("asks an address that asks too often to wait")
    void rate() throws IOException {
        desk.wait = OptionalLong.of(7);
        try (Sender sender = start(USUAL)) {
            assertThat(exchange(sender, NONE + LAST))
                    .startsWith("HTTP/1.1 429 ")
                    .contains("Retry-After: 7\r\n");
            assertThat(desk.asked).isEmpty();
        }
    }

    @Test
    @DisplayName("tells who asks by what the reverse proxy has seen, where there is one, and else by the connection")
    void addresses() throws IOException {
        String claimed = NONE + "X-Forwarded-For: 192.0.2.1\r\nX-Forwarded-For: 192.0.2.2, 192.0.2.3\r\n" + LAST;
        try (Sender sender = start(USUAL, Optional.of("x-forwarded-for"))) {
            exchange(sender, claimed);
            exchange(sender, NONE + LAST);
        }
        try (Sender sender = start(USUAL)) {
            exchange(sender, claimed);
        }
        assertThat(desk.addresses).containsExactly("192.0.2.3", "127.0.0.1", "127.0.0.1");
    }

    @Test
    @DisplayName("closes a connection whose request comes a byte at a time, though it is never idle")
    void slow() throws Exception {
        try (Sender sender = start(limits(64, Duration.ofMillis(400), Duration.ofSeconds(60)));
                Socket slow = connect(sender)) {
            Thread trickle = Thread.ofVirtual().start(() -> trickle(slow));
            assertThat(slow.getInputStream().read()).isEqualTo(-1);
            trickle.join();
        }
    }

    /** A byte each 20 ms, as long as the connection stands: only its end stops it. */
    private static void trickle(Socket socket) {
        try {
            socket.getOutputStream().write((NONE + "X: ").getBytes(StandardCharsets.US_ASCII));
            while (true) {
                socket.getOutputStream().write('y');
                java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            }
        } catch (IOException closed) {
            assertThat(closed).isNotNull();
        }
    }

    @Test
    @DisplayName("closes a connection on which nothing moves, before a request or after one")
    void idle() throws IOException {
        try (Sender sender = start(limits(64, Duration.ofSeconds(60), Duration.ofMillis(300)));
                Socket silent = connect(sender);
                Socket once = connect(sender)) {
            once.getOutputStream().write((NONE + "\r\n").getBytes(StandardCharsets.US_ASCII));
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
            assertThat(new String(once.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 404 ");
        }
    }

    @Test
    @DisplayName("lets one address have so many connections and no more, until one of them ends")
    void perAddress() throws IOException {
        try (Sender sender = start(limits(3, Duration.ofSeconds(20), Duration.ofSeconds(20)))) {
            List<Socket> kept = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Socket socket = connect(sender);
                kept.add(socket);
                assertThat(ask(socket)).startsWith("HTTP/1.1 404 ");
            }
            try (Socket fourth = connect(sender)) {
                assertThat(isClosed(fourth)).isTrue();
            }
            kept.getFirst().close();
            String answer = "";
            while (answer.isEmpty()) {
                try (Socket next = connect(sender)) {
                    answer = ask(next);
                }
            }
            assertThat(answer).startsWith("HTTP/1.1 404 ");
            for (Socket each : kept) {
                each.close();
            }
        }
    }

    @Test
    @DisplayName("says which address is taken")
    void taken() throws IOException {
        try (Sender sender = start(USUAL)) {
            var same = new InetSocketAddress(InetAddress.getLoopbackAddress(), sender.port());
            assertThatThrownBy(() -> Sender.start(same, desk, USUAL, Optional.empty(), Optional.empty(), CLOCK))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(sender.port() + "` is taken");
        }
    }

    private static Socket connect(Sender sender) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), sender.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** The first bytes of an answer; none when the connection was closed instead. */
    private static String ask(Socket socket) {
        try {
            socket.getOutputStream().write((NONE + "\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] begin = socket.getInputStream().readNBytes(20);
            return new String(begin, StandardCharsets.US_ASCII);
        } catch (IOException reset) {
            return "";
        }
    }

    private static boolean isClosed(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Sends all, and reads until the connection ends. */
    private static String exchange(Sender sender, String request) throws IOException {
        try (Socket socket = connect(sender)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
