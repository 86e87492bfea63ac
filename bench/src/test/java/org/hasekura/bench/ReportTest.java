package org.hasekura.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The report")
class ReportTest {

    @Test
    @DisplayName("quotes the median of the rounds, with the lowest and the highest")
    void median() {
        assertThat(Amount.of("ms", 9, 1, 2).text()).isEqualTo("2.00 ms (1.00..9.00)");
        assertThat(Amount.of("/s", 12345).text()).isEqualTo("12,345 /s");
    }

    @Test
    @DisplayName("takes as percentile a value that was measured")
    void percentile() {
        double[] sorted = {1, 2, 3, 4};
        assertThat(Amount.percentile(sorted, 0.5)).isEqualTo(2);
        assertThat(Amount.percentile(sorted, 0.99)).isEqualTo(4);
        assertThat(Amount.percentile(sorted, 0)).isEqualTo(1);
    }

    @Test
    @DisplayName("says of each goal whether it was met, also when it was not")
    void goals() {
        Figure slow = Figure.of("one thing", Amount.of("ms", 30)).reaching(Goal.atMost(15, "ms", "1 × fsync"));
        Figure fast = Figure.of("many things", Amount.of("/s", 600)).reaching(Goal.atLeast(500, "/s", ""));
        assertThat(Report.line(slow)).isEqualTo("  one thing: 30.0 ms; goal ≤ 15.0 ms (1 × fsync), ratio 2.00, MISSED");
        assertThat(Report.line(fast)).isEqualTo("  many things: 600 /s; goal ≥ 500 /s, ratio 1.20, met");
    }

    @Test
    @DisplayName("names what could not be measured, with the reason")
    void failure() {
        var machine = new Machine("2026-11-21T23:00Z", "a processor", 2, "Linux", "25", "1.00", "abc");
        var failed = new Report.Section("x", "something", List.of(), "the disk is full");
        assertThat(new Report(machine, List.of(failed)).markdown(List.of(), List.of()))
                .contains("| something | not measured: the disk is full | | | | |");
    }

    @Test
    @DisplayName("shows what was measured apart from the file in which it is kept, with its plot")
    void growth() {
        var growth = new Growth(
                "exchanges",
                "2026-11-21",
                "a machine",
                "Copied.",
                List.of(new Growth.Series(
                        "one thing", "ms", List.of(new Growth.Point(0, 3), new Growth.Point(1_000_000, 4)))));
        Growth kept = GrowthJson.read(GrowthJson.write(growth));
        assertThat(kept).isEqualTo(growth);
        var machine = new Machine("2026-11-21T23:00Z", "a processor", 2, "Linux", "25", "1.00", "abc");
        assertThat(new Report(machine, List.of()).markdown(List.of(kept), List.of()))
                .contains("growth-exchanges.svg", "| one thing, ms | 3.00 | 4.00 |", "| 0 | 1,000,000 |");
        assertThat(GrowthChart.of(kept)).contains(">1M<", ">0<", "points=\"56.0,82.8 344.0,58.4\"");
    }

    @Test
    @DisplayName("puts what others need beside ours, by program, with their points and ours on one scale")
    void comparison() {
        assertThat(Rivals.of("esri"))
                .extracting(Comparison.Line::name)
                .containsExactly("fastcascade (R and C++)", "ESRIcascade.jl");
        var ours =
                new Comparison.Line("hub", true, List.of(new Growth.Point(10_000, 0.1), new Growth.Point(100_000, 1)));
        var theirs = new Comparison.Line("theirs", false, List.of(new Growth.Point(10_000, 100)));
        var comparison = new Comparison(
                "x.svg",
                "Shocks",
                "ms",
                "firms",
                "Of two runs.",
                List.of(new Comparison.Panel("a day", List.of(ours, theirs))));

        assertThat(comparison.markdown())
                .contains(
                        "](x.svg)",
                        "| a day, hub (ours) | 10,000: 0.100; 100,000: 1.00 |",
                        "| a day, theirs | 10,000: 100 |");
        // Three decades upwards: 0.1 at the bottom, 100 at the top; one decade across.
        assertThat(ComparisonChart.of(comparison))
                .contains("points=\"64.0,276.0 368.0,196.0\"", "cx=\"64.0\" cy=\"36.0\"", ">0.1<", ">100,000<");
    }
}
