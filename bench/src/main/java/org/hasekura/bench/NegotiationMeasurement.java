package org.hasekura.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * One negotiation at a time, both ways to an agreement: the first after a start, and later, when the virtual machine has
 * compiled what is used. A node runs for months, so that the second one is held to the goal.
 */
final class NegotiationMeasurement implements Measurement {

    private static final int FIRST = 20;
    private static final int WARM_UP = 3_000;
    private static final int ROUNDS = 5;
    private static final int IN_ROUND = 20;
    private static final double OVERHEAD_MILLIS = 10;

    @Override
    public String name() {
        return "negotiation";
    }

    @Override
    public String about() {
        return "one negotiation from the request to FINALIZED on both sides, durable, with evidence";
    }

    @Override
    public List<Figure> measure(Place place) throws IOException {
        try (Pair pair = Pair.start(place, "negotiation")) {
            double[] first = new double[FIRST];
            for (int i = 0; i < FIRST; i++) {
                first[i] = pair.negotiateNanos("direct") / 1e6;
            }
            for (int i = 0; i < WARM_UP; i++) {
                pair.negotiateNanos(i % 2 == 0 ? "direct" : "confirm");
            }
            return List.of(
                    Figure.of("the first " + FIRST + " negotiations after a start", Amount.of("ms", first))
                            .saying(
                                    "nothing compiled yet, and without the ahead-of-time cache that the launcher makes"),
                    measured(place, pair, "direct", "provider agrees at once", 5),
                    measured(place, pair, "confirm", "with offer and acceptance", 7));
        }
    }

    private static Figure measured(Place place, Pair pair, String dataset, String way, int syncs) throws IOException {
        double[] medians = new double[ROUNDS];
        double[] cpu = new double[ROUNDS];
        double[] fsyncs = new double[ROUNDS];
        double[] all = new double[ROUNDS * IN_ROUND];
        for (int round = 0; round < ROUNDS; round++) {
            fsyncs[round] = place.disk().fsyncMillis(IN_ROUND);
            long before = Cpu.ofThisProcessNanos();
            double[] millis = new double[IN_ROUND];
            for (int i = 0; i < IN_ROUND; i++) {
                millis[i] = pair.negotiateNanos(dataset) / 1e6;
            }
            cpu[round] = (Cpu.ofThisProcessNanos() - before) / 1e6 / IN_ROUND;
            System.arraycopy(millis, 0, all, round * IN_ROUND, IN_ROUND);
            medians[round] = Amount.of("ms", millis).median();
        }
        Arrays.sort(all);
        double fsync = Amount.of("ms", fsyncs).median();
        return Figure.of("one negotiation, " + way + ", p50", Amount.of("ms", medians))
                .costing(Amount.of("ms, both nodes", cpu))
                .reaching(Goal.atMost(
                        syncs * fsync + OVERHEAD_MILLIS,
                        "ms",
                        syncs + " × fsync of " + Amount.number(fsync) + " ms + 10 ms"))
                .saying("after " + Amount.number(WARM_UP) + " others; p99 "
                        + Amount.number(Amount.percentile(all, 0.99)) + " ms of " + all.length
                        + "; begins with the request to the management API, so the provider's version document and the"
                        + " dataset's description are asked for too");
    }
}
