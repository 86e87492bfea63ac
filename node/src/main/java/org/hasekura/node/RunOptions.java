package org.hasekura.node;

import org.hasekura.resilience.InoueTodo;
import org.hasekura.resilience.ProductionNetwork;
import org.hasekura.resilience.Rationing;
import org.hasekura.resilience.Recovery;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of a run over a production network. */
final class RunOptions {

    private static final int DAYS_MAX = 100_000;

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

    @Option(names = "--threads", paramLabel = "NUMBER", description = "otherwise one for each processor")
    private int threads = Runtime.getRuntime().availableProcessors();

    int days(CommandSpec spec) {
        if (days < 0 || days > DAYS_MAX) {
            throw new ParameterException(spec.commandLine(), "--days is `" + days + "`; it can be 0 to " + DAYS_MAX);
        }
        return days;
    }

    int threads(CommandSpec spec) {
        if (threads < 1 || threads > 1024) {
            throw new ParameterException(spec.commandLine(), "--threads is `" + threads + "`; it can be 1 to 1024");
        }
        return threads;
    }

    Recovery recovery() {
        return recovery;
    }

    InoueTodo model(ProductionNetwork network, CommandSpec spec) {
        Rationing rule = switch (rationing) {
            case 0 -> Rationing.PROPORTIONAL;
            case 2 -> compat ? Rationing.PUBLISHED_LEVEL : Rationing.LEVEL;
            default ->
                throw new ParameterException(
                        spec.commandLine(), "there is no rationing `" + rationing + "`; there are 0 and 2");
        };
        try {
            return InoueTodo.of(network, rule, tauDays, stockDays);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }
}
