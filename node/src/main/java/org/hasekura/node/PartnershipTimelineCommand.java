package org.hasekura.node;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hasekura.partnership.RegisterJson;
import org.hasekura.partnership.Timeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hasekura partnership timeline}: what happened and what is due, by day. */
@Command(
        name = "timeline",
        description = "What was signed, is due, is expected, was evidenced and was met, by date.",
        mixinStandardHelpOptions = true)
final class PartnershipTimelineCommand implements Callable<Integer> {

    @Option(names = "--from", paramLabel = "DAY", converter = Day.Converter.class, description = "first day")
    private Optional<LocalDate> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DAY", converter = Day.Converter.class, description = "last day")
    private Optional<LocalDate> to = Optional.empty();

    @Mixin
    private PartnershipOptions options = new PartnershipOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        Timeline timeline = Timeline.of(options.register().register())
                .between(from.orElse(LocalDate.MIN), to.orElse(LocalDate.MAX));
        PrintWriter out = spec.commandLine().getOut();
        if (options.json()) {
            out.println(RegisterJson.timeline(timeline));
        } else {
            out.print(new CommitmentsText(options.language()).timeline(timeline));
        }
        out.flush();
        return 0;
    }
}
