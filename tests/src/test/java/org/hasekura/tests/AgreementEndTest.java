package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("When an agreement is ended while bytes flow")
class AgreementEndTest {

    @TempDir
    Path root = Path.of("");

    @Test
    @DisplayName("the stream is cut within a second, both sides have the reason, and nothing begins under it any more")
    void ended() throws IOException {
        var flow = new Flow(root);
        try (TestNode provider = TestNode.start(root, "provider", "DE", "");
                TestNode consumer = flow.consumer()) {
            Crossing crossing = flow.started(provider, consumer);
            JsonNode running = crossing.transferAt("STARTED");
            String agreement = running.path("agreement").asString();
            String end = "/api/agreements/" + agreement + "/end";
            assertThat(provider.api().post(end, "{}").text()).contains("`reason` is missing");
            assertThat(provider.api()
                            .post(end, "{\"reason\":\"a\",\"role\":\"b\\nc\"}")
                            .status())
                    .isEqualTo(400);
            flow.cut(running.path("dataAddress"), () -> {
                long asked = System.nanoTime();
                JsonNode ended = Api.good(provider.api().post(end, Dealings.object("reason", "the supplier was sold")))
                        .json();
                assertThat(ended.path("ended").asString()).isNotEmpty();
                return asked;
            });
            String transfer = "/api/transfers/" + running.path("pid").asString();
            assertThat(terminated(consumer, transfer).path("reason").toString())
                    .contains("agreement-ended", "the supplier was sold");
            assertThat(provider.api()
                            .post(end, Dealings.object("reason", "again"))
                            .status())
                    .isEqualTo(409);
            assertThat(provider.api()
                            .post("/api/agreements/none/end", Dealings.object("reason", "none"))
                            .status())
                    .isEqualTo(404);
            String asked = "/api/transfers/"
                    + Api.good(consumer.api().post("/api/transfers", Dealings.object("agreement", agreement)))
                            .json()
                            .path("pid")
                            .asString();
            assertThat(terminated(consumer, asked).path("reason").toString()).contains("has ended");
        }
    }

    private static JsonNode terminated(TestNode node, String path) {
        return Waiting.until(
                () -> node.api().read(path),
                seen -> seen.path("state").asString().equals("TERMINATED"));
    }
}
