package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hasekura.evidence.EntrySample;
import org.hasekura.evidence.MerkleTree;
import org.hasekura.evidence.ReceiptVerifier;
import org.hasekura.evidence.Verdict;
import org.hasekura.verify.Check;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("An auditor with a token for some days")
class AuditTest {

    @TempDir
    Path root = Path.of("");

    @Test
    @DisplayName(
            "reads timeline, sample, receipts and bundles, and nothing else; each reading is evidence; revoked, the token opens nothing")
    void whole() throws Exception {
        try (TestNode node = TestNode.start(root, "node", "DE", "")) {
            for (int i = 0; i < 12; i++) {
                Dealings.publish(node, "data-" + i, Files.writeString(root.resolve("data.txt"), "some"), "direct");
            }
            JsonNode given = Api.good(
                            node.api().post("/api/audit-access", "{\"name\": \"PPC review 2026\", \"days\": 14}"))
                    .json();
            String token = given.path("token").asString();
            Api auditor = Api.management(node.api().base(), token);

            onlyReads(auditor, node);
            String until = Instant.now().toString();
            timeline(auditor, until);
            sample(auditor, node, until);
            receiptAndBundle(auditor);
            assertThat(new Api(node.api().base(), Map.of())
                            .get(given.path("link")
                                    .asString()
                                    .substring(node.api().base().toString().length()))
                            .status())
                    .as("by the link alone")
                    .isEqualTo(200);

            String id = given.path("id").asString();
            Api.good(node.api().post("/api/audit-access/" + id + "/revoke", "{}"));
            assertThat(auditor.get("/api/audit/timeline").status()).isEqualTo(401);
            assertThat(node.api()
                            .post("/api/audit-access/" + id + "/revoke", "{}")
                            .status())
                    .isEqualTo(404);
            recorded(node, id);
            assertNowhere(token, node);
        }
    }

    private static void onlyReads(Api auditor, TestNode node) throws IOException {
        for (String path : List.of("/api/node", "/api/datasets", "/api/audit-access", "/api/bundle?exchange=x")) {
            assertThat(auditor.get(path).status()).as(path).isEqualTo(401);
        }
        assertThat(auditor.post("/api/audit-access", "{\"name\": \"more\", \"days\": 1}")
                        .status())
                .isEqualTo(401);
        assertThat(auditor.post("/api/audit/timeline", "{}").status()).isEqualTo(405);
        Api other = Api.management(node.api().base(), "hska_" + "A".repeat(43));
        assertThat(other.get("/api/audit/timeline").status()).isEqualTo(401);
        assertThat(new Api(node.api().base(), Map.of())
                        .get("/api/audit/timeline")
                        .status())
                .isEqualTo(401);
        assertThat(node.api().get("/api/audit/timeline").status())
                .as("the node's own people")
                .isEqualTo(200);
    }

    private static void timeline(Api auditor, String until) throws IOException {
        JsonNode seen = auditor.read("/api/audit/timeline?until=" + until);
        assertThat(seen.path("kinds").path("OfferPublished").asLong()).isEqualTo(12);
        long byDays = 0;
        for (JsonNode day : seen.path("days")) {
            byDays += day.path("entries").asLong();
        }
        assertThat(byDays).isEqualTo(seen.path("entries").asLong()).isGreaterThan(12);
        assertThat(seen.path("gaps").path("found")).isEmpty();
        assertThat(seen.path("gaps").path("statement").asString()).startsWith("none, as expected");
    }

    private static void sample(Api auditor, TestNode node, String until) throws IOException {
        String path = "/api/audit/sample?kind=OfferPublished&size=5&seed=" + "my%20own&until=" + until;
        JsonNode drawn = auditor.read(path);
        assertThat(auditor.read(path).path("items")).as("drawn again").isEqualTo(drawn.path("items"));
        assertThat(drawn.path("population").asLong()).isEqualTo(12);
        assertThat(drawn.path("seedBy").asString()).isEqualTo("auditor");
        List<JsonNode> offers = new ArrayList<>();
        node.api()
                .read("/api/events?types=evidence.offer-published&limit=100")
                .path("items")
                .forEach(offers::add);
        List<Long> expected = EntrySample.of("my own", 12, 5).stream()
                .map(number -> offers.get(Math.toIntExact(number)).path("id").asLong())
                .toList();
        List<Long> indexes = new ArrayList<>();
        for (JsonNode item : drawn.path("items")) {
            indexes.add(item.path("index").asLong());
            byte[] entry = item.path("entry").toString().getBytes(StandardCharsets.UTF_8);
            assertThat(item.path("leafHash").asString())
                    .isEqualTo(MerkleTree.leaf(entry).hex());
        }
        assertThat(indexes).isEqualTo(expected);
        assertThat(auditor.read("/api/audit/sample").path("seedBy").asString()).isEqualTo("node");
        assertThat(auditor.get("/api/audit/sample?size=0").status()).isEqualTo(400);
    }

    private void receiptAndBundle(Api auditor) throws IOException, Check.Unfit {
        byte[] receipt = Api.good(auditor.get("/api/audit/receipts/1")).bytes();
        assertThat(ReceiptVerifier.verify(receipt, Optional.empty())).isInstanceOf(Verdict.Proven.class);
        assertThat(auditor.get("/api/audit/receipts/99999").status()).isEqualTo(404);
        String query = "/api/audit/bundles/1970-01-01/2100-01-01";
        assertThat(auditor.get("/api/audit/exchanges/none/bundle").status()).isEqualTo(404);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(auditor.base() + query));
        auditor.headers().forEach(request::header);
        Path bundle = Files.write(
                root.resolve("bundle.zip"),
                Api.sent(request, BodyHandlers.ofByteArray()).body());
        assertThat(new Check(bundle, Optional.empty(), Optional.empty())
                        .answer(Locale.ENGLISH)
                        .isProven())
                .isTrue();
    }

    private static void recorded(TestNode node, String id) throws IOException {
        JsonNode given = node.api().read("/api/events?types=evidence.access-given,evidence.access-revoked");
        assertThat(given.path("items")).hasSize(2);
        assertThat(given.toString()).contains(id, "PPC review 2026", "compliance-officer");
        JsonNode uses = node.api().read("/api/events?types=evidence.evidence-accessed&limit=100");
        assertThat(uses.path("items").findValuesAsString("shown")).contains("TIMELINE", "SAMPLE", "RECEIPT", "BUNDLE");
        assertThat(uses.path("items").findValuesAsString("reader"))
                .contains("management", "PPC review 2026 (" + id + ")");
        assertThat(uses.toString()).contains("seed my own");
    }

    /** The token is kept nowhere. */
    private static void assertNowhere(String token, TestNode node) throws IOException {
        try (Stream<Path> files = Files.walk(node.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(token);
            }
        }
    }
}
