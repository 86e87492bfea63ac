package org.hasekura.bench;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.hasekura.resilience.Articulation;
import org.hasekura.resilience.Availability;
import org.hasekura.resilience.Combination;
import org.hasekura.resilience.Network;
import org.hasekura.resilience.Requirements;
import org.hasekura.resilience.SinglePoints;

/** How long large dependency graphs take: a million nodes, each with three required inputs and one pair of alternatives. */
final class GraphsMeasurement implements Measurement {

    private static final int NODES = 1_000_000;
    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return "graphs";
    }

    @Override
    public String about() {
        return "dependency graphs of a million nodes and five million edges";
    }

    @Override
    public List<Figure> measure(Place place) {
        place.say("graphs: a million nodes");
        Requirements needs = requirements(false);
        Requirements circular = requirements(true);
        double[] own = new SplittableRandom(3).doubles(NODES, 0.5, 1).toArray();
        Network network = network();
        return List.of(
                Figure.of("requirements laid out, 1M nodes, 5M edges", millis(() -> requirements(false))),
                Figure.of(
                        "availability of every node, without cycles",
                        millis(() -> Availability.of(needs, own, Combination.SCARCEST))),
                Figure.of(
                        "availability of every node, with cycles",
                        millis(() -> Availability.of(circular, own, Combination.SCARCEST))),
                Figure.of("single points of failure of one node", millis(() -> SinglePoints.of(needs, 0))),
                Figure.of(
                        "articulation points and bridges, 1M places, 2M links",
                        millis(() -> Articulation.of(network))));
    }

    /** Node 0 is the product; inputs have higher numbers, unless there are to be cycles. */
    private static Requirements requirements(boolean withCycles) {
        var random = new SplittableRandom(1);
        var builder = new Requirements.Builder(NODES);
        for (int node = 0; node + 1 < NODES; node++) {
            for (int input = 0; input < 3; input++) {
                builder.requires(node, input(random, node, withCycles));
            }
            builder.requiresOneOf(node, input(random, node, withCycles), input(random, node, withCycles));
        }
        return builder.build();
    }

    private static int input(SplittableRandom random, int node, boolean withCycles) {
        return withCycles ? random.nextInt(NODES) : random.nextInt(node + 1, NODES);
    }

    private static Network network() {
        var random = new SplittableRandom(2);
        int[] from = random.ints(2L * NODES, 0, NODES).toArray();
        int[] to = random.ints(2L * NODES, 0, NODES).toArray();
        return Network.of(NODES, from, to);
    }

    /** The durations of some rounds; what comes out is looked at, so that nothing is left out. */
    private static Amount millis(Supplier<Object> work) {
        double[] rounds = new double[ROUNDS];
        int seen = 0;
        for (int round = -1; round < ROUNDS; round++) {
            long start = System.nanoTime();
            seen += System.identityHashCode(work.get());
            if (round >= 0) {
                rounds[round] = (System.nanoTime() - start) / 1e6;
            }
        }
        if (seen == 0) {
            throw new IllegalStateException("nothing was computed in " + Arrays.toString(rounds));
        }
        return Amount.of("ms", rounds);
    }
}
