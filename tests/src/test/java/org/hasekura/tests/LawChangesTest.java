package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.hasekura.evidence.Entry;
import org.hasekura.law.Law;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("When the law changes while personal data flow")
class LawChangesTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    @TempDir
    Path root = Path.of("");

    private Path lawData = Path.of("");

    /** The packaged law data as files, which the provider judges by. */
    @BeforeEach
    void copyLawData() throws Exception {
        lawData = Files.createDirectory(root.resolve("law"));
        Law.read(file -> {
            try (InputStream in = Law.class.getResourceAsStream(file)) {
                assertThat(in).isNotNull();
                byte[] bytes = in.readAllBytes();
                Files.write(lawData.resolve(file), bytes);
                return bytes;
            }
        });
    }

    @Test
    @DisplayName("the stream is cut, nothing more is served, both sides show why, and the evidence has the ruling")
    void decisionEnds() throws IOException {
        var flow = new Flow(root);
        try (TestNode provider = TestNode.start(root, "provider", "DE", "law.data-folder = law\n");
                TestNode consumer = flow.consumer()) {
            Api.good(provider.api().put("/api/participants", PersonalData.japanese(consumer.did())));
            Api.good(consumer.api().put("/api/participants", Dealings.participant(provider.did(), "DE")));
            PersonalData.publish(provider, flow.offered());
            String agreement = PersonalData.agree(provider, consumer);
            String transfer = Api.good(consumer.api().post("/api/transfers", Dealings.object("agreement", agreement)))
                    .json()
                    .path("pid")
                    .asString();
            JsonNode started = settled(consumer, "/api/transfers/" + transfer, "STARTED");
            String there = "/api/transfers/" + started.path("peerPid").asString();
            JsonNode address = started.path("dataAddress");
            ruled(provider, agreement, "permitted", "GDPR:45(3)");

            flow.cut(address, () -> {
                endDecision("EU-JP-2019");
                Api.good(provider.api().post("/api/law/load", ""));
                assertThat(Api.sent(Download.request(address), BodyHandlers.discarding())
                                .statusCode())
                        .as("asked anew once the law is loaded")
                        .isEqualTo(503);
                return System.nanoTime();
            });

            JsonNode here = settled(consumer, "/api/transfers/" + transfer, "SUSPENDED");
            JsonNode stopped = settled(provider, there, "SUSPENDED");
            assertThat(Waiting.until(() -> kinds(provider), kinds -> kinds.contains(Entry.TransferSuspended.class)))
                    .as("evidence of what was loaded and what it stopped")
                    .containsSubsequence(
                            Entry.LawDataLoaded.class, Entry.RulingGiven.class, Entry.TransferSuspended.class);
            assertThat(here.path("reason")).isEqualTo(stopped.path("reason"));
            assertThat(here.path("reason").path("code").asString()).isEqualTo("not-permitted-today");
            assertThat(here.path("reason").path("sentences").toString()).contains("GDPR Art. 44", "supposed by a test");
            assertThat(stopped.path("judged").path("outcome").asString()).isEqualTo("prohibited");
            ruled(provider, agreement, "prohibited", "GDPR:44");
            assertThat(provider.api().post(there + "/resume", "{}").status()).isEqualTo(409);

            Api.good(provider.api().post(there + "/terminate", Dealings.object("reason", "a test")));
            flow.assertServed(
                    settled(provider, there, "TERMINATED").path("bytes").asLong());
        }
    }

    @Test
    @DisplayName("law data that cannot be read are refused with their place, and the law in use stays")
    void brokenLaw() throws IOException {
        try (TestNode provider = TestNode.start(root, "provider", "DE", "law.data-folder = law\n")) {
            String before = provider.api().read("/api/law").path("lawData").asString();
            Files.writeString(lawData.resolve("law.json"), "{\"version\": \"x\"}");
            Api.Reply refused = provider.api().post("/api/law/load", "");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text()).contains("`law.json`", "asOf");
            assertThat(provider.api().read("/api/law").path("lawData").asString())
                    .isEqualTo(before);
        }
    }

    private static List<Class<?>> kinds(TestNode node) throws IOException {
        LogFolder log = LogFolder.of(node);
        return log.entries(log.head()).stream()
                .<Class<?>>map(bytes -> Entry.parse(bytes).orElseThrow().getClass())
                .toList();
    }

    private void endDecision(String id) throws IOException {
        ObjectNode file = (ObjectNode) MAPPER.readTree(Files.readString(lawData.resolve("adequacy.json")));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        StreamSupport.stream(file.path("decisions").spliterator(), false)
                .filter(decision -> decision.path("id").asString().equals(id))
                .forEach(decision ->
                        ((ObjectNode) decision).put("to", today.minusDays(1).toString()));
        Files.writeString(lawData.resolve("adequacy.json"), file.toString());
        ObjectNode head = (ObjectNode) MAPPER.readTree(Files.readString(lawData.resolve("law.json")));
        // A midnight on the way does not lead beyond what the data speak of.
        head.put("version", "supposed by a test").put("asOf", today.plusDays(1).toString());
        Files.writeString(lawData.resolve("law.json"), head.toString());
    }

    /** What the provider's own people are told of the agreement: the flow as a case, and today's ruling on it. */
    private static void ruled(TestNode provider, String agreement, String outcome, String basis) throws IOException {
        JsonNode page = provider.api().read("/api/rulings?limit=5");
        assertThat(page.path("items")).singleElement().satisfies(item -> {
            assertThat(item.path("agreement").asString()).isEqualTo(agreement);
            assertThat(item.path("ruling").path("outcome").asString()).isEqualTo(outcome);
            assertThat(item.path("ruling").path("basis").toString()).contains(basis);
            assertThat(item.path("transfers")).hasSize(1);
            try {
                String file = "{\"cases\":[" + item.path("case") + "]}";
                var cases = org.hasekura.law.CaseFileJson.read("route", file.getBytes(StandardCharsets.UTF_8));
                assertThat(cases.cases().getFirst().flow().importer().country()).isEqualTo("JP");
            } catch (org.hasekura.law.LawDataException e) {
                throw new UncheckedIOException(new IOException(e));
            }
        });
        assertThat(page.has("next")).as("another page").isFalse();
    }

    private static JsonNode settled(TestNode node, String path, String state) {
        return Waiting.until(
                () -> node.api().read(path),
                seen -> seen.path("state").asString().equals(state) && !seen.has("sending"));
    }
}
