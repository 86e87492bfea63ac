package org.hasekura.node;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.hasekura.resilience.IoTable;
import org.hasekura.resilience.Leontief;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hasekura resilience leontief}: what an input–output table says by itself. */
@Command(
        name = "leontief",
        description = "Multipliers of every industry (Leontief, Ghosh), and what is lost without some of them.",
        mixinStandardHelpOptions = true)
final class ResilienceLeontiefCommand implements Callable<Integer> {

    @Option(
            names = "--table",
            paramLabel = "DIR",
            required = true,
            description = "an input-output table: Z.csv deliveries, Y.csv final demand, x.csv output")
    private Path folder = Path.of("");

    @Option(
            names = "--extract",
            paramLabel = "REGION:SECTOR",
            description = "takes industries out, * for all; several times for several")
    private List<String> extract = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "industry,demand_multiplier,supply_multiplier,loss")
    private Path out = Path.of("");

    @Mixin
    private ShockAnswer answer = new ShockAnswer();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        IoTable table = TableFiles.readIoTable(folder);
        List<Integer> taken = new ArrayList<>();
        for (String pattern : extract) {
            if (table.matching(pattern).isEmpty()) {
                throw new CommandFailed("no industry is called `" + pattern + "`; one is `"
                        + table.industries().name(0) + "`");
            }
            taken.addAll(table.matching(pattern));
        }
        Leontief model = Leontief.of(table);
        double[] demand;
        double[] supply;
        double[] loss;
        double radius;
        try (Progress _ = Progress.of("solving for " + table.size() + " industries")) {
            demand = model.demandMultipliers();
            supply = model.supplyMultipliers();
            loss = model.lossByExtraction(taken);
            radius = model.spectralRadius();
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        }
        TableFiles.write(out, writer -> write(table, demand, supply, loss, writer));
        answer.with(ShockFact.INDUSTRIES, table.size())
                .with(ShockFact.SPECTRAL_RADIUS, radius)
                .with(ShockFact.LOST, Arrays.stream(loss).sum())
                .with(ShockFact.WRITTEN_TO, out)
                .tell(spec.commandLine().getOut());
        return 0;
    }

    private static void write(IoTable table, double[] demand, double[] supply, double[] loss, Writer out)
            throws IOException {
        out.write("industry,demand_multiplier,supply_multiplier,loss\n");
        for (int i = 0; i < table.size(); i++) {
            out.write(table.industries().name(i) + ',' + demand[i] + ',' + supply[i] + ',' + loss[i] + '\n');
        }
    }
}
