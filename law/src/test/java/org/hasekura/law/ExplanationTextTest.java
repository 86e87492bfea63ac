package org.hasekura.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("an explanation")
final class ExplanationTextTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final Flow FLOW = Flow.transfer(
                    Party.of("FR", "controller", "business"),
                    Party.of("JP", "controller", "press").subjectTo("APPI"),
                    FlowData.ofPersonal("EU").special("health").build())
            .purpose("press")
            .and(Safeguard.of("art9-basis").ref("9(2)(a)").build())
            .and(Safeguard.of("SCC")
                    .set("2021/914")
                    .module(1)
                    .tia("positive")
                    .tiaDate(LocalDate.of(2025, 3, 1))
                    .build());

    private final Law law = Law.load();

    @ParameterizedTest(name = "{0}")
    @CsvSource({"explain-en.txt, en", "explain-ja.txt, ja"})
    @DisplayName("tells flow, questions, ruling, grounds, conditions, duties and versions, in both languages")
    void golden(String name, String language) throws Exception {
        String told = String.join(
                        "\n",
                        ExplanationText.lines(Explanation.of(law, FLOW, DAY), Phrasebook.load(Locale.of(language))))
                .replace(law.lawDataVersion(), "LAW-DATA")
                .replace(SoftwareVersion.CURRENT, "SOFTWARE");
        Path golden = Path.of("src/test/resources/org/hasekura/law", name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, told + "\n");
        }
        assertThat(told + "\n").isEqualTo(Files.readString(golden));
    }

    @Test
    @DisplayName("gives each step to the order that concludes, also of rules that it borrows")
    void byOrder() {
        Flow british = Flow.transfer(
                        Party.of("GB", "controller", "business"),
                        Party.of("KE", "controller", "business"),
                        FlowData.ofPersonal("UK").build())
                .and(Safeguard.of("BCR").states("approved", true).build());
        assertThat(Explanation.of(law, british, DAY).orders())
                .singleElement()
                .satisfies(asked -> assertThat(asked.order()).isEqualTo("GB"))
                .satisfies(asked -> assertThat(asked.steps()).isNotEmpty())
                .satisfies(asked -> assertThat(asked.answer()).isPresent());
    }

    @Test
    @DisplayName("of a flow in unknown codes names them, and nothing is concluded")
    void unknown() {
        Explanation open = Explanation.of(law, FLOW.facts("necesary"), DAY);
        assertThat(open.orders())
                .singleElement()
                .satisfies(asked -> assertThat(asked.answer()).isEmpty());
        assertThat(ExplanationText.lines(open, Phrasebook.load(Locale.ENGLISH)))
                .anyMatch(line -> line.contains("No: factCodes=necesary."))
                .contains("The ruling: needs an assessment; until then not permitted");
    }

    @Test
    @DisplayName("has words in both languages for every code that a flow can state")
    void codes() throws Exception {
        Phrasebook words = Phrasebook.load(Locale.ENGLISH);
        // These name laws, lists, sets and regimes: they are their own words.
        var named = java.util.Set.of(
                "operation",
                "originRegime",
                "certifiedUnder",
                "subjectTo",
                "safeguard.set",
                "safeguard.ref",
                "onward.originalExporterRegime");
        LawDataJson.packaged().codes().forEach((field, codes) -> {
            if (!named.contains(field)) {
                assertThat(codes)
                        .as(field + ": add what is missing to codes.json")
                        .allMatch(words::hasCode);
            }
        });
    }

    @Test
    @DisplayName("as JSON holds the flow in the form of a case, which reads as the same flow")
    void roundTrip() throws Exception {
        GeneratedFlows flows = new GeneratedFlows(11, LawDataJson.packaged());
        for (int i = 0; i < 2_000; i++) {
            Flow flow = flows.flow();
            String json = FlowWriteJson.write(flow).put("date", "2026-09-01").toString();
            CaseFile.Case again = CaseFileJson.readFlow(
                    "flow", json.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.util.Optional.empty());
            assertThat(again.flow()).as(json).isEqualTo(flow);
        }
    }
}
