package org.hasekura.bench;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Runs one benchmark by JMH in a JVM of its own, shortly. */
final class Jmh {

    private static final int WARM_UPS = 8;
    private static final int ROUNDS = 5;

    private Jmh() {}

    /** Operations in a second on one thread, and what one cost in processor time and in memory. */
    record Rate(Amount perSecond, double cpuNanosEach, double bytesEach) {}

    /** How long single operations took. */
    record Samples(double medianNanos, double p99Nanos) {}

    static Rate rate(Place place, Class<?> benchmarks, String method) throws IOException {
        RunResult result = run(place, benchmarks, method, Mode.Throughput);
        double[] rounds = result.getAggregatedResult().getIterationResults().stream()
                .mapToDouble(each -> each.getPrimaryResult().getScore() * 1e9)
                .toArray();
        double cpu = counted(result, "cpuNanos");
        double operations = counted(result, "operations");
        return new Rate(Amount.of("/s", rounds), cpu / operations, counted(result, "gc.alloc.rate.norm"));
    }

    private static double counted(RunResult result, String name) {
        return Optional.ofNullable(result.getSecondaryResults().get(name))
                .orElseThrow(() -> new IllegalStateException("the benchmark does not count `" + name + "`"))
                .getScore();
    }

    static Samples samples(Place place, Class<?> benchmarks, String method) throws IOException {
        Statistics durations = run(place, benchmarks, method, Mode.SampleTime)
                .getPrimaryResult()
                .getStatistics();
        return new Samples(durations.getPercentile(50), durations.getPercentile(99));
    }

    private static RunResult run(Place place, Class<?> benchmarks, String method, Mode mode) throws IOException {
        var options = new OptionsBuilder()
                .include("^" + benchmarks.getName().replace(".", "\\.") + "\\." + method + "$")
                .mode(mode)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .addProfiler(GCProfiler.class)
                .warmupIterations(WARM_UPS)
                .warmupTime(TimeValue.milliseconds(1_000))
                .measurementIterations(ROUNDS)
                .measurementTime(TimeValue.milliseconds(1_000))
                .jvmArgsAppend(
                        "-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow", "-Dhasekura.home=" + place.home())
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            return new Runner(options).runSingle();
        } catch (RunnerException e) {
            throw new IOException("JMH did not run `" + method + "`: " + e.getMessage(), e);
        }
    }
}
