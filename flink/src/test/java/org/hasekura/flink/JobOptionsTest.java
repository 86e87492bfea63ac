package org.hasekura.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The options of a job")
class JobOptionsTest {

    @Test
    @DisplayName("are read by name, with a default and limits")
    void read() throws JobRefused {
        JobOptions options = JobOptions.of(List.of("--eps", "0.5", "--out", "x.csv"));

        assertThat(options.number("--eps", 0.01, 0, 1)).isEqualTo(0.5);
        assertThat(options.number("--tau", 6, 1, 10)).isEqualTo(6);
        assertThat(options.file("--out")).isEqualTo("x.csv");
        assertThatThrownBy(() -> options.number("--eps", 1, 0.6, 1))
                .hasMessage("`--eps` is `0.5`; it can be 0.6 to 1.0");
        assertThatThrownBy(() -> options.whole("--eps", 1, 0, 1)).hasMessage("`--eps` is `0.5`, which is no number");
    }

    @Test
    @DisplayName("that are unknown, doubled or without a value are refused")
    void refused() {
        assertThatThrownBy(() -> JobOptions.of(List.of("--edge", "x")).only(Set.of("--edges", "--out")))
                .hasMessage("unknown option `--edge`; there are --edges, --out");
        assertThatThrownBy(() -> JobOptions.of(List.of("--out")))
                .hasMessageStartingWith("`--out` is no option with a value");
        assertThatThrownBy(() -> JobOptions.of(List.of("--out", "a", "--out", "b")))
                .hasMessage("`--out` stands there twice");
        assertThatThrownBy(() -> JobOptions.of(List.of()).file("--out")).hasMessage("`--out FILE` is missing");
    }

    @Test
    @DisplayName("name scenarios as share hit, least and largest loss")
    void scenarios() throws JobRefused {
        assertThat(Scenario.parse("0.01:0.2:0.9,0.5:1:1"))
                .containsExactly(new Scenario(0.01, 0.2, 0.9), new Scenario(0.5, 1, 1));
        assertThatThrownBy(() -> Scenario.parse("0.01:0.9:0.2"))
                .hasMessageContaining("scenario `0.01:0.9:0.2`: shares lie between 0 and 1");
        assertThatThrownBy(() -> Scenario.parse("0.01")).hasMessageContaining("`0.01` is no scenario");
    }

    @Test
    @DisplayName("cut all firms into pieces without gap or overlap")
    void pieces() {
        int firms = 1_000_003;
        assertThat(Pieces.begin(firms, 0, 7)).isZero();
        assertThat(Pieces.begin(firms, 7, 7)).isEqualTo(firms);
        assertThat(Pieces.begin(firms, 3, 7)).isEqualTo(428_572);
    }
}
