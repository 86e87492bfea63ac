package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("Bytes that flow")
class SuspensionTest {

    @TempDir
    Path root = Path.of("");

    @Test
    @DisplayName("are cut off within a second of a suspension, come by no old token, and go on where they stopped")
    void suspended() throws IOException {
        var flow = new Flow(root);
        try (TestNode provider = TestNode.start(root, "provider", "DE", "");
                TestNode consumer = flow.consumer()) {
            Crossing crossing = flow.started(provider, consumer);
            JsonNode first = crossing.transferAt("STARTED").path("dataAddress");
            String pathOfProvider = "/api/transfers/" + crossing.transferOf(provider);

            flow.cut(first, () -> {
                Api.good(provider.api().post(pathOfProvider + "/suspend", Dealings.object("reason", "a test")));
                return System.nanoTime();
            });

            assertThat(Api.sent(Download.request(first), BodyHandlers.discarding())
                            .statusCode())
                    .as("while it is suspended")
                    .isEqualTo(503);
            crossing.transferAt("SUSPENDED");
            // The provider hears after the consumer that both have suspended.
            Waiting.until(() -> provider.api().read(pathOfProvider), seen -> !seen.has("sending"));
            Api.good(provider.api().post(pathOfProvider + "/resume", "{}"));
            JsonNode second = crossing.transferAt("STARTED").path("dataAddress");
            assertThat(Api.sent(Download.request(first), BodyHandlers.discarding())
                            .statusCode())
                    .as("with the token of before")
                    .isEqualTo(401);

            flow.goOn(second);
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
