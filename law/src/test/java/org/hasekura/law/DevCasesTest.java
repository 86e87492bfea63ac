package org.hasekura.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the cases of the project's corpus")
final class DevCasesTest {
    private static final Map<String, Integer> FLOOR = Map.of(
            "A-eu-jp-scope", 10,
            "B-data-type", 10,
            "C-onward-eu-data", 7,
            "D-jp-outbound", 7,
            "E-eu-us", 11,
            "F-uk", 7,
            "G-other-third-countries", 13,
            "H-nonpersonal-technical", 11,
            "I-inbound-others", 5);

    @Test
    @DisplayName("pass theme by theme, at least as many as ever before, and a wrong permission never happens")
    void themes() throws Exception {
        Path file = Path.of(System.getProperty("hasekura.shared", "../../shared"), "law", "cases-dev.json");
        assumeTrue(Files.exists(file), "the shared case file " + file + " is not here");
        CaseReport report = CaseReport.of(Law.load(), CaseFileJson.read("cases-dev.json", Files.readAllBytes(file)));
        Map<String, Integer> passed = new TreeMap<>();
        for (CaseReport.Judged judged : report.cases()) {
            if (judged.passes()) {
                passed.merge(judged.theCase().theme().orElse(""), 1, Integer::sum);
            } else {
                System.out.println(judged.line());
            }
        }
        System.out.println(report.summary() + " " + passed);
        FLOOR.forEach((theme, floor) ->
                assertThat(passed.getOrDefault(theme, 0)).as(theme).isGreaterThanOrEqualTo(floor));
        List<String> wrongPermissions = report.cases().stream()
                .filter(judged -> judged.ruling().allows())
                .filter(judged -> judged.theCase()
                                .expected()
                                .orElseThrow()
                                .outcome()
                                .equals("prohibited")
                        || judged.theCase().expected().orElseThrow().outcome().equals("needs-assessment"))
                .map(CaseReport.Judged::line)
                .toList();
        assertThat(wrongPermissions).isEmpty();
    }
}
