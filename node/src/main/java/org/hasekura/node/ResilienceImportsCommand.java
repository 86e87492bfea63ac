package org.hasekura.node;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hasekura.resilience.ImportReport;
import org.hasekura.resilience.TradeReportJson;
import org.hasekura.resilience.TradeTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hasekura resilience imports}: which imports an economy depends on. */
@Command(
        name = "imports",
        description = "Which imports an economy depends on, from trade statistics: the Commission's CDI1 to CDI3 and "
                + "CEPII's C1 to C4, and what two importers both depend on.",
        mixinStandardHelpOptions = true)
final class ResilienceImportsCommand implements Callable<Integer> {

    @Mixin
    private TradeFiles files = new TradeFiles();

    @Option(names = "--year", paramLabel = "YEAR", description = "the newest in the files if left out")
    private Optional<Integer> year = Optional.empty();

    @Option(
            names = "--with",
            paramLabel = "CODE",
            split = ",",
            description = "another importer: what both depend on, by the same largest supplier")
    private List<String> with = new ArrayList<>();

    @Option(names = "--all", description = "shows products that no method flags, too")
    private boolean all;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        TradeTable trade = files.read();
        if (trade.lines() == 0) {
            throw new CommandFailed("the files have no line about what is asked for");
        }
        List<Integer> years = trade.years();
        int wanted = year.orElse(years.getLast());
        if (!years.contains(wanted)) {
            throw new CommandFailed("the files have nothing of " + wanted + ", but of " + years);
        }
        Collection<String> importer = files.importer(trade);
        Collection<String> other = with.isEmpty() ? List.of() : TradeFiles.reporters(with, trade);
        ImportReport report;
        try (Progress _ = Progress.of("going through " + trade.products().size() + " products")) {
            report = ImportReport.of(trade, importer, other, wanted, all);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (files.json()) {
            out.println(TradeReportJson.write(report));
        } else {
            out.print(new TradeText(files.language()).of(report));
        }
        out.flush();
        return 0;
    }
}
