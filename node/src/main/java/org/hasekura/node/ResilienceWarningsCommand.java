package org.hasekura.node;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.hasekura.resilience.EarlyWarning;
import org.hasekura.resilience.TradeReportJson;
import org.hasekura.resilience.TradeTable;
import org.hasekura.resilience.WarningReport;
import org.hasekura.resilience.WarningTrial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hasekura resilience warnings}: in which months imports were in distress. */
@Command(
        name = "warnings",
        description = "In which months imports of a product were in distress: less came in, and it cost more.",
        mixinStandardHelpOptions = true)
final class ResilienceWarningsCommand implements Callable<Integer> {

    private static final int TRIALS_MAX = 100_000;

    /** Half is gone for half a year, and the rest costs half as much again. */
    private static final WarningTrial.Shock SHOCK = new WarningTrial.Shock(0.5, 0.5, 6);

    @Mixin
    private TradeFiles files = new TradeFiles();

    @Option(
            names = "--value-min",
            paramLabel = "AMOUNT",
            description = "imports of twelve months below this warn of nothing; 0 if left out")
    private double valueMin;

    @Option(names = "--all", description = "warns of products that are no structural dependence, too")
    private boolean all;

    @Option(
            names = "--trials",
            paramLabel = "NUMBER",
            description = "measures false alarms on shuffled years and the delay on injected shocks; 0 if left out")
    private int trials;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "of the trials; 1 if left out")
    private long seed = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        if (trials < 0 || trials > TRIALS_MAX) {
            throw new ParameterException(
                    spec.commandLine(), "--trials is `" + trials + "`; it can be 0 to " + TRIALS_MAX);
        }
        TradeTable trade = files.read();
        if (trade.lines() == 0) {
            throw new CommandFailed("the files have no line about what is asked for");
        }
        Collection<String> importer = files.importer(trade);
        List<WarningReport> reports = new ArrayList<>();
        try (Progress _ = Progress.of("going through " + trade.products().size() + " products")) {
            for (String product : trade.products()) {
                WarningReport report = WarningReport.of(trade, importer, product, settings(), all);
                if (report.series().isPresent()) {
                    reports.add(tried(report));
                }
            }
        }
        if (reports.isEmpty()) {
            throw new CommandFailed("the files have no month of imports; yearly statistics warn of nothing");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (files.json()) {
            out.println(TradeReportJson.write(reports));
        } else {
            out.print(new TradeText(files.language()).of(reports));
        }
        out.flush();
        return 0;
    }

    private EarlyWarning.Settings settings() {
        EarlyWarning.Settings usual = EarlyWarning.Settings.USUAL;
        return new EarlyWarning.Settings(
                usual.zBound(), usual.shareRise(), usual.slack(), usual.driftBound(), valueMin);
    }

    private WarningReport tried(WarningReport report) throws CommandFailed {
        if (trials == 0) {
            return report;
        }
        try {
            return report.with(
                    WarningTrial.of(report.series().orElseThrow(), settings(), SHOCK, trials, new Random(seed)));
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(report.product() + ": " + e.getMessage());
        }
    }
}
