package org.hasekura.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How long a node takes to be ready, and what it holds then. */
final class StartMeasurement implements Measurement {

    private static final int ROUNDS = 3;
    private static final long REST_MILLIS = 1_500;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String about() {
        return "`hasekura node --config FILE` until it is ready, with and without the ahead-of-time cache";
    }

    @Override
    public List<Figure> measure(Place place) throws IOException {
        Path cache = place.folder().resolve("node.aot");
        makeCache(place, cache);
        ChildNode.Prepared prepared = ChildNode.Prepared.in(place, "start", "JP");
        // The first start makes the database; what is measured is every start after it.
        ChildNode.start(prepared, List.of()).close();
        Rounds plain = rounds(prepared, List.of());
        Rounds cached = rounds(prepared, List.of("-XX:AOTCache=" + cache));
        return List.of(
                Figure.of("ready after start, with the ahead-of-time cache: CPU", Amount.of("ms", cached.cpu))
                        .reaching(Goal.atMost(1_000, "ms", ""))
                        .saying("wall " + Amount.of("ms", cached.wall).text() + ", until the line `ready`"),
                Figure.of("ready after start, without it: CPU", Amount.of("ms", plain.cpu))
                        .saying("wall " + Amount.of("ms", plain.wall).text()),
                Figure.of("memory at rest, with the cache", Amount.of("MB", cached.resident))
                        .reaching(Goal.atMost(150, "MB", "resident"))
                        .saying("resident set 1.5 s after `ready`; it counts mapped pages of jars, cache and JVM too"));
    }

    private static final class Rounds {
        private final double[] cpu = new double[ROUNDS];
        private final double[] wall = new double[ROUNDS];
        private final double[] resident = new double[ROUNDS];
    }

    private static Rounds rounds(ChildNode.Prepared prepared, List<String> options) throws IOException {
        Rounds rounds = new Rounds();
        for (int round = 0; round < ROUNDS; round++) {
            try (ChildNode node = ChildNode.start(prepared, options)) {
                rounds.cpu[round] = node.readyCpuMillis();
                rounds.wall[round] = node.readyMillis();
                TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
                rounds.resident[round] = node.residentMegabytes();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
        return rounds;
    }

    /** As the launcher makes it. */
    private static void makeCache(Place place, Path cache) throws IOException {
        Path data = place.folder().resolve("warm-up");
        List<String> command = ChildNode.command(List.of("-XX:AOTCacheOutput=" + cache), "warm-up", data.toString());
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor() != 0 || !Files.exists(cache)) {
                throw new IOException("the ahead-of-time cache could not be made; run the bench from its jar");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
