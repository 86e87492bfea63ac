package org.hasekura.node;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hasekura.partnership.Indicators;
import org.hasekura.partnership.Side;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hasekura partnership briefing}: what one side takes into a meeting. */
@Command(
        name = "briefing",
        description =
                "Drafts one side's briefing before a meeting, as HTML, PDF or DOCX, in English or Japanese: what it is late"
                        + " with, what to ask the other, what changed.",
        mixinStandardHelpOptions = true)
final class PartnershipBriefingCommand implements Callable<Integer> {

    @Option(names = "--side", paramLabel = "eu|jp", required = true, description = "for whom")
    private String side = "";

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
            description = "the day of the meeting (default: today)")
    private Optional<LocalDate> on = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "DAY",
            converter = Day.Converter.class,
            description = "of the last meeting (default: the last one recorded)")
    private Optional<LocalDate> since = Optional.empty();

    @Mixin
    private PartnershipOptions options = new PartnershipOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        Side of = Side.of(side)
                .orElseThrow(() ->
                        new ParameterException(spec.commandLine(), "--side is `" + side + "`; expected eu or jp"));
        PaperFormat format = PartnershipReportCommand.format(spec, out);
        PartnershipReportCommand.write(
                spec,
                out,
                format.bytes(Briefing.of(
                        of,
                        options.register().register(),
                        Indicators.load(),
                        Day.orToday(on),
                        since,
                        options.language())));
        return 0;
    }
}
