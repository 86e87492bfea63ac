package org.hasekura.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.hasekura.law.Law;
import org.hasekura.law.Ruling;
import org.openjdk.jmh.infra.Blackhole;

/** How fast the law answers. */
final class LawMeasurement implements Measurement {
    private static final int ROUNDS = 60;
    private static final int WARM_UPS = 30;
    private static final int AT_A_TIME = 20;

    @Override
    public String name() {
        return "law";
    }

    @Override
    public String about() {
        return "rulings over the law's case files (JMH)";
    }

    @Override
    public List<Figure> measure(Place place) throws IOException {
        List<LawCases.Asked> all = LawCases.read(place.home());
        Jmh.Rate rate = Jmh.rate(place, LawBenchmark.class, "ruling");
        Jmh.Samples samples = Jmh.samples(place, LawBenchmark.class, "ruling");
        Slowest slowest = Slowest.of(place.law(), all);
        return List.of(
                Figure.of("rulings, one thread", rate.perSecond())
                        .costing(Amount.of("ns", rate.cpuNanosEach()))
                        .reaching(Goal.atLeast(1e6, "/s", "per core"))
                        .saying(all.size() + " flows and days in turn, built before; each ruling is consumed"),
                Figure.of("one ruling, median", Amount.of("ns", samples.medianNanos()))
                        .reaching(Goal.atMost(1_000, "ns", ""))
                        .saying(
                                "p99 " + Amount.number(samples.p99Nanos())
                                        + " ns; single samples over the same flows, which include about 25 ns of reading the clock"),
                Figure.of("one ruling, the slowest flow", Amount.of("ns", slowest.nanos()))
                        .saying("case `" + slowest.id() + "`; of every flow the best of " + ROUNDS
                                + " rounds, so that it is the flow that counts and not the neighbours"),
                Figure.of("memory allocated for one ruling", Amount.of("B", rate.bytesEach())));
    }

    /** The flow that takes longest. */
    private record Slowest(String id, double nanos) {

        static Slowest of(Law law, List<LawCases.Asked> all) {
            var sink = new Blackhole(
                    "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");
            double[] best = new double[all.size()];
            for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
                if (round <= WARM_UPS) {
                    Arrays.fill(best, Double.MAX_VALUE);
                }
                for (int i = 0; i < best.length; i++) {
                    best[i] = Math.min(best[i], nanos(law, all.get(i), sink));
                }
            }
            int slowest = 0;
            for (int i = 0; i < best.length; i++) {
                slowest = best[i] > best[slowest] ? i : slowest;
            }
            return new Slowest(all.get(slowest).id(), best[slowest]);
        }

        private static double nanos(Law law, LawCases.Asked asked, Blackhole sink) {
            long start = System.nanoTime();
            for (int i = 0; i < AT_A_TIME; i++) {
                Ruling ruling = law.rule(asked.flow(), asked.day());
                sink.consume(ruling);
            }
            return (System.nanoTime() - start) / (double) AT_A_TIME;
        }
    }
}
