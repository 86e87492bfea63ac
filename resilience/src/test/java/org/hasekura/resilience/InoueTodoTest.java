package org.hasekura.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("firms that were damaged")
class InoueTodoTest {

    private static final Recovery NEVER = new Recovery.Never();

    /** Two firms that sell each other 100 and others 100 a day. */
    private static ProductionNetwork pair() {
        return new ProductionNetwork(
                FirmNetwork.of(2, new int[] {0, 1}, new int[] {0, 1}, new int[] {1, 0}, new double[] {100, 100}),
                new double[] {100, 100});
    }

    /** Firm 0 supplies 1, which supplies 2, which sells to others. */
    private static ProductionNetwork chain() {
        return new ProductionNetwork(
                FirmNetwork.of(3, new int[] {0, 1, 2}, new int[] {0, 1}, new int[] {1, 2}, new double[] {10, 20}),
                new double[] {0, 0, 30});
    }

    private static Damage tenthOfFirst() {
        return new Damage(new int[] {0}, new double[] {.1}, new int[] {0});
    }

    private static double[] run(ProductionNetwork network, Rationing rationing, Recovery recovery, int days) {
        try (Workers workers = Workers.of(1)) {
            return InoueTodo.of(network, rationing, InoueTodo.TAU_DAYS, InoueTodo.STOCK_DAYS)
                    .valueAdded(tenthOfFirst(), recovery, days, workers);
        }
    }

    @Test
    @DisplayName("starve each other for a week and come back, as calculated by hand")
    void twoFirms() {
        double[] series = run(pair(), Rationing.LEVEL, NEVER, 18);
        assertThat(Arrays.copyOf(series, 7))
                .containsExactly(
                        new double[] {200, 190, 171.6666666667, 151.9444444444, 125.9259259259, 115.6095679012, 100},
                        within(1e-9));
        assertThat(Arrays.copyOfRange(series, 7, 13)).containsOnly(new double[] {100}, within(1e-9));
        assertThat(Arrays.copyOfRange(series, 13, 19))
                .containsExactly(
                        new double[] {102.0711163, 113.8563100, 141.6590399, 187.8785806, 190, 190}, within(1e-6));
    }

    @Test
    @DisplayName("change nothing while nothing is damaged, whatever the rule")
    void calm() {
        try (Workers workers = Workers.of(1)) {
            for (Rationing rationing : Rationing.values()) {
                double[] series = InoueTodo.of(pair(), rationing, 6, 15).valueAdded(Damage.none(), NEVER, 10, workers);
                assertThat(series).containsOnly(new double[] {200}, within(1e-9));
            }
        }
    }

    @Test
    @DisplayName("recover by the same amount each day, or by a share")
    void recovery() {
        ProductionNetwork alone = new ProductionNetwork(
                FirmNetwork.of(1, new int[] {0}, new int[0], new int[0], new double[0]), new double[] {100});
        assertThat(run(alone, Rationing.LEVEL, new Recovery.Linear(2), 4))
                .containsExactly(new double[] {100, 90, 95, 100, 100}, within(1e-9));
        assertThat(run(alone, Rationing.LEVEL, new Recovery.Exponential(1), 3))
                .containsExactly(new double[] {100, 90, 100 - 10 / Math.E, 100 - 10 / Math.E / Math.E}, within(1e-9));
        assertThat(run(alone, Rationing.LEVEL, new Recovery.Damped(2), 3))
                .containsExactly(new double[] {100, 90, 95, 97.5}, within(1e-9));
    }

    @Test
    @DisplayName("are named as the origin by those who lack their goods, and by those who lack orders")
    void reasons() {
        try (Workers workers = Workers.of(1)) {
            Damage whole = new Damage(new int[] {0}, new double[] {1}, new int[] {0});
            InoueTodoRun run = InoueTodo.of(chain(), Rationing.LEVEL, 6, 2).begin(whole, NEVER);
            for (int day = 0; day < 8; day++) {
                run.day(workers);
            }
            assertThat(run.production(2)).isZero();
            assertThat(run.why(2).links())
                    .containsExactly(
                            new ShockChain.Link.LacksInput(2, 0, 1, 1),
                            new ShockChain.Link.LacksInput(1, 0, 0, 0),
                            new ShockChain.Link.Damaged(0, 0, 1));

            Damage last = new Damage(new int[] {2}, new double[] {1}, new int[] {0});
            InoueTodoRun upstream = InoueTodo.of(chain(), Rationing.LEVEL, 6, 2).begin(last, NEVER);
            for (int day = 0; day < 3; day++) {
                upstream.day(workers);
            }
            assertThat(upstream.why(0).origin()).isEqualTo(new ShockChain.Link.Damaged(2, 0, 1));
            assertThat(upstream.why(0).links().getFirst()).isInstanceOf(ShockChain.Link.LacksOrders.class);
        }
    }

    @Test
    @DisplayName("give the same to the last bit for any number of threads")
    void threads() {
        for (Rationing rationing : Rationing.values()) {
            double[][] series = new double[2][];
            for (int i = 0; i < 2; i++) {
                try (Workers workers = Workers.of(1 + 2 * i)) {
                    ProductionNetwork network = Synthetic.of(Synthetic.Recipe.HUB, 9_000, 5, workers)
                            .network();
                    Damage damage = new Ensemble(.02, .2, .9).damage(9_000, 5);
                    series[i] = InoueTodo.of(network, rationing, 6, 15).valueAdded(damage, NEVER, 25, workers);
                }
            }
            assertThat(series[1]).isEqualTo(series[0]);
            assertThat(series[0][25]).isLessThan(0.99 * series[0][0]);
        }
    }

    @Test
    @DisplayName("lose less where stocks last longer, goods replace each other or sources are double")
    void levers() {
        ProductionNetwork network;
        try (Workers workers = Workers.of(1)) {
            network = Synthetic.of(Synthetic.Recipe.HUB, 2_000, 11, workers).network();
            Damage damage = new Ensemble(.05, .5, 1).damage(2_000, 11);
            double asItIs = sum(InoueTodo.of(network, Rationing.LEVEL, 6, 15), damage, workers);
            assertThat(sum(InoueTodo.of(network, Rationing.LEVEL, 6, 60), damage, workers))
                    .isGreaterThan(asItIs);
            assertThat(sum(of(Levers.substituting(network, Levers.Substitution.ALL)), damage, workers))
                    .isGreaterThan(asItIs);
            assertThat(sum(of(Levers.substituting(network, Levers.Substitution.NONE)), damage, workers))
                    .isLessThan(asItIs);
            ProductionNetwork doubled = Levers.withSecondSources(network, 1, 11);
            assertThat(doubled.links().links()).isGreaterThan(network.links().links());
            assertThat(doubled.links().purchases())
                    .containsExactly(network.links().purchases(), within(1e-9));
        }
    }

    private static InoueTodo of(ProductionNetwork network) {
        return InoueTodo.of(network, Rationing.LEVEL, 6, 15);
    }

    private static double sum(InoueTodo model, Damage damage, Workers workers) {
        return Arrays.stream(model.valueAdded(damage, NEVER, 30, workers)).sum();
    }
}
