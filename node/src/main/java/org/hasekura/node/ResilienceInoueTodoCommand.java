package org.hasekura.node;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hasekura.resilience.Damage;
import org.hasekura.resilience.EdgeTable;
import org.hasekura.resilience.InoueTodo;
import org.hasekura.resilience.Names;
import org.hasekura.resilience.ProductionNetwork;
import org.hasekura.resilience.ProductionTables;
import org.hasekura.resilience.Rationing;
import org.hasekura.resilience.Recovery;
import org.hasekura.resilience.SectorTable;
import org.hasekura.resilience.SeriesTable;
import org.hasekura.resilience.TableException;
import org.hasekura.resilience.TextTable;
import org.hasekura.resilience.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hasekura resilience inoue-todo}: a shock spreads over a network of firms, day by day. */
@Command(
        name = "inoue-todo",
        description = "Value added day by day after firms were damaged (Inoue and Todo 2019). Tables have fields"
                + " separated by blanks and no header; they may be gzip.",
        mixinStandardHelpOptions = true)
final class ResilienceInoueTodoCommand implements Callable<Integer> {

    private static final int DAYS_MAX = 100_000;

    @Option(names = "--links", paramLabel = "FILE", required = true, description = "supplier client amount-per-day")
    private Path links = Path.of("");

    @Option(names = "--final", paramLabel = "FILE", required = true, description = "firm amount-per-day: final demand")
    private Path finalDemand = Path.of("");

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description =
                    "firm amount-per-day: normal output, only compared with what links and final demand add up to")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--sectors", paramLabel = "FILE", required = true, description = "firm sector")
    private Path sectors = Path.of("");

    @Option(
            names = "--delta",
            paramLabel = "FILE",
            required = true,
            description = "firm share [day]: what capacity each firm loses, from which day on (0 if left out)")
    private Path delta = Path.of("");

    @Option(names = "--days", paramLabel = "NUMBER", required = true, description = "how long")
    private int days;

    @Option(
            names = "--rationing",
            paramLabel = "0|2",
            description =
                    "0: everybody the same share of the order; 2, if left out: small orders first, as in the papers")
    private int rationing = 2;

    @Option(
            names = "--compat",
            description = "rule 2 as the published program calculates it; docs/resilience.md tells the difference")
    private boolean compat;

    @Option(
            names = {"--stock-days", "--inventory", "-i"},
            paramLabel = "DAYS",
            description = "how long stocks last; 15 if left out")
    private double stockDays = InoueTodo.STOCK_DAYS;

    @Option(names = "--tau", paramLabel = "DAYS", description = "in which time stocks are filled up; 6 if left out")
    private double tauDays = InoueTodo.TAU_DAYS;

    @Option(
            names = "--recovery",
            paramLabel = "RULE",
            converter = RecoveryRule.class,
            description = "none, linear:DAYS, exponential:DAYS or damped:DAYS; none if left out")
    private Recovery recovery = new Recovery.Never();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "day,va; day -1 is the normal state")
    private Path out = Path.of("");

    @Option(names = "--threads", paramLabel = "NUMBER", description = "otherwise one for each processor")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        Rationing rule = rule();
        if (days < 0 || days > DAYS_MAX) {
            throw new ParameterException(spec.commandLine(), "--days is `" + days + "`; it can be 0 to " + DAYS_MAX);
        }
        SectorTable firms = TableFiles.read(sectors, TextTable.Form.BLANKS, SectorTable::read);
        ProductionNetwork network = network(firms);
        Damage damage =
                TableFiles.read(delta, TextTable.Form.BLANKS, table -> ProductionTables.damage(table, firms.firms()));
        double[] series;
        try (Workers workers = Workers.of(threads);
                Progress _ = Progress.of(
                        "running " + days + " days of " + firms.firms().size() + " firms")) {
            series = InoueTodo.of(network, rule, tauDays, stockDays).valueAdded(damage, recovery, days, workers);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        }
        TableFiles.write(out, writer -> SeriesTable.writeValueAdded(series, writer));
        PrintWriter said = spec.commandLine().getOut();
        said.println(network.links().firms() + " firms, " + network.links().links() + " links: value added " + series[0]
                + " a day before, " + series[days] + " after " + days + " days; written to " + out);
        said.flush();
        return 0;
    }

    private Rationing rule() {
        return switch (rationing) {
            case 0 -> Rationing.PROPORTIONAL;
            case 2 -> compat ? Rationing.PUBLISHED_LEVEL : Rationing.LEVEL;
            default ->
                throw new ParameterException(
                        spec.commandLine(), "there is no rationing `" + rationing + "`; there are 0 and 2");
        };
    }

    private ProductionNetwork network(SectorTable firms) throws CommandFailed {
        Names names = firms.firms();
        ProductionNetwork network = new ProductionNetwork(
                TableFiles.read(links, TextTable.Form.BLANKS, table -> EdgeTable.read(table, firms)),
                TableFiles.read(finalDemand, TextTable.Form.BLANKS, table -> ProductionTables.amounts(table, names)));
        if (output.isPresent()) {
            double[] said = TableFiles.read(
                    output.get(), TextTable.Form.BLANKS, table -> ProductionTables.amounts(table, names));
            try {
                ProductionTables.compareOutput(said, network, names, "`" + output.get() + "`");
            } catch (TableException e) {
                spec.commandLine().getErr().println(e.getMessage() + "; the latter is used");
            }
        }
        return network;
    }
}
