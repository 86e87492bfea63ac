package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("two nodes on a bad network, dying at their commits")
class RandomExchangesTest {

    private static final int SEEDS = 300;
    private static final int SEEDS_LONG = 20_000;

    /** {@code -Dhasekura.seed=N} replays one; {@code -Dhasekura.long} runs many more. */
    @Test
    @DisplayName("stand in the same state once the network is well, with whole evidence on both sides")
    void seeds() {
        Long only = Long.getLong("hasekura.seed");
        if (only != null) {
            new RandomExchange(only).run();
            return;
        }
        int seeds = System.getProperty("hasekura.long") == null ? SEEDS : SEEDS_LONG;
        int finalized = 0;
        int completed = 0;
        int deaths = 0;
        for (long seed = 0; seed < seeds; seed++) {
            RandomExchange exchange = new RandomExchange(seed);
            try {
                exchange.run();
            } catch (AssertionError | RuntimeException failed) {
                throw new AssertionError("seed " + seed + ": run it alone by -Dhasekura.seed=" + seed, failed);
            }
            finalized += exchange.finalized();
            completed += exchange.completed();
            deaths += exchange.deaths();
        }
        // Otherwise the trouble would be such that nothing is ever tried.
        assertThat(finalized).isGreaterThan(seeds / 3);
        assertThat(completed).isGreaterThan(seeds / 10);
        assertThat(deaths).isGreaterThan(seeds / 2);
    }
}
