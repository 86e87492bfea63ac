package org.hasekura.law;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("a case file")
final class CaseFileJsonTest {
    private static final String CASE = """
            {"id": "X-1", "date": "2024-01-10", "operation": "transfer",
             "exporter": {"country": "DE", "role": "controller", "kind": "business"},
             "importer": {"country": "JP", "role": "controller", "kind": "business", "subjectTo": ["APPI"]},
             "data": {"personal": true, "originRegime": "EU"}, "purposeCode": "general"}""";

    private static CaseFile read(String text) throws LawDataException {
        return CaseFileJson.read("my.json", text.getBytes(UTF_8));
    }

    @Test
    @DisplayName("needs nothing but the facts; what is about the case may be absent")
    void bare() throws Exception {
        CaseReport report = CaseReport.of(Law.load(), read("{\"cases\": [" + CASE + "]}"));
        assertThat(report.summary()).isEqualTo("0 passed, 0 failed");
        assertThat(CaseReportJson.line(report.cases().get(0), java.util.Locale.ENGLISH))
                .startsWith("{\"id\":\"X-1\",\"outcome\":\"permitted\",\"basis\":[\"GDPR:45(3)\"],\"legalBasis\":[")
                .contains("\"dpvIri\":[\"https://w3id.org/dpv/legal/eu/gdpr#A45-3\"]")
                .contains("\"conditions\":[]")
                .contains("\"missingFacts\":[],\"confidence\":\"certain\",\"lawData\":\"")
                .doesNotContain("\n");
    }

    @Test
    @DisplayName("is compared with what it expects: the outcome, and one of the tokens")
    void compared() throws Exception {
        String good = CASE.replace(
                "\"X-1\"",
                "\"X-2\", \"expected\": {\"outcome\": \"permitted\", \"basis\": [\"GDPR:45(3)\", \"no-transfer\"]}");
        String bad = CASE.replace(
                "\"X-1\"", "\"X-3\", \"expected\": {\"outcome\": \"prohibited\", \"basis\": [\"GDPR:44\"]}");
        CaseReport report = CaseReport.of(Law.load(), read("{\"cases\": [" + good + ", " + bad + "]}"));
        assertThat(report.summary()).isEqualTo("1 passed, 1 failed");
        assertThat(report.cases().get(1).line())
                .isEqualTo("X-3 failed: permitted [GDPR:45(3)], expected prohibited one of [GDPR:44]");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"2024-01-10\" | \"10.1.2024\" | `my.json`, `cases` entry 1, case `X-1`, field `date`: must be a day such as `2019-01-23`, not `10.1.2024`",
                "\"personal\": true | \"personal\": \"yes\" | `my.json`, `cases` entry 1, case `X-1`, field `data`, field `personal`: must be `true` or `false`, not `\"yes\"`",
                "\"country\": \"DE\" | \"land\": \"DE\" | `my.json`, `cases` entry 1, case `X-1`, field `exporter`, field `country`: is missing",
                "[\"APPI\"] | \"APPI\" | `my.json`, `cases` entry 1, case `X-1`, field `importer`, field `subjectTo`: must be a list `[ … ]`",
                "\"id\": \"X-1\" | \"id\": 7 | `my.json`, `cases` entry 1, field `id`: must be text, not `7`"
            })
    @DisplayName("that is wrong is refused with file, case and field")
    void wrong(String good, String bad, String message) {
        assertThatThrownBy(() -> read("{\"cases\": [" + CASE.replace(good, bad) + "]}"))
                .isInstanceOf(LawDataException.class)
                .hasMessage(message);
    }

    @Test
    @DisplayName("that is no case file is refused")
    void noFile() {
        assertThatThrownBy(() -> read("{}")).hasMessage("`my.json`, field `cases`: is missing");
        assertThatThrownBy(() -> read("7")).hasMessage("`my.json`: must be an object `{ … }`");
        assertThatThrownBy(() -> read("{\"cases\": [], " + CASE.substring(1)))
                .hasMessageContaining("it is one or the other");
        assertThatThrownBy(() -> read("{\"cases\": [")).hasMessageStartingWith("`my.json` is not readable JSON");
        assertThatThrownBy(() -> read("{\"cases\": [" + CASE + "," + CASE + "]}"))
                .hasMessageContaining("is there twice");
        assertThatThrownBy(() -> read("[".repeat(100))).isInstanceOf(LawDataException.class);
    }

    @Test
    @DisplayName("may be a list of cases or one case alone, which then needs no id")
    void otherForms() throws Exception {
        assertThat(read("[" + CASE + "]").cases())
                .isEqualTo(read("{\"cases\": [" + CASE + "]}").cases());
        assertThat(read(CASE).cases()).isEqualTo(read("[" + CASE + "]").cases());
        assertThat(read(CASE.replace("\"id\": \"X-1\",", "")).cases().getFirst().id())
                .isEqualTo("flow");
        assertThat(read("[]").cases()).isEmpty();
    }

    @Test
    @DisplayName("has limits that are named")
    void limits() {
        String codes = "\"a\",".repeat(FieldsJson.LIST_MAX) + "\"b\"";
        assertThatThrownBy(() -> read("[" + CASE.replace("\"APPI\"", codes) + "]"))
                .hasMessageEndingWith("field `subjectTo`: has more than 1000 entries");
        String safeguards = "{\"type\": \"BCR\"},".repeat(1_000) + "{\"type\": \"BCR\"}";
        assertThatThrownBy(() -> read(
                        "[" + CASE.replace("\"general\"", "\"general\", \"safeguards\": [" + safeguards + "]") + "]"))
                .hasMessageEndingWith("field `safeguards`: has more than 1000 entries");
        assertThatThrownBy(() -> read("[" + "{},".repeat(CaseFileJson.CASES_MAX) + "{}]"))
                .hasMessageContaining("at most 100000 are read");
        assertThatThrownBy(() -> read("[" + CASE.replace("X-1", "X\\u001b[31m") + "]"))
                .hasMessageContaining("field `id`: must be 1 to 200 printable characters");
        assertThatThrownBy(() -> read("[" + CASE.replace("true", "\"" + "y".repeat(10_000) + "\"") + "]"))
                .satisfies(e -> assertThat(String.valueOf(e.getMessage())).hasSizeLessThan(300));
    }

    @Test
    @DisplayName("may state what we have no word for; the ruling then is undecided and names it")
    void unknown() throws Exception {
        String odd = CASE.replace("\"personal\": true", "\"personal\": true, \"quantum\": true")
                .replace("\"transfer\"", "\"teleport\"");
        CaseReport report = CaseReport.of(Law.load(), read("{\"cases\": [" + odd + "]}"));
        assertThat(report.cases().get(0).ruling())
                .isInstanceOfSatisfying(
                        Ruling.Undecided.class,
                        undecided -> assertThat(undecided.missingFacts())
                                .extracting(Question::id)
                                .containsExactly("unknown-code:data.quantum", "unknown-code:operation=teleport"));
    }
}
