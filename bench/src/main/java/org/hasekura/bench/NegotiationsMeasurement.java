package org.hasekura.bench;

import java.io.IOException;
import java.util.List;

/** Many negotiations at the same time: what group commit is for. */
final class NegotiationsMeasurement implements Measurement {

    private static final int AT_ONCE = 200;
    private static final int ROUNDS = 5;
    private static final int IN_ROUND = 1_000;
    private static final int WARM_UP_ROUNDS_MAX = 25;
    /** A round that is hardly cheaper than the best one before it: some of them, and the compiler has done its work. */
    private static final double STEADY = 0.98;

    private static final int STEADY_ROUNDS = 3;

    @Override
    public String name() {
        return "negotiations";
    }

    @Override
    public String about() {
        return "200 negotiations at once, per second";
    }

    @Override
    public List<Figure> measure(Place place) throws IOException {
        try (Pair pair = Pair.start(place, "negotiations")) {
            int before = warmUp(pair);
            double[] rates = new double[ROUNDS];
            double[] cpu = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                place.disk().fsyncMillis(10);
                long cpuBefore = Cpu.ofThisProcessNanos();
                long start = System.nanoTime();
                run(pair, IN_ROUND);
                rates[round] = IN_ROUND / ((System.nanoTime() - start) / 1e9);
                cpu[round] = (Cpu.ofThisProcessNanos() - cpuBefore) / 1e6 / IN_ROUND;
            }
            return List.of(Figure.of("negotiations to FINALIZED, " + AT_ONCE + " at once", Amount.of("/s", rates))
                    .costing(Amount.of("ms each, both nodes and the client", cpu))
                    .reaching(Goal.atLeast(500, "/s", "durable"))
                    .saying("after " + Amount.number(before)
                            + " others, until the cost of one fell no more; both nodes and the client share "
                            + Runtime.getRuntime().availableProcessors() + " processors"));
        }
    }

    /** @return how many it took until a round was hardly cheaper than the best before it, three times in a row */
    private static int warmUp(Pair pair) throws IOException {
        double least = Double.MAX_VALUE;
        int steady = 0;
        int rounds = 0;
        while (steady < STEADY_ROUNDS && rounds < WARM_UP_ROUNDS_MAX) {
            long before = Cpu.ofThisProcessNanos();
            run(pair, IN_ROUND);
            double cost = Cpu.ofThisProcessNanos() - before;
            steady = cost > least * STEADY ? steady + 1 : 0;
            least = Math.min(least, cost);
            rounds++;
        }
        return rounds * IN_ROUND;
    }

    private static void run(Pair pair, int count) throws IOException {
        Together.run(count, AT_ONCE, "a negotiation failed", _ -> pair.negotiateNanos("direct"));
    }
}
