package org.hasekura.node;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hasekura.law.CaseReport;
import org.hasekura.law.CaseReportJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hasekura law decide}: judges the cases of a file, and compares with what the file expects. */
@Command(name = "decide", description = "Judges every case of a file for its day.", mixinStandardHelpOptions = true)
final class LawDecideCommand implements Callable<Integer> {

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            required = true,
            description = "facts and a day each, as JSON; `hasekura example cases` shows one; `-` reads standard input")
    private Path file = Path.of("");

    @Option(names = "--check", description = "compares with what the file expects")
    private boolean check;

    @Option(names = "--json", description = "shows the rulings as JSON, one line each")
    private boolean json;

    @Option(names = "--lang", paramLabel = "en|ja", description = "of the texts in JSON")
    private Optional<Language> lang = Optional.empty();

    @Mixin
    private LawKnowledge knowledge = new LawKnowledge();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        CaseReport report;
        try (Progress _ = Progress.of("judging")) {
            report = CaseReport.of(knowledge.law(), LawCases.read(file));
        }
        Locale texts = lang.orElse(Language.en).locale();
        PrintWriter out = spec.commandLine().getOut();
        for (CaseReport.Judged judged : report.cases()) {
            out.println(json ? CaseReportJson.line(judged, texts) : check ? judged.line() : judged.ownLine());
        }
        if (check) {
            out.println(report.summary());
        }
        out.flush();
        return check && report.failed() > 0 ? 1 : 0;
    }
}
