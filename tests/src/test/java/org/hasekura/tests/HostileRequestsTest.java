package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName(
        "Whatever is thrown at a server of a node, it refuses or closes, is never at a loss, and serves the next one:")
class HostileRequestsTest {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int CONNECTIONS = 300;

    @TempDir
    static Path root = Path.of("");

    private static final Map<String, Integer> PORTS = new LinkedHashMap<>();
    private static List<TestNode> nodes = List.of();

    @BeforeAll
    static void start() throws IOException {
        int data = Cable.freePort();
        int portal = Cable.freePort();
        TestNode node = TestNode.start(
                root,
                "besieged",
                "DE",
                "limits.head-time = 2 s\nlimits.idle-time = 4 s\ndata.port = " + data + "\nportal.port = " + portal
                        + "\n");
        nodes = List.of(node);
        PORTS.put("dsp", node.publicUrl().getPort());
        PORTS.put("management", node.api().base().getPort());
        PORTS.put("data", data);
        PORTS.put("portal", portal);
    }

    @AfterAll
    static void stop() throws IOException {
        for (TestNode node : nodes) {
            node.close();
        }
    }

    private static byte[] text(String... lines) {
        return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] post(String path, String more, byte[] body) {
        byte[] head = text(
                "POST " + path + " HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                "Content-Length: " + body.length + more);
        var all = new ByteArrayOutputStream();
        all.writeBytes(head);
        all.writeBytes(body);
        return all.toByteArray();
    }

    /** Small on the way, large where it is unpacked. */
    private static byte[] bomb() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            byte[] blanks = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                gzip.write(blanks);
            }
        }
        return packed.toByteArray();
    }

    /** By name; what is sent at once. */
    private static Map<String, byte[]> hostile() throws IOException {
        String deep = "{\"a\":" + "[".repeat(60_000) + "]".repeat(60_000) + "}";
        byte[] noise = new byte[20_000];
        new Random(1).nextBytes(noise);
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("a huge line", text("GET /" + "a".repeat(100_000) + " HTTP/1.1", "Host: a"));
        all.put("a huge header", text("GET / HTTP/1.1", "Host: a", "X: " + "b".repeat(200_000)));
        all.put("many headers", text("GET / HTTP/1.1", "Host: a", "X: y\r\n".repeat(20_000) + "Z: 1"));
        all.put("noise", noise);
        all.put("a greeting of TLS", new byte[] {0x16, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3, 0, 0, 0, 0, 0, 0});
        all.put("a greeting of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        all.put("a version that is none", text("GET / HTTP/9.9", "Host: a"));
        all.put("a method that is none", text("G\u0000T / HTTP/1.1", "Host: a"));
        all.put("headers without a colon", text("GET / HTTP/1.1", "Host a"));
        all.put("folded headers", text("GET / HTTP/1.1", "Host: a", "X: b", "  c"));
        all.put("two lengths", text("POST / HTTP/1.1", "Host: a", "Content-Length: 1", "Content-Length: 2"));
        all.put(
                "a length and chunks",
                text("POST / HTTP/1.1", "Host: a", "Content-Length: 1", "Transfer-Encoding: chunked"));
        all.put("a length beyond numbers", text("POST / HTTP/1.1", "Host: a", "Content-Length: " + "9".repeat(40)));
        all.put("deep JSON", post("/api/datasets", "", deep.getBytes(StandardCharsets.UTF_8)));
        all.put("deep JSON for peers", post("/dsp/2025-1/catalog/request", "", deep.getBytes(StandardCharsets.UTF_8)));
        all.put("a bomb", post("/dsp/2025-1/catalog/request", "\r\nContent-Encoding: gzip", bomb()));
        all.put("noise as JSON", post("/dsp/2025-1/negotiations/request", "", noise));
        for (String path : List.of(
                "/%",
                "/%zz",
                "/%00",
                "/..%2f..%2f",
                "//",
                "/a//b",
                "/%c0%ae%c0%ae/",
                "/\u65e5\u672c",
                "/%E6%97%A5",
                "/" + "../".repeat(100) + "etc/passwd",
                "/" + "a/".repeat(500),
                "*",
                "http://[::1",
                "/?" + "a=b&".repeat(3_000),
                "/en/partnership/commitments/%F0%9F%8D%A3",
                "/data/%2e%2e%2fkeys",
                "/log/tile/99/x999",
                "/\ud83d\ude00;a=b")) {
            all.put(
                    path.substring(0, Math.min(30, path.length())),
                    text("GET " + path + " HTTP/1.1", "Host: localhost"));
        }
        for (String header : List.of(
                "Authorization: Bearer " + "e30.".repeat(3_000),
                "Authorization: Bearer \u00e9\u0000",
                "Cookie: " + "a=b; ".repeat(2_000),
                "Range: bytes=" + "0-1,".repeat(2_000),
                "If-None-Match: " + "\"a\",".repeat(2_000),
                "Accept-Language: " + "ja;q=0.9,".repeat(1_000),
                "Accept-Encoding: " + "gzip,".repeat(1_000),
                "X-Forwarded-For: " + "1.1.1.1,".repeat(1_000),
                "Expect: 100-continue",
                "Upgrade: h2c",
                "Host: b")) {
            all.put(
                    header.substring(0, Math.min(30, header.length())),
                    text("GET /dsp/2025-1/catalog/datasets/a HTTP/1.1", "Host: localhost", header));
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"dsp", "management", "data", "portal"})
    void once(String server) throws IOException {
        for (Map.Entry<String, byte[]> each : hostile().entrySet()) {
            String answer = answer(server, each.getValue());
            assertThat(answer)
                    .as("%s to %s", each.getKey(), server)
                    .doesNotContain("HTTP/1.1 500")
                    .doesNotContain("Exception", "\tat org.", "root:");
            assertThat(answer.isEmpty() || answer.matches("(?s)HTTP/1[.]1 ([1234]|505).*"))
                    .as(
                            "%s to %s: %s",
                            each.getKey(), server, answer.lines().findFirst().orElse(""))
                    .isTrue();
        }
        requireAnswers(server);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dsp", "management", "data", "portal"})
    @DisplayName("a hundred requests at once on one connection, each answered or the connection closed")
    void pipelined(String server) throws IOException {
        String one = "GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n";
        byte[] all = (one.repeat(99) + one.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"))
                .getBytes(StandardCharsets.US_ASCII);
        String answer = answer(server, all);
        int answers = answer.split("HTTP/1.1 ", -1).length - 1;
        assertThat(answers).as(answer.lines().findFirst().orElse("")).isBetween(1, 100);
        assertThat(answer).doesNotContain("HTTP/1.1 5");
        requireAnswers(server);
    }

    @Test
    @DisplayName("hundreds of connections that begin and stop do not keep others out, and are closed")
    void many() throws IOException {
        for (String server : PORTS.keySet()) {
            var begun = new ArrayList<Socket>();
            try {
                for (int i = 0; i < CONNECTIONS; i++) {
                    Socket socket = connected(server);
                    begun.add(socket);
                    socket.getOutputStream().write("GET /".getBytes(StandardCharsets.US_ASCII));
                }
                requireAnswers(server);
                for (Socket each : begun) {
                    assertThat(all(each)).as(server).doesNotStartWith("HTTP/1.1 5");
                }
            } finally {
                for (Socket each : begun) {
                    each.close();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dsp", "management", "data", "portal"})
    @DisplayName(
            "hundreds of connections on which nobody says anything: no more than the limit for one address, each closed in time")
    void silent(String server) throws IOException {
        var silent = new ArrayList<Socket>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                silent.add(connected(server));
            }
            for (Socket each : silent) {
                assertThat(all(each)).as(server).isEmpty();
            }
            requireAnswers(server);
        } finally {
            for (Socket each : silent) {
                each.close();
            }
        }
    }

    private static void requireAnswers(String server) throws IOException {
        String answer = answer(server, text("GET /health HTTP/1.1", "Host: localhost", "Connection: close"));
        assertThat(answer).as(server).matches("(?s)HTTP/1[.]1 (200|401|404).*");
    }

    private static Socket connected(String server) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), PORTS.getOrDefault(server, 0));
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static String answer(String server, byte[] request) throws IOException {
        try (Socket socket = connected(server)) {
            try {
                OutputStream out = socket.getOutputStream();
                out.write(request);
                socket.shutdownOutput();
            } catch (IOException closed) {
                // It did not want to hear the rest; its answer, if any, may be lost with it.
            }
            return all(socket);
        }
    }

    /** Everything until the other side closes; that it does is part of what is tried. */
    private static String all(Socket socket) {
        var all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("left open: " + all.toString(StandardCharsets.UTF_8), e);
        } catch (IOException reset) {
            // Closed, with something unread.
        }
        return all.toString(StandardCharsets.UTF_8);
    }
}
