package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("The management API")
class ManagementApiTest {

    @TempDir
    static Path root = Path.of("");

    private static List<TestNode> nodes = List.of();
    private static ApiSchemas schemas =
            new ApiSchemas(tools.jackson.databind.json.JsonMapper.shared().createObjectNode());

    @BeforeAll
    static void start() throws IOException {
        nodes = List.of(TestNode.start(root, "provider", "DE", ""), TestNode.start(root, "consumer", "JP", ""));
        Dealings.acquaint(provider(), "DE", consumer(), "JP");
        Dealings.publish(provider(), "data", Files.writeString(root.resolve("offered.txt"), "offered"), "direct");
        schemas = new ApiSchemas(provider().api().read("/api/openapi.json"));
    }

    @AfterAll
    static void stop() throws IOException {
        for (TestNode node : nodes) {
            node.close();
        }
    }

    @Test
    @DisplayName("describes every operation once, with schemas that there are")
    void described() {
        assertThat(schemas.operations()).hasSizeGreaterThan(25);
        assertThat(schemas.operations().stream().map(ApiSchemas.Operation::id))
                .doesNotContain("")
                .doesNotHaveDuplicates();
        for (ApiSchemas.Operation each : schemas.operations()) {
            assertThat(each.node().path("summary").asString()).as(each.id()).isNotBlank();
            each.node()
                    .findValuesAsString("$ref")
                    .forEach(reference -> assertThat(
                                    schemas.schemasByName().has(reference.replace("#/components/schemas/", "")))
                            .as("%s names %s", each.id(), reference)
                            .isTrue());
        }
    }

