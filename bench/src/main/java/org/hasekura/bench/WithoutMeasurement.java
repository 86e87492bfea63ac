package org.hasekura.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.Commit;
import org.hasekura.exchange.ExchangeStore;

/**
 * What identity checks and evidence cost in a negotiation: the same pair of nodes without the one or the other. A node
 * cannot be set so. Without identity means that both know the other by a fixed header, as development mode allows for
 * software that knows no DIDs; without evidence, that this bench takes the entries out of each commit.
 */
final class WithoutMeasurement implements Measurement {

    private static final int WARM_UP = 200;
    private static final int ROUNDS = 5;
    private static final int IN_ROUND = 20;

    @Override
    public String name() {
        return "without";
    }

    @Override
    public String about() {
        return "one negotiation with and without identity checks and evidence";
    }

    /** It says what parts cost, and is no figure of a node as it is. */
    @Override
    public boolean isOnlyByName() {
        return true;
    }

    @Override
    public List<Figure> measure(Place place) throws IOException {
        var figures = new ArrayList<Figure>();
        for (boolean identity : List.of(true, false)) {
            for (boolean evidence : List.of(true, false)) {
                String name = "without" + figures.size();
                figures.add(measured(place, name, identity, evidence));
            }
        }
        return figures;
    }

    private static Figure measured(Place place, String name, boolean identity, boolean evidence) throws IOException {
        // First as usual: each must know the other's DID before it can be told to know it by a header.
        String provider;
        String consumer;
        try (Pair pair = Pair.start(place, name)) {
            provider = pair.provider().did();
            consumer = pair.consumer().did();
        }
        try (Pair pair = Pair.again(
                place,
                name,
                store -> evidence ? store : withoutEvidence(store),
                identity ? Optional.empty() : Optional.of(known(consumer, "c", "p")),
                identity ? Optional.empty() : Optional.of(known(provider, "p", "c")))) {
            return rounds(place, pair, identity, evidence);
        }
    }

    /** Without the pause that spares other software: both sides are ours, and three pauses would be all that is measured. */
    private static String known(String peer, String accepts, String sends) {
        return """
                development.peer-did = %s
                development.peer-accepts = fixed %s
                development.peer-sends = fixed %s
                development.peer-pause = 0 ms
                """.formatted(peer, accepts, sends);
    }

    private static Figure rounds(Place place, Pair pair, boolean identity, boolean evidence) throws IOException {
        String with =
                (identity ? "with" : "without") + " identity checks, " + (evidence ? "with" : "without") + " evidence";
        place.say(with);
        for (int i = 0; i < WARM_UP; i++) {
            pair.negotiateNanos("direct");
        }
        double[] medians = new double[ROUNDS];
        double[] cpu = new double[ROUNDS];
        double[] fsyncs = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            fsyncs[round] = place.disk().fsyncMillis(IN_ROUND);
            long before = Cpu.ofThisProcessNanos();
            double[] millis = new double[IN_ROUND];
            for (int i = 0; i < IN_ROUND; i++) {
                millis[i] = pair.negotiateNanos("direct") / 1e6;
            }
            cpu[round] = (Cpu.ofThisProcessNanos() - before) / 1e6 / IN_ROUND;
            medians[round] = Amount.of("ms", millis).median();
        }
        return Figure.of("one negotiation " + with + ", p50", Amount.of("ms", medians))
                .costing(Amount.of("ms, both nodes", cpu))
                .saying("fsync meanwhile " + Amount.of("ms", fsyncs).text() + ", five of them one after another");
    }

    private static ExchangeStore withoutEvidence(ExchangeStore store) {
        return (ExchangeStore) java.lang.reflect.Proxy.newProxyInstance(
                WithoutMeasurement.class.getClassLoader(),
                new Class<?>[] {ExchangeStore.class},
                (_, method, arguments) -> {
                    Object[] changed = arguments;
                    if (arguments != null && arguments[0] instanceof Commit(var changes, var token, var _)) {
                        changed = new Object[] {new Commit(changes, token, List.of())};
                    }
                    try {
                        return method.invoke(store, changed);
                    } catch (java.lang.reflect.InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
