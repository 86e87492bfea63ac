package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("Two secretariats, a node each")
class SecretariatsTest {

    private static final String SYNC = "/api/partnership/sync";

    @TempDir
    Path root = Path.of("");

    private String told = "";

    /** Begins a register; answers the seat and its key. */
    private static String[] begun(TestNode node, String seat) throws IOException {
        String line = Api.good(node.api().post("/api/partnership/begin", Dealings.object("seat", seat)))
                .json()
                .path("lines")
                .path(0)
                .asString();
        return line.split(" ", 2);
    }

    private static void trust(TestNode node, String[] key) throws IOException {
        Api.good(node.api().post("/api/partnership/trust", Dealings.object("seat", key[0], "key", key[1])));
    }

    private static void expect(TestNode node, String by, String date) throws IOException {
        Api.good(node.api().post("/api/partnership/changes", """
                {"changes": [{"change": "expect", "what": {"about": "LOI-Q-03", "date": "%s"}}],
                 "by": "%s", "reason": "a test"}
                """.formatted(date, by)));
    }

    private static void offer(TestNode node) throws IOException {
        Api.good(node.api().post("/api/partnership/offer", "{\"namesPeople\": false}"));
    }

    /** By the command, as an operator would. */
    private int sync(TestNode own, TestNode other) throws IOException, InterruptedException {
        ChildJvm.Ended ended = ChildJvm.run(
                root,
                "partnership",
                "sync",
                "--with",
                other.did(),
                "--node",
                own.api().base().toString(),
                "--token",
                own.api().headers().getOrDefault("Authorization", "").replace("Bearer ", ""));
        told = String.join("\n", ended.out()) + "\n" + ended.err();
        return ended.status();
    }

    /** By the API, to the end; answers what came of it. */
    private static JsonNode synced(TestNode own, TestNode other) throws IOException {
        Api.good(own.api().post(SYNC, Dealings.object("peer", other.did())));
        return over(own, other);
    }

    private static JsonNode over(TestNode own, TestNode other) {
        String path = SYNC + "/" + other.did().replace("%", "%25") + "?wait=5";
        return Waiting.until(() -> own.api().read(path), each -> !each.has("step"))
                .path("last");
    }

    private static byte[] events(TestNode node) throws IOException {
        return Files.readAllBytes(node.folder().resolve("partnership").resolve("events.jsonl"));
    }

    @Test
    @DisplayName("work apart, join over the exchange, see their conflict, settle it, and hold the same bytes")
    void joined() throws IOException, InterruptedException {
        try (TestNode eu = TestNode.start(root, "eu-node", "BE", "");
                TestNode jp = TestNode.start(root, "jp-node", "JP", "")) {
            Dealings.acquaint(eu, "BE", jp, "JP");
            String[] brussels = begun(eu, "eu");
            String[] tokyo = begun(jp, "jp");
            // Both change the same field without sight of the other.
            expect(eu, "A. Peeters", "2027-03");
            expect(jp, "K. Sato", "2027-09");

            assertThat(sync(jp, eu)).as("Brussels offers nothing yet").isEqualTo(1);
            assertThat(told).contains("offers no dataset `partnership-register`");
            offer(eu);
            offer(jp);
            assertThat(sync(jp, eu)).as("no key of Brussels is trusted yet").isEqualTo(1);
            assertThat(told).contains("refused      1 (expect LOI-Q-03: its signature is not by a key of the seat");
            trust(jp, brussels);
            trust(eu, tokyo);

            assertThat(sync(jp, eu)).as(told).isZero();
            assertThat(told).contains("changed      1", "in conflict  1");
            JsonNode taken = synced(eu, jp);
            assertThat(taken.path("changed").asInt()).as(taken.toString()).isOne();
            assertThat(events(eu)).isEqualTo(events(jp));

            // A person settles it; the other side hears of it under the agreement that stands.
            expect(eu, "A. Peeters", "2027-09");
            assertThat(synced(jp, eu).path("conflicting").asInt()).isZero();
            assertThat(events(eu)).isEqualTo(events(jp));
            assertThat(jp.api().read("/api/agreements").path("items"))
                    .as("one agreement each way")
                    .hasSize(2);
            assertThat(jp.api()
                            .read(SYNC)
                            .path("items")
                            .path(0)
                            .path("last")
                            .path("changed")
                            .asInt())
                    .isOne();
            assertThat(jp.folder().resolve("partnership").resolve("joined.json"))
                    .isNotEmptyFile();
        }
    }

