package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The events of a node")
class EventsTest {

    @TempDir
    Path root = Path.of("");

    private Optional<TestNode> started = Optional.empty();

    @BeforeEach
    void start() throws IOException {
        // Shorter than a stream is open, which is not idle for that.
        started = Optional.of(TestNode.start(root, "node", "DE", "limits.idle-time = 1 s\n"));
        Files.writeString(root.resolve("offered.txt"), "offered");
    }

    @AfterEach
    void stop() throws IOException {
        node().close();
    }

    private TestNode node() {
        return started.orElseThrow();
    }

    /** An event as it came. */
    private record Told(long id, String type, JsonNode data) {}

    /** A reader of a stream. */
    private static final class Listener implements AutoCloseable {
        private final BufferedReader in;

        Listener(InputStream in) {
            this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        }

        Told next() throws IOException {
            long id = -1;
            String type = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("id: ")) {
                    id = Long.parseLong(line.substring(4));
                } else if (line.startsWith("event: ")) {
                    type = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    return new Told(id, type, JsonMapper.shared().readTree(line.substring(6)));
                }
            }
            throw new IOException("the stream has ended");
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private Listener listen(String query, String... headers) throws IOException {
        HttpResponse<InputStream> response = asked(query, headers);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
        return new Listener(response.body());
    }

    private HttpResponse<InputStream> asked(String query, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(node().api().base() + "/api/events" + query))
                .header("Accept", "text/event-stream");
        node().api().headers().forEach(request::header);
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        return Api.sent(request, BodyHandlers.ofInputStream());
    }

    private void publish(int count) throws IOException {
        for (int at = 0; at < count; at++) {
            Dealings.publish(node(), "set-" + at, root.resolve("offered.txt"), "direct");
        }
    }

    @Test
    @DisplayName("come as a stream the moment they are durable, in the order of the log, without a gap")
    void live() throws IOException {
        try (Listener listener = listen("?types=evidence.offer-published")) {
            publish(5);
            for (int at = 0; at < 5; at++) {
                Told told = listener.next();
                assertThat(told.type()).isEqualTo("evidence.offer-published");
                assertThat(told.data().at("/entry/datasetId").asString()).isEqualTo("set-" + at);
                assertThat(told.data().path("href").asString()).isEqualTo("/api/datasets/set-" + at);
                assertThat(told.data().path("id").asString()).isEqualTo(Long.toString(told.id()));
            }
        }
    }

    @Test
    @DisplayName("go on after the last one seen, also when the node was started again in between")
    void resumed() throws IOException {
        publish(3);
        long last;
        try (Listener listener = listen("?from=0")) {
            assertThat(LongStream.range(0, 4).map(_ -> id(listener)).boxed()).containsExactly(0L, 1L, 2L, 3L);
            last = 3;
        }
        Api own = node().api();
        node().close();
        started = Optional.of(TestNode.start(root, "node", "DE", ""));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(own.base() + "/api/events"))
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", Long.toString(last));
        own.headers().forEach(request::header);
        try (Listener listener =
                new Listener(Api.sent(request, BodyHandlers.ofInputStream()).body())) {
            assertThat(listener.next().id()).isEqualTo(last + 1);
            List<String> types = new ArrayList<>();
            while (types.isEmpty() || !types.getLast().equals("evidence.node-started")) {
                types.add(listener.next().type());
            }
        }
        assertThat(own.read("/api/events?types=evidence.key-published").path("items"))
                .as("a start tells of its key when that is another")
                .hasSize(1);
    }

    private static long id(Listener listener) {
        try {
            return listener.next().id();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("are to be had as pages too, each once, with the same filters")
    void pages() throws IOException {
        publish(9);
        List<Long> ids = new ArrayList<>();
        String path = "/api/events?types=evidence.offer-published&limit=4";
        JsonNode page = node().api().read(path);
        while (!page.path("items").isEmpty()) {
            page.path("items")
                    .forEach(each -> ids.add(Long.parseLong(each.path("id").asString())));
            page = node().api().read(path + "&after=" + page.path("next").asString());
        }
        assertThat(ids).hasSize(9).doesNotHaveDuplicates().isSorted();
        assertThat(node().api().read("/api/events?types=negotiation.*").path("items"))
                .isEmpty();
        assertThat(node().api().read("/api/events?process=none").path("items")).isEmpty();
    }

    @Test
    @DisplayName("are refused from a place that is not there yet, or of a type that is none, and to too many at once")
    void refused() throws IOException {
        for (String query : List.of("?from=1000000", "?from=x", "?types=Nothing")) {
            try (InputStream body = asked(query).body()) {
                assertThat(body.readAllBytes())
                        .asString(StandardCharsets.UTF_8)
                        .contains("urn:hasekura:problem:invalid");
            }
        }
        List<Listener> open = new ArrayList<>();
        try {
            for (int at : IntStream.range(0, 64).toArray()) {
                open.add(listen("?from=" + at % 2));
            }
            HttpResponse<InputStream> more = asked("");
            more.body().close();
            assertThat(more.statusCode()).isEqualTo(503);
            assertThat(more.headers().firstValue("Retry-After")).isPresent();
            assertThat(node().api().get("/api/node").status()).isEqualTo(200);
        } finally {
            for (Listener each : open) {
                each.close();
            }
        }
    }
}
