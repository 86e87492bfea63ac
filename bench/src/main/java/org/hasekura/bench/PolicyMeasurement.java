package org.hasekura.bench;

import java.io.IOException;
import java.util.List;

/** How fast terms are understood and answer. */
final class PolicyMeasurement implements Measurement {

    @Override
    public String name() {
        return "policy";
    }

    @Override
    public String about() {
        return "terms of eight constraints and a prohibition, compiled and asked (JMH)";
    }

    @Override
    public List<Figure> measure(Place place) throws IOException {
        Jmh.Rate compile = Jmh.rate(place, PolicyBenchmark.class, "compile");
        Jmh.Rate decide = Jmh.rate(place, PolicyBenchmark.class, "decide");
        return List.of(
                Figure.of("terms compiled, one thread", compile.perSecond())
                        .costing(Amount.of("µs", compile.cpuNanosEach() / 1e3))
                        .saying("once for each agreement"),
                Figure.of("decisions, one thread", decide.perSecond())
                        .costing(Amount.of("µs", decide.cpuNanosEach() / 1e3))
                        .saying("with the reasons for yes in English and Japanese"));
    }
}
