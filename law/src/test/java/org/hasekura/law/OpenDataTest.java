package org.hasekura.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("the open data")
final class OpenDataTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Law law = Law.load();
    private final SortedMap<String, byte[]> files = OpenData.files(law);

    private String text(String name) {
        byte[] bytes = files.get(name);
        assertThat(bytes).as(name).isNotNull();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("have the same bytes each time they are made")
    void reproducible() {
        SortedMap<String, byte[]> again = OpenData.files(Law.load());
        assertThat(again.keySet()).isEqualTo(files.keySet());
        again.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(files.get(name)));
    }

    @Test
    @DisplayName("hold every table as CSV and JSON with as many rows in the one as in the other")
    void tables() {
        List<OpenTable> tables = OpenTablesJson.packaged();
        assertThat(tables).hasSizeGreaterThan(20);
        for (OpenTable table : tables) {
            JsonNode json = MAPPER.readTree(text(table.name() + ".json"));
            assertThat(json.get("version").stringValue()).isEqualTo(law.lawDataVersion());
            assertThat(json.get("licence").stringValue()).isEqualTo("CC-BY-4.0");
            assertThat(json.get("rows").size())
                    .as(table.name())
                    .isEqualTo(table.rows().size())
                    .isPositive();
            long lineEnds = text(table.name() + ".csv")
                    .chars()
                    .filter(each -> each == '\r')
                    .count();
            assertThat(lineEnds).as(table.name()).isEqualTo(1 + table.rows().size());
        }
    }

    @Test
    @DisplayName("lose nothing: every decision, provision, code, country and event is there")
    void whole() {
        assertThat(rows("decisions")).isEqualTo(law.data().decisionIds().size());
        assertThat(rows("provisions"))
                .isLessThanOrEqualTo(law.data().provisions().size())
                .isGreaterThan(150);
        assertThat(rows("vocabulary"))
                .isEqualTo(law.data().codes().values().stream()
                        .mapToInt(each -> each.size())
                        .sum());
        assertThat(rows("countries")).isEqualTo(law.data().countries().size());
        assertThat(rows("events"))
                .isEqualTo(law.data().countries().values().stream()
                        .mapToInt(country -> country.events().size())
                        .sum());
        assertThat(rows("outbound-rules"))
                .isEqualTo(law.data().countries().values().stream()
                        .flatMap(country -> country.outboundRules().stream())
                        .mapToInt(rule -> rule.requirements().size())
                        .sum());
        assertThat(text("decisions.csv"))
                .contains("EU-JP-2019,EU,JP,Japan,", "https://w3id.org/dpv/legal/eu#Adequacy-EU-JP");
        assertThat(text("vocabulary.csv"))
                .contains("role,controller,controller,管理者,https://w3id.org/dpv#DataController");
        assertThat(text("exclusions.csv")).contains("EU-JP-2019,Art 1(2)(a),press|broadcaster,press");
    }

    private int rows(String table) {
        return MAPPER.readTree(text(table + ".json")).get("rows").size();
    }

    @Test
    @DisplayName("say of every column what it means, in both languages and to machines")
    void dictionary() {
        for (OpenTable table : OpenTablesJson.packaged()) {
            assertThat(table.columns()).allSatisfy(column -> {
                assertThat(column.textEn()).isNotBlank();
                assertThat(column.textJa()).isNotBlank();
            });
            assertThat(table.columns()).extracting(OpenTable.Column::name).doesNotHaveDuplicates();
        }
        assertThat(text("dictionary.csv")).contains("decisions,from,date,First day a flow may rely on it,");
        JsonNode resources = MAPPER.readTree(text("datapackage.json")).get("resources");
        assertThat(resources.size()).isEqualTo(OpenTablesJson.packaged().size());
        assertThat(text("README.md")).contains("Not legal advice", "法的助言ではない", "[decisions](decisions.csv)");
        assertThat(text("LICENCE.txt")).contains("CC-BY-4.0", law.lawDataVersion());
    }

    @Test
    @DisplayName("can be checked by their digests")
    void digests() throws Exception {
        List<String> lines = text("SHA256SUMS").lines().toList();
        assertThat(lines).hasSize(files.size() - 1);
        for (String line : lines) {
            String[] parts = line.split("  ", -1);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(files.get(parts[1]));
            assertThat(HexFormat.of().formatHex(digest)).as(parts[1]).isEqualTo(parts[0]);
        }
    }

    @Test
    @DisplayName("quote what comma-separated values must quote")
    void quoted() {
        assertThat(Csv.line(List.of("a,b", "say \"so\"", "plain", "two\nlines")))
                .isEqualTo("\"a,b\",\"say \"\"so\"\"\",plain,\"two\nlines\"\r\n");
    }
}
