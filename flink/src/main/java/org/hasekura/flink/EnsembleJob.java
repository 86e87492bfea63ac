package org.hasekura.flink;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.functions.MapPartitionFunction;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.hasekura.resilience.Damage;
import org.hasekura.resilience.InoueTodo;
import org.hasekura.resilience.Rationing;
import org.hasekura.resilience.Recovery;
import org.hasekura.resilience.SeriesTable;
import org.hasekura.resilience.Workers;

/**
 * Scenarios times seeds of the model of Inoue and Todo ({@link InoueTodo}) on a cluster: each run is a piece; one last step
 * writes a table for each scenario, as the command does.
 *
 * @param firstSeed the seeds are this one and those that follow it
 * @param out with several scenarios, the number of each stands before the ending: {@code va-1.csv}, {@code va-2.csv}
 * @param pieces in how many units that are repeated on their own the runs are parted
 */
record EnsembleJob(
        ProductionFiles files, List<Scenario> scenarios, long firstSeed, int seeds, int days, String out, int pieces)
        implements Serializable {

    private static final Set<String> OPTIONS = Set.of(
            "--links",
            "--final",
            "--sectors",
            "--rationing",
            "--tau",
            "--stock-days",
            "--scenarios",
            "--seed",
            "--seeds",
            "--days",
            "--out",
            "--pieces");

    private static final int DAYS_MAX = 100_000;
    private static final int SEEDS_MAX = 10_000;

    /** The number of a run, and its value added day by day. */
    private static final TypeInformation<Tuple2<Long, double[]>> SERIES = TypeInformation.of(new TypeHint<>() {});

    static EnsembleJob of(JobOptions options) throws JobRefused {
        options.only(OPTIONS);
        var files = new ProductionFiles(
                options.table("--links"),
                options.table("--final"),
                options.table("--sectors"),
                rationing(options.whole("--rationing", 2, 0, 2)),
                options.number("--tau", InoueTodo.TAU_DAYS, 1, DAYS_MAX),
                options.number("--stock-days", InoueTodo.STOCK_DAYS, 1, DAYS_MAX));
        return new EnsembleJob(
                files,
                Scenario.parse(options.optional("--scenarios").orElse("0.01:0.2:0.9")),
                options.whole("--seed", 1, Long.MIN_VALUE, Long.MAX_VALUE - SEEDS_MAX),
                (int) options.whole("--seeds", 20, 1, SEEDS_MAX),
                (int) options.whole("--days", 30, 0, DAYS_MAX),
                options.file("--out"),
                (int) options.whole("--pieces", Pieces.USUAL, 1, Pieces.MAX));
    }

    private static Rationing rationing(long rule) throws JobRefused {
        if (rule == 1) {
            throw new JobRefused("there is no rationing `1`; there are 0 and 2");
        }
        return rule == 0 ? Rationing.PROPORTIONAL : Rationing.LEVEL;
    }

    void plan(StreamExecutionEnvironment cluster) {
        Pieces.numbers(cluster, (long) scenarios.size() * seeds)
                .map(new Run(this))
                .returns(SERIES)
                .name("run scenarios")
                .setParallelism(pieces)
                .map(series -> series)
                .returns(SERIES)
                .setParallelism(1)
                .fullWindowPartition()
                .mapPartition(new Write(this))
                .returns(Types.INT)
                .setParallelism(1)
                .name("write series")
                .sinkTo(new DiscardingSink<>())
                .setParallelism(1);
    }

    private long[] eachSeed() {
        return LongStream.range(firstSeed, firstSeed + seeds).toArray();
    }

    private String file(int scenario) {
        if (scenarios.size() == 1) {
            return out;
        }
        int ending = out.lastIndexOf('.') > out.lastIndexOf('/') ? out.lastIndexOf('.') : out.length();
        return out.substring(0, ending) + "-" + (scenario + 1) + out.substring(ending);
    }

    private record Run(EnsembleJob job) implements MapFunction<Long, Tuple2<Long, double[]>> {

        @Override
        public Tuple2<Long, double[]> map(Long number) throws IOException {
            ProductionFiles.Read read = OncePerProcess.get(ProductionFiles.Read.class, job.files);
            Scenario scenario = job.scenarios.get((int) (number / job.seeds));
            long seed = job.firstSeed + number % job.seeds;
            try (Workers alone = Workers.of(1)) {
                Damage damage = scenario.ensemble().damage(read.firms(), seed);
                return Tuple2.of(number, read.model().valueAdded(damage, new Recovery.Never(), job.days, alone));
            }
        }
    }

    /** Answers how many files it wrote. */
    private record Write(EnsembleJob job) implements MapPartitionFunction<Tuple2<Long, double[]>, Integer> {

        @Override
        public void mapPartition(Iterable<Tuple2<Long, double[]>> runs, Collector<Integer> answer) throws IOException {
            double[][][] series = new double[job.scenarios.size()][job.seeds][];
            for (Tuple2<Long, double[]> run : runs) {
                series[(int) (run.f0 / job.seeds)][(int) (run.f0 % job.seeds)] = run.f1;
            }
            for (int i = 0; i < series.length; i++) {
                double[][] ofScenario = series[i];
                ClusterFiles.write(job.file(i), out -> SeriesTable.writeEnsemble(ofScenario, job.eachSeed(), out));
            }
            answer.collect(series.length);
        }
    }
}
