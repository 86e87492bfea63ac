package org.hasekura.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("our own cases")
final class OwnCasesTest {
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "cases-decision-2019-419.json",
                "cases-safeguards.json",
                "cases-japan.json",
                "cases-orders-and-layers.json",
                "cases-adequacy-days.json",
                "cases-adequacy-scope.json",
                "cases-data-types.json",
                "cases-clauses.json",
                "cases-other-safeguards.json",
                "cases-derogations.json",
                "cases-law-enforcement.json",
                "cases-united-kingdom.json",
                "cases-switzerland.json",
                "cases-into-japan.json",
                "cases-japanese-classes.json",
                "cases-onward-from-japan.json",
                "cases-out-of-japan.json",
                "cases-technical-and-measures.json",
                "cases-other-exporters.json"
            })
    @DisplayName("are ruled as written, each boundary day on both sides")
    void pass(String name) throws Exception {
        CaseReport report = CaseReport.of(Law.load(), read(name));
        assertThat(report.cases())
                .isNotEmpty()
                .allSatisfy(judged -> assertThat(judged.passes())
                        .as(judged.theCase().title().orElse("") + ": " + judged.line())
                        .isTrue());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "cases-adequacy-days.json",
                "cases-adequacy-scope.json",
                "cases-clauses.json",
                "cases-other-safeguards.json",
                "cases-derogations.json",
                "cases-law-enforcement.json",
                "cases-united-kingdom.json",
                "cases-switzerland.json"
            })
    @DisplayName("never print a ground that failed under one legal order")
    void failedGrounds(String name) throws Exception {
        CaseReport report = CaseReport.of(Law.load(), read(name));
        assertThat(report.cases())
                .filteredOn(judged -> judged.ruling() instanceof Ruling.Forbidden)
                .isNotEmpty()
                .allSatisfy(judged -> assertThat(judged.ruling().grounds())
                        .as(judged.line())
                        .noneMatch(ground -> ground.kind() == Provision.Kind.GROUND));
    }

    static CaseFile read(String name) throws Exception {
        try (InputStream in = OwnCasesTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return CaseFileJson.read(name, in.readAllBytes());
        }
    }
}
