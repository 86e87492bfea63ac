package org.hasekura.node;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hasekura.law.DecisionEnd;
import org.hasekura.law.Drill;
import org.hasekura.law.DrillFlow;
import org.hasekura.law.DrillJson;
import org.hasekura.law.DrillReport;
import org.hasekura.law.DrillText;
import org.hasekura.law.Law;
import org.hasekura.law.LawDataException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hasekura law drill}: supposes that decisions end, and tells which flows fall, what cures them, and what to do first. */
@Command(
        name = "drill",
        description = {
            "A legal fire drill: supposes that a decision ends, and tells which flows fall, what cures each, and in which order to work.",
            "Example: law drill --end EU-US-2016@2020-07-16 --cases flows.json"
        },
        mixinStandardHelpOptions = true)
final class LawDrillCommand implements Callable<Integer> {

    @Option(
            names = "--end",
            paramLabel = "DECISION@DAY",
            required = true,
            description = "the decision, and the first day without it; may be given again")
    private List<String> ends = List.of();

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            description = {
                "the flows, as cases in JSON, whose days are not asked; `-` reads standard input.",
                "Without it, what a running node has agreed: every agreement under which it provides, every transfer that runs"
            })
    private Optional<Path> file = Optional.empty();

    @Mixin
    private NodeOptions node = new NodeOptions();

    @Option(names = "--lang", paramLabel = "en|ja", description = "of the texts")
    private Optional<Language> lang = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        Law law = Law.load();
        Drill drill = new Drill(law, ends(law));
        List<DrillFlow> flows = flows();
        if (flows.size() > Drill.FLOWS_MAX) {
            throw new CommandFailed("there are " + flows.size() + " flows; a drill takes at most " + Drill.FLOWS_MAX);
        }
        DrillReport report;
        try (Progress _ = Progress.of("judging " + flows.size() + " flows")) {
            report = drill.on(flows);
        }
        show(report, law);
        return 0;
    }

    private List<DrillFlow> flows() throws CommandFailed {
        if (file.isPresent()) {
            try (Progress _ = Progress.of("reading " + file.get())) {
                return DrillFlow.of(LawCases.read(file.get()));
            }
        }
        if (!node.namesNode()) {
            throw new ParameterException(spec.commandLine(), "say which flows: --cases FILE, or --node URL");
        }
        NodeFlowsJson.NodeFlows known = NodeFlowsJson.of(node.client());
        for (String agreement : known.unknown()) {
            spec.commandLine()
                    .getErr()
                    .println("the node cannot tell the flow of agreement `" + agreement + "`; it is not in the drill");
        }
        spec.commandLine().getErr().flush();
        return known.flows();
    }

    private List<DecisionEnd> ends(Law law) {
        List<DecisionEnd> read = new ArrayList<>();
        for (String end : ends) {
            try {
                read.add(DecisionEnd.parse(end, law));
            } catch (LawDataException e) {
                throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
            }
        }
        if (read.size() > Drill.ENDS_MAX) {
            throw new ParameterException(spec.commandLine(), "at most " + Drill.ENDS_MAX + " ends at once");
        }
        return read;
    }

    private void show(DrillReport report, Law law) {
        Locale texts = lang.orElse(Language.en).locale();
        PrintWriter out = spec.commandLine().getOut();
        if (node.wantsJson()) {
            DrillJson.write(report, texts, out);
            out.println();
        } else {
            DrillText text = new DrillText(report, texts);
            text.summary(law).forEach(out::println);
            table(out, text.workTitle(), text.work());
            table(out, text.changesTitle(), text.changes());
        }
        out.flush();
    }

    private static void table(PrintWriter out, String title, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            out.println();
            out.println(title);
            out.print(Table.write(rows));
        }
    }
}
