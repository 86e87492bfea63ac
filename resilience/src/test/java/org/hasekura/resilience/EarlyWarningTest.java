package org.hasekura.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Early warnings")
class EarlyWarningTest {

    private static final YearMonth FIRST = YearMonth.of(2015, 1);
    private static final int MONTHS = 120;

    /** Imports with a season, and noise of ten percent that is drawn from a seed. */
    private static MonthlySeries calm(long seed) {
        var random = new SplittableRandom(seed);
        double[] quantity = new double[MONTHS];
        double[] value = new double[MONTHS];
        double[] share = new double[MONTHS];
        for (int at = 0; at < MONTHS; at++) {
            double season = 1 + 0.3 * Math.sin(at * Math.PI / 6);
            quantity[at] = 1_000 * season * Math.exp(0.1 * random.nextGaussian());
            value[at] = quantity[at] * 5 * Math.exp(0.1 * random.nextGaussian());
            share[at] = 0.5 + 0.02 * random.nextGaussian();
        }
        return MonthlySeries.of(FIRST, value, quantity, share);
    }

    @Test
    @DisplayName("see a squeeze in its second month, and nothing where half of it is missing")
    void squeeze() {
        MonthlySeries series = WarningTrial.shocked(calm(1), new WarningTrial.Shock(0.7, 1.5, 6), 90);
        List<EarlyWarning.Warning> warnings = EarlyWarning.of(series, true, EarlyWarning.Settings.USUAL);
        assertThat(warnings)
                .filteredOn(each -> each.rules().contains(EarlyWarning.Rule.SQUEEZE))
                .first()
                .satisfies(each -> assertThat(each.month()).isEqualTo(FIRST.plusMonths(91)));
        MonthlySeries cheaper = WarningTrial.shocked(calm(1), new WarningTrial.Shock(0.7, 0, 6), 90);
        assertThat(EarlyWarning.of(cheaper, true, EarlyWarning.Settings.USUAL))
                .noneMatch(each -> each.rules().contains(EarlyWarning.Rule.SQUEEZE));
    }

    @Test
    @DisplayName("see one partner gain ten points")
    void partner() {
        double[] flat = new double[MONTHS];
        Arrays.fill(flat, 100);
        double[] share = new double[MONTHS];
        Arrays.fill(share, 0.5);
        share[80] = 0.61;
        share[81] = 0.59;
        assertThat(EarlyWarning.of(MonthlySeries.of(FIRST, flat, flat, share), true, EarlyWarning.Settings.USUAL))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.month()).isEqualTo(FIRST.plusMonths(80));
                    assertThat(each.rules()).containsExactly(EarlyWarning.Rule.PARTNER);
                });
    }

    @Test
    @DisplayName("are not given for what is no structural dependence, or too small to matter")
    void gates() {
        MonthlySeries series = WarningTrial.shocked(calm(1), new WarningTrial.Shock(0.7, 1.5, 6), 90);
        assertThat(EarlyWarning.of(series, false, EarlyWarning.Settings.USUAL)).isEmpty();
        assertThat(EarlyWarning.of(series, true, new EarlyWarning.Settings(2, 0.1, 0.5, 5, 1e9)))
                .isEmpty();
    }

    @Test
    @DisplayName("are measured: rare on shuffled series, quick on injected shocks, the same for the same seed")
    void trial() {
        var shock = new WarningTrial.Shock(0.5, 0.8, 6);
        WarningTrial.Result result =
                WarningTrial.of(calm(7), EarlyWarning.Settings.USUAL, shock, 200, new SplittableRandom(42));
        WarningTrial.Result again =
                WarningTrial.of(calm(7), EarlyWarning.Settings.USUAL, shock, 200, new SplittableRandom(42));
        assertThat(again).isEqualTo(result);
        assertThat(result.falseAlarmsPerYear()).isBetween(0.0, 1.0);
        assertThat(result.detected()).isGreaterThan(0.9);
        assertThat(result.medianDelayMonths().orElseThrow()).isBetween(0.0, 2.0);
    }

    @Test
    @DisplayName("shuffle years and keep every calendar month's values")
    void shuffled() {
        MonthlySeries series = calm(3);
        MonthlySeries shuffled = WarningTrial.shuffled(series, new SplittableRandom(1));
        double[] januaries = new double[10];
        double[] mixed = new double[10];
        for (int year = 0; year < 10; year++) {
            januaries[year] = series.value(12 * year);
            mixed[year] = shuffled.value(12 * year);
        }
        assertThat(mixed).isNotEqualTo(januaries).containsExactlyInAnyOrder(januaries);
    }
}
