package org.hasekura.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How exposed a chain is to countries, stage by stage,")
class StageExposureTest {

    private static final String CHAIN = """
            {"stages": [{"id": "raw", "name_en": "Raw"}, {"id": "tool", "name_en": "Tools"},
                        {"id": "fab", "name_en": "Fabs", "name_ja": "前工程"}, {"id": "unused"}],
             "nodes": [{"id": "ORE", "kind": "input", "stage": "raw"}, {"id": "GAS", "kind": "input", "stage": "raw"},
                       {"id": "TOOL", "kind": "input", "stage": "tool"}, {"id": "FAB", "kind": "input", "stage": "fab"},
                       {"id": "CHIP", "kind": "product", "stage": "fab"}],
             "edges": [{"from": "ORE", "to": "FAB", "type": "AND"}, {"from": "GAS", "to": "FAB", "type": "AND"},
                       {"from": "TOOL", "to": "FAB", "type": "AND"}, {"from": "FAB", "to": "CHIP", "type": "AND"}],
             "holders": [{"id": "CHN", "kind": "country"}, {"id": "NLD", "kind": "country"}, {"id": "TWN", "kind": "country"},
                         {"id": "KOR", "kind": "country"}],
             "shares": [{"node": "ORE", "holder": "CHN", "low": "80", "high": "80"},
                        {"node": "GAS", "holder": "CHN", "low": "10", "high": "30"},
                        {"node": "TOOL", "holder": "NLD", "low": "90", "high": "100"},
                        {"node": "FAB", "holder": "TWN", "low": "60", "high": "60"},
                        {"node": "FAB", "holder": "KOR", "low": "40", "high": "40"}]}
            """;

    private static List<String> told(StageExposure stage) {
        return stage.countries().stream()
                .map(row -> "%s %.2f-%.2f of %.2f-%.2f"
                        .formatted(
                                row.country(),
                                row.direct().low(),
                                row.direct().high(),
                                row.exposure().low(),
                                row.exposure().high()))
                .toList();
    }

    @Test
    @DisplayName(
            "counts what a country makes at a stage itself, and all that the stage needs from the stages before it")
    void chain() throws IOException, TableException {
        Graph graph = GraphJson.read("chain.json", new StringReader(CHAIN)).graph();
        var knockOut = new KnockOut(graph, Subtypes.ANY, Combination.SCARCEST);
        Map<String, List<String>> stages = StageExposure.of(
                        knockOut, graph.nodeNumber("CHIP").orElseThrow())
                .stream()
                .collect(Collectors.toMap(each -> each.stage().id(), StageExposureTest::told));
        assertThat(stages.keySet()).containsExactlyInAnyOrder("raw", "tool", "fab");
        assertThat(stages.get("raw")).first().asString().startsWith("CHN 0.80-");
        assertThat(stages.get("tool"))
                .as("what nobody knows may be anybody's")
                .startsWith("NLD 0.90-1.00 of 0.90-1.00", "CHN 0.00-0.10 of 0.00-0.10");
        assertThat(stages.get("fab"))
                .containsExactly(
                        "NLD 0.00-0.00 of 0.90-1.00",
                        "CHN 0.00-0.00 of 0.80-0.80",
                        "TWN 0.60-0.60 of 0.60-0.90",
                        "KOR 0.40-0.40 of 0.40-0.90");
    }

    @Test
    @DisplayName(
            "is known of our own facts, in the order of their stages, and never falls from one that a product requires")
    void chips() {
        Graph graph = ChipFacts.load().graph();
        assertThat(graph.stages())
                .extracting(Stage::id)
                .startsWith("raw")
                .endsWith("product")
                .hasSize(12);
        assertThat(graph.nodes())
                .allMatch(node ->
                        graph.stages().stream().anyMatch(stage -> stage.id().equals(node.stage())));
        var knockOut = new KnockOut(graph, Subtypes.ANY, Combination.SCARCEST);
        List<StageExposure> stages =
                StageExposure.of(knockOut, graph.nodeNumber("P_LADV").orElseThrow());
        StageExposure fabs = stages.stream()
                .filter(each -> each.stage().id().equals("fab"))
                .findFirst()
                .orElseThrow();
        assertThat(fabs.countries())
                .as("who makes the lithography stops the fabs without having one")
                .anySatisfy(row -> {
                    assertThat(row.country()).isEqualTo("NLD");
                    assertThat(row.direct().high()).isZero();
                    assertThat(row.exposure().low()).isEqualTo(1);
                });
        for (StageExposure each : stages) {
            assertThat(each.countries())
                    .allMatch(row -> row.exposure().low() >= row.direct().low()
                            && row.exposure().high() >= row.direct().high());
        }
    }

    @Test
    @DisplayName("is left out where a data set has no stages")
    void none() throws IOException, TableException {
        String without = CHAIN.replaceFirst("(?s)\"stages\": \\[.*?\\],\\s*\"nodes\"", "\"nodes\"");
        Graph graph = GraphJson.read("chain.json", new StringReader(without)).graph();
        var knockOut = new KnockOut(graph, Subtypes.ANY, Combination.SCARCEST);
        assertThat(StageExposure.of(knockOut, graph.nodeNumber("CHIP").orElseThrow()))
                .isEmpty();
    }
}
