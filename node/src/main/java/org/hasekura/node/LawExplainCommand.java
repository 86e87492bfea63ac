package org.hasekura.node;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hasekura.law.CaseFile;
import org.hasekura.law.CaseReport;
import org.hasekura.law.Law;
import org.hasekura.law.Trace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hasekura law explain}: judges one flow and shows the questions that were asked on the way. */
@Command(
        name = "explain",
        description = "Judges one case and shows the questions that were asked on the way.",
        mixinStandardHelpOptions = true)
final class LawExplainCommand implements Callable<Integer> {

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            required = true,
            description = "facts and a day each, as JSON; `hasekura example cases` shows one; `-` reads standard input")
    private Path file = Path.of("");

    @Parameters(paramLabel = "ID", arity = "0..1", description = "which case; may be left out when there is one")
    private Optional<String> id = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        CaseFile.Case chosen = LawCases.chosen(LawCases.read(file).cases(), id);
        Trace trace = Trace.on();
        CaseReport.Judged judged = new CaseReport.Judged(chosen, Law.load().rule(chosen.flow(), chosen.day(), trace));
        PrintWriter out = spec.commandLine().getOut();
        List<List<String>> steps = trace.steps().stream()
                .map(step -> List.of(step.order(), step.question(), step.answer()))
                .toList();
        out.print(Table.write(steps));
        out.println(judged.ownLine());
        judged.ruling()
                .grounds()
                .forEach(ground -> out.println("ground  " + ground.citation() + " – " + ground.nameEn()));
        judged.ruling()
                .duties()
                .forEach(duty -> out.println("duty    " + duty.who() + ": " + duty.whatEn() + " [until when: "
                        + duty.until().textEn() + "]"));
        out.println("Not legal advice. Law data " + judged.ruling().lawData() + ", confidence "
                + judged.ruling().confidence().code() + ".");
        out.flush();
        return 0;
    }
}
