package org.hasekura.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("an input-output table")
class LeontiefTest {

    /** The table of two industries that textbooks begin with: inputs 15 % and 20 %, 25 % and 5 %. */
    private static Leontief small() {
        return Leontief.of(table());
    }

    private static IoTable table() {
        return new IoTable(
                Names.of(List.of("A:1", "A:2")),
                new double[] {150, 500, 200, 100},
                Names.of(List.of("A")),
                new double[] {350, 1700},
                new double[] {1000, 2000});
    }

    @Test
    @DisplayName("tells what stands behind a unit of demand, as calculated by hand")
    void multipliers() {
        // The inverse is [[0.95, 0.25], [0.20, 0.85]] / 0.7575.
        assertThat(small().demandMultipliers())
                .containsExactly(new double[] {1.15 / .7575, 1.10 / .7575}, within(1e-12));
        assertThat(small().output(new double[] {350, 1700})).containsExactly(new double[] {1000, 2000}, within(1e-9));
    }

    @Test
    @DisplayName("loses the demand of an industry that is taken out, and what stood behind it")
    void extraction() {
        double[] loss = small().lossByExtraction(List.of(0));
        assertThat(loss[0]).isCloseTo(1000, within(1e-9));
        assertThat(loss[1]).isCloseTo(2000 - 1700 / .95, within(1e-9));
    }

    @Test
    @DisplayName("passes inoperability on, more than began")
    void inoperability() {
        double[] fall = small().inoperability(new double[] {.1, 0});
        assertThat(fall[0]).isGreaterThan(.1);
        // q = A* q + c*, with deliveries over the seller's output.
        assertThat(fall[1]).isCloseTo(.1 * fall[0] + .05 * fall[1], within(1e-12));
    }

    @Test
    @DisplayName("of the world has the multipliers that were calculated elsewhere")
    void world() throws IOException, TableException {
        IoTable world = IoTables.read(
                Fixtures.commas("wiod-2011-7r35s/Z.csv"),
                Fixtures.commas("wiod-2011-7r35s/Y.csv"),
                Fixtures.commas("wiod-2011-7r35s/x.csv"));
        Leontief model = Leontief.of(world);
        int japan = world.industries().find("JPN:c14");
        int taiwan = world.industries().find("TWN:c14");
        assertThat(model.spectralRadius()).isCloseTo(0.6096, within(5e-5));
        assertThat(model.demandMultipliers()[japan]).isCloseTo(2.6698, within(5e-5));
        assertThat(model.demandMultipliers()[taiwan]).isCloseTo(2.8713, within(5e-5));
        assertThat(model.supplyMultipliers()[japan]).isCloseTo(2.6154, within(5e-5));
        assertThat(model.supplyMultipliers()[taiwan]).isCloseTo(3.1025, within(5e-5));
    }
}
