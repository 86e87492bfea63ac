package org.hasekura.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the level at which a supply is used up")
class WaterLevelTest {

    private static double given(double[] order, double[] normal, double level) {
        double sum = 0;
        for (int i = 0; i < order.length; i++) {
            sum += Math.min(order[i], normal[i] * level);
        }
        return sum;
    }

    private static double solve(double[] order, double[] normal, double supply) {
        WaterLevel level = new WaterLevel(order.length + 1);
        System.arraycopy(order, 0, level.orders(), 0, order.length);
        level.clients(normal, 0, normal.length);
        return level.solve(supply);
    }

    @Test
    @DisplayName("gives out exactly the supply, for a thousand sets of orders")
    void random() {
        for (int seed = 0; seed < 1000; seed++) {
            Chance chance = new Chance(seed, 1, 0);
            int clients = 1 + chance.below(40);
            double[] order = new double[clients];
            double[] normal = new double[clients];
            double all = 0;
            for (int i = 0; i < clients; i++) {
                normal[i] = chance.exponential() + 1e-6;
                order[i] = chance.uniform() < .2 ? 0 : normal[i] * 2 * chance.uniform();
                all += order[i];
            }
            double supply = all * chance.uniform();
            assertThat(given(order, normal, solve(order, normal, supply))).isCloseTo(supply, within(1e-9));
        }
    }

    @Test
    @DisplayName("is found where one client after another is served, more often than Newton goes on")
    void ladder() {
        int clients = 200;
        double[] order = new double[clients];
        double[] normal = new double[clients];
        for (int i = 0; i < clients; i++) {
            // Each rung is far above the one before and weighs far less.
            order[i] = 1 + i * 1e-3;
            normal[i] = Math.pow(2, -i);
        }
        double supply = 190;
        double level = solve(order, normal, supply);
        assertThat(given(order, normal, level)).isCloseTo(supply, within(1e-9));
    }

    @Test
    @DisplayName("is without bound where everybody gets everything, and zero where there is nothing")
    void ends() {
        assertThat(solve(new double[] {1, 2}, new double[] {1, 1}, 3)).isInfinite();
        assertThat(solve(new double[] {1, 2}, new double[] {1, 1}, 0)).isZero();
    }
}
