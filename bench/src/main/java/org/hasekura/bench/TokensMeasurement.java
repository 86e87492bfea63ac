package org.hasekura.bench;

import java.io.IOException;
import java.util.List;

/** What identity costs. */
final class TokensMeasurement implements Measurement {

    private static final int MESSAGES = 4;

    @Override
    public String name() {
        return "tokens";
    }

    @Override
    public String about() {
        return "one token of a request, signed and checked (JMH)";
    }

    @Override
    public List<Figure> measure(Place place) throws IOException {
        Jmh.Rate signing = Jmh.rate(place, TokenBenchmark.class, "signing");
        Jmh.Rate checking = Jmh.rate(place, TokenBenchmark.class, "checking");
        double each = (signing.cpuNanosEach() + checking.cpuNanosEach()) / 1e6;
        return List.of(
                Figure.of("tokens signed, one thread", signing.perSecond())
                        .costing(Amount.of("µs", signing.cpuNanosEach() / 1e3)),
                Figure.of("tokens checked, one thread", checking.perSecond())
                        .costing(Amount.of("µs", checking.cpuNanosEach() / 1e3))
                        .saying("so the identity checks of a negotiation of " + MESSAGES + " messages cost "
                                + Amount.number(MESSAGES * each) + " ms of CPU on both sides together"));
    }
}
