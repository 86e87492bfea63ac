package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.tests.Commands.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The commands for programs and events")
class ManagementCommandsTest {

    @TempDir
    Path root = Path.of("");

    private static JsonNode json(ChildJvm.Ended ended) {
        assertThat(ended.status()).as(ended.err()).isZero();
        return JsonMapper.shared().readTree(String.join("\n", ended.out()));
    }

    @Test
    @DisplayName("save the API, show events as they came, and have somebody told of them")
    void whole() throws IOException, InterruptedException {
        Files.writeString(root.resolve("offered.txt"), "offered");
        try (TestNode node = TestNode.start(root, "node", "DE", "");
                Receiver receiver = new Receiver()) {
            Path saved = root.resolve("openapi.json");
            assertThat(run(node, root, "api", "--out", saved.toString()).status())
                    .isZero();
            assertThat(Files.readString(saved)).contains("\"openapi\":\"3.1.0\"", "/api/webhooks/{id}");

            JsonNode webhook = json(run(
                    node, root, "webhook", "add", receiver.address(), "--types", "evidence.offer-published", "--json"));
            String id = webhook.path("id").asString();
            assertThat(webhook.path("secret").asString()).startsWith("whsec_");
            Dealings.publish(node, "data", root.resolve("offered.txt"), "direct");
            Waiting.until(receiver::taken, taken -> taken.size() == 1);

            ChildJvm.Ended events = run(node, root, "events", "--types", "evidence.offer-published");
            assertThat(events.status()).as(events.err()).isZero();
            assertThat(String.join("\n", events.out())).contains("evidence.offer-published", "/api/datasets/data");
            JsonNode followed = json(run(node, root, "events", "--follow", "--from", "0", "--count", "1", "--json"));
            assertThat(followed.path("id").asString()).isEqualTo("0");

            assertThat(json(run(node, root, "webhook", "test", id, "--json"))
                            .path("delivered")
                            .asBoolean())
                    .isTrue();
            assertThat(run(node, root, "webhook", "remove", id).status()).isZero();
            assertThat(run(node, root, "webhook", "list").out()).containsExactly("none");

            ChildJvm.Ended alone = run(node, root, "negotiation", "offer", node.did(), "none");
            assertThat(alone.status()).isEqualTo(1);
            assertThat(alone.err()).contains("no dataset `none` on offer");

            ChildJvm.Ended gone = run(node, root, "webhook", "show", id);
            assertThat(gone.status()).isEqualTo(1);
            assertThat(gone.err()).contains("there is no webhook `" + id + "`");
            assertThat(ChildJvm.run(root, "events").status())
                    .as("no node named")
                    .isEqualTo(2);
        }
    }
}
