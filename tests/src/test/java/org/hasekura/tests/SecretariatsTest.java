package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Two secretariats, a node each")
class SecretariatsTest {

    private static final String DATASET = "partnership-register";

    @TempDir
    Path root = Path.of("");

    private String told = "";

    private int run(String... arguments) throws IOException, InterruptedException {
        ChildJvm.Ended ended = ChildJvm.run(root, arguments);
        told = String.join("\n", ended.out()) + "\n" + ended.err();
        return ended.status();
    }

    private String init(String name, String seat) throws IOException, InterruptedException {
        assertThat(run("partnership", "init", root.resolve(name).toString(), "--seat", seat))
                .isZero();
        return told.strip().substring(seat.length() + 1);
    }

    private void expect(String register, String by, String date) throws IOException, InterruptedException {
        Path file = Files.writeString(root.resolve("change.json"), """
                {"change": "expect", "what": {"about": "LOI-Q-03", "date": "%s"}}
                """.formatted(date));
        assertThat(run(
                        "partnership",
                        "change",
                        file.toString(),
                        "--register",
                        root.resolve(register).toString(),
                        "--by",
                        by,
                        "--reason",
                        "a test"))
                .as(told)
                .isZero();
    }

    private int sync(String register, TestNode own, TestNode other) throws IOException, InterruptedException {
        return run(
                "partnership",
                "sync",
                "--register",
                root.resolve(register).toString(),
                "--peer",
                other.did(),
                "--node",
                own.api().base().toString(),
                "--token",
                own.api().headers().getOrDefault("Authorization", "").replace("Bearer ", ""));
    }

    private byte[] events(String register) throws IOException {
        return Files.readAllBytes(root.resolve(register).resolve("events.jsonl"));
    }

    @Test
    @DisplayName("work apart, join over the exchange, see their conflict, settle it, and hold the same bytes")
    void joined() throws IOException, InterruptedException {
        String brusselsKey = init("brussels", "eu");
        String tokyoKey = init("tokyo", "jp");
        // Cut off from each other: both change the same field without sight of the other.
        expect("brussels", "A. Peeters", "2027-03");
        expect("tokyo", "K. Sato", "2027-09");
        try (TestNode eu = TestNode.start(root, "eu-node", "BE", "");
                TestNode jp = TestNode.start(root, "jp-node", "JP", "")) {
            Dealings.acquaint(eu, "BE", jp, "JP");
            Dealings.publish(eu, DATASET, root.resolve("brussels/events.jsonl"), "direct");
            Dealings.publish(jp, DATASET, root.resolve("tokyo/events.jsonl"), "direct");

            assertThat(sync("tokyo", jp, eu))
                    .as("no key of Brussels is trusted yet")
                    .isEqualTo(1);
            assertThat(told).contains("its signature is not by a key of the seat that it names");
            assertThat(run(
                            "partnership",
                            "trust",
                            "--register",
                            root.resolve("tokyo").toString(),
                            "eu",
                            brusselsKey))
                    .isZero();
            assertThat(run(
                            "partnership",
                            "trust",
                            "--register",
                            root.resolve("brussels").toString(),
                            "jp",
                            tokyoKey))
                    .isZero();

            assertThat(sync("tokyo", jp, eu)).as(told).isZero();
            assertThat(told)
                    .contains(
                            "new: expect LOI-Q-03 by A. Peeters", "conflict: LOI-Q-03 expected: A. Peeters / K. Sato");
            // A node serves no bytes but those that were published: what has changed is published anew.
            Dealings.publish(jp, DATASET, root.resolve("tokyo/events.jsonl"), "direct");
            assertThat(sync("brussels", eu, jp)).as(told).isZero();
            assertThat(told).contains("conflict: LOI-Q-03 expected");
            assertThat(events("brussels")).isEqualTo(events("tokyo"));

            // A person settles it; the other side hears of it under the agreement that stands.
            expect("brussels", "A. Peeters", "2027-09");
            Dealings.publish(eu, DATASET, root.resolve("brussels/events.jsonl"), "direct");
            assertThat(sync("tokyo", jp, eu)).as(told).isZero();
            assertThat(told).doesNotContain("conflict").contains("new     1");
            assertThat(events("brussels")).isEqualTo(events("tokyo"));
        }
    }
}
