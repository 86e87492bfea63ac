package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hasekura.evidence.TreeHead;
import org.hasekura.identity.Did;
import org.hasekura.identity.SelfIssuedToken;
import org.hasekura.identity.SigningKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("A node that is asked what it must not answer")
class LimitsTest {

    private static final String REQUEST = "/dsp/2025-1/negotiations/request";
    private static final String CATALOG = "/dsp/2025-1/catalog/request";
    private static final String CATALOG_REQUEST = """
            {"@context": ["https://w3id.org/dspace/2025/1/context.jsonld"], "@type": "CatalogRequestMessage"}""";

    @TempDir
    static Path root = Path.of("");

    private static List<TestNode> nodes = List.of();

    @BeforeAll
    static void start() throws IOException {
        nodes = List.of(
                TestNode.start(root, "provider", "DE", ""),
                TestNode.start(root, "consumer", "JP", ""),
                TestNode.start(root, "third", "KE", ""),
                TestNode.start(root, "stranger", "US", ""));
        Dealings.acquaint(provider(), "DE", consumer(), "JP");
        Dealings.acquaint(provider(), "DE", third(), "KE");
        Dealings.publish(provider(), "data", Files.writeString(root.resolve("data.txt"), "some data"), "direct");
    }

    @AfterAll
    static void stop() throws IOException {
        for (TestNode node : nodes) {
            node.close();
        }
    }

    @Test
    @DisplayName("refuses a body that is too long, on both servers")
    void tooLong() throws IOException {
        String body = "{\"a\": \"" + "x".repeat(300_000) + "\"}";
        Api.Reply ofPeer = peer(consumer()).post(REQUEST, body);
        assertThat(ofPeer.status()).isEqualTo(413);
        assertThat(ofPeer.text()).contains("the body is longer than");
        assertThat(provider().api().post("/api/datasets", body).status()).isEqualTo(413);
    }

    @Test
    @DisplayName("refuses JSON that is nested too deep, in words and not by falling over")
    void nested() throws IOException {
        String deep = "{\"a\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}";
        for (String path : List.of(REQUEST, CATALOG, "/dsp/2025-1/transfers/request")) {
            Api.Reply reply = peer(consumer()).post(path, deep);
            assertThat(reply.status()).as(path).isEqualTo(400);
            assertThat(reply.text()).contains("nesting depth");
        }
        assertThat(provider().api().post("/api/datasets", deep).status()).isEqualTo(400);
        assertThat(provider().api().put("/api/participants", deep).status()).isEqualTo(400);
    }

