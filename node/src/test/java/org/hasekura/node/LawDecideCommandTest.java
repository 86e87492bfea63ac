package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("law decide")
class LawDecideCommandTest {
    private static final String FACTS = """
            "date": "2026-09-01", "operation": "transfer",
            "exporter": {"country": "DE", "role": "controller", "kind": "business", "sector": "general"},
            "importer": {"country": "JP", "role": "controller", "kind": "business", "sector": "general",
              "certifiedUnder": [], "subjectTo": ["APPI"]},
            "data": {"personal": true, "originRegime": "EU", "categories": ["contact"], "special": [],
              "criminal": false, "pseudonymised": false, "anonymised": false, "nonPersonal": false,
              "industrial": false, "controlledTech": null, "children": false, "governmentId": false, "hr": false},
            "purpose": "customer care", "purposeCode": "general", "factCodes": [], "safeguards": [], "onward": null
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void file() {
        file = folder.resolve("cases.json");
    }

    private CommandRun decide(String cases, String... options) throws IOException {
        Files.writeString(file, cases);
        List<String> arguments = new java.util.ArrayList<>(List.of("law", "decide", "--cases", file.toString()));
        arguments.addAll(List.of(options));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    private static String expecting(String id, String outcome, String... basis) {
        String tokens = basis.length == 0 ? "" : "\"" + String.join("\", \"", basis) + "\"";
        return "{\"id\": \"" + id + "\", " + FACTS + ", \"expected\": {\"outcome\": \"" + outcome + "\", \"basis\": ["
                + tokens + "], \"dpvIri\": [], \"conditions\": [], \"why\": \"…\"}}";
    }

    @Test
    @DisplayName("prints id, outcome and basis of each case")
    void lines() throws IOException {
        assertThat(decide("{\"cases\": [{\"id\": \"ONE\", " + FACTS + "}]}"))
                .isEqualTo(new CommandRun(0, "ONE permitted [GDPR:45(3)]\n", ""));
    }

    @Test
    @DisplayName("compares when it is told to; outcome and one token decide, and the last line counts")
    void check() throws IOException {
        String cases = "{\"cases\": [" + expecting("A", "permitted", "GDPR:45(3)", "no-transfer") + ","
                + expecting("B", "permitted", "no-transfer") + "," + expecting("C", "prohibited") + ", {\"id\": \"D\", "
                + FACTS + "}]}";
        CommandRun checked = decide(cases, "--check");
        assertThat(checked.status()).isEqualTo(1);
        assertThat(checked.out().lines()).hasSize(5).last().isEqualTo("1 passed, 2 failed");
        CommandRun json = decide(cases, "--check", "--json");
        assertThat(json.status()).isEqualTo(1);
        assertThat(json.out().lines()).hasSize(5).last().isEqualTo("1 passed, 2 failed");
        assertThat(json.out().lines().limit(4)).allMatch(line -> line.startsWith("{\"id\":\""));
        assertThat(decide("[" + expecting("A", "permitted", "GDPR:45(3)") + "]", "--check")
                        .status())
                .isZero();
    }

    @Test
    @DisplayName("prints a line of JSON per case with every key and its type")
    void json() throws IOException {
        String out = decide("{\"cases\": [{\"id\": \"ONE\", " + FACTS + "}]}", "--json")
                .out();
        assertThat(out.lines()).hasSize(1);
        JsonNode line = JsonMapper.shared().readTree(out);
        assertThat(line.propertyNames())
                .containsExactly(
                        "id",
                        "outcome",
                        "basis",
                        "legalBasis",
                        "dpvIri",
                        "conditions",
                        "duties",
                        "citations",
                        "missingFacts",
                        "confidence",
                        "lawData",
                        "software",
                        "judgedFor");
        for (String list :
                List.of("basis", "legalBasis", "dpvIri", "conditions", "duties", "citations", "missingFacts")) {
            assertThat(line.get(list).isArray()).as(list).isTrue();
            line.get(list).forEach(entry -> assertThat(entry.isString()).isTrue());
        }
        for (String text : List.of("id", "outcome", "confidence", "lawData", "software", "judgedFor")) {
            assertThat(line.get(text).isString()).as(text).isTrue();
        }
        assertThat(line.get("judgedFor").stringValue()).isEqualTo("2026-09-01");
        assertThat(line.get("software").stringValue()).matches("[0-9]+\\.[0-9]+\\..*");
        assertThat(decide("[{\"id\": \"ONE\", " + FACTS + "}]", "--json", "--lang", "ja")
                        .out())
                .contains("十分性認定");
    }

    @Test
    @DisplayName("reads standard input, a list alone and a single case")
    void otherInput() throws IOException {
        assertThat(CommandRun.with("[{\"id\": \"ONE\", " + FACTS + "}]", "law", "decide", "--cases", "-"))
                .isEqualTo(new CommandRun(0, "ONE permitted [GDPR:45(3)]\n", ""));
        assertThat(decide("{" + FACTS + "}")).isEqualTo(new CommandRun(0, "flow permitted [GDPR:45(3)]\n", ""));
        assertThat(CommandRun.with("{", "law", "decide", "--cases", "-"))
                .satisfies(ended -> assertThat(ended.status()).isEqualTo(1))
                .satisfies(ended -> assertThat(ended.err()).startsWith("`standard input` is not readable JSON"));
    }

    @Test
    @DisplayName("names file, case and field of what it cannot read, and prints nothing else")
    void bad() throws IOException {
        CommandRun bad = decide("{\"cases\": [{\"id\": \"ONE\", " + FACTS.replace("2026-09-01", "1.9.2026") + "}]}");
        assertThat(bad)
                .isEqualTo(new CommandRun(
                        1,
                        "",
                        "`" + file + "`, `cases` entry 1, case `ONE`, field `date`: must be a day such as"
                                + " `2019-01-23`, not `1.9.2026`\n"));
        assertThat(CommandRun.of(
                                "law", "decide", "--cases", folder.resolve("no").toString())
                        .err())
                .contains("there is no file");
        assertThat(CommandRun.of("law", "decide").status()).isEqualTo(2);
        assertThat(CommandRun.of("law").status()).isEqualTo(2);
    }
}
