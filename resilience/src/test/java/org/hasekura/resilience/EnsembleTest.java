package org.hasekura.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("an ensemble")
class EnsembleTest {

    private static final int FIRMS = 1_000;

    private static double[][] run(int threads, long... seeds) {
        try (Workers workers = Workers.of(threads)) {
            ProductionNetwork network =
                    Synthetic.of(Synthetic.Recipe.HUB, FIRMS, 1, workers).network();
            InoueTodo model = InoueTodo.of(network, Rationing.LEVEL, 6, 15);
            return new Ensemble(.1, .2, .8).run(model, FIRMS, new Recovery.Linear(10), 20, seeds, workers);
        }
    }

    @Test
    @DisplayName("gives each seed its own result, in any company and any number of threads")
    void seeds() {
        double[][] three = run(2, 1, 2, 3);
        assertThat(run(1, 3)[0]).isEqualTo(three[2]);
        assertThat(three[0]).isNotEqualTo(three[1]);
    }

    @Test
    @DisplayName("hits the share of firms that it is told to, within the bounds")
    void damage() {
        Damage damage = new Ensemble(.1, .2, .8).damage(50_000, 9);
        assertThat(damage.count()).isBetween(4_700, 5_300);
        for (double share : damage.share()) {
            assertThat(share).isBetween(.2, .8);
        }
    }

    @Test
    @DisplayName("has quantiles day by day")
    void quantiles() {
        double[][] series = {{1, 9}, {2, 8}, {3, 7}};
        assertThat(Ensemble.quantile(series, 0)).containsExactly(1, 7);
        assertThat(Ensemble.quantile(series, .5)).containsExactly(2, 8);
        assertThat(Ensemble.quantile(series, 1)).containsExactly(3, 9);
    }
}
