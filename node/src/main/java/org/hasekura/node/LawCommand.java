package org.hasekura.node;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hasekura.law.CaseFile;
import org.hasekura.law.CaseFileJson;
import org.hasekura.law.CaseReport;
import org.hasekura.law.CaseReportJson;
import org.hasekura.law.Law;
import org.hasekura.law.LawDataException;
import org.hasekura.law.Trace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hasekura law}: asks whether data may be sent, for the cases of a file. */
@Command(
        name = "law",
        description = "Asks whether data may be sent, on what ground, with which duties. Not legal advice.",
        mixinStandardHelpOptions = true)
final class LawCommand {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(name = "decide", description = "Judges every case of a file for its day.", mixinStandardHelpOptions = true)
    int decide(
            @Option(
                            names = "--cases",
                            paramLabel = "FILE",
                            required = true,
                            description = "facts and a day each, as JSON; `hasekura example cases` shows one")
                    Path file,
            @Option(names = "--check", description = "compares with what the file expects") boolean check,
            @Option(names = "--json", description = "shows the rulings as JSON, one line each") boolean json,
            @Option(names = "--lang", paramLabel = "en|ja", description = "of the texts in JSON")
                    Optional<Language> lang)
            throws CommandFailed {
        CaseReport report = CaseReport.of(Law.load(), read(file));
        Locale texts = lang.orElse(Language.en).locale();
        PrintWriter out = spec.commandLine().getOut();
        for (CaseReport.Judged judged : report.cases()) {
            out.println(
                    json
                            ? CaseReportJson.line(judged.theCase().id(), judged.ruling(), texts)
                            : check ? judged.line() : ruling(judged));
        }
        if (check) {
            out.println(report.summary());
        }
        out.flush();
        return check && report.failed() > 0 ? 1 : 0;
    }

    private static String ruling(CaseReport.Judged judged) {
        return judged.theCase().id() + " " + judged.ruling().outcome() + " "
                + judged.ruling().basis();
    }

    @Command(
            name = "explain",
            description = "Judges one case and shows the questions that were asked on the way.",
            mixinStandardHelpOptions = true)
    int explain(
            @Option(
                            names = "--cases",
                            paramLabel = "FILE",
                            required = true,
                            description = "facts and a day each, as JSON; `hasekura example cases` shows one")
                    Path file,
            @Parameters(
                            paramLabel = "ID",
                            arity = "0..1",
                            description = "which case; may be left out when there is one")
                    Optional<String> id)
            throws CommandFailed {
        CaseFile.Case chosen = chosen(read(file).cases(), id);
        Trace trace = Trace.on();
        CaseReport.Judged judged = new CaseReport.Judged(chosen, Law.load().rule(chosen.flow(), chosen.day(), trace));
        PrintWriter out = spec.commandLine().getOut();
        List<List<String>> steps = trace.steps().stream()
                .map(step -> List.of(step.order(), step.question(), step.answer()))
                .toList();
        out.print(Table.write(steps));
        out.println(ruling(judged));
        judged.ruling()
                .grounds()
                .forEach(ground -> out.println("ground  " + ground.citation() + " – " + ground.nameEn()));
        judged.ruling().duties().forEach(duty -> out.println("duty    " + duty.who() + ": " + duty.whatEn()));
        out.println("Not legal advice. Law data " + judged.ruling().lawData() + ", confidence "
                + judged.ruling().confidence().code() + ".");
        out.flush();
        return 0;
    }

    private static CaseFile.Case chosen(List<CaseFile.Case> cases, Optional<String> id) throws CommandFailed {
        if (id.isEmpty() && cases.size() != 1) {
            throw new CommandFailed("the file has " + cases.size() + " cases; say which one by its id");
        }
        Optional<CaseFile.Case> chosen = cases.stream()
                .filter(each -> id.isEmpty() || each.id().equals(id.get()))
                .findFirst();
        if (chosen.isPresent()) {
            return chosen.get();
        }
        List<String> ids = cases.stream().map(CaseFile.Case::id).toList();
        throw new CommandFailed("there is no case `" + id.orElse("") + "`"
                + NearestWord.to(id.orElse(""), ids)
                        .map(nearest -> "; did you mean `" + nearest + "`?")
                        .orElse(""));
    }

    private static CaseFile read(Path file) throws CommandFailed {
        try {
            return CaseFileJson.read(file.toString(), FileInput.bytes(file, CaseFileJson.BYTES_MAX));
        } catch (LawDataException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        }
    }
}
