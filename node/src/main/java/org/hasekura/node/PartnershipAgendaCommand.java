package org.hasekura.node;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hasekura.partnership.Agenda;
import org.hasekura.partnership.Evaluation;
import org.hasekura.partnership.EvaluationJson;
import org.hasekura.partnership.Register;
import org.hasekura.partnership.Rules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hasekura partnership agenda}: what the next meeting is to look at. */
@Command(
        name = "agenda",
        description =
                "The agenda of a meeting on a day: overdue, disputed, conflicting and stalled items, gaps, and what"
                        + " the last meeting decided.",
        mixinStandardHelpOptions = true)
final class PartnershipAgendaCommand implements Callable<Integer> {

    @Option(
            names = "--on",
            paramLabel = "DAY",
            converter = Day.Converter.class,
            description = "the day of the meeting (default: today)")
    private Optional<LocalDate> on = Optional.empty();

    @Mixin
    private PartnershipOptions options = new PartnershipOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        Register register = options.register().register();
        Agenda agenda = Agenda.of(register, Evaluation.of(register, Day.orToday(on), Rules.STANDARD));
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                options.json() ? EvaluationJson.write(agenda) : new EvaluationText(options.language()).agenda(agenda));
        if (!options.json() && !register.isKeptBySides()) {
            out.println(Register.NOT_KEPT.in(options.language().locale()));
        }
        out.flush();
        return 0;
    }
}
