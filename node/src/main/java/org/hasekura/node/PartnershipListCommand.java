package org.hasekura.node;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hasekura.partnership.CardinalPoint;
import org.hasekura.partnership.Confidence;
import org.hasekura.partnership.Entry;
import org.hasekura.partnership.Filter;
import org.hasekura.partnership.Register;
import org.hasekura.partnership.RegisterJson;
import org.hasekura.partnership.Standing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hasekura partnership list}: the promises, by what is asked of them. */
@Command(
        name = "list",
        description = "The commitments, narrowed by words and filters.",
        mixinStandardHelpOptions = true)
final class PartnershipListCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "WORD",
            arity = "0..*",
            description = "all of them stand in it, its owners or its evidence")
    private List<String> words = new ArrayList<>();

    @Option(names = "--instrument", paramLabel = "ID", description = "where it was made, for example DPC2")
    private Optional<String> instrument = Optional.empty();

    @Option(names = "--area", paramLabel = "AREA", description = "for example semiconductors")
    private Optional<String> area = Optional.empty();

    @Option(
            names = "--point",
            paramLabel = "POINT",
            description = "infrastructure, business, publicServices, skills or crossCutting")
    private Optional<String> point = Optional.empty();

    @Option(names = "--standing", paramLabel = "WORD", description = "for example notEvidenced")
    private Optional<String> standing = Optional.empty();

    @Option(names = "--owner", paramLabel = "SERVICE", description = "in charge on either side, for example METI")
    private Optional<String> owner = Optional.empty();

    @Option(names = "--verifiable", negatable = true, description = "whose completion can (cannot) be checked")
    private Optional<Boolean> verifiable = Optional.empty();

    @Option(names = "--dated", negatable = true, description = "with (without) a date in the text or expected")
    private Optional<Boolean> dated = Optional.empty();

    @Option(names = "--confidence", paramLabel = "A|B|C", description = "of the entry")
    private Optional<String> confidence = Optional.empty();

    @Mixin
    private PartnershipOptions options = new PartnershipOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        Register register = options.register().register();
        instrument.ifPresent(id -> known(
                "--instrument", id, register.instruments().keySet().stream().toList()));
        Filter filter = new Filter(
                words,
                instrument,
                area,
                word("--point", point, CardinalPoint.values(), CardinalPoint::word),
                word("--standing", standing, Standing.values(), Standing::word),
                owner,
                verifiable,
                dated,
                word("--confidence", confidence, Confidence.values(), Confidence::word));
        List<Entry> found = filter.in(register);
        PrintWriter out = spec.commandLine().getOut();
        if (options.json()) {
            out.println(RegisterJson.list(found));
        } else {
            out.print(new CommitmentsText(options.language()).list(found, register));
        }
        out.flush();
        return 0;
    }

    private <T> Optional<T> word(String option, Optional<String> given, T[] values, Function<T, String> word) {
        List<String> words = Arrays.stream(values).map(word).toList();
        return given.map(text -> {
            known(option, text, words);
            return values[words.indexOf(text)];
        });
    }

    private void known(String option, String given, List<String> words) {
        if (!words.contains(given)) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + " is `" + given + "`; expected one of "
                            + words.stream().collect(Collectors.joining(", ")));
        }
    }
}
