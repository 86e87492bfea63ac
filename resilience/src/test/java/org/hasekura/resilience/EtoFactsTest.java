package org.hasekura.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The published facts of the ETO chip data set")
class EtoFactsTest {

    private Graph graph = new Graph.Builder("empty").build();

    @BeforeEach
    void read() throws Exception {
        graph = EtoChips.read(SharedData.folder("eto-chip"));
    }

    @Test
    @DisplayName("have 96 inputs with country shares, 76 of them above an HHI of 0.4 and 90 above 0.25")
    void concentrated() {
        var indices = Holdings.of(graph, Holdings.By.COUNTRY).all().stream()
                .filter(series -> series.distribution().listed() > 0)
                .map(series -> series.distribution().hhiOfListed())
                .toList();
        assertThat(indices).hasSize(96);
        assertThat(indices).filteredOn(hhi -> hhi > 0.4).hasSize(76);
        assertThat(indices).filteredOn(hhi -> hhi > 0.25).hasSize(90);
    }

    @Test
    @DisplayName("have one country at half or more in 80 inputs, the United States in 37 and Japan in 22")
    void tops() {
        var tops = Holdings.of(graph, Holdings.By.COUNTRY).all().stream()
                .flatMap(series -> series.distribution().top().stream())
                .toList();
        assertThat(tops).filteredOn(top -> top.fraction().low() >= 0.5).hasSize(80);
        assertThat(tops).filteredOn(top -> top.fraction().low() >= 0.66).hasSize(51);
        assertThat(tops).filteredOn(top -> top.fraction().low() >= 0.8).hasSize(37);
        assertThat(tops).filteredOn(top -> top.fraction().low() >= 0.9).hasSize(20);
        Map<String, Long> half = tops.stream()
                .filter(top -> top.fraction().low() >= 0.5)
                .collect(Collectors.groupingBy(Distribution.Part::holder, Collectors.counting()));
        assertThat(half)
                .isEqualTo(Map.of(
                        "USA", 37L, "JPN", 22L, "NLD", 6L, "SGP", 6L, "DEU", 3L, "KOR", 2L, "CHN", 2L, "AUT", 1L, "SWE",
                        1L));
    }

    @Test
    @DisplayName("have EUV lithography in one hand, and divide rows that sum to 102 by their sum")
    void extremes() {
        assertThat(hhi("N20")).isEqualTo(1.0);
        assertThat(hhi("N8")).isEqualTo(1.0);
        assertThat(hhi("N9")).isCloseTo(0.994, within(5e-4));
        assertThat(hhi("N22")).isCloseTo(0.986, within(5e-4));
        assertThat(hhi("N32")).isCloseTo(0.909, within(5e-4));
        Distribution software = Holdings.of(graph, Holdings.By.COUNTRY).all().stream()
                .map(Holdings.Series::distribution)
                .filter(distribution -> distribution.listed() == 102)
                .findFirst()
                .orElseThrow();
        assertThat(software.hhiOfListed()).isCloseTo(0.887, within(5e-4));
    }

    private double hhi(String id) {
        int node = graph.nodeNumber(id).orElseThrow();
        return Holdings.of(graph, Holdings.By.COUNTRY)
                .of(node)
                .getFirst()
                .distribution()
                .hhiOfListed();
    }

    @Test
    @DisplayName("leave this much of the final chip when a country stops, sub-types needed like inputs")
    void everySubtype() {
        assertThat(left(Subtypes.ALL))
                .isEqualTo("JPN 0.003, NLD 0.000, USA 0.000, DEU 0.000, TWN 0.840, KOR 0.386, CHN 0.389");
    }

    @Test
    @DisplayName("leave this much of the final chip when a country stops, sub-types left out")
    void inputsAlone() {
        assertThat(left(Subtypes.NONE))
                .isEqualTo("JPN 0.003, NLD 0.186, USA 0.059, DEU 0.000, TWN 0.840, KOR 0.400, CHN 0.874");
    }

    private String left(Subtypes subtypes) {
        var knockOut = new KnockOut(graph, subtypes, Combination.SCARCEST);
        int chip = graph.sinks().getFirst();
        return Stream.of("JPN", "NLD", "USA", "DEU", "TWN", "KOR", "CHN")
                .map(country -> String.format(
                        Locale.ROOT,
                        "%s %.3f",
                        country,
                        knockOut.effect(Removal.ofCountry(country)).of(chip).high()))
                .collect(Collectors.joining(", "));
    }

    @Test
    @DisplayName("have one sink and a longest path of eleven edges")
    void shape() {
        assertThat(graph.sinks()).hasSize(1);
        Requirements requirements = Requirements.of(graph, Subtypes.ALL);
        assertThat(requirements.isAcyclic()).isTrue();
        assertThat(requirements.longestPath()).isEqualTo(11);
    }
}
