package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("Catalogs of two nodes")
class CatalogsTest {

    private static final String REQUEST = """
            {"@context": ["https://w3id.org/dspace/2025/1/context.jsonld"], "@type": "CatalogRequestMessage" FILTER}""";

    @TempDir
    Path root = Path.of("");

    private static void publish(RunningNode node, Path file, String id, String title, String more) throws IOException {
        Api.good(node.api()
                .post(
                        "/api/datasets",
                        "{\"id\": \"" + id + "\", \"title\": {\"ja\": \"" + title + "\"}, \"file\": \"" + file + "\","
                                + " \"facts\": {\"nonPersonal\": \"true\", \"originRegime\": \"none\"},"
                                + " \"mediaType\": \"text/csv\", \"offers\": [{\"@id\": \"any\", \"permission\":"
                                + " [{\"action\": \"use\"" + more
                                + "}]}], \"themes\": [\"TRAN\"], \"countries\": [\"JP\"]}"));
    }

    private static List<String> ids(JsonNode answer) {
        return answer.path("items")
                .valueStream()
                .map(each -> each.path("id").stringValue())
                .sorted()
                .toList();
    }

    private static JsonNode search(RunningNode node, String query) throws IOException {
        return node.api().read("/api/search?" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("are read, searched together, kept fresh, and forgotten")
    void together() throws Exception {
        Path file = Files.writeString(root.resolve("data.csv"), "a,b\n");
        try (TestNode werk = TestNode.start(root, "werk", "DE", "");
                TestNode tetsudo = TestNode.start(root, "tetsudo", "JP", "")) {
            Dealings.acquaint(werk, "DE", tetsudo, "JP");
            publish(tetsudo, file, "rail", "鉄道輸送統計", "");
            publish(tetsudo, file, "road", "道路交通量", "");
            publish(
                    tetsudo,
                    file,
                    "domestic",
                    "国内輸送",
                    ", \"constraint\": [{\"leftOperand\": \"country\", \"operator\": \"eq\", \"rightOperand\": \"JP\"}]");
            publish(werk, file, "own", "輸送 2025", "");

            Api.good(werk.api().post("/api/catalogs", Dealings.object("peer", tetsudo.did())));
            var _ = Waiting.until(
                    () -> search(werk, "party=" + encoded(tetsudo.did())),
                    answer -> answer.path("total").asLong() == 3);

            assertThat(ids(search(werk, "text=" + encoded("輸送")))).containsExactly("domestic", "own", "rail");
            assertThat(ids(search(werk, "text=" + encoded("輸送") + "&format=csv&theme=TRAN&country=JP&personal=false")))
                    .containsExactly("domestic", "own", "rail");
            JsonNode qualified = search(werk, "qualifies=true");
            assertThat(ids(qualified)).containsExactly("rail", "road");
            assertThat(qualified
                            .path("facets")
                            .path("party")
                            .get(0)
                            .path("datasets")
                            .asLong())
                    .isEqualTo(2);
            JsonNode domestic =
                    search(werk, "text=" + encoded("国内")).path("items").get(0);
            assertThat(domestic.path("qualifies").stringValue()).isEqualTo("no");
            assertThat(domestic.path("reasons").get(0).stringValue()).startsWith("allowed only");
            assertThat(domestic.path("ageSeconds").isIntegralNumber()).isTrue();
            Api.Reply unknown = werk.api().get("/api/search?them=TRAN");
            assertThat(unknown.status()).isEqualTo(400);
            assertThat(unknown.text()).contains("did you mean `theme`?");

            Api.good(tetsudo.api().post("/api/datasets/rail/withdraw", Dealings.object("reason", "old")));
            Api.good(werk.api().post("/api/catalogs/" + encoded(tetsudo.did()) + "/refresh", "{}"));
            assertThat(ids(search(werk, "text=" + encoded("輸送")))).containsExactly("domestic", "own");
            Api.good(werk.api().post("/api/catalogs/" + encoded(tetsudo.did()) + "/remove", "{}"));
            assertThat(ids(search(werk, ""))).containsExactly("own");
        }
    }

    @Test
    @DisplayName("are filtered for the peer that asks, paged by links, and answered by their tags alone when unchanged")
    void overTheWire() throws Exception {
        Path file = Files.writeString(root.resolve("data.csv"), "a,b\n");
        try (TestNode werk = TestNode.start(root, "werk", "DE", "");
                TestNode asker = TestNode.start(root, "asker", "JP", "")) {
            Dealings.acquaint(werk, "DE", asker, "JP");
            for (int i = 0; i < 120; i++) {
                publish(werk, file, "d%03d".formatted(i), i % 2 == 0 ? "輸送" : "道路", "");
            }
            HttpResponse<String> first =
                    ask(werk, asker, "", ", \"filter\": {\"text\": \"輸送\", \"qualifies\": true}", Map.of());
            String link = first.headers().firstValue("Link").orElseThrow();
            String next = link.substring(1, link.indexOf('>'))
                    .substring(werk.publicUrl().toString().length());
            HttpResponse<String> second = ask(werk, asker, next, "", Map.of());
            assertThat(first.body().split("\"Dataset\"", -1)).hasSize(51);
            assertThat(second.body().split("\"Dataset\"", -1)).hasSize(11);
            assertThat(second.body()).contains("d118").doesNotContain("d117");
            assertThat(second.headers().firstValue("Link")).isEmpty();
            assertThat(ask(werk, asker, next, ", \"filter\": {\"text\": \"道路\"}", Map.of())
                            .statusCode())
                    .isEqualTo(400);
            assertThat(ask(werk, asker, next + "x", "", Map.of()).body()).contains("expected one from a `Link` header");
            assertThat(ask(werk, asker, "", ", \"filter\": {\"colour\": \"red\"}", Map.of())
                            .body())
                    .contains("there are text, theme, country, format, personal, licence, party, qualifies");

            String tag = ask(werk, asker, "", "", Map.of())
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();
            HttpResponse<String> same = ask(werk, asker, "", "", Map.of("If-None-Match", tag));
            assertThat(same.statusCode()).isEqualTo(304);
            assertThat(same.body()).isEmpty();
            Api.good(werk.api().post("/api/datasets/d003/withdraw", Dealings.object("reason", "old")));
            assertThat(ask(werk, asker, "", "", Map.of("If-None-Match", tag)).statusCode())
                    .isEqualTo(200);
        }
    }

    private static HttpResponse<String> ask(
            TestNode provider, TestNode asker, String path, String filter, Map<String, String> more)
            throws IOException {
        String where = path.isEmpty() ? "/dsp/2025-1/catalog/request" : path;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(provider.publicUrl() + where))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(REQUEST.replace("FILTER", filter)));
        var headers = new TreeMap<>(asker.tokenFor(provider.did()));
        headers.putAll(more);
        headers.forEach(request::header);
        return Api.sent(request, HttpResponse.BodyHandlers.ofString());
    }
}