    @Test
    @DisplayName("cut off while the one fetches, both work on; joined again, both hold the same bytes")
    void cut() throws IOException {
        int dspPort = Cable.freePort();
        int dataPort = Cable.freePort();
        try (Cable dsp = Cable.to(dspPort);
                Cable data = Cable.to(dataPort);
                TestNode eu =
                        TestNode.start(root, "eu-node", "BE", """
                        dsp.public-url = %s
                        dsp.port = %d
                        data.public-url = %s
                        data.port = %d
                        """.formatted(dsp.url(), dspPort, data.url(), dataPort));
                TestNode jp = TestNode.start(root, "jp-node", "JP", "")) {
            Dealings.acquaint(eu, "BE", jp, "JP");
            String[] brussels = begun(eu, "eu");
            trust(eu, begun(jp, "jp"));
            trust(jp, brussels);
            expect(eu, "A. Peeters", "2027-03");
            offer(eu);
            offer(jp);

            data.cut();
            Api.good(jp.api().post(SYNC, Dealings.object("peer", eu.did())));
            Waiting.until(() -> jp.api().read("/api/transfers?state=STARTED").path("items"), each -> !each.isEmpty());
            dsp.cut();
            assertThat(jp.api().read(SYNC).path("items").path(0).path("step").asString())
                    .isEqualTo("fetching");
            // Whoever asks twice begins it once.
            Api.good(jp.api().post(SYNC, Dealings.object("peer", eu.did())));
            expect(jp, "K. Sato", "2027-09");

            dsp.mend();
            data.mend();
            JsonNode taken = over(jp, eu);
            assertThat(taken.path("changed").asInt()).as(taken.toString()).isOne();
            assertThat(taken.path("conflicting").asInt()).isOne();
            assertThat(jp.api().read("/api/transfers").path("items")).hasSize(1);
            assertThat(synced(eu, jp).path("conflicting").asInt()).isOne();
            assertThat(events(eu)).isEqualTo(events(jp));
        }
    }

    @Test
    @DisplayName("join again by appointment, once a person has joined them and an interval is set")
    void appointed() throws IOException {
        try (TestNode eu = TestNode.start(root, "eu-node", "BE", "");
                TestNode jp = TestNode.start(root, "jp-node", "JP", "partnership.sync-every = 200 ms")) {
            Dealings.acquaint(eu, "BE", jp, "JP");
            begun(jp, "jp");
            trust(jp, begun(eu, "eu"));
            offer(eu);
            synced(jp, eu);
            expect(eu, "A. Peeters", "2027-03");
            Waiting.until(
                    () -> jp.api()
                            .read("/api/partnership/commitments/LOI-Q-03")
                            .path("expected")
                            .asString(""),
                    "2027-03"::equals);
        }
    }

    @Test
    @DisplayName("are told what they cannot join")
    void refused() throws IOException {
        try (TestNode node = TestNode.start(root, "jp-node", "JP", "")) {
            Api api = node.api();
            assertThat(api.post(SYNC, Dealings.object("peer", "did:web:eu.example"))
                            .text())
                    .contains("begin one first");
            begun(node, "jp");
            assertThat(api.post(SYNC, Dealings.object("peer", "brussels")).status())
                    .isEqualTo(409);
            assertThat(api.post(SYNC, Dealings.object("peer", node.did())).text())
                    .contains("is this node itself");
            assertThat(api.get(SYNC + "/did:web:eu.example").status()).isEqualTo(404);
            assertThat(api.get(SYNC + "/did:web:eu.example?wait=99").status()).isEqualTo(400);
            assertThat(api.read(SYNC).path("items")).isEmpty();
        }
    }
}
