package org.hasekura.node;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hasekura.resilience.BreaksReport;
import org.hasekura.resilience.BreaksReportJson;
import org.hasekura.resilience.CableMap;
import org.hasekura.resilience.ChainBreaks;
import org.hasekura.resilience.CutSets;
import org.hasekura.resilience.DataSet;
import org.hasekura.resilience.FactBook;
import org.hasekura.resilience.SharedRisk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hasekura resilience breaks}: single points of failure, cut sets, articulation points, minimum cuts. */
@Command(
        name = "breaks",
        description =
                "Where a graph breaks: what is left when a country or firm stops, single points of failure, minimal "
                        + "cut sets, articulation points, minimum cuts.",
        mixinStandardHelpOptions = true)
final class ResilienceBreaksCommand implements Callable<Integer> {

    @Mixin
    private GraphOptions graph = new GraphOptions();

    @Option(
            names = "--target",
            paramLabel = "ID",
            split = ",",
            description = "nodes to look from; otherwise all that nothing depends on")
    private List<String> targets = new ArrayList<>();

    @Option(
            names = "--theta",
            paramLabel = "FRACTION",
            description = "less than this of the target counts as stopped; otherwise 0.5")
    private double theta = ChainBreaks.Settings.USUAL.theta();

    @Option(names = "--size", paramLabel = "1|2|3", description = "how many may fail together; otherwise 3")
    private int size = CutSets.SIZE_MAX;

    @Option(
            names = "--from",
            paramLabel = "PLACE",
            split = ";",
            description = "one side of the cut: countries of a cable map (otherwise Japan), or nodes of a network")
    private List<String> from = new ArrayList<>();

    @Option(
            names = "--to",
            paramLabel = "PLACE",
            split = ";",
            description =
                    "the other side; `EU27` stands for its members and is the other side of cable maps by default")
    private List<String> to = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        if (!(theta >= 0 && theta <= 1) || size < 1 || size > CutSets.SIZE_MAX) {
            throw new ParameterException(
                    spec.commandLine(), "--theta is from 0 to 1, --size from 1 to " + CutSets.SIZE_MAX);
        }
        BreaksReport report = switch (graph.read()) {
            case DataSet.Facts facts -> chains(facts);
            case DataSet.Cables(CableMap map) -> cables(map);
            case DataSet.Industries _ ->
                throw new CommandFailed("an input-output table has flows and no single points; "
                        + "`resilience concentration` and `resilience ario` read it");
        };
        PrintWriter out = spec.commandLine().getOut();
        if (graph.json()) {
            out.println(BreaksReportJson.write(report));
        } else {
            out.print(ResilienceText.of(report, graph.language()));
        }
        out.flush();
        return 0;
    }

    private BreaksReport chains(DataSet.Facts facts) throws CommandFailed {
        FactBook book = facts.book();
        var numbers = new ArrayList<Integer>();
        for (String target : targets) {
            numbers.add(GraphOptions.node(book.graph(), target));
        }
        try (Progress _ = Progress.of("looking for cut sets")) {
            return BreaksReport.of(facts, numbers, graph.settings(theta, size), from, to);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(e.getMessage() + "; name fewer risks (at most " + SharedRisk.GROUPS_MAX + ")");
        }
    }

    private BreaksReport cables(CableMap map) {
        try (Progress _ = Progress.of("looking for cuts")) {
            return BreaksReport.of(
                    new DataSet.Cables(graph.isPlannedCounted() ? map : map.inService()),
                    GraphOptions.countryNames(from.isEmpty() ? List.of("Japan") : from),
                    GraphOptions.countryNames(to.isEmpty() ? List.of("EU27") : to));
        }
    }
}