    @Test
    @DisplayName("has an example for every body that is sent, and each example is what its schema says")
    void examples() {
        for (ApiSchemas.Operation each : schemas.operations()) {
            String body = each.node()
                    .at("/requestBody/content/application~1json/schema/$ref")
                    .asString("");
            if (!body.isEmpty()) {
                String name = body.replace("#/components/schemas/", "");
                assertThat(schemas.schemasByName().path(name).path("examples"))
                        .as("examples of %s", name)
                        .isNotEmpty();
            }
        }
        schemas.schemasByName()
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("examples")
                        .forEach(example -> assertThat(schemas.faults(schema.getKey(), example))
                                .as(schema.getKey())
                                .isEmpty()));
    }

    @Test
    @DisplayName("answers as its document says, in every list and in a whole exchange")
    void answers() throws IOException {
        for (ApiSchemas.Operation each : schemas.operations()) {
            if (each.method().equals("GET")
                    && !each.path().contains("{")
                    && !each.path().endsWith("/events")
                    && !each.path().endsWith(".csv")
                    // They answer no JSON: BundleTest, CouncilApiTest.
                    && !each.path().equals("/api/partnership/report")
                    && !each.path().equals("/api/partnership/briefing")
                    && !each.path().equals("/api/bundle")) {
                good(provider(), "GET", each.path(), "");
            }
        }
        String offer = good(
                        consumer(),
                        "POST",
                        "/api/catalog",
                        Dealings.object("peer", provider().did()))
                .at("/items/0/offers/0/@id")
                .asString();
        String asked = Dealings.object("peer", provider().did(), "dataset", "data", "offer", offer);
        String pid =
                good(consumer(), "POST", "/api/negotiations", asked).path("pid").asString();
        JsonNode agreed = Waiting.until(
                () -> good(consumer(), "GET", "/api/negotiations/" + pid, ""),
                seen -> seen.path("state").asString().equals("FINALIZED") && !seen.has("sending"));
        String agreement = agreed.path("agreement").asString();
        good(consumer(), "GET", "/api/agreements/" + agreement, "");
        String transfer = good(consumer(), "POST", "/api/transfers", Dealings.object("agreement", agreement))
                .path("pid")
                .asString();
        Waiting.until(
                () -> good(consumer(), "GET", "/api/transfers/" + transfer, ""),
                seen -> seen.path("state").asString().equals("COMPLETED") && !seen.has("sending"));
        good(consumer(), "GET", "/api/evidence/" + pid, "");
        good(consumer(), "POST", "/api/receipts", Dealings.object("process", pid));
        for (String list : List.of("negotiations", "agreements", "transfers")) {
            assertThat(good(provider(), "GET", "/api/" + list, "").path("items"))
                    .isNotEmpty();
        }
        good(provider(), "GET", "/api/rulings?lang=ja", "");
        good(provider(), "GET", "/api/participants/" + encoded(consumer().did()), "");
        refused(consumer(), "POST", "/api/negotiations/" + pid + "/accept", "", 409);
        refused(consumer(), "POST", "/api/transfers/" + transfer + "/suspend", "{}", 409);
        refused(consumer(), "GET", "/api/negotiations/none", "", 404);
        assertThat(schemas.seen()).contains("startNegotiation", "startTransfer", "makeReceipt", "listRulings");
    }

    @Test
    @DisplayName("says what is wrong with a body, and where, as RFC 9457 has it")
    void problems() throws IOException {
        JsonNode missing = refused(consumer(), "POST", "/api/negotiations", "{}", 400);
        assertThat(missing.path("type").asString()).isEqualTo("urn:hasekura:problem:invalid");
        assertThat(missing.path("instance").asString()).isEqualTo("/api/negotiations");
        assertThat(missing.at("/errors/0/pointer").asString()).isEqualTo("/peer");

        String dataset = """
                {"id": "x", "facts": {}, "file": "%s", "offers": [
                  {"@id": "a", "@type": "Offer", "permission": [{"action": ["use"]}]}]}
                """.formatted(root.resolve("offered.txt"));
        JsonNode action = refused(provider(), "POST", "/api/datasets", dataset, 400);
        assertThat(action.at("/errors/0/pointer").asString()).startsWith("/offers/0/permission/0");
        JsonNode facts = refused(provider(), "POST", "/api/datasets", dataset.replace("[\"use\"]", "\"use\""), 400);
        assertThat(facts.path("errors"))
                .isNotEmpty()
                .allSatisfy(
                        error -> assertThat(error.path("pointer").asString()).isEqualTo("/facts"));

        assertThat(refused(provider(), "GET", "/api/negotiations?state=DONE", "", 400)
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("?state");
        refused(provider(), "GET", "/api/negotiations?since=yesterday", "", 400);
        refused(provider(), "GET", "/api/transfers?limit=0", "", 400);
        refused(provider(), "GET", "/api/transfers?after=%25", "", 400);
        HttpResponse<String> unknown = sent(provider(), "GET", "/api/nothing", "");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    @DisplayName("hands out long lists page by page, every item once, with filters that hold on every page")
    void pages() throws IOException {
        Dealings.publish(provider(), "paged", root.resolve("offered.txt"), "direct");
        for (int at = 0; at < 7; at++) {
            Api.good(consumer()
                    .api()
                    .post(
                            "/api/negotiations",
                            Dealings.object("peer", provider().did(), "dataset", "paged")));
        }
        List<String> all = new ArrayList<>();
        Waiting.until(() -> items(provider(), "dataset=paged&limit=500"), items -> items.size() == 7)
                .forEach(each -> all.add(pid(each)));
        Set<String> paged = new HashSet<>();
        String path = "/api/negotiations?limit=2&dataset=paged";
        int pages = 0;
        while (!path.isEmpty()) {
            HttpResponse<String> page = sent(provider(), "GET", path, "");
            JsonNode body = json(page);
            assertThat(body.path("items").size()).isLessThanOrEqualTo(2);
            body.path("items").forEach(each -> assertThat(paged.add(pid(each))).isTrue());
            path = page.headers()
                    .firstValue("Link")
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .orElse("");
            assertThat(body.has("next")).isEqualTo(!path.isEmpty());
            pages++;
        }
        assertThat(paged).containsExactlyInAnyOrderElementsOf(all);
        assertThat(pages).isEqualTo((all.size() + 1) / 2);
        assertThat(items(provider(), "counterparty=did:web:nobody.example")).isEmpty();
        assertThat(items(provider(), "since=2999-01-01T00:00:00Z")).isEmpty();
        assertThat(items(provider(), "state=ACCEPTED")).isEmpty();
        assertThat(items(
                        provider(),
                        "dataset=paged&counterparty=" + encoded(consumer().did())))
                .hasSameSizeAs(all);
    }

    @Test
    @DisplayName("answers a read with 304 while nothing has changed")
    void conditionalReads() throws IOException {
        HttpResponse<String> first = sent(provider(), "GET", "/api/datasets/data", "");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = sent(provider(), "GET", "/api/datasets/data", "", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        String list = sent(provider(), "GET", "/api/participants", "")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(sent(provider(), "GET", "/api/participants", "", "If-None-Match", "W/" + list)
                        .statusCode())
                .isEqualTo(304);
        assertThat(sent(provider(), "GET", "/api/participants", "", "If-None-Match", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("makes a change to the version that is meant, and to no other")
    void conditionalChanges() throws IOException {
        Path file = root.resolve("offered.txt");
        Dealings.publish(provider(), "versioned", file, "direct");
        String path = "/api/datasets/versioned";
        String first =
                sent(provider(), "GET", path, "").headers().firstValue("ETag").orElseThrow();
        Dealings.publish(provider(), "versioned", file, "manual");
        String withdrawal = Dealings.object("reason", "a test");
        HttpResponse<String> stale = sent(provider(), "POST", path + "/withdraw", withdrawal, "If-Match", first);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).path("detail").asString()).contains("\"2\"", "If-Match");
        assertThat(provider().api().read(path).has("withdrawn")).isFalse();
        String second =
                sent(provider(), "GET", path, "").headers().firstValue("ETag").orElseThrow();
        assertThat(sent(provider(), "POST", path + "/withdraw", withdrawal, "If-Match", second)
                        .statusCode())
                .isEqualTo(200);
        assertThat(provider().api().read(path).path("withdrawnBecause").asString())
                .isEqualTo("a test");
    }

    @Test
    @DisplayName("records a participant in place of the one that was read, and of no other")
    void conditionalRegister() throws IOException {
        String did = "did:web:register.example";
        String path = "/api/participants/" + encoded(did);
        good(provider(), "PUT", "/api/participants", Dealings.participant(did, "JP"));
        String first =
                sent(provider(), "GET", path, "").headers().firstValue("ETag").orElseThrow();
        String german = Dealings.participant(did, "DE");
        assertThat(sent(provider(), "PUT", "/api/participants", german, "If-Match", first)
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> stale =
                sent(provider(), "PUT", "/api/participants", Dealings.participant(did, "FR"), "If-Match", first);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).path("type").asString()).endsWith(":changed");
        assertThat(provider().api().read(path).toString()).contains("\"DE\"").doesNotContain("\"FR\"");
        assertThat(sent(
                                provider(),
                                "PUT",
                                "/api/participants",
                                Dealings.participant("did:web:new.example", "FR"),
                                "If-Match",
                                first)
                        .statusCode())
                .as("one that is not there yet has no version")
                .isEqualTo(412);
    }

    @Test
    @DisplayName("publishes many datasets by one request, each by itself, and says which were refused")
    void batch() throws IOException {
        String line = """
                {"id": "%s", "title": {"en": "x"}, "facts": {"nonPersonal": "true", "originRegime": "none"},\
                "offers": [{"@id": "o", "@type": "Offer", "permission": [{"action": "use"}]}], "file": "%s"}""";
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            lines.add(line.formatted("many-%03d".formatted(i), root.resolve("offered.txt")));
        }
        lines.add("");
        lines.add("{\"id\": \"half\"}");
        lines.add(line.formatted("lost", root.resolve("lost.txt")));
        lines.add(line.formatted("many-007", root.resolve("offered.txt")));
        lines.add("not JSON");

        JsonNode done = good(provider(), "POST", "/api/datasets/batch", String.join("\n", lines));

        assertThat(done.path("published").asInt()).isEqualTo(200);
        List<String> refused = new ArrayList<>();
        done.path("refused")
                .forEach(each -> refused.add(each.path("line").asInt() + " "
                        + each.path("status").asInt() + " " + each.path("id").asString("")));
        assertThat(refused).containsExactly("202 400 half", "203 400 lost", "204 409 many-007", "205 400 ");
        assertThat(done.path("refused").toString()).contains("cannot be read", "stands on line 8 already");
        assertThat(provider().api().read("/api/datasets/many-199").path("bytes").asInt())
                .isEqualTo(7);
        refused(provider(), "POST", "/api/datasets/batch", "\n\n", 400);
        refused(provider(), "POST", "/api/datasets/batch", "{}\n".repeat(5_001), 400);
    }

    @Test
    @DisplayName("does a request under one key once, however many send it at once, and answers it the same each time")
    void once() throws IOException, InterruptedException, ExecutionException {
        String body = Dealings.object("peer", provider().did(), "dataset", "data");
        int before = consumer()
                .api()
                .read("/api/negotiations?limit=500")
                .path("items")
                .size();
        Set<String> answers = new HashSet<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> asked = new ArrayList<>();
            for (int times = 0; times < 20; times++) {
                asked.add(threads.submit(
                        () -> sent(consumer(), "POST", "/api/negotiations", body, "Idempotency-Key", "\"a-key\"")));
            }
            for (Future<HttpResponse<String>> each : asked) {
                assertThat(each.get().statusCode()).isIn(201, 409);
                if (each.get().statusCode() == 201) {
                    answers.add(each.get().body());
                } else {
                    assertThat(json(each.get()).path("type").asString()).endsWith(":in-flight");
                }
            }
        }
        HttpResponse<String> again = sent(consumer(), "POST", "/api/negotiations", body, "Idempotency-Key", "a-key");
        answers.add(again.body());
        assertThat(answers).hasSize(1);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(again.headers().firstValue("Location")).contains("/api/negotiations/" + pid(json(again)));
        assertThat(consumer().api().read("/api/negotiations?limit=500").path("items"))
                .hasSize(before + 1);

        String other = Dealings.object("peer", provider().did(), "dataset", "other");
        HttpResponse<String> reused = sent(consumer(), "POST", "/api/negotiations", other, "Idempotency-Key", "a-key");
        assertThat(reused.statusCode()).isEqualTo(422);
        HttpResponse<String> refused = sent(consumer(), "POST", "/api/negotiations", other, "Idempotency-Key", "b-key");
        assertThat(refused.statusCode()).as("what was refused is judged anew").isEqualTo(400);
        assertThat(sent(consumer(), "POST", "/api/negotiations", body, "Idempotency-Key", "b-key")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    @DisplayName("answers a request under a key of before a restart, as it did then")
    void onceAcrossRestart() throws IOException {
        String dataset = """
                {"id": "x", "facts": {"nonPersonal": "true", "originRegime": "none"}, "file": "%s",
                 "offers": [{"@id": "a", "@type": "Offer", "permission": [{"action": "use"}]}]}
                """.formatted(root.resolve("offered.txt"));
        Api own;
        HttpResponse<String> first;
        try (TestNode node = TestNode.start(root, "restarted", "FR", "")) {
            own = node.api();
            first = sent(own, "POST", "/api/datasets", dataset, "Idempotency-Key", "k");
            assertThat(first.statusCode()).isEqualTo(201);
        }
        try (TestNode node = TestNode.start(root, "restarted", "FR", "")) {
            assertThat(node.api().base()).isEqualTo(own.base());
            HttpResponse<String> again = sent(own, "POST", "/api/datasets", dataset, "Idempotency-Key", "k");
            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.headers().firstValue("ETag")).contains("\"1\"");
            HttpResponse<String> anew = sent(own, "POST", "/api/datasets", dataset, "Idempotency-Key", "l");
            assertThat(anew.statusCode()).isEqualTo(200);
            assertThat(anew.headers().firstValue("ETag")).contains("\"2\"");
        }
    }

    private static TestNode provider() {
        return nodes.get(0);
    }

    private static TestNode consumer() {
        return nodes.get(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String pid(JsonNode negotiation) {
        return negotiation.path("pid").asString();
    }

    private static JsonNode items(TestNode node, String query) throws IOException {
        return node.api().read("/api/negotiations?" + query).path("items");
    }

    private static JsonNode good(TestNode node, String method, String path, String body) throws IOException {
        return json(held(node, method, path, body, 200, 201, 204));
    }

    private static JsonNode refused(TestNode node, String method, String path, String body, int status)
            throws IOException {
        return json(held(node, method, path, body, status));
    }

    /** The answer, which must be one of these and what the document says. */
    private static HttpResponse<String> held(
            TestNode node, String method, String path, String body, Integer... statuses) throws IOException {
        HttpResponse<String> response = sent(node, method, path, body);
        assertThat(response.statusCode())
                .as("%s %s: %s", method, path, response.body())
                .isIn((Object[]) statuses);
        assertThat(schemas.faults(method, path, new Api.Reply(response.statusCode(), response.body())))
                .as("%s %s: %s", method, path, response.body())
                .isEmpty();
        return response;
    }

    private static JsonNode json(HttpResponse<String> response) {
        return new Api.Reply(response.statusCode(), response.body()).json();
    }

    private static HttpResponse<String> sent(TestNode node, String method, String path, String body, String... headers)
            throws IOException {
        return sent(node.api(), method, path, body, headers);
    }

    private static HttpResponse<String> sent(Api api, String method, String path, String body, String... headers)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api.base() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        api.headers().forEach(request::header);
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        return Api.sent(request, BodyHandlers.ofString());
    }
}
