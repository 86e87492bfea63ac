package org.hasekura.bench;

import java.io.IOException;
import java.util.List;

/** From the request of a transfer to the start, and to the end for a small object that is fetched and checked. */
final class TransferMeasurement implements Measurement {

    private static final int WARM_UP = 300;
    private static final int ROUNDS = 5;
    private static final int IN_ROUND = 20;
    private static final double OVERHEAD_MILLIS = 5;

    @Override
    public String name() {
        return "transfer";
    }

    @Override
    public String about() {
        return "a transfer from the request to STARTED on both sides, and to COMPLETED for 1 KiB";
    }

    @Override
    public List<Figure> measure(Place place) throws IOException {
        try (Pair pair = Pair.start(place, "transfer")) {
            String negotiation =
                    pair.consumer().management().negotiate(pair.provider().did(), "direct");
            pair.reached(CommitWatch.Mark.FINALIZED, negotiation);
            String agreement = pair.consumer().management().agreement(negotiation);
            for (int i = 0; i < WARM_UP; i++) {
                once(pair, agreement);
            }
            return measured(place, pair, agreement);
        }
    }

    private static List<Figure> measured(Place place, Pair pair, String agreement) throws IOException {
        double[] started = new double[ROUNDS];
        double[] completed = new double[ROUNDS];
        double[] cpu = new double[ROUNDS];
        double[] fsyncs = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            fsyncs[round] = place.disk().fsyncMillis(IN_ROUND);
            double[] toStart = new double[IN_ROUND];
            double[] toEnd = new double[IN_ROUND];
            long before = Cpu.ofThisProcessNanos();
            for (int i = 0; i < IN_ROUND; i++) {
                Times times = once(pair, agreement);
                toStart[i] = times.startedNanos() / 1e6;
                toEnd[i] = times.completedNanos() / 1e6;
            }
            cpu[round] = (Cpu.ofThisProcessNanos() - before) / 1e6 / IN_ROUND;
            started[round] = Amount.of("ms", toStart).median();
            completed[round] = Amount.of("ms", toEnd).median();
        }
        double fsync = Amount.of("ms", fsyncs).median();
        return List.of(
                Figure.of("transfer request to STARTED on both sides, p50", Amount.of("ms", started))
                        .reaching(Goal.atMost(
                                2 * fsync + OVERHEAD_MILLIS,
                                "ms",
                                "2 × fsync of " + Amount.number(fsync) + " ms + 5 ms"))
                        .saying("both sides durable, which takes three syncs one after another"),
                Figure.of(
                                "the same to COMPLETED, 1 KiB fetched and its SHA-256 checked, p50",
                                Amount.of("ms", completed))
                        .costing(Amount.of("ms, both nodes", cpu)));
    }

    private record Times(long startedNanos, long completedNanos) {}

    private static Times once(Pair pair, String agreement) throws IOException {
        long start = System.nanoTime();
        String pid = pair.consumer().management().transfer(agreement);
        return new Times(
                pair.reached(CommitWatch.Mark.STARTED, pid) - start,
                pair.reached(CommitWatch.Mark.COMPLETED, pid) - start);
    }
}