    @Test
    @DisplayName("refuses JSON in which one name stands twice")
    void twice() throws IOException {
        Api.Reply reply = peer(consumer()).post(CATALOG, "{\"@type\": \"a\", \"@type\": \"b\"}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).containsIgnoringCase("duplicate");
        Api.Reply ofOwn = provider().api().post("/api/negotiations", "{\"peer\": \"a\", \"peer\": \"b\"}");
        assertThat(ofOwn.status()).isEqualTo(400);
        assertThat(ofOwn.text()).containsIgnoringCase("duplicate");
    }

    @Test
    @DisplayName("lets nobody in with a token that is none, is for somebody else, or was used before")
    void tokens() throws IOException {
        Map<String, String> used = consumer().tokenFor(provider().did());
        assertThat(at(provider(), used).post(CATALOG, CATALOG_REQUEST).status()).isEqualTo(200);
        assertThat(at(provider(), used).post(CATALOG, CATALOG_REQUEST).status()).isEqualTo(401);
        for (Map<String, String> headers : List.of(
                Map.of("Authorization", "Bearer nonsense"),
                Map.of("Authorization", "Bearer e30.e30."),
                Map.of("Authorization", "Basic bm9ib2R5OnNlY3JldA=="),
                consumer().tokenFor(third().did()))) {
            assertThat(at(provider(), headers).post(CATALOG, CATALOG_REQUEST).status())
                    .as("%s", headers)
                    .isEqualTo(401);
        }
    }

    @Test
    @DisplayName("says `not found` to whoever is in no register, as if there were nothing")
    void unknown() throws IOException {
        assertThat(peer(stranger()).post(CATALOG, CATALOG_REQUEST).status()).isEqualTo(404);
        assertThat(peer(stranger()).get("/dsp/2025-1/catalog/datasets/data").status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName(
            "tells nobody who is in its register: a forged token is answered alike for whoever it names, everywhere")
    void probed() throws IOException {
        List<Api.Reply> first = probes("did:web:nobody.example");
        assertThat(first.subList(0, 4)).allMatch(reply -> reply.status() == 404);
        assertThat(probes(consumer().did())).as("of a participant").isEqualTo(first);
        assertThat(probes(stranger().did())).as("of another stranger").isEqualTo(first);
    }

    /** Every way in for peers, with a token that its issuer has not signed. */
    private static List<Api.Reply> probes(String issuer) throws IOException {
        var replies = new ArrayList<Api.Reply>();
        for (String path :
                List.of("/dsp/2025-1/catalog/datasets/data", "/dsp/2025-1/negotiations/x", "/dsp/2025-1/transfers/x")) {
            replies.add(at(provider(), forged(issuer)).get(path));
        }
        for (String path :
                List.of(CATALOG, REQUEST, "/dsp/2025-1/transfers/request", "/dsp/2025-1/negotiations/x/agreement")) {
            replies.add(at(provider(), forged(issuer)).post(path, CATALOG_REQUEST));
        }
        return replies;
    }

    private static Map<String, String> forged(String issuer) {
        String token = SelfIssuedToken.of(
                        new Did(issuer),
                        new Did(provider().did()),
                        UUID.randomUUID().toString(),
                        Instant.now())
                .signedBy(SigningKey.generate("token-1", new SecureRandom()));
        return Map.of("Authorization", "Bearer " + token);
    }

    @Test
    @DisplayName("shows a negotiation and a transfer to their peer alone, and to others as if there were none")
    void ofOthers() throws IOException {
        var crossing = new Crossing(LimitsTest::provider, LimitsTest::consumer, () -> {});
        crossing.run("data");
        String negotiation = "/dsp/2025-1/negotiations/" + crossing.negotiationOf(provider());
        String transfer = "/dsp/2025-1/transfers/" + crossing.transferOf(provider());
        for (String path : List.of(negotiation, transfer)) {
            assertThat(peer(consumer()).get(path).status()).as("to its peer").isEqualTo(200);
            Api.Reply ofOther = peer(third()).get(path);
            String none = path.substring(0, path.lastIndexOf('/')) + "/none";
            assertThat(ofOther).as("to another").isEqualTo(peer(third()).get(none));
            assertThat(ofOther.status()).isEqualTo(404);
        }
    }

    @Test
    @DisplayName("keeps its management to those who hold the token, on its own port")
    void management() throws IOException {
        Api own = provider().api();
        assertThat(own.get("/api/negotiations").status()).isEqualTo(200);
        assertThat(new Api(own.base(), Map.of()).get("/api/negotiations").status())
                .isEqualTo(401);
        assertThat(Api.management(own.base(), "hsk_wrong").get("/api/node").status())
                .isEqualTo(401);
        for (String path : List.of("/api/negotiations", "/api/node", "/api/participants", "/api/evidence/x")) {
            assertThat(at(provider(), own.headers()).get(path).status())
                    .as("`%s` on the port of the peers", path)
                    .isEqualTo(404);
        }
    }

    @Test
    @DisplayName("serves no file but the tiles of its log")
    void traversal() throws IOException {
        assertThat(at(provider(), Map.of()).get("/log/checkpoint").status()).isEqualTo(200);
        for (String path : List.of(
                "/log/tile/../../token-1.key",
                "/log/tile/..%2F..%2Ftoken-1.key",
                "/log/tile/%2e%2e/%2e%2e/token-1.key",
                "/log/tile/....//....//token-1.key",
                "/log/tile/..%5c..%5ctoken-1.key",
                "/log/tile//etc/passwd",
                "/log/../token-1.key",
                "/log/tile/entries/..%00/token-1.key")) {
            Api.Reply reply = at(provider(), Map.of()).get(path);
            assertThat(reply.status()).as(path).isBetween(400, 404);
            assertThat(reply.text()).doesNotContain("root:").doesNotContain("PRIVATE");
        }
    }

    @Test
    @DisplayName("counts what it refused to strangers, by class and minute, instead of writing each of it down")
    void counted() throws IOException {
        TestNode before = TestNode.start(root, "counting", "FR", "");
        Path log;
        try (before) {
            for (int times = 0; times < 40; times++) {
                at(before, Map.of()).post(CATALOG, CATALOG_REQUEST);
            }
            for (int times = 0; times < 30; times++) {
                at(before, Map.of("Authorization", "Bearer nonsense")).post(CATALOG, CATALOG_REQUEST);
            }
            log = before.folder().resolve("log");
        }
        try (TestNode after = TestNode.start(root, "counting", "FR", "")) {
            assertThat(after.did()).isEqualTo(before.did());
            var files = new LogFolder(log);
            TreeHead head = files.head();
            List<JsonNode> counts = files.entries(head).stream()
                    .map(entry -> JsonMapper.shared().readTree(new String(entry, StandardCharsets.UTF_8)))
                    .filter(entry -> entry.path("kind").asString().equals("RefusalsCounted"))
                    .toList();
            Map<String, Long> sums = counts.stream()
                    .collect(Collectors.groupingBy(
                            entry -> entry.path("refusalClass").asString(),
                            Collectors.summingLong(entry -> entry.path("count").asLong())));
            assertThat(sums).containsEntry("no-token", 40L).containsValue(30L).hasSize(2);
            assertThat(counts.stream().map(entry -> entry.path("minute") + " " + entry.path("refusalClass")))
                    .as("one entry for a class and minute")
                    .doesNotHaveDuplicates();
            // 70 refusals made a handful of entries: two starts, and one or two minutes of two classes.
            assertThat(head.size()).isLessThan(12);
        }
    }

    @Test
    @DisplayName("gives no byte without the token of the transfer")
    void noToken() throws IOException {
        var crossing = new Crossing(LimitsTest::provider, LimitsTest::consumer, () -> {});
        crossing.run("data");
        String pid = crossing.transferOf(provider());
        Stream.of("/data/" + pid, "/data/none")
                .forEach(path -> Stream.of(
                                Map.<String, String>of(),
                                Map.of("Authorization", "Bearer x"),
                                provider().api().headers())
                        .forEach(headers -> assertThat(status(at(provider(), headers), path))
                                .as(path)
                                .isIn(401, 404)));
    }

    private static int status(Api api, String path) {
        try {
            return api.get(path).status();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static TestNode provider() {
        return nodes.get(0);
    }

    private static TestNode consumer() {
        return nodes.get(1);
    }

    private static TestNode third() {
        return nodes.get(2);
    }

    private static TestNode stranger() {
        return nodes.get(3);
    }

    /** The provider's public server, asked once by that node. */
    private static Api peer(TestNode node) {
        return at(provider(), node.tokenFor(provider().did()));
    }

    private static Api at(TestNode node, Map<String, String> headers) {
        return new Api(node.publicUrl(), headers);
    }
}
