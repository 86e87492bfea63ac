package org.hasekura.node;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.hasekura.resilience.Ario;
import org.hasekura.resilience.ArioSettings;
import org.hasekura.resilience.ArioShock;
import org.hasekura.resilience.ArioTable;
import org.hasekura.resilience.IoTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hasekura resilience ario}: a shock spreads over countries and industries, day by day. */
@Command(
        name = "ario",
        description = "Production day by day after industries lost capacity (ARIO with inventories, as in BoARIO).",
        mixinStandardHelpOptions = true)
final class ResilienceArioCommand implements Callable<Integer> {

    private static final int DAYS_MAX = 100_000;

    @Option(
            names = "--table",
            paramLabel = "DIR",
            required = true,
            description = "an input-output table: Z.csv deliveries, Y.csv final demand, x.csv output")
    private Path folder = Path.of("");

    @Option(
            names = "--shock",
            paramLabel = "SHOCK",
            required = true,
            converter = ArioShockOption.class,
            description = "REGION:SECTOR=-SHARE@DAY+DAYS, for example JPN:*=-0.10@5+30; ~DAYS at the end says how long"
                    + " recovery takes, 30 if left out; several times for several shocks")
    private List<ArioShock> shocks = List.of();

    @Option(names = "--days", paramLabel = "NUMBER", required = true, description = "how long")
    private int days;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "step and the regions' production")
    private Path out = Path.of("");

    @Option(names = "--industries", description = "writes every industry, not only the regions")
    private boolean industries;

    @Option(names = "--stock-days", paramLabel = "DAYS", description = "how long stocks last; 90 if left out")
    private double stockDays = ArioSettings.DEFAULT.stockDays();

    @Option(names = "--psi", paramLabel = "SHARE", description = "of that, what is needed not to slow down; 0.8")
    private double psi = ArioSettings.DEFAULT.psi();

    @Option(names = "--tau-stock", paramLabel = "DAYS", description = "in which time stocks are filled up; 60")
    private double stockTauDays = ArioSettings.DEFAULT.stockTauDays();

    @Option(names = "--overproduction", paramLabel = "FACTOR", description = "what capacity can rise to; 1.25")
    private double overproduction = ArioSettings.DEFAULT.overproductionMax();

    @Option(names = "--tau-overproduction", paramLabel = "DAYS", description = "in which time; 365")
    private double overproductionTauDays = ArioSettings.DEFAULT.overproductionTauDays();

    @Mixin
    private ShockAnswer answer = new ShockAnswer();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        if (days < 1 || days > DAYS_MAX) {
            throw new ParameterException(spec.commandLine(), "--days is `" + days + "`; it can be 1 to " + DAYS_MAX);
        }
        IoTable table = TableFiles.readIoTable(folder);
        double[][] production;
        try (Progress _ = Progress.of("running " + days + " days of " + table.size() + " industries")) {
            ArioSettings settings =
                    new ArioSettings(stockDays, psi, stockTauDays, overproduction, overproductionTauDays);
            production = Ario.of(table, settings).production(shocks, days);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        }
        TableFiles.write(out, writer -> {
            if (industries) {
                ArioTable.writeByIndustry(production, table, writer);
            } else {
                ArioTable.writeByRegion(production, table, writer);
            }
        });
        tell(production);
        return 0;
    }

    private void tell(double[][] production) {
        double[] whole = Arrays.stream(production)
                .mapToDouble(day -> Arrays.stream(day).sum())
                .toArray();
        int worst = 0;
        double lostDays = 0;
        for (int day = 0; day < whole.length; day++) {
            worst = whole[day] < whole[worst] ? day : worst;
            lostDays += 1 - whole[day] / whole[0];
        }
        answer.with(ShockFact.INDUSTRIES, production[0].length)
                .with(ShockFact.NORMAL, whole[0])
                .with(ShockFact.WORST_DAY, worst)
                .with(ShockFact.ON_WORST_DAY, whole[worst])
                .with(ShockFact.LOST_DAYS, lostDays)
                .with(ShockFact.WRITTEN_TO, out)
                .tell(spec.commandLine().getOut());
    }
}
