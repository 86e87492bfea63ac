package org.hasekura.node;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.hasekura.law.Law;
import org.hasekura.law.LawDifference;
import org.hasekura.law.LawDifferenceJson;
import org.hasekura.law.LawDifferenceText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hasekura law diff}: what is different in law between two days. */
@Command(
        name = "diff",
        description = "Shows what began and ended between two days, and which plain flows of personal data it moved,"
                + " with the cause.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  law diff 2020-07-15 2020-07-16", "  law diff 2019-01-22 2019-01-23 --lang ja"})
final class LawDiffCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "DAY",
            converter = Day.Converter.class,
            description = "the earlier day, such as 2020-07-15")
    private LocalDate before = LocalDate.MIN;

    @Parameters(index = "1", paramLabel = "DAY", converter = Day.Converter.class, description = "the later day")
    private LocalDate after = LocalDate.MAX;

    @Option(names = "--lang", paramLabel = "en|ja", description = "the language of the answer")
    private Language language = Language.en;

    @Option(names = "--json", description = "shows everything as JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (after.isBefore(before)) {
            throw new ParameterException(
                    spec.commandLine(), "`" + after + "` lies before `" + before + "`; write the earlier day first");
        }
        LawDifference difference = LawDifference.between(Law.load(), before, after);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(LawDifferenceJson.write(difference));
        } else {
            LawDifferenceText.lines(difference, language.locale()).forEach(out::println);
        }
        out.flush();
        return 0;
    }
}
