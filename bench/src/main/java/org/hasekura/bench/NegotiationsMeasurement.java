package org.hasekura.bench;

import java.io.IOException;
import java.util.List;

/** Many negotiations at the same time: what group commit is for. */
final class NegotiationsMeasurement implements Measurement {

    private static final int AT_ONCE = 200;
    private static final int ROUNDS = 5;
    private static final int IN_ROUND = 1_000;

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
            int before = IN_ROUND * WarmUp.untilSteady(Cpu::ofThisProcessNanos, () -> run(pair, IN_ROUND));
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

    private static void run(Pair pair, int count) throws IOException {
        Together.run(count, AT_ONCE, "a negotiation failed", _ -> pair.negotiateNanos("direct"));
    }
}
