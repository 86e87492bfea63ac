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

@DisplayName("Bytes that flow")
class SuspensionTest {

    private static final int SIZE = 50_000_000;
    private static final int TAKEN_BEFORE = 2_000_000;

    @TempDir
    Path root = Path.of("");

    @Test
    @DisplayName("are cut off within a second of a suspension, come by no old token, and go on where they stopped")
    void suspended() throws IOException {
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
            String pathOfProvider = "/api/transfers/" + crossing.transferOf(provider);
            // The provider hears after the consumer that both have started.
            Waiting.until(() -> provider.api().read(pathOfProvider), seen -> !seen.has("sending"));

            var got = new ByteArrayOutputStream();
            HttpResponse<InputStream> flowing = Api.sent(Download.request(first), BodyHandlers.ofInputStream());
            assertThat(flowing.statusCode()).isEqualTo(200);
            try (InputStream in = flowing.body()) {
                got.writeBytes(in.readNBytes(TAKEN_BEFORE));
                Api.good(provider.api().post(pathOfProvider + "/suspend", Dealings.object("reason", "a test")));
                long suspended = System.nanoTime();
                Download.takeWhatComes(in, got);
                assertThat(Duration.ofNanos(System.nanoTime() - suspended)).isLessThan(Duration.ofSeconds(1));
            }
            assertThat(got.size()).isBetween(TAKEN_BEFORE, SIZE - 1);

            assertThat(Api.sent(Download.request(first), BodyHandlers.discarding())
                            .statusCode())
                    .as("while it is suspended")
                    .isEqualTo(503);
            crossing.transferAt("SUSPENDED");
            Api.good(provider.api().post(pathOfProvider + "/resume", "{}"));
            JsonNode second = crossing.transferAt("STARTED").path("dataAddress");
            assertThat(Api.sent(Download.request(first), BodyHandlers.discarding())
                            .statusCode())
                    .as("with the token of before")
                    .isEqualTo(401);

            HttpResponse<byte[]> rest = Api.sent(
                    Download.request(second).header("Range", "bytes=" + got.size() + "-"), BodyHandlers.ofByteArray());
            assertThat(rest.statusCode()).isEqualTo(206);
            got.writeBytes(rest.body());
            assertThat(Hash.sha256(got.toByteArray())).isEqualTo(Hash.sha256(bytes));
            Api.good(consumer.api().post("/api/transfers/" + crossing.transferOf(consumer) + "/complete", "{}"));
            crossing.transferAt("COMPLETED");
            crossing.settle();
            assertThat(Api.sent(Download.request(second), BodyHandlers.discarding())
                            .statusCode())
                    .as("when all is over")
                    .isIn(401, 404);
        }
    }
}
