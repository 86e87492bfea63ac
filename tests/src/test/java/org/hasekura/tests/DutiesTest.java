package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.tests.Commands.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hasekura.evidence.Hash;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The duties of an agreement about personal data")
class DutiesTest {

    @TempDir
    Path root = Path.of("");

    @Test
    @DisplayName(
            "are evidence when it is concluded, and are fulfilled by a command with a document that stays where it is")
    void fulfilled() throws IOException, InterruptedException {
        try (TestNode provider = TestNode.start(root, "provider", "DE", "");
                TestNode consumer = TestNode.start(root, "consumer", "JP", "organisation.subject-to = APPI\n")) {
            String agreement = PersonalData.agreed(root, provider, consumer);
            String path = "/api/agreements/" + agreement + "/duties";
            JsonNode before = provider.api().read(path).path("items");
            assertThat(before).isNotEmpty();
            assertThat(before.findValuesAsString("duty")).contains("SR:4");
            assertThat(consumer.api().read(path).path("items").findValuesAsString("duty"))
                    .isEqualTo(before.findValuesAsString("duty"));

            Path document = Files.writeString(root.resolve("record.txt"), "the record of the provision");
            ChildJvm.Ended done = run(
                    consumer,
                    root,
                    "duty",
                    "fulfil",
                    agreement,
                    "--duty",
                    "SR:4",
                    "--statement",
                    "recorded by hand",
                    "--document",
                    document.toString(),
                    "--json");
            assertThat(done.status()).as(done.err()).isZero();
            JsonNode stated = JsonMapper.shared()
                    .readTree(String.join("\n", done.out()))
                    .path("fulfilled")
                    .path(0);
            JsonNode event = consumer.api()
                    .read("/api/events?types=evidence.duty-fulfilled")
                    .path("items");
            assertThat(event.toString())
                    .contains(stated.path("statementHash").asString(), "compliance-officer")
                    .doesNotContain(
                            "recorded by hand",
                            Hash.sha256(Files.readAllBytes(document)).hex());
            assertThat(run(consumer, root, "duty", "list", agreement).out().toString())
                    .contains("SR:4");
            ChildJvm.Ended unknown =
                    run(consumer, root, "duty", "fulfil", agreement, "--duty", "SR:99", "--statement", "x");
            assertThat(unknown.status()).isEqualTo(1);
            assertThat(unknown.err()).contains("no duty `SR:99`", "SR:4");
            assertThat(consumer.api().get("/api/agreements/none/duties").status())
                    .isEqualTo(404);
        }
    }
}
