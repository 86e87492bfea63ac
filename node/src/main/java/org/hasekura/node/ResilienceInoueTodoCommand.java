package org.hasekura.node;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hasekura.resilience.Damage;
import org.hasekura.resilience.InoueTodoRun;
import org.hasekura.resilience.ProductionTables;
import org.hasekura.resilience.SeriesTable;
import org.hasekura.resilience.TextTable;
import org.hasekura.resilience.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hasekura resilience inoue-todo}: a shock spreads over a network of firms, day by day. */
@Command(
        name = "inoue-todo",
        description = "Value added day by day after firms were damaged (Inoue and Todo 2019). Tables have fields"
                + " separated by blanks and no header; they may be gzip.",
        mixinStandardHelpOptions = true)
final class ResilienceInoueTodoCommand implements Callable<Integer> {

    @Mixin
    private NetworkFiles files = new NetworkFiles();

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(
            names = "--delta",
            paramLabel = "FILE",
            required = true,
            description = "firm share [day]: what capacity each firm loses, from which day on (0 if left out)")
    private Path delta = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "day,va; day -1 is the normal state")
    private Path out = Path.of("");

    @Option(
            names = "--why",
            paramLabel = "FIRM",
            description = "says what binds this firm on the last day, from firm to firm; several times for several")
    private List<String> why = List.of();

    @Mixin
    private ShockAnswer answer = new ShockAnswer();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        int days = options.days(spec);
        NetworkFiles.Read read = files.read(spec.commandLine().getErr());
        Damage damage =
                TableFiles.read(delta, TextTable.Form.BLANKS, table -> ProductionTables.damage(table, read.firms()));
        for (String firm : why) {
            if (read.firms().find(firm) < 0) {
                throw new CommandFailed("there is no firm `" + firm + "` to ask why about");
            }
        }
        InoueTodoRun run = options.model(read.network(), spec).begin(damage, options.recovery());
        double[] series = new double[days + 1];
        try (Workers workers = Workers.of(options.threads(spec));
                Progress _ = Progress.of(
                        "running " + days + " days of " + read.network().links().firms() + " firms")) {
            series[0] = run.valueAdded(workers);
            for (int day = 0; day < days; day++) {
                run.day(workers);
                series[day + 1] = run.valueAdded(workers);
            }
        }
        TableFiles.write(out, writer -> SeriesTable.writeValueAdded(series, writer));
        for (String firm : why) {
            run.why(read.firms().find(firm))
                    .links()
                    .forEach(link -> answer.because(ShockReason.of(link, read.firms(), answer.language())));
        }
        answer.with(ShockFact.FIRMS, read.network().links().firms())
                .with(ShockFact.LINKS, read.network().links().links())
                .with(ShockFact.NORMAL, series[0])
                .with(ShockFact.LAST_DAY, series[days])
                .with(ShockFact.WRITTEN_TO, out)
                .tell(spec.commandLine().getOut());
        return 0;
    }
}
