package org.hasekura.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Requirements of AND and OR")
class RequirementsTest {

    /** 0 needs 1 and (2 or 3); 2 and 3 both need 4. */
    private static final Requirements DIAMOND = new Requirements.Builder(5)
            .requires(0, 1)
            .requiresOneOf(0, 2, 3)
            .requires(2, 4)
            .requires(3, 4)
            .build();

    @Test
    @DisplayName("give the scarcest required input and the best alternative")
    void scarcest() {
        double[] available = Availability.of(DIAMOND, new double[] {1, 0.9, 0.2, 0.7, 0.8}, Combination.SCARCEST);
        assertThat(available).containsExactly(0.7, 0.9, 0.2, 0.7, 0.8);
    }

    @Test
    @DisplayName("multiply, or weigh equally, where that is asked for")
    void otherCombinations() {
        double[] own = {0.5, 0.9, 0.2, 0.7, 0.8};
        assertThat(Availability.of(DIAMOND, own, Combination.PRODUCT)[0])
                .isCloseTo(0.5 * 0.9 * (0.7 * 0.8), within(1e-12));
        assertThat(Availability.of(DIAMOND, own, Combination.MEAN)[0])
                .isCloseTo(0.5 * (0.9 + 0.7 * 0.8) / 2, within(1e-12));
    }

    @Test
    @DisplayName("find that all alternatives lead over one node")
    void hiddenSinglePoint() {
        assertThat(SinglePoints.of(DIAMOND, 0)).containsExactly(0, 1, 4);
        assertThat(DIAMOND.requiredAncestors(0)).containsExactly(true, true, false, false, false);
    }

    @Test
    @DisplayName("have the minimal cut sets of a two-out-of-two stage")
    void cutSets() {
        CutSets.Found found = CutSets.of(DIAMOND, 0, 3, node -> List.of(new int[] {node}));
        assertThat(found.isComplete()).isTrue();
        assertThat(found.sets()).containsExactly(List.of(0), List.of(1), List.of(4), List.of(2, 3));
    }

    @Test
    @DisplayName("let a circle that nothing outside stops go on, and stop it from outside")
    void circle() {
        Requirements circle = new Requirements.Builder(3)
                .requires(0, 1)
                .requires(1, 0)
                .requires(1, 2)
                .build();
        assertThat(circle.isAcyclic()).isFalse();
        assertThat(Availability.of(circle, new double[] {1, 1, 1}, Combination.SCARCEST))
                .containsExactly(1, 1, 1);
        assertThat(Availability.of(circle, new double[] {1, 1, 0.3}, Combination.SCARCEST))
                .containsExactly(0.3, 0.3, 0.3);
        assertThat(SinglePoints.of(circle, 0)).containsExactly(0, 1, 2);
    }

    @Test
    @DisplayName("count the longest path in edges")
    void longestPath() {
        assertThat(DIAMOND.longestPath()).isEqualTo(2);
    }

    @Test
    @DisplayName("agree with trying every subset, on random graphs with and without cycles")
    void againstEverySubset() {
        for (long seed = 0; seed < 300; seed++) {
            var random = new SplittableRandom(seed);
            int nodes = 3 + random.nextInt(7);
            Requirements needs = random(random, nodes, seed % 2 == 0);
            List<List<Integer>> expected = bruteForce(needs, nodes);
            CutSets.Found found = CutSets.of(needs, 0, 3, node -> List.of(new int[] {node}));
            assertThat(found.sets()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(SinglePoints.of(needs, 0))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(expected.stream()
                            .filter(set -> set.size() == 1)
                            .map(List::getFirst)
                            .sorted()
                            .toList());
        }
    }

    @Test
    @DisplayName("settle cycles to the greatest solution that going down step by step finds")
    void greatestSolution() {
        for (long seed = 0; seed < 300; seed++) {
            var random = new SplittableRandom(seed);
            int nodes = 2 + random.nextInt(30);
            Requirements needs = random(random, nodes, true);
            double[] own = random.doubles(nodes).toArray();
            assertThat(Availability.of(needs, own, Combination.SCARCEST))
                    .as("seed %d", seed)
                    .containsExactly(byGoingDown(needs, own));
        }
    }

    private static Requirements random(SplittableRandom random, int nodes, boolean withCycles) {
        var builder = new Requirements.Builder(nodes);
        int clauses = random.nextInt(2 * nodes);
        for (int clause = 0; clause < clauses; clause++) {
            int owner = random.nextInt(withCycles ? nodes : nodes - 1);
            int[] members = random.ints(1 + random.nextInt(3), withCycles ? 0 : owner + 1, nodes)
                    .toArray();
            builder.requiresOneOf(owner, members);
        }
        return builder.build();
    }

    private static double[] byGoingDown(Requirements needs, double[] own) {
        double[] available = own.clone();
        for (boolean moved = true; moved; ) {
            moved = false;
            for (int node = 0; node < own.length; node++) {
                double worst = available[node];
                for (int clause = needs.clauseStart()[node]; clause < needs.clauseStart()[node + 1]; clause++) {
                    double best = 0;
                    for (int at = needs.memberStart()[clause]; at < needs.memberStart()[clause + 1]; at++) {
                        best = Math.max(best, available[needs.member()[at]]);
                    }
                    worst = Math.min(worst, best);
                }
                moved |= worst < available[node];
                available[node] = worst;
            }
        }
        return available;
    }

    private static List<List<Integer>> bruteForce(Requirements needs, int nodes) {
        var minimal = new ArrayList<List<Integer>>();
        for (int size = 1; size <= 3; size++) {
            for (int bits = 0; bits < 1 << nodes; bits++) {
                if (Integer.bitCount(bits) == size) {
                    List<Integer> set = members(bits, nodes);
                    double[] own = new double[nodes];
                    Arrays.setAll(own, node -> set.contains(node) ? 0 : 1);
                    if (byGoingDown(needs, own)[0] == 0 && minimal.stream().noneMatch(set::containsAll)) {
                        minimal.add(set);
                    }
                }
            }
        }
        return minimal;
    }

    private static List<Integer> members(int bits, int nodes) {
        var members = new ArrayList<Integer>();
        for (int node = 0; node < nodes; node++) {
            if ((bits >> node & 1) == 1) {
                members.add(node);
            }
        }
        return members;
    }
}
