package org.hasekura.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a made-up network")
class SyntheticTest {

    private static Synthetic make(Synthetic.Recipe recipe, int firms, long seed, int threads) {
        try (Workers workers = Workers.of(threads)) {
            return Synthetic.of(recipe, firms, seed, workers);
        }
    }

    @Test
    @DisplayName("is the same for the same seed and any number of threads, and another for another seed")
    void hash() {
        for (Synthetic.Recipe recipe : Synthetic.Recipe.values()) {
            String hash = make(recipe, 20_000, 7, 1).hash();
            assertThat(make(recipe, 20_000, 7, 3).hash()).isEqualTo(hash);
            assertThat(make(recipe, 20_000, 8, 1).hash()).isNotEqualTo(hash);
        }
    }

    @Test
    @DisplayName("has five links per firm, no firm that buys of itself, and inputs of at most 70 % of output")
    void sound() {
        ProductionNetwork network = make(Synthetic.Recipe.HUB, 20_000, 1, 1).network();
        FirmNetwork links = network.links();
        assertThat(links.links()).isEqualTo(100_000);
        double[] output = network.output();
        double[] inputs = links.purchases();
        for (int firm = 0; firm < links.firms(); firm++) {
            assertThat(inputs[firm]).isLessThanOrEqualTo(0.7000001 * output[firm]);
            for (int link = links.firstLink(firm); link < links.firstLink(firm + 1); link++) {
                assertThat(links.customer(link)).isNotEqualTo(firm);
            }
        }
    }

    @Test
    @DisplayName("has tails and a giant component like those of Japanese firms")
    void shape() {
        FirmNetwork links = make(Synthetic.Recipe.HUB, 50_000, 2, 1).network().links();
        int[] out = new int[links.firms()];
        int[] in = new int[links.firms()];
        for (int firm = 0; firm < links.firms(); firm++) {
            out[firm] = links.firstLink(firm + 1) - links.firstLink(firm);
            for (int link = links.firstLink(firm); link < links.firstLink(firm + 1); link++) {
                in[links.customer(link)]++;
            }
        }
        assertThat(exponent(out)).isCloseTo(2.35, within(0.15));
        assertThat(exponent(in)).isCloseTo(2.5, within(0.15));
        assertThat(giantComponent(links)).isBetween(0.45, 0.60);
    }

    @Test
    @DisplayName("without hubs has eight links per firm and hardly a firm with more than twenty suppliers")
    void flat() {
        FirmNetwork links =
                make(Synthetic.Recipe.DEVETAK, 10_000, 2, 1).network().links();
        assertThat((double) links.links() / links.firms()).isCloseTo(8, within(0.1));
        assertThat(links.sector(617)).isEqualTo(1);
    }

    @Test
    @DisplayName("is not made of too few firms")
    void bounds() {
        assertThatThrownBy(() -> make(Synthetic.Recipe.HUB, 99, 1, 1)).hasMessageContaining("100 to");
    }

    /** Hill's estimator of the density's exponent, of degrees from 20. */
    private static double exponent(int[] degrees) {
        double sum = 0;
        int count = 0;
        for (int degree : degrees) {
            if (degree >= 20) {
                sum += Math.log(degree / 19.5);
                count++;
            }
        }
        return 1 + count / sum;
    }

    /** The share of firms that reach the largest seller and are reached by it. */
    private static double giantComponent(FirmNetwork links) {
        int largest = 0;
        for (int firm = 0; firm < links.firms(); firm++) {
            boolean isLarger = links.firstLink(firm + 1) - links.firstLink(firm)
                    > links.firstLink(largest + 1) - links.firstLink(largest);
            largest = isLarger ? firm : largest;
        }
        FirmNetwork reversed = FirmNetwork.of(
                links.sectors(),
                links.sectorOf(),
                /* supplier= */ links.customers(),
                /* customer= */ links.suppliers(),
                links.amounts());
        boolean[] down = reached(links, largest);
        boolean[] up = reached(reversed, largest);
        int both = 0;
        for (int firm = 0; firm < down.length; firm++) {
            both += down[firm] && up[firm] ? 1 : 0;
        }
        return (double) both / down.length;
    }

    private static boolean[] reached(FirmNetwork links, int from) {
        boolean[] isReached = new boolean[links.firms()];
        int[] queue = new int[links.firms()];
        int end = 0;
        queue[end++] = from;
        isReached[from] = true;
        for (int next = 0; next < end; next++) {
            int firm = queue[next];
            for (int link = links.firstLink(firm); link < links.firstLink(firm + 1); link++) {
                if (!isReached[links.customer(link)]) {
                    isReached[links.customer(link)] = true;
                    queue[end++] = links.customer(link);
                }
            }
        }
        return isReached;
    }
}
