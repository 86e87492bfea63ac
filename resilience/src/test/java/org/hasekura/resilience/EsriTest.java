package org.hasekura.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the index of a firm")
class EsriTest {

    /** One sector, each link given by its two firms, all of the same amount. */
    private static FirmNetwork alike(int firms, int[][] links) {
        double[] amount = new double[links.length];
        Arrays.fill(amount, 1);
        return FirmNetwork.of(
                1,
                new int[firms],
                Arrays.stream(links).mapToInt(link -> link[0]).toArray(),
                Arrays.stream(links).mapToInt(link -> link[1]).toArray(),
                amount);
    }

    private static EsriScores scores(Esri model, int threads) {
        try (Workers workers = Workers.of(threads)) {
            return model.scores(workers);
        }
    }

    private static Esri linear(FirmNetwork network, double eps) {
        return Esri.of(network, Essentiality.linear(network.sectors()), Esri.Replaceability.NONE, eps);
    }

    @Test
    @DisplayName("is that of the authors' own example of eleven firms")
    void elevenFirms() {
        FirmNetwork network = alike(
                11, new int[][] {{1, 0}, {1, 2}, {6, 3}, {8, 4}, {2, 6}, {5, 6}, {9, 6}, {8, 9}, {6, 10}, {7, 10}});
        EsriScores scores = scores(linear(network, Esri.PUBLISHED_EPS), 1);
        assertThat(scores.esri())
                .containsExactly(
                        new double[] {.1, .366667, .266667, .35, .1, .166667, .7, .1, .366667, .266667, .45},
                        within(1e-6));
        assertThat(scores.sweeps()).containsExactly(2, 4, 3, 4, 2, 3, 3, 2, 4, 3, 4);
    }

    @Test
    @DisplayName("is everything in a closed circle, and less where firms also sell to others")
    void revenue() {
        FirmNetwork circle = alike(3, new int[][] {{0, 1}, {1, 2}, {2, 0}});
        assertThat(scores(linear(circle, 1e-9), 1).esri()).containsOnly(1);
        double[] twice = {2, 2, 2};
        EsriScores open = scores(
                Esri.withRevenue(circle, Essentiality.linear(1), Esri.Replaceability.NONE, 1e-9, twice, twice), 1);
        assertThat(open.esri()[0]).isEqualTo((1 + .5 + .5) / 3);
        assertThat(open.down()[0]).isEqualTo((1 + .5 + .25) / 3);
        assertThat(open.up()[0]).isEqualTo((1 + .25 + .5) / 3);
    }

    @Test
    @DisplayName("counts an essential input by its scarcest sector and the others by their share")
    void classes() {
        // Firm 3 buys 1 of each of the sectors 0, 1 and 2; the first two are essential, the third is linear.
        FirmNetwork network = FirmNetwork.of(
                4, new int[] {0, 1, 2, 3}, new int[] {0, 1, 2}, new int[] {3, 3, 3}, new double[] {1, 1, 1});
        byte[] needs = new byte[16];
        needs[3] = Essentiality.ESSENTIAL;
        needs[7] = Essentiality.ESSENTIAL;
        needs[11] = Essentiality.LINEAR;
        Esri model = Esri.of(network, Essentiality.of(4, needs), Esri.Replaceability.NONE, 1e-6);
        assertThat(model.shock(new double[] {.5, 0, 0, 0}).lossDown()[3]).isEqualTo(.5);
        assertThat(model.shock(new double[] {.5, .25, 0, 0}).lossDown()[3]).isEqualTo(.5);
        assertThat(model.shock(new double[] {0, 0, 1, 0}).lossDown()[3]).isEqualTo(1 / 3.0);
        assertThat(model.shock(new double[] {0, 0, 0, .75}).lossUp()[0]).isEqualTo(.75);
    }

    @Test
    @DisplayName("is the same to the last bit for any number of threads")
    void threads() {
        FirmNetwork network;
        try (Workers workers = Workers.of(1)) {
            network = Synthetic.of(Synthetic.Recipe.DEVETAK, 1_500, 3, workers)
                    .network()
                    .links();
        }
        Esri model = Esri.of(
                network, Synthetic.essentiality(network.sectors(), 3), Esri.Replaceability.MARKET, Esri.PUBLISHED_EPS);
        EsriScores one = scores(model, 1);
        EsriScores three = scores(model, 3);
        assertThat(three.esri()).isEqualTo(one.esri());
        assertThat(three.down()).isEqualTo(one.down());
        assertThat(three.sweeps()).isEqualTo(one.sweeps());
        assertThat(Arrays.stream(one.esri()).max().orElseThrow()).isGreaterThan(0.001);
    }

    @Test
    @DisplayName("needs a threshold above zero, since it may never stand still")
    void eps() {
        FirmNetwork circle = alike(2, new int[][] {{0, 1}, {1, 0}});
        assertThatThrownBy(() -> linear(circle, 0)).hasMessageContaining("ε must be above 0");
        assertThatThrownBy(() -> linear(circle, Double.NaN)).hasMessageContaining("ε must be above 0");
    }
}
