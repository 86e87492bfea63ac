package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hasekura.client.Filter;
import org.hasekura.client.Negotiation;
import org.hasekura.client.NodeClient;
import org.hasekura.client.OfferedDataset;
import org.hasekura.client.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What a node offers to some participants alone")
class RestrictedOfferTest {

    private static final String HIDDEN = "soundings-of-the-strait";

    @TempDir
    Path root = Path.of("");

    private TestNode provider;
    private TestNode chosen;
    private TestNode other;

    @BeforeEach
    void start() throws IOException {
        provider = TestNode.start(root, "provider", "DE", "");
        chosen = TestNode.start(root, "chosen", "JP", "");
        other = TestNode.start(root, "other", "KE", "");
        Dealings.acquaint(provider, "DE", chosen, "JP");
        Api.good(provider.api().put("/api/participants", Dealings.participant(other.did(), "KE")));
        Api.good(other.api().put("/api/participants", Dealings.participant(provider.did(), "DE")));
        Path file = Files.writeString(root.resolve("data.txt"), "data");
        Dealings.publish(provider, "open", file, "direct");
        Dealings.publish(provider, HIDDEN, file, "direct");
        show("{\"visibleTo\": [\"country:JP\"]}");
    }

    @AfterEach
    void stop() throws IOException {
        other.close();
        chosen.close();
        provider.close();
    }

    private void show(String to) throws IOException {
        Api.good(provider.api().post("/api/datasets/" + HIDDEN + "/visibility", to));
    }

    private static NodeClient client(TestNode node) {
        return NodeClient.of(
                node.api().base(),
                node.api().headers().getOrDefault("Authorization", "").replace("Bearer ", ""));
    }

    private List<String> catalogSeenBy(TestNode node) throws IOException {
        try (NodeClient client = client(node)) {
            return client.catalog(provider.did()).orElseThrow().stream()
                    .map(OfferedDataset::id)
                    .toList();
        }
    }

    private static String crawled(TestNode node, String provider) throws IOException {
        Api.good(node.api().post("/api/catalogs", "{\"peer\": \"" + provider + "\"}"));
        Waiting.until(
                () -> node.api().read("/api/search?text=open").path("total").asInt(0), total -> total > 0);
        return node.api().get("/api/search?limit=100").text();
    }

    @Test
    @DisplayName("is in the catalog, the search and the agreements of the chosen, and nowhere for anybody else")
    void chosenAndOthers() throws Exception {
        assertThat(catalogSeenBy(chosen)).containsExactlyInAnyOrder("open", HIDDEN);
        assertThat(catalogSeenBy(other)).containsExactly("open");
        assertThat(crawled(chosen, provider.did())).contains(HIDDEN);
        assertThat(crawled(other, provider.did())).doesNotContain(HIDDEN);
        try (NodeClient good = client(chosen);
                NodeClient stranger = client(other);
                NodeClient own = client(provider)) {
            Result<Negotiation> guessed = stranger.negotiate(provider.did(), HIDDEN, "any-use");
            Result<Negotiation> nothing = stranger.negotiate(provider.did(), "nothing", "any-use");
            assertThat(guessed.toString().replace(HIDDEN, "nothing")).isEqualTo(nothing.toString());
            assertThat(own.negotiations(Filter.ALL)).isEmpty();

            Negotiation asked =
                    good.negotiate(provider.did(), HIDDEN, "any-use").orElseThrow();
            Waiting.until(
                    () -> good.negotiation(asked.pid()).orElseThrow(),
                    seen -> seen.state().equals("FINALIZED"));
            assertThat(own.dataset(HIDDEN).orElseThrow().visibleTo()).containsExactly("country:JP");
        }
        for (String path : List.of("/api/events?after=0", "/api/search?limit=100", "/api/negotiations")) {
            assertThat(other.api().get(path).text()).as(path).doesNotContain(HIDDEN);
        }
    }

    @Test
    @DisplayName(
            "stands in no file of the log that strangers can read, and in the evidence as a digest of who was chosen")
    void log() throws Exception {
        Waiting.until(() -> LogFolder.of(provider).head().size(), size -> size > 3);
        HttpClient http = HttpClient.newHttpClient();
        Path log = provider.folder().resolve("log");
        try (var files = Files.walk(log)) {
            List<Path> written = files.filter(Files::isRegularFile).toList();
            assertThat(written).isNotEmpty();
            for (Path file : written) {
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(provider.publicUrl().resolve("/log/" + log.relativize(file)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.body()).as(file.toString()).doesNotContain(HIDDEN);
            }
        }
    }

    @Test
    @DisplayName("can be shown to everybody, to others, and kept as a draft that only its own people see")
    void changes() throws Exception {
        show("{}");
        assertThat(catalogSeenBy(other)).contains(HIDDEN);
        show("{\"visibleTo\": [\"" + other.did() + "\"]}");
        assertThat(catalogSeenBy(other)).contains(HIDDEN);
        assertThat(catalogSeenBy(chosen)).containsExactly("open");
        assertThat(provider.api()
                        .post("/api/datasets/" + HIDDEN + "/visibility", "{\"visibleTo\": []}")
                        .status())
                .isEqualTo(400);
        try (NodeClient own = client(provider)) {
            own.keepDraft("{\"id\": \"later\", \"title\": {\"en\": \"Later\"}}").orElseThrow();
            assertThat(own.drafts()).containsExactly("later");
            assertThat(own.publishDraft("later")).isInstanceOf(Result.Refused.class);
            assertThat(catalogSeenBy(other)).doesNotContain("later");
            own.discardDraft("later").orElseThrow();
            assertThat(own.drafts()).isEmpty();
        }
    }
}
