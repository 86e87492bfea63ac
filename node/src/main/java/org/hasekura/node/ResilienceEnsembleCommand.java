package org.hasekura.node;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hasekura.resilience.Ensemble;
import org.hasekura.resilience.InoueTodo;
import org.hasekura.resilience.SeriesTable;
import org.hasekura.resilience.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hasekura resilience ensemble}: the same run with others hit, many times. */
@Command(
        name = "ensemble",
        description = "Value added day by day when firms are hit by chance, once for each seed (model of inoue-todo).",
        mixinStandardHelpOptions = true)
final class ResilienceEnsembleCommand implements Callable<Integer> {

    private static final int SEEDS_MAX = 10_000;

    @Mixin
    private NetworkFiles files = new NetworkFiles();

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(names = "--hit", paramLabel = "SHARE", required = true, description = "which part of all firms is hit")
    private double hit;

    @Option(names = "--loss-min", paramLabel = "SHARE", description = "the least loss of capacity; 0.2 if left out")
    private double lossMin = 0.2;

    @Option(names = "--loss-max", paramLabel = "SHARE", description = "the largest; 0.9 if left out")
    private double lossMax = 0.9;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "the first seed; 1 if left out")
    private long seed = 1;

    @Option(names = "--seeds", paramLabel = "NUMBER", description = "how many seeds; 20 if left out")
    private int seeds = 20;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "day,low,median,high and each seed")
    private Path out = Path.of("");

    @Mixin
    private ShockAnswer answer = new ShockAnswer();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        if (seeds < 1 || seeds > SEEDS_MAX) {
            throw new ParameterException(spec.commandLine(), "--seeds is `" + seeds + "`; it can be 1 to " + SEEDS_MAX);
        }
        int days = options.days(spec);
        NetworkFiles.Read read = files.read(spec.commandLine().getErr());
        long[] each = new long[seeds];
        for (int i = 0; i < seeds; i++) {
            each[i] = seed + i;
        }
        double[][] series;
        InoueTodo model = options.model(read.network(), spec);
        try (Workers workers = Workers.of(options.threads(spec));
                Progress _ = Progress.of("running " + days + " days for each of " + seeds + " seeds")) {
            series = new Ensemble(hit, lossMin, lossMax)
                    .run(model, read.network().links().firms(), options.recovery(), days, each, workers);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        }
        TableFiles.write(out, writer -> SeriesTable.writeEnsemble(series, each, writer));
        answer.with(ShockFact.RUNS, seeds)
                .with(ShockFact.NORMAL, series[0][0])
                .with(ShockFact.LAST_DAY_LOW, Ensemble.quantile(series, 0.1)[days])
                .with(ShockFact.LAST_DAY, Ensemble.quantile(series, 0.5)[days])
                .with(ShockFact.LAST_DAY_HIGH, Ensemble.quantile(series, 0.9)[days])
                .with(ShockFact.WRITTEN_TO, out)
                .tell(spec.commandLine().getOut());
        return 0;
    }
}
