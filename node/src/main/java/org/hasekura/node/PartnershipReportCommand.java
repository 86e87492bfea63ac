package org.hasekura.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hasekura.document.Document;
import org.hasekura.partnership.Indicators;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hasekura partnership report}: the joint report, drafted from the register. */
@Command(
        name = "report",
        description = "Drafts the joint report from the register, as HTML, PDF or DOCX, in English or Japanese.",
        mixinStandardHelpOptions = true)
final class PartnershipReportCommand implements Callable<Integer> {

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "where it goes; its ending says which format: .html, .pdf or .docx")
    private Path out = Path.of("");

    @Option(
            names = "--on",
            paramLabel = "DAY",
            converter = Day.Converter.class,
            description = "the day (default: today)")
    private Optional<LocalDate> on = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "DAY",
            converter = Day.Converter.class,
            description = "of the last report (default: the last meeting recorded)")
    private Optional<LocalDate> since = Optional.empty();

    @Mixin
    private PartnershipOptions options = new PartnershipOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        PaperFormat format = format(spec, out);
        RegisterFolder of = options.register();
        Document report = JointReport.of(
                of.compilation(), of.register(), Indicators.load(), Day.orToday(on), since, options.language());
        write(spec, out, format.bytes(report));
        return 0;
    }

    static PaperFormat format(CommandSpec spec, Path out) {
        return PaperFormat.of(out.toString())
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "`" + out + "` says no format; end it with .html, .pdf or .docx"));
    }

    static void write(CommandSpec spec, Path out, byte[] bytes) throws CommandFailed {
        try {
            Files.write(out, bytes);
        } catch (IOException e) {
            throw new CommandFailed("`" + out + "` cannot be written: " + e.getMessage());
        }
        PrintWriter told = spec.commandLine().getOut();
        told.println(out);
        told.flush();
    }
}
