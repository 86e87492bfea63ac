package org.hasekura.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("an economy of industries")
class ArioTest {

    private static IoTable table() {
        return new IoTable(
                Names.of(List.of("A:1", "A:2", "B:1")),
                new double[] {100, 200, 50, 100, 0, 100, 50, 100, 100},
                Names.of(List.of("A", "B")),
                new double[] {100, 50, 500, 100, 10, -20},
                new double[] {500, 800, 260});
    }

    @Test
    @DisplayName("stays as it is while nothing happens, and starts from what it sells")
    void calm() {
        double[][] days = Ario.of(table(), ArioSettings.DEFAULT).production(List.of(), 50);
        for (double[] day : days) {
            assertThat(day).containsExactly(new double[] {500 / 365.0, 800 / 365.0, 260 / 365.0}, within(1e-9));
        }
    }

    @Test
    @DisplayName("feels a shock the day after, hands it on, and comes back")
    void shock() {
        double[][] days = Ario.of(table(), ArioSettings.DEFAULT.withStockDays(20))
                .production(List.of(new ArioShock("A:1", 0.5, 2, 10, 5)), 400);
        assertThat(days[2][0]).isCloseTo(days[0][0], within(1e-9));
        assertThat(days[3][0]).isCloseTo(days[0][0] / 2, within(1e-9));
        assertThat(days[4][1]).isLessThan(0.95 * days[0][1]);
        assertThat(days[399][1]).isGreaterThan(0.99 * days[0][1]);
    }

    @Test
    @DisplayName("recovers by the same amount each day")
    void schedule() {
        ArioShock shock = new ArioShock("A:*", 0.3, 2, 4, 3);
        assertThat(shock.lost(2)).isZero();
        assertThat(shock.lost(3)).isEqualTo(0.3);
        assertThat(shock.lost(8)).isEqualTo(0.3);
        assertThat(shock.lost(9)).isCloseTo(0.2, within(1e-6));
        assertThat(shock.lost(10)).isCloseTo(0.1, within(1e-6));
        assertThat(shock.lost(11)).isZero();
    }

    @Test
    @DisplayName("refuses a shock to nobody")
    void nobody() {
        assertThatThrownBy(() -> Ario.of(table(), ArioSettings.DEFAULT)
                        .production(List.of(new ArioShock("C:*", 0.5, 2, 10, 5)), 10))
                .hasMessageContaining("no industry is called `C:*`");
    }
}
