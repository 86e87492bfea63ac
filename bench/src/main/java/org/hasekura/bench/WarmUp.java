package org.hasekura.bench;

import java.io.IOException;
import java.util.function.LongSupplier;

/** Work before what is measured, until the compiler has done its own: while it compiles, every request pays for it. */
final class WarmUp {

    private static final int ROUNDS_MAX = 40;

    /** A round that is hardly cheaper than the best one before it: some of them in a row, and it is done. */
    private static final double STEADY = 0.98;

    private static final int STEADY_ROUNDS = 3;

    private WarmUp() {}

    /** Some of the work, always as much. */
    interface Round {
        void run() throws IOException;
    }

    /**
     * Works until the cost falls no more.
     *
     * @param cpuNanos what the process that is measured has taken so far
     * @return how many rounds that took
     */
    static int untilSteady(LongSupplier cpuNanos, Round round) throws IOException {
        double least = Double.MAX_VALUE;
        int steady = 0;
        int rounds = 0;
        while (steady < STEADY_ROUNDS && rounds < ROUNDS_MAX) {
            long before = cpuNanos.getAsLong();
            round.run();
            double cost = cpuNanos.getAsLong() - before;
            steady = cost > least * STEADY ? steady + 1 : 0;
            least = Math.min(least, cost);
            rounds++;
        }
        return rounds;
    }
}
