package org.hasekura.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many negotiations at the same time: what group commit is for. */
final class NegotiationsMeasurement implements Measurement {

    private static final int AT_ONCE = 200;
    private static final int WARM_UP = 1_600;
    private static final int ROUNDS = 3;
    private static final int IN_ROUND = 600;

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
            run(pair, WARM_UP);
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
                    .saying("both nodes and the client share "
                            + Runtime.getRuntime().availableProcessors() + " processors"));
        }
    }

    private static void run(Pair pair, int count) throws IOException {
        var share = new ArrayList<Future<?>>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < AT_ONCE; client++) {
                share.add(threads.submit(() -> {
                    for (int i = 0; i < count / AT_ONCE; i++) {
                        pair.negotiateNanos("direct");
                    }
                    return 0;
                }));
            }
            for (Future<?> each : share) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("a negotiation failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
