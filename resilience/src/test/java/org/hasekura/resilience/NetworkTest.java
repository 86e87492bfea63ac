package org.hasekura.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A network of places and links")
class NetworkTest {

    private static final int SEEDS = 200;

    @Test
    @DisplayName(
            "has the articulation points and bridges that taking out one after another finds, with what they cut off")
    void articulation() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Network network = random(new SplittableRandom(seed), 9);
            Articulation articulation = Articulation.of(network);
            int whole = parts(network, -1, -1);
            assertThat(articulation.parts()).isEqualTo(whole);
            for (int place = 0; place < network.places(); place++) {
                int without = parts(network, place, -1) - (network.degree(place) == 0 ? -1 : 0);
                assertThat(articulation.isPoint(place))
                        .as("seed %d place %d", seed, place)
                        .isEqualTo(without > whole);
                if (without > whole) {
                    assertThat(articulation.cutOff(place)).isEqualTo(cutOff(network, place));
                }
            }
            for (int link = 0; link < network.links(); link++) {
                assertThat(articulation.isBridge(link))
                        .as("seed %d link %d", seed, link)
                        .isEqualTo(parts(network, -1, link) > whole);
            }
        }
    }

    @Test
    @DisplayName("is parted by as few places or links as trying all sets finds")
    void minimumCut() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Network network = random(new SplittableRandom(seed), 6);
            long byLinks = Connectivity.waysWithoutCommonLink(network, new int[] {0}, new int[] {1});
            assertThat(byLinks).as("links, seed %d", seed).isEqualTo(fewestLinks(network, List.of()));
            long byPlaces = Connectivity.waysWithoutCommonPlace(network, new int[] {0}, new int[] {1});
            assertThat(Math.min(byPlaces, 99)).as("places, seed %d", seed).isEqualTo(fewestPlaces(network));
        }
    }

    @Test
    @DisplayName("with links that share a risk, is parted by as few failures as trying all sets finds")
    void sharedRisk() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new SplittableRandom(seed);
            Network network = random(random, 6);
            if (network.links() < 4) {
                continue;
            }
            List<int[]> groups = List.of(
                    random.ints(3, 0, network.links()).distinct().toArray(),
                    random.ints(4, 0, network.links()).distinct().toArray());
            long[] never = new long[network.places()];
            Arrays.fill(never, MinCut.NEVER);
            long[] one = new long[network.links()];
            Arrays.fill(one, 1);
            SharedRisk.Cheapest cheapest =
                    SharedRisk.cut(network, never, one, groups, List.of("a", "b"), new int[] {0}, new int[] {1});
            assertThat(cheapest.value()).as("seed %d", seed).isEqualTo(fewestLinks(network, groups));
        }
    }

    @Test
    @DisplayName("is as connected as its weakest place lets it be")
    void connectivity() {
        Network ring = Network.of(4, new int[] {0, 1, 2, 3}, new int[] {1, 2, 3, 0});
        assertThat(Connectivity.ofLinks(ring, Articulation.of(ring))).hasValue(2);
        int[] from = {0, 0, 0, 1, 1, 2};
        int[] to = {1, 2, 3, 2, 3, 3};
        Network complete = Network.of(4, from, to);
        assertThat(Connectivity.ofLinks(complete, Articulation.of(complete))).hasValue(3);
    }

    @Test
    @DisplayName("of a million places in one line is walked without exhausting the stack")
    void longLine() {
        int places = 1_000_000;
        int[] from = IntStream.range(0, places - 1).toArray();
        int[] to = IntStream.range(1, places).toArray();
        Articulation articulation = Articulation.of(Network.of(places, from, to));
        assertThat(articulation.isPoint(places / 2)).isTrue();
        assertThat(articulation.cutOff(1)).isEqualTo(1);
        assertThat(articulation.isBridge(0)).isTrue();
    }

    private static Network random(SplittableRandom random, int placesMax) {
        int places = 2 + random.nextInt(placesMax - 1);
        int links = random.nextInt(2 * places);
        var from = new ArrayList<Integer>();
        var to = new ArrayList<Integer>();
        for (int link = 0; link < links; link++) {
            int one = random.nextInt(places);
            int other = random.nextInt(places);
            if (one != other) {
                from.add(one);
                to.add(other);
            }
        }
        return Network.of(places, ints(from), ints(to));
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int parts(Network network, int withoutPlace, int withoutLink) {
        boolean[] places = new boolean[network.places()];
        boolean[] links = new boolean[network.links()];
        if (withoutPlace >= 0) {
            places[withoutPlace] = true;
        }
        if (withoutLink >= 0) {
            links[withoutLink] = true;
        }
        return Arrays.stream(network.parts(links, places)).max().orElse(-1) + 1;
    }

    private static long cutOff(Network network, int place) {
        int[] whole = network.parts();
        boolean[] gone = new boolean[network.places()];
        gone[place] = true;
        int[] part = network.parts(new boolean[network.links()], gone);
        int[] size = new int[network.places() + 1];
        int all = 0;
        for (int other = 0; other < part.length; other++) {
            if (other != place && whole[other] == whole[place]) {
                size[part[other]]++;
                all++;
            }
        }
        return (long) all - Arrays.stream(size).max().orElse(0);
    }

    /** The fewest failures among links, those of a group counting once together; tries every set of links. */
    private static long fewestLinks(Network network, List<int[]> groups) {
        long best = Long.MAX_VALUE;
        int events = network.links() + groups.size();
        for (int set = 0; set < 1 << events; set++) {
            boolean[] gone = new boolean[network.links()];
            for (int event = 0; event < events; event++) {
                if ((set >> event & 1) == 1) {
                    int[] failed = event < network.links() ? new int[] {event} : groups.get(event - network.links());
                    for (int link : failed) {
                        gone[link] = true;
                    }
                }
            }
            int[] part = network.parts(gone, new boolean[network.places()]);
            if (part[0] != part[1]) {
                best = Math.min(best, Integer.bitCount(set));
            }
        }
        return best;
    }

    private static long fewestPlaces(Network network) {
        long best = 99;
        for (int set = 0; set < 1 << network.places(); set++) {
            if ((set & 3) == 0) {
                boolean[] gone = new boolean[network.places()];
                for (int place = 0; place < gone.length; place++) {
                    gone[place] = (set >> place & 1) == 1;
                }
                int[] part = network.parts(new boolean[network.links()], gone);
                if (part[0] != part[1]) {
                    best = Math.min(best, Integer.bitCount(set));
                }
            }
        }
        return best;
    }
}
