package org.hasekura.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("the mark of a European ruling")
final class EuropeanConfidenceTest {
    private static final Law LAW = Law.load();

    @ParameterizedTest(name = "{0} to {1} on {2}: {3}")
    @CsvSource({
        // membership, as sure as its line
        "DE, FR, 2024-02-01, CERTAIN",
        "DE, NO, 2010-02-01, LIKELY",
        "NO, DE, 2010-02-01, LIKELY",
        "DE, NO, 2024-02-01, CERTAIN",
        // an adequacy decision, and whether the EFTA States apply it
        "DE, CH, 2024-02-01, CERTAIN",
        "NO, CH, 2024-02-01, CERTAIN",
        "NO, JP, 2024-02-01, LIKELY",
        "NO, BR, 2026-03-01, CHECK",
        "DE, BR, 2026-03-01, CERTAIN",
        // the acts that one after the other carry the British decision
        "DE, GB, 2025-06-27, CERTAIN",
        "DE, GB, 2025-06-28, LIKELY",
        "DE, GB, 2025-12-18, LIKELY",
        "DE, GB, 2025-12-19, CERTAIN",
        "NO, GB, 2021-03-01, CHECK",
        // a contested act after the last day on which somebody looked
        "DE, US, 2026-08-05, CERTAIN",
        "DE, US, 2026-08-06, CHECK",
        // a list that is not certain, with and without the State
        "CH, DE, 2024-02-01, LIKELY",
        "CH, IN, 2024-02-01, LIKELY"
    })
    @DisplayName("is that of the weakest fact it used")
    void weakest(String from, String to, LocalDate day, Confidence mark) {
        Flow flow = Flow.transfer(
                Party.of(from, "controller", "business"),
                Party.of(to, "controller", "business").certifiedUnder("DPF").subjectTo("APPI", "LGPD"),
                FlowData.ofPersonal("EU").build());
        assertThat(LAW.rule(flow, day).confidence()).isEqualTo(mark);
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({
        "2021-06-28, EU-GB-2021",
        "2025-06-27, EU-GB-2021",
        "2025-06-28, EU-GB-2025-EXT",
        "2025-12-18, EU-GB-2025-EXT",
        "2025-12-19, EU-GB-2025",
        "2031-12-27, EU-GB-2025"
    })
    @DisplayName("goes with the act that carried the British decision on the day")
    void act(LocalDate day, String act) {
        Flow flow = Flow.transfer(
                Party.of("DE", "controller", "business"),
                Party.of("GB", "controller", "business"),
                FlowData.ofPersonal("EU").build());
        assertThat(LAW.rule(flow, day).grounds()).extracting(Provision::token).contains("GDPR:45(3)", act);
    }
}
