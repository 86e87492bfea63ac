package org.hasekura.node;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hasekura.law.CaseFile;
import org.hasekura.law.CaseFileJson;
import org.hasekura.law.Explanation;
import org.hasekura.law.ExplanationJson;
import org.hasekura.law.ExplanationText;
import org.hasekura.law.Law;
import org.hasekura.law.LawDataException;
import org.hasekura.law.Phrasebook;
import org.hasekura.law.StatedFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hasekura law explain}: judges one flow and tells in words what was asked, what was answered and what follows. */
@Command(
        name = "explain",
        description = "Judges one flow and tells every question on the way, the ruling, its grounds and what follows."
                + " The flow is typed as options, or read as JSON. What is not stated counts as absent.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  law explain --from DE --to JP --subject-to APPI",
            "  law explain --from FR --to KE --tool scc-2021:1 --tia positive@2026-08-01",
            "  law explain --from JP --to US --tool appi-consent,informed --lang ja",
            "  law explain --from IE --to US --certified PRIVACY-SHIELD --on 2020-07-15",
            "  law explain --from DE --to BR --data personal,hr --role controller:processor",
            "  law explain --from DE --to GB --on 2025-07-15 --known-on 2025-01-01",
            "  law explain --flow flow.json --json",
            "  law explain --cases cases.json CASE-ID"
        })
final class LawExplainCommand implements Callable<Integer> {

    @Mixin
    private LawFlowOptions typed = new LawFlowOptions();

    @Option(
            names = "--flow",
            paramLabel = "FILE",
            description = "one flow as JSON, as a case of a case file; `-` reads standard input")
    private Optional<Path> flowFile = Optional.empty();

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            description = "a case file; `hasekura example cases` shows one; `-` reads standard input")
    private Optional<Path> caseFile = Optional.empty();

    @Parameters(
            paramLabel = "ID",
            arity = "0..1",
            description = "which case of the file; may be left out when there is one")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--on",
            paramLabel = "DAY",
            converter = Day.Converter.class,
            description = "the day of the flow (default: that of the file, else today)")
    private Optional<LocalDate> day = Optional.empty();

    @Option(names = "--lang", paramLabel = "en|ja", description = "the language of the answer")
    private Language language = Language.en;

    @Option(names = "--json", description = "the ruling, its grounds and the whole trace as JSON")
    private boolean json;

    @Mixin
    private LawKnowledge knowledge = new LawKnowledge();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        Law law = knowledge.law();
        CaseFile.Case asked = asked(law);
        Explanation explanation = Explanation.of(law, asked.flow(), asked.day());
        Phrasebook words = Phrasebook.load(language.locale());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(ExplanationJson.write(asked.id(), explanation, words));
        } else {
            ExplanationText.lines(explanation, words).forEach(out::println);
        }
        out.flush();
        return 0;
    }

    private CaseFile.Case asked(Law law) throws CommandFailed {
        long ways = Stream.of(typed.isStated(), flowFile.isPresent(), caseFile.isPresent())
                .filter(way -> way)
                .count();
        if (ways != 1) {
            throw new ParameterException(
                    spec.commandLine(), "state one flow: with `--from` and `--to`, with `--flow`, or with `--cases`");
        }
        if (id.isPresent() && caseFile.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "`" + id.get() + "` names a case, but there is no case file");
        }
        if (caseFile.isPresent()) {
            return dated(LawCases.chosen(LawCases.read(caseFile.get()).cases(), id));
        }
        return flowFile.isPresent() ? flow(flowFile.get()) : typed(law);
    }

    private CaseFile.Case dated(CaseFile.Case chosen) {
        return new CaseFile.Case(
                chosen.id(),
                chosen.theme(),
                chosen.title(),
                day.orElse(chosen.day()),
                chosen.flow(),
                chosen.expected());
    }

    private CaseFile.Case flow(Path file) throws CommandFailed {
        try {
            return CaseFileJson.readFlow(FileInput.name(file), FileInput.bytes(file, CaseFileJson.BYTES_MAX), day);
        } catch (LawDataException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        }
    }

    private CaseFile.Case typed(Law law) {
        if (!typed.isWhole()) {
            throw new ParameterException(spec.commandLine(), "a flow needs both `--from` and `--to`");
        }
        return switch (law.read(typed.statement(Day.orToday(day)))) {
            case StatedFlow.Valid(var flow, var on) ->
                new CaseFile.Case("flow", Optional.empty(), Optional.empty(), on, flow, Optional.empty());
            case StatedFlow.Refused(var reasons) ->
                throw new ParameterException(spec.commandLine(), String.join("\n", reasons));
        };
    }
}
