package org.hasekura.node;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hasekura resilience}: who depends on whom, where it breaks, what a shock does. */
@Command(
        name = "resilience",
        description = "Who depends on whom: concentration, breaks, shocks.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ResilienceConcentrationCommand.class,
            ResilienceBreaksCommand.class,
            ResilienceWhatIfCommand.class,
            ResilienceMineralsCommand.class,
            ResilienceImportsCommand.class,
            ResilienceWarningsCommand.class,
            ResilienceEsriCommand.class,
            ResilienceInoueTodoCommand.class,
            ResilienceEnsembleCommand.class,
            ResilienceArioCommand.class,
            ResilienceLeontiefCommand.class,
            ResilienceGenerateCommand.class
        })
final class ResilienceCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "say which analysis: " + String.join(", ", spec.subcommands().keySet()));
    }
}
