package org.hasekura.node;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hasekura.partnership.Evaluation;
import org.hasekura.partnership.EvaluationJson;
import org.hasekura.partnership.Judged;
import org.hasekura.partnership.Publication;
import org.hasekura.partnership.Register;
import org.hasekura.partnership.Rules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hasekura partnership assess}: what is late, disputed, silent, by the seven steps. */
@Command(
        name = "assess",
        description =
                "What is late, disputed, stalled or silent on a day, who is asked to explain it, and at what level.",
        mixinStandardHelpOptions = true)
final class PartnershipAssessCommand implements Callable<Integer> {

    @Option(
            names = "--on",
            paramLabel = "DAY",
            converter = Day.Converter.class,
            description = "the day (default: today)")
    private Optional<LocalDate> on = Optional.empty();

    @Option(names = "--all", description = "also what only lacks something or a report")
    private boolean all;

    @Option(
            names = "--publish",
            description = "what is published: late and disputed items with the answers or their absence")
    private boolean publish;

    @Mixin
    private PartnershipOptions options = new PartnershipOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        Register register = options.register().register();
        Evaluation evaluation = Evaluation.of(register, Day.orToday(on), Rules.STANDARD);
        List<Judged> shown = all
                ? evaluation.all().stream()
                        .filter(each -> !each.findings().isEmpty())
                        .toList()
                : evaluation.forAgenda();
        var text = new EvaluationText(options.language());
        PrintWriter out = spec.commandLine().getOut();
        if (publish) {
            Publication publication = Publication.of(evaluation);
            out.println(options.json() ? EvaluationJson.write(publication) : text.publication(publication));
        } else {
            out.println(options.json() ? EvaluationJson.write(evaluation, shown) : text.findings(evaluation, shown));
        }
        if (!options.json() && !register.isKeptBySides()) {
            out.println(Register.NOT_KEPT.in(options.language().locale()));
        }
        out.flush();
        return 0;
    }
}
