package org.hasekura.node;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hasekura.resilience.ConcentrationReport;
import org.hasekura.resilience.ConcentrationReportJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hasekura resilience concentration}: what a graph concentrates on. */
@Command(
        name = "concentration",
        description = "What a graph concentrates on: HHI and its kin, with what is unknown as a range.",
        mixinStandardHelpOptions = true)
final class ResilienceConcentrationCommand implements Callable<Integer> {

    @Mixin
    private GraphOptions graph = new GraphOptions();

    @Option(
            names = "--node",
            paramLabel = "ID",
            split = ",",
            description = "these alone; of an input-output table buyer<input, as in EU27:c14<c14")
    private List<String> nodes = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        ConcentrationReport whole = ConcentrationReport.of(graph.read());
        List<String> known = whole.rows().stream()
                .map(ConcentrationReport.Row::subject)
                .distinct()
                .toList();
        for (String node : nodes) {
            if (!known.contains(node)) {
                throw new CommandFailed("there are no shares of `" + node + "`" + GraphOptions.meant(node, known));
            }
        }
        ConcentrationReport report = whole.about(nodes);
        PrintWriter out = spec.commandLine().getOut();
        if (graph.json()) {
            out.println(ConcentrationReportJson.write(report));
        } else {
            out.print(ResilienceText.of(report, graph.language()));
        }
        out.flush();
        return 0;
    }
}
