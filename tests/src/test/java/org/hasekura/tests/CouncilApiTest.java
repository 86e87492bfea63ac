package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("A secretariat's programs")
class CouncilApiTest {

    private static final String STATEMENT =
            "Both sides will test the early-warning mechanism for semiconductors before" + " the end of 2027.";

    @TempDir
    Path root = Path.of("");

    private static String expect(String date) {
        return """
                {"changes": [{"change": "expect", "what": {"about": "LOI-Q-03", "date": "%s"}}],
                 "by": "Secretariat", "reason": "a test"}
                """.formatted(date);
    }

    @Test
    @DisplayName("begin a register, change it, import a statement, and offer it anew with each change")
    void kept() throws IOException {
        try (TestNode node = TestNode.start(root, "jp-node", "JP", "")) {
            Api api = node.api();
            assertThat(api.post("/api/partnership/changes", expect("2027-03")).status())
                    .as("the shipped register is nobody's to change")
                    .isEqualTo(409);
            assertThat(Api.good(api.post("/api/partnership/begin", "{\"seat\": \"jp\"}"))
                            .text())
                    .contains("jp MC");
            Api.good(api.post("/api/partnership/offer", "{\"namesPeople\": false}"));
            String first = offered(api);
            assertThat(Api.good(api.post("/api/partnership/changes", expect("2027-03")))
                            .text())
                    .contains("LOI-Q-03: expected by 2027-03");
            assertThat(offered(api)).as("what is offered is current").isNotEqualTo(first);
            assertThat(api.read("/api/partnership/commitments/LOI-Q-03")
                            .path("expected")
                            .asString())
                    .isEqualTo("2027-03");
            imported(api);
            assertThat(api.get("/api/partnership/report?format=docx&lang=ja").status())
                    .isEqualTo(200);
            assertThat(Api.good(api.get("/api/partnership/briefing?side=eu&format=html&on=2026-11-22"))
                            .text())
                    .contains("Briefing for EU", "What to ask the other side", "JICA-EIB-01");
            assertThat(api.get("/api/partnership/briefing").status()).isEqualTo(400);
        }
    }

    private static String offered(Api api) throws IOException {
        return Api.good(api.get("/api/datasets/partnership-register")).text();
    }

    private static void imported(Api api) throws IOException {
        String about = "?instrument=DPC4&made=2026-05-07&source=J01&title=Statement&institution=Council";
        Api.good(api.post("/api/partnership/imports" + about, STATEMENT));
        assertThat(api.post("/api/partnership/imports" + about, STATEMENT).status())
                .as("an id is taken once")
                .isEqualTo(409);
        JsonNode waiting = api.read("/api/partnership/imports").path("items").path(0);
        assertThat(waiting.path("waiting").asInt()).isOne();
        String why = "{\"by\": \"Secretariat\", \"reason\": \"confirmed\"}";
        assertThat(api.post("/api/partnership/imports/J01/confirm", why).text())
                .contains("1 proposals wait for a decision");
        String decided = Api.good(api.get("/api/partnership/imports/J01"))
                .text()
                .replaceFirst("\"decision\" : \"\"", "\"decision\" : \"enter\"")
                .replaceFirst("\"id\" : \"\"", "\"id\" : \"DPC4-91\"")
                .replaceFirst("\"wording\" : \"\"", "\"wording\" : \"Try the warning.\"");
        Api.good(api.put("/api/partnership/imports/J01", decided));
        assertThat(api.get("/api/partnership/commitments/DPC4-91").status()).isEqualTo(404);
        Api.good(api.post("/api/partnership/imports/J01/confirm", why));
        assertThat(Api.good(api.get("/api/partnership/commitments/DPC4-91")).text())
                .contains("Try the warning.");
        assertThat(api.read("/api/partnership/imports").path("items")).isEmpty();
    }

    @Test
    @DisplayName("join two registers, see the conflict, and have one value stand on both sides")
    void settled() throws IOException {
        try (TestNode eu = TestNode.start(root, "eu-node", "BE", "");
                TestNode jp = TestNode.start(root, "jp-node", "JP", "")) {
            String ofEu = begun(eu, "eu");
            String ofJapan = begun(jp, "jp");
            trust(jp, ofEu);
            trust(eu, ofJapan);
            Api.good(eu.api().post("/api/partnership/changes", expect("2027-03")));
            Api.good(jp.api().post("/api/partnership/changes", expect("2027-09")));
            join(jp, eu);
            JsonNode conflict =
                    jp.api().read("/api/partnership/conflicts").path("items").path(0);
            assertThat(conflict.path("values")).hasSize(2);
            String settle = """
                    {"subject": "LOI-Q-03", "field": "expected", "event": "%s", "by": "Secretariat", "reason": "agreed"}
                    """;
            assertThat(jp.api()
                            .post("/api/partnership/conflicts/settle", settle.formatted("0".repeat(64)))
                            .status())
                    .isEqualTo(404);
            Api.good(jp.api()
                    .post(
                            "/api/partnership/conflicts/settle",
                            settle.formatted(conflict.path("values")
                                    .path(0)
                                    .path("event")
                                    .asString())));
            assertThat(jp.api().read("/api/partnership/conflicts").path("items"))
                    .isEmpty();
            join(eu, jp);
            assertThat(eu.api().read("/api/partnership/conflicts").path("items"))
                    .isEmpty();
            assertThat(events(eu)).isEqualTo(events(jp));
        }
    }

    private static String begun(TestNode node, String seat) throws IOException {
        return Api.good(node.api().post("/api/partnership/begin", "{\"seat\": \"" + seat + "\"}"))
                .json()
                .path("lines")
                .path(0)
                .asString();
    }

    private static void trust(TestNode node, String line) throws IOException {
        String[] key = line.split(" ", 2);
        Api.good(node.api()
                .post("/api/partnership/trust", "{\"seat\": \"" + key[0] + "\", \"key\": \"" + key[1] + "\"}"));
    }

    private static void join(TestNode who, TestNode whose) throws IOException {
        Api.good(who.api().post("/api/partnership/join", events(whose)));
    }

    private static String events(TestNode node) throws IOException {
        return Files.readString(node.folder().resolve("partnership").resolve("events.jsonl"));
    }
}
