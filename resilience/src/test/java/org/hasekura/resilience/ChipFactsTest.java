package org.hasekura.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Our own facts on chips and critical raw materials")
class ChipFactsTest {

    private static final FactBook FACTS = ChipFacts.load();
    private static final Graph GRAPH = FACTS.graph();

    @Test
    @DisplayName("1: the HHI of gallium by country, year by year")
    void gallium() {
        assertThat(GRAPH.amounts().stream()
                        .filter(amounts -> GRAPH.node(amounts.node()).id().equals("R_GA"))
                        .map(amounts -> galliumLine(amounts))
                        .collect(Collectors.joining("\n")))
                .isEqualTo("""
                        2021 0.950158 0.950158 CHN 97.4654 of 434000
                        2022 0.967584 0.967584 CHN 98.3607 of 610000
                        2023 0.967584 0.967584 CHN 98.3607 of 610000
                        2024 0.978949 0.978949 CHN 98.9387 of 848000
                        2025 0.980351 0.980351 CHN 99.0099 of 909000""");
    }

    private static String galliumLine(Amounts amounts) {
        Graph oneYear = GRAPH.withShares(_ -> false).withAmounts(each -> each.equals(amounts));
        Distribution distribution = Holdings.of(oneYear, Holdings.By.COUNTRY)
                .of(amounts.node())
                .getFirst()
                .distribution();
        Interval hhi = Concentration.of(distribution).hhi();
        Distribution.Part top = distribution.top().orElseThrow();
        return String.format(
                Locale.ROOT,
                "%d %.6f %.6f %s %.4f of %.0f",
                amounts.year(),
                hhi.low(),
                hhi.high(),
                top.holder(),
                100 * top.fraction().low(),
                amounts.sum());
    }

    @Test
    @DisplayName("2: the HHI of series of firms and of their home countries, with both ends")
    void series() {
        assertThat(Stream.of("foundry-2025", "osat-2021Q3", "cis-2023", "dram-2021Q4")
                        .map(name -> name + " " + line(name, Holdings.By.FIRM) + "; " + line(name, Holdings.By.COUNTRY))
                        .collect(Collectors.joining("\n")))
                .isEqualTo("""
                        foundry-2025 0.500978 0.502080 of 96.68 in 10; 0.591158 0.592260 of 96.68 in 5
                        osat-2021Q3 0.146778 0.146778 of 100.20 in 10; 0.401861 0.401861 of 100.20 in 3
                        cis-2023 0.259300 0.264200 of 93.00 in 7; 0.281100 0.286000 of 93.00 in 5
                        dram-2021Q4 0.317937 0.318106 of 98.70 in 6; 0.570065 0.570234 of 98.70 in 3""");
    }

    private static String line(String name, Holdings.By by) {
        Distribution distribution = Holdings.of(GRAPH, by).all().stream()
                .filter(series -> series.name().equals(name))
                .map(Holdings.Series::distribution)
                .findFirst()
                .orElseThrow();
        Concentration concentration = Concentration.of(distribution);
        return String.format(
                Locale.ROOT,
                "%.6f %.6f of %.2f in %d",
                concentration.hhi().low(),
                concentration.hhi().high(),
                distribution.listed(),
                concentration.holders());
    }

    @Test
    @DisplayName("3: twenty-one inputs with one country at 80 percent or more by some source, sixteen by every source")
    void oneCountry() {
        List<Dominance> any = Dominance.above(FACTS.withoutMemory().graph(), Holdings.By.COUNTRY, 0.8);
        assertThat(any).hasSize(21);
        assertThat(words(any.stream().filter(pair -> pair.isByEverySource(0.8)).toList(), false))
                .isEqualTo(
                        "C_RESIST_EUV JPN 90.0, E_CLEAN_PRE JPN 90.0, E_DICE JPN 90.0, E_DUV NLD 80.0, E_EUV NLD 100.0, "
                                + "E_EUVLASER DEU 100.0, E_EUVOPT DEU 100.0, E_MINSP JPN 100.0, E_TRACK JPN 91.0, "
                                + "K_BLANK_EUV JPN 93.0, M_POLY CHN 93.0, R_GA CHN 93.9, R_MG CHN 88.0, R_REEREF CHN 80.0, "
                                + "R_W CHN 81.0, S_ABF JPN 90.0");
        assertThat(words(any.stream().filter(pair -> !pair.isByEverySource(0.8)).toList(), true))
                .isEqualTo("C_HF JPN 80.0, C_RESIST JPN 92.0, F_L10 TWN 92.0, R_GE CHN 83.0, R_HPQ USA 80.0");
        assertThat(Dominance.ofAmounts(GRAPH, 0.8).stream()
                        .map(pair -> String.format(
                                Locale.ROOT,
                                "%s %s %.4f",
                                GRAPH.node(pair.node()).id(),
                                pair.holder(),
                                100 * pair.lowest())))
                .containsExactly("R_GA CHN 99.0099", "R_MG CHN 88.3919", "R_W CHN 80.8625");
    }

    private static String words(List<Dominance> pairs, boolean highest) {
        return pairs.stream()
                .map(pair -> String.format(
                        Locale.ROOT,
                        "%s %s %.1f",
                        GRAPH.node(pair.node()).id(),
                        pair.holder(),
                        100 * (highest ? pair.highest() : pair.lowest())))
                .collect(Collectors.joining(", "));
    }

