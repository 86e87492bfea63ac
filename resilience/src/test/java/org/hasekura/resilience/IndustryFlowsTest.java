package org.hasekura.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The published facts of the input-output table")
class IndustryFlowsTest {

    @Test
    @DisplayName("have foreign electronics of the EU's electronics from China at 51.5 percent, and an HHI of 0.3297")
    void electronics() throws Exception {
        IndustryFlows flows = IndustryFlows.read(SharedData.folder("wiod-2011-7r35s"));
        Distribution suppliers = flows.suppliers("EU27:c14", "c14", true).orElseThrow();
        assertThat(suppliers.hhiOfListed()).isCloseTo(0.3297, within(5e-5));
        assertThat(suppliers.parts().stream()
                        .map(part -> String.format(
                                Locale.ROOT,
                                "%s %.1f",
                                part.holder(),
                                100 * part.fraction().low()))
                        .collect(Collectors.joining(", ")))
                .isEqualTo("CHN 51.5, ROW 21.0, USA 9.9, KOR 6.5, JPN 5.8, TWN 5.1");
    }

    @Test
    @DisplayName("make a dependency graph in which every input can come from any region")
    void graph() throws Exception {
        Graph graph = IndustryFlows.read(SharedData.folder("wiod-2011-7r35s")).graph(0.05);
        assertThat(graph.nodes()).hasSize(245);
        assertThat(graph.edges()).isNotEmpty().allSatisfy(edge -> {
            assertThat(edge.meaning()).isEqualTo(Meaning.OR);
            assertThat(edge.weight()).isBetween(0.0, 1.0);
        });
    }
}
