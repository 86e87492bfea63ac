package org.hasekura.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("law that the data do not hold")
final class NamedLawTest {
    private final Law law = Law.load();

    private Ruling.Undecided undecided(Flow flow, String day) {
        Ruling ruling = law.rule(flow, LocalDate.parse(day));
        assertThat(ruling).isInstanceOf(Ruling.Undecided.class);
        return (Ruling.Undecided) ruling;
    }

    private static Flow personal(String from, String to) {
        return Flow.transfer(
                Party.of(from, "controller", "business"),
                Party.of(to, "controller", "business"),
                FlowData.ofPersonal("none").build());
    }

    private static Flow localisation(String state, String other) {
        return Flow.transfer(
                        Party.of(state, "state", "state"),
                        Party.of(other, "controller", "business"),
                        FlowData.ofNonPersonal().build())
                .operation(Operation.MEASURE)
                .facts("measure:localisation", "covered-person", "no-legitimate-public-policy-objective");
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    CN | 2025-10-01 | PIPL 2021 (PIPL Art. 38-40
                    CN | 2025-10-01 | 2024-03-22: CAC provisions
                    RU | 2015-09-01 | 2015-09-01: Law 242-FZ
                    ID | 2022-10-17 | Law 27/2022
                    UZ | 2021-04-16 | 2021-04-16: Art 27-1
                    TH | 2024-03-24 | ss. 28-29
                    """)
    @DisplayName("is named by act, article and the events of the day")
    void named(String from, String day, String words) {
        assertThat(undecided(personal(from, "JP"), day).missingFacts())
                .extracting(Question::textEn)
                .anyMatch(text -> text.contains(words));
    }

    @Test
    @DisplayName("is not said to contain what came later")
    void later() {
        assertThat(undecided(personal("RU", "JP"), "2015-08-31").missingFacts())
                .extracting(Question::textEn)
                .noneMatch(text -> text.contains("2015-09-01"));
    }

    @Test
    @DisplayName("is one question on all days, so that a person who answers it is not asked again tomorrow")
    void oneQuestion() {
        assertThat(List.of("2025-10-01", "2025-10-02"))
                .flatExtracting(day -> undecided(personal("RU", "JP"), day).missingFacts())
                .extracting(Question::id)
                .containsOnly("law-to-read:RU");
    }

    @Test
    @DisplayName("of a country without a line is asked for all the same")
    void unrecorded() {
        assertThat(undecided(personal("US", "JP"), "2025-10-01").missingFacts())
                .extracting(Question::id)
                .containsExactly("law-not-covered:US");
    }

    @ParameterizedTest(name = "{0} and {1} on {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
                    JP | US | 2019-12-31 |
                    JP | US | 2020-01-01 | JP-US-DTA:11
                    JP | GB | 2024-12-14 | UK-JP-CEPA:8.84
                    JP | GB | 2024-12-15 | CPTPP:14.11, UK-JP-CEPA:8.84
                    KR | JP | 2022-01-31 |
                    KR | JP | 2022-02-01 | RCEP:12.14
                    DE | GB | 2021-04-30 |
                    DE | GB | 2021-05-01 | EU-UK-TCA:201
                    JP | FR | 2024-07-01 | EU-JP-EPA:8.81
                    NO | JP | 2024-07-01 |
                    """)
    @DisplayName("on a measure is every trade agreement of which both states are parties on the day")
    void agreements(String state, String other, String day, String tokens) {
        Set<String> named = tokens == null ? Set.of() : Set.of(tokens.split(", "));
        assertThat(undecided(localisation(state, other), day).grounds())
                .extracting(Provision::token)
                .containsExactlyInAnyOrderElementsOf(named);
    }
}
