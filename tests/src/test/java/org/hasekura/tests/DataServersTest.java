package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a consumer sees is the same whichever server it is sent to: the sender of data, or the server for peers. */
@DisplayName("The bytes of a transfer")
class DataServersTest {

    @TempDir
    static Path root = Path.of("");

    private static final byte[] BYTES = new byte[3_000_000];
    private static List<TestNode> nodes = List.of();
    private static JsonNode address = tools.jackson.databind.node.MissingNode.getInstance();

    /** A request, and what it is answered with by one of the servers. */
    private record Asked(String words, Map<String, String> headers) {}

    @SuppressWarnings("ArrayRecordComponent") // looked at part by part
    private record Seen(int status, Map<String, List<String>> headers, byte[] body) {}

    @BeforeAll
    static void start() throws IOException {
        new Random(7).nextBytes(BYTES);
        nodes = List.of(
                TestNode.start(root, "provider", "DE", ""),
                TestNode.start(root, "consumer", "JP", "data.pull-automatically = false\n"));
        Dealings.acquaint(provider(), "DE", nodes.get(1), "JP");
        Dealings.publish(provider(), "data", Files.write(root.resolve("größe.bin"), BYTES), "direct");
        var crossing = new Crossing(DataServersTest::provider, () -> nodes.get(1), () -> {});
        crossing.agree("data");
        crossing.begin();
        address = crossing.transferAt("STARTED").path("dataAddress");
        String there = "/api/transfers/" + crossing.transferOf(provider());
        Waiting.until(() -> provider().api().read(there), seen -> !seen.has("sending"));
    }

    @AfterAll
    static void stop() throws IOException {
        for (TestNode node : nodes) {
            node.close();
        }
    }

    private static TestNode provider() {
        return nodes.getFirst();
    }

    @Test
    @DisplayName("are announced at the sender's own port")
    void announced() {
        assertThat(bySender().getPort()).isNotEqualTo(provider().publicUrl().getPort());
        assertThat(bySender().getPath()).startsWith("/data/");
    }

    @Test
    @DisplayName("come with the same status, headers and bytes from the sender and from the server for peers")
    void same() throws IOException {
        String tag = ask(bySender(), new Asked("whole", authorized(Map.of())))
                .headers()
                .getOrDefault("etag", List.of(""))
                .getFirst();
        var differences = new ArrayList<String>();
        var statuses = new ArrayList<String>();
        for (Asked asked : List.of(
                new Asked("whole", authorized(Map.of())),
                new Asked("a part", authorized(Map.of("Range", "bytes=10-19"))),
                new Asked("from a byte on", authorized(Map.of("Range", "bytes=2999000-"))),
                new Asked("the last bytes", authorized(Map.of("Range", "bytes=-5"))),
                new Asked("one byte", authorized(Map.of("Range", "bytes=0-0"))),
                new Asked("several ranges", authorized(Map.of("Range", "bytes=0-1,4-5"))),
                new Asked("no range", authorized(Map.of("Range", "lines=0-1"))),
                new Asked("behind the end", authorized(Map.of("Range", "bytes=3000000-"))),
                new Asked("a part of the same", authorized(Map.of("Range", "bytes=5-", "If-Range", tag))),
                new Asked("a part of another", authorized(Map.of("Range", "bytes=5-", "If-Range", "\"x\""))),
                new Asked("no token", Map.of()),
                new Asked("a wrong token", Map.of("Authorization", "Bearer x")),
                new Asked("no bearer", Map.of("Authorization", "Basic eDp5")))) {
            Seen one = ask(bySender(), asked);
            Seen other = ask(byPeerServer(), asked);
            statuses.add(one.status() + " " + asked.words());
            boolean isSame = one.status() == other.status()
                    && one.headers().equals(other.headers())
                    && Arrays.equals(one.body(), other.body());
            if (!isSame) {
                differences.add(asked.words() + ": " + one.status() + one.headers() + " and " + other.status()
                        + other.headers());
            }
        }
        assertThat(differences).isEmpty();
        assertThat(statuses)
                .containsExactly(
                        "200 whole",
                        "206 a part",
                        "206 from a byte on",
                        "206 the last bytes",
                        "206 one byte",
                        "200 several ranges",
                        "200 no range",
                        "416 behind the end",
                        "206 a part of the same",
                        "200 a part of another",
                        "401 no token",
                        "401 a wrong token",
                        "401 no bearer");
    }

    @Test
    @DisplayName("are the bytes of the file, whole and in parts")
    void bytes() throws IOException {
        assertThat(ask(bySender(), new Asked("whole", authorized(Map.of()))).body())
                .isEqualTo(BYTES);
        assertThat(ask(bySender(), new Asked("part", authorized(Map.of("Range", "bytes=1000000-2999999"))))
                        .body())
                .isEqualTo(Arrays.copyOfRange(BYTES, 1_000_000, 3_000_000));
    }

    @Test
    @DisplayName("are described without being sent, and not sent to whoever has them")
    void described() throws IOException {
        HttpResponse<byte[]> head = Api.sent(
                request(bySender(), authorized(Map.of())).method("HEAD", HttpRequest.BodyPublishers.noBody()),
                BodyHandlers.ofByteArray());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).contains("3000000");
        assertThat(head.headers().firstValue("Repr-Digest")).isPresent();
        String tag = head.headers().firstValue("ETag").orElseThrow();
        Seen known = ask(bySender(), new Asked("known", authorized(Map.of("If-None-Match", "\"x\", " + tag))));
        assertThat(known.status()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(ask(bySender(), new Asked("other", authorized(Map.of("If-None-Match", "\"x\""))))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("are found by no other path or method")
    void others() throws IOException {
        URI base = bySender();
        for (String path : List.of("/", "/data", "/data/", "/data/none", "/data/a/b", "/health", "/data/%ff")) {
            assertThat(ask(base.resolve(path), new Asked(path, authorized(Map.of())))
                            .status())
                    .as(path)
                    .isEqualTo(404);
        }
        HttpResponse<byte[]> put = Api.sent(
                request(base, authorized(Map.of())).PUT(HttpRequest.BodyPublishers.ofString("x")),
                BodyHandlers.ofByteArray());
        assertThat(put.statusCode()).isEqualTo(405);
        assertThat(put.headers().firstValue("Allow")).contains("GET, HEAD");
        assertThat(new String(put.body(), StandardCharsets.UTF_8)).contains("urn:hasekura:problem:wrong-method");
    }

    private static URI bySender() {
        return URI.create(address.path("endpoint").asString());
    }

    private static URI byPeerServer() {
        return URI.create(provider().publicUrl() + bySender().getRawPath());
    }

    private static Map<String, String> authorized(Map<String, String> more) {
        var headers = new TreeMap<>(more);
        headers.put("Authorization", "Bearer " + address.path("authorization").asString());
        return headers;
    }

    private static HttpRequest.Builder request(URI uri, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        headers.forEach(request::header);
        return request;
    }

    /** Without what says nothing of the bytes: the time, and how the connection goes on. */
    private static Seen ask(URI uri, Asked asked) throws IOException {
        HttpResponse<byte[]> answer = Api.sent(request(uri, asked.headers()), BodyHandlers.ofByteArray());
        var headers = new TreeMap<String, List<String>>();
        answer.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        headers.remove("date");
        headers.remove("connection");
        return new Seen(answer.statusCode(), headers, answer.body());
    }
}
