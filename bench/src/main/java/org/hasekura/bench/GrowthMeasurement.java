package org.hasekura.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A provider that has finished a thousand, …, a million exchanges: whether the next one, its start, its lists and its
 * memory feel it. Takes half an hour and 30 GB of disk, so that it runs only when it is named.
 */
final class GrowthMeasurement implements Measurement {

    private static final List<Long> LEVELS = List.of(0L, 1_000L, 10_000L, 100_000L, 1_000_000L);
    private static final int WARM_UP = 100;
    private static final int NEGOTIATIONS = 100;
    private static final int TRANSFERS = 60;
    private static final int LISTS = 100;
    private static final int STARTS = 2;

    private final long most;
    private final Map<String, Growth.Series> series = new LinkedHashMap<>();
    private String remark = "";

    /** @param most levels above it are left out */
    GrowthMeasurement(long most) {
        this.most = most;
    }

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String about() {
        return "a provider with up to a million finished exchanges (half an hour, 30 GB; only when named)";
    }

    @Override
    public boolean isOnlyByName() {
        return true;
    }

    @Override
    public List<Figure> measure(Place place) throws IOException {
        String negotiation;
        String transfer;
        Path folder = place.folder().resolve("growth-de");
        try (Pair pair = Pair.start(place, "growth")) {
            String consumerPid =
                    pair.consumer().management().negotiate(pair.provider().did(), "direct");
            pair.reached(CommitWatch.Mark.FINALIZED, consumerPid);
            String begun = pair.consumer()
                    .management()
                    .transfer(pair.consumer().management().agreement(consumerPid));
            pair.reached(CommitWatch.Mark.COMPLETED, begun);
            negotiation =
                    BenchJson.text(pair.consumer().management().get("/api/negotiations/" + consumerPid), "peerPid");
            transfer = BenchJson.text(pair.consumer().management().get("/api/transfers/" + begun), "peerPid");
        }
        long there = 0;
        var figures = new ArrayList<Figure>();
        for (long level : LEVELS.stream().filter(each -> each <= most).toList()) {
            grow(place, folder.resolve("node.db"), negotiation, transfer, there, level);
            there = level;
            long bytes = Files.size(folder.resolve("node.db"));
            measure(place, level);
            note("size of the database", "MB", level, bytes / 1e6);
            figures.add(Figure.of(
                    "one negotiation with " + String.format("%,d", level) + " finished exchanges, p50",
                    Amount.of("ms", last("one negotiation, p50"))));
        }
        return figures;
    }

    /** What was measured, for the documentation. */
    Growth growth(Machine machine) {
        return new Growth(
                "exchanges",
                machine.date(),
                machine.processors() + " × " + machine.processor() + ", " + machine.system() + ", commit `"
                        + machine.commit() + "`, one-minute load " + machine.load() + " when it began",
                remark,
                List.copyOf(series.values()));
    }

    private void grow(Place place, Path database, String negotiation, String transfer, long from, long to)
            throws IOException {
        try (ExchangeCopies copies = ExchangeCopies.of(database, negotiation, transfer, from)) {
            remark = "Each exchange is a negotiation, an agreement, a transfer, " + copies.entries()
                    + " entries of evidence and the bodies of the messages, copied from one that the nodes have made, with"
                    + " other names. The consumer has none of them. *Start* is the second one after the database has grown.";
            long start = System.nanoTime();
            copies.write(to - from);
            place.say("growth: " + (to - from) + " exchanges written in " + (System.nanoTime() - start) / 1_000_000_000
                    + " s");
        }
    }

    private void measure(Place place, long level) throws IOException {
        measureStart(place, level);
        try (Pair pair = Pair.again(place, "growth", UnaryOperator.identity(), Optional.empty(), Optional.empty())) {
            for (int i = 0; i < WARM_UP; i++) {
                pair.negotiateNanos("direct");
            }
            double fsync = place.disk().fsyncMillis(100);
            double[] millis = new double[NEGOTIATIONS];
            for (int i = 0; i < NEGOTIATIONS; i++) {
                millis[i] = pair.negotiateNanos("direct") / 1e6;
            }
            note("one negotiation, p50", "ms", level, Amount.of("ms", millis).median());
            note("fsync meanwhile", "ms", level, fsync);
            String agreement = pair.consumer().management().agreement(last(pair));
            double[] started = new double[TRANSFERS];
            for (int i = 0; i < TRANSFERS; i++) {
                long start = System.nanoTime();
                String pid = pair.consumer().management().transfer(agreement);
                started[i] = (pair.reached(CommitWatch.Mark.STARTED, pid) - start) / 1e6;
            }
            note(
                    "transfer to STARTED, p50",
                    "ms",
                    level,
                    Amount.of("ms", started).median());
            note(
                    "a page of negotiations, p50",
                    "ms",
                    level,
                    listed(pair.provider().management()));
        }
        place.say("growth: measured with " + level + ": " + series.values());
    }

    private static String last(Pair pair) throws IOException {
        String pid = pair.consumer().management().negotiate(pair.provider().did(), "direct");
        pair.reached(CommitWatch.Mark.FINALIZED, pid);
        return pid;
    }

    private static double listed(Management management) throws IOException {
        double[] millis = new double[LISTS];
        for (int i = 0; i < LISTS; i++) {
            long start = System.nanoTime();
            management.get("/api/negotiations");
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        return Amount.of("ms", millis).median();
    }

    private void measureStart(Place place, long level) throws IOException {
        BenchNode.forgetToken(place, "growth-de");
        ChildNode.Prepared prepared = ChildNode.Prepared.in(place, "growth-de", "DE");
        long begun = System.nanoTime();
        // The first start takes the new entries into the log.
        ChildNode.start(prepared, List.of()).close();
        place.say("growth: first start after " + (System.nanoTime() - begun) / 1_000_000_000 + " s");
        double[] cpu = new double[STARTS];
        double[] resident = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            try (ChildNode node = ChildNode.start(prepared, List.of())) {
                cpu[i] = node.readyCpuMillis();
                listed(node.management());
                resident[i] = node.residentMegabytes();
            }
        }
        note("start, CPU", "ms", level, Amount.of("ms", cpu).median());
        note(
                "memory after a hundred lists",
                "MB",
                level,
                Amount.of("MB", resident).median());
    }

    private void note(String what, String unit, long count, double value) {
        Growth.Series before = series.getOrDefault(what, new Growth.Series(what, unit, List.of()));
        var points = new ArrayList<>(before.points());
        points.add(new Growth.Point(count, value));
        series.put(what, new Growth.Series(what, unit, List.copyOf(points)));
    }

    private double last(String what) {
        return series.getOrDefault(what, new Growth.Series(what, "", List.of()))
                .points()
                .getLast()
                .value();
    }
}
