package org.hasekura.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hasekura node}: runs one node until it is stopped. */
@Command(
        name = "node",
        description = "Runs one node until it is stopped.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "To begin: hasekura node --print-defaults > node.conf, fill in what is needed,",
            "then hasekura node --config node.conf. The first start shows the management token, once."
        })
final class NodeCommand implements Callable<Integer> {

    @Option(names = "--config", paramLabel = "FILE", description = "the settings of the node")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--print-defaults", description = "shows every setting with its default and ends")
    private boolean printDefaults;

    @Option(names = "--check", description = "checks the settings and ends")
    private boolean check;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed, IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (printDefaults) {
            out.print(KnownSettings.defaults());
            out.flush();
            return 0;
        }
        Path file = config.orElseThrow(() -> new ParameterException(
                spec.commandLine(), "say which node: --config FILE; or --print-defaults for a file to begin with"));
        if (check) {
            SettingsFile.read(file);
            out.println("the settings in `" + file + "` are good");
            out.flush();
            return 0;
        }
        NodeRun.untilStopped(file, out);
        return 0;
    }
}