    @Test
    @DisplayName("4: what the EU and Japan both buy from one third country, with and without rows from memory")
    void commonDependence() {
        assertThat(common(FACTS.withoutMemory())).isEqualTo("R_GA CHN 70.0 75.0 = 70.0, R_REE CHN 46.3 60.0 = 46.3");
        assertThat(common(FACTS))
                .isEqualTo("R_GA CHN 70.0 75.0 = 70.0, R_MG CHN 70.0 90.0 = 70.0, R_REE CHN 46.3 60.0 = 46.3, "
                        + "R_GE CHN 45.0 70.0 = 45.0, R_W CHN 32.0 70.0 = 32.0");
    }

    private static String common(FactBook facts) {
        return CommonDependence.of(facts, "EU27", "JPN").stream()
                .map(each -> String.format(
                        Locale.ROOT,
                        "%s %s %.1f %.1f = %.1f",
                        each.node(),
                        each.partner(),
                        each.first(),
                        each.second(),
                        each.strength()))
                .collect(Collectors.joining(", "));
    }

    @Test
    @DisplayName("5: 132 nodes, 265 edges without cycle, and ten near-single sources among 55 needs of advanced logic")
    void graph() {
        assertThat(GRAPH.nodes()).hasSize(132);
        assertThat(GRAPH.edges()).hasSize(265);
        assertThat(GRAPH.edges().stream().collect(Collectors.groupingBy(Edge::meaning, Collectors.counting())))
                .isEqualTo(Map.of(Meaning.AND, 189L, Meaning.OR, 26L, Meaning.SUBTYPE, 50L));
        Requirements requirements = Requirements.of(GRAPH, Subtypes.ANY);
        assertThat(requirements.isAcyclic()).isTrue();
        assertThat(Requirements.of(GRAPH, Subtypes.ALL).longestPath()).isEqualTo(5);
        boolean[] needed = andAncestors("P_LADV");
        assertThat(IntStream.range(0, needed.length).filter(node -> needed[node]))
                .hasSize(55 + 1);
        assertThat(Dominance.above(FACTS.withoutMemory().graph(), Holdings.By.COUNTRY, 0.9).stream()
                        .filter(pair -> needed[pair.node()])
                        .map(pair -> GRAPH.node(pair.node()).id() + " " + pair.holder()))
                .containsExactly(
                        "C_RESIST_EUV JPN",
                        "E_DICE JPN",
                        "E_EUV NLD",
                        "E_EUVLASER DEU",
                        "E_EUVOPT DEU",
                        "E_MINSP JPN",
                        "E_TRACK JPN",
                        "F_L10 TWN",
                        "K_BLANK_EUV JPN",
                        "S_ABF JPN");
    }

    private static boolean[] andAncestors(String id) {
        Graph required = GRAPH.withEdges(edge -> edge.meaning() == Meaning.AND);
        return Requirements.of(required, Subtypes.NONE)
                .requiredAncestors(GRAPH.nodeNumber(id).orElseThrow());
    }

    @Test
    @DisplayName(
            "hold 236 shares and 955 amounts, and every one names a source that is there, and a year or says it has none")
    void cited() {
        assertThat(GRAPH.shares()).hasSize(236);
        assertThat(GRAPH.amounts()).hasSize(88);
        assertThat(GRAPH.amounts().stream()
                        .mapToInt(amounts -> amounts.amounts().size())
                        .sum())
                .isEqualTo(955);
        assertThat(GRAPH.shares())
                .allSatisfy(share -> assertThat(GRAPH.sources()).containsKey(share.source()));
        assertThat(GRAPH.shares()).filteredOn(share -> share.year().isEmpty()).hasSize(11);
        assertThat(GRAPH.shares())
                .filteredOn(share -> share.confidence() == Confidence.MEMORY)
                .hasSize(17);
        assertThat(GRAPH.amounts())
                .allSatisfy(amounts -> assertThat(GRAPH.sources()).containsKey(amounts.source()));
        assertThat(FACTS.imports())
                .hasSize(24)
                .allSatisfy(each -> assertThat(GRAPH.sources()).containsKey(each.source()));
        assertThat(FACTS.controls())
                .hasSize(23)
                .allSatisfy(each ->
                        assertThat(GRAPH.sources()).containsKeys(each.sources().toArray(String[]::new)));
        assertThat(FACTS.disruptions())
                .hasSize(17)
                .allSatisfy(each -> assertThat(each.sources()).isNotEmpty());
        assertThat(FACTS.conflicts()).hasSize(15);
        assertThat(FACTS.gaps()).hasSize(25);
    }

    @Test
    @DisplayName("leave what was withheld unknown: silicon metal may depend on the United States wholly or not at all")
    void withheld() {
        int silicon = GRAPH.nodeNumber("R_SI").orElseThrow();
        Interval fraction = Holdings.of(GRAPH.withShares(_ -> false), Holdings.By.COUNTRY)
                .fraction(silicon, List.of("USA"))
                .orElseThrow();
        assertThat(fraction.low()).isZero();
        assertThat(fraction.high()).isCloseTo(1, within(1e-12));
    }
}
