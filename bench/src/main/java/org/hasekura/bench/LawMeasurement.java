package org.hasekura.bench;

import java.io.IOException;
import java.util.List;

/** How fast the law answers. */
final class LawMeasurement implements Measurement {

    @Override
    public String name() {
        return "law";
    }

    @Override
    public String about() {
        return "rulings over the law's own case files (JMH)";
    }

    @Override
    public List<Figure> measure(Place place) throws IOException {
        Jmh.Rate rate = Jmh.rate(place, LawBenchmark.class, "ruling");
        double median = Jmh.medianNanos(place, LawBenchmark.class, "ruling");
        return List.of(
                Figure.of("rulings, one thread", rate.perSecond())
                        .costing(Amount.of("ns", rate.cpuNanosEach()))
                        .reaching(Goal.atLeast(1e6, "/s", "per core")),
                Figure.of("one ruling, median", Amount.of("ns", median))
                        .reaching(Goal.atMost(1_000, "ns", ""))
                        .saying("single samples, which include about 25 ns of reading the clock"));
    }
}
