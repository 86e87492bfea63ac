package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.hasekura.evidence.Hash;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("When connections are limited while bytes flow")
class ConnectionLimitTest {

    private static final int SIZE = 50_000_000;
    private static final int TAKEN_BEFORE = 2_000_000;

    @TempDir
    Path root = Path.of("");

    @Test
    @DisplayName(
            "the stream is cut within a second, what is new is refused in words, and all goes on once the limit is lifted")
    void limited() throws IOException {
        byte[] bytes = new byte[SIZE];
        new Random(1).nextBytes(bytes);
        Path offered = Files.write(root.resolve("offered.bin"), bytes);
        try (TestNode provider = TestNode.start(root, "provider", "DE", "");
                TestNode consumer = TestNode.start(root, "consumer", "JP", "data.pull-automatically = false\n")) {
            Dealings.acquaint(provider, "DE", consumer, "JP");
            Dealings.publish(provider, "data", offered, "direct");
            var crossing = new Crossing(() -> provider, () -> consumer, () -> {});
            crossing.agree("data");
            crossing.begin();
            JsonNode first = crossing.transferAt("STARTED").path("dataAddress");
            String there = "/api/transfers/" + crossing.transferOf(provider);
            Waiting.until(() -> provider.api().read(there), seen -> !seen.has("sending"));

            var got = new ByteArrayOutputStream();
            HttpResponse<InputStream> flowing = Api.sent(Download.request(first), BodyHandlers.ofInputStream());
            assertThat(flowing.statusCode()).isEqualTo(200);
            String limit;
            try (InputStream in = flowing.body()) {
                got.writeBytes(in.readNBytes(TAKEN_BEFORE));
                long asked = System.nanoTime();
                limit = Api.good(provider.api().post("/api/limits", """
                                {"country": "JP", "effect": "suspend", "reason": "the exchange point is examined",
                                 "citation": "order 7/2026 of the security authority", "role": "security-authority"}"""))
                        .json()
                        .path("id")
                        .asString();
                Download.takeWhatComes(in, got);
                assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(1));
            }
            assertThat(got.size()).isBetween(TAKEN_BEFORE, SIZE - 1);
            JsonNode stopped = crossing.transferAt("SUSPENDED");
            assertThat(stopped.path("reason").path("code").asString()).isEqualTo("connection-limited");
            assertThat(stopped.path("reason").path("sentences").toString())
                    .contains("participants in `JP`", "the exchange point is examined", "order 7/2026", limit);

            String asked = Dealings.object("peer", provider.did(), "dataset", "data");
            String refused = "/api/negotiations/"
                    + Api.good(consumer.api().post("/api/negotiations", asked))
                            .json()
                            .path("pid")
                            .asString();
            JsonNode ended = Waiting.until(
                    () -> consumer.api().read(refused),
                    seen -> seen.path("state").asString().equals("TERMINATED"));
            assertThat(ended.path("reason").toString()).contains("the exchange point is examined");
            assertThat(provider.api().post(there + "/resume", "{}").status()).isEqualTo(409);

            Api.good(provider.api()
                    .post("/api/limits/" + limit + "/lift", Dealings.object("reason", "examined and found good")));
            JsonNode second = crossing.transferAt("STARTED").path("dataAddress");
            HttpResponse<byte[]> rest = Api.sent(
                    Download.request(second).header("Range", "bytes=" + got.size() + "-"), BodyHandlers.ofByteArray());
            assertThat(rest.statusCode()).isEqualTo(206);
            got.writeBytes(rest.body());
            assertThat(Hash.sha256(got.toByteArray())).isEqualTo(Hash.sha256(bytes));
            assertThat(provider.api().read("/api/limits").path("items"))
                    .singleElement()
                    .satisfies(item -> assertThat(
                                    item.path("lifted").path("reason").asString())
                            .isEqualTo("examined and found good"));
        }
    }

    @Test
    @DisplayName("an order that says too little, or of a country that is none, is refused with the field")
    void refusedOrders() throws IOException {
        try (TestNode node = TestNode.start(root, "provider", "DE", "")) {
            refused(
                    node,
                    "{\"effect\":\"suspend\",\"reason\":\"a\",\"citation\":\"b\"}",
                    "`party`, `country` and `supplier`");
            refused(
                    node,
                    "{\"country\":\"UK\",\"effect\":\"suspend\",\"reason\":\"a\",\"citation\":\"b\"}",
                    "`UK` is no country");
            refused(
                    node,
                    "{\"country\":\"GB\",\"effect\":\"stop\",\"reason\":\"a\",\"citation\":\"b\"}",
                    "`suspend` or `terminate`");
            refused(node, "{\"country\":\"GB\",\"effect\":\"suspend\",\"reason\":\"a\"}", "`citation` is missing");
            assertThat(node.api()
                            .post("/api/limits/none/lift", "{\"reason\":\"a\"}")
                            .status())
                    .isEqualTo(404);
        }
    }

    private static void refused(TestNode node, String body, String words) throws IOException {
        Api.Reply reply = node.api().post("/api/limits", body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains(words);
    }
}
