package org.hasekura.node;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hasekura.law.LawDataException;
import org.hasekura.law.Matrix;
import org.hasekura.law.MatrixJson;
import org.hasekura.law.MatrixText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hasekura law matrix}: exporters by importers on a day. */
@Command(
        name = "matrix",
        description = "Judges a plain flow between all pairs of countries: business to business, both controllers,"
                + " ordinary purpose, no instrument for the transfer.",
        mixinStandardHelpOptions = true)
final class LawMatrixCommand implements Callable<Integer> {

    @Option(
            names = "--on",
            paramLabel = "DAY",
            converter = Day.Converter.class,
            description = "the day of the flows (default: today)")
    private Optional<LocalDate> day = Optional.empty();

    @Option(names = "--from", paramLabel = "COUNTRY", split = ",", description = "only these exporters")
    private List<String> from = List.of();

    @Option(names = "--to", paramLabel = "COUNTRY", split = ",", description = "only these importers")
    private List<String> to = List.of();

    @Option(
            names = "--data",
            paramLabel = "KIND",
            defaultValue = "personal",
            description = "personal, special, hr or non-personal (default: ${DEFAULT-VALUE})")
    private String data = "personal";

    @Mixin
    private LawKnowledge knowledge = new LawKnowledge();

    @Option(names = "--lang", paramLabel = "en|ja", description = "the language of the answer")
    private Language language = Language.en;

    @Option(names = "--json", description = "shows the cells as JSON, with their basis and confidence")
    private boolean json;

    @Option(names = "--csv", description = "shows the cells as CSV, a line each")
    private boolean csv;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (json && csv) {
            throw new ParameterException(spec.commandLine(), "`--json` or `--csv`, not both");
        }
        Matrix matrix = matrix();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(MatrixJson.write(matrix));
        } else if (csv) {
            MatrixText.csv(matrix).forEach(out::println);
        } else {
            List<String> legend = MatrixText.legend(matrix, language.locale());
            out.println(legend.getFirst());
            out.print(Table.write(MatrixText.rows(matrix, language.locale())));
            legend.stream().skip(1).forEach(out::println);
        }
        out.flush();
        return 0;
    }

    private Matrix matrix() {
        try {
            return Matrix.of(knowledge.law(), Day.orToday(day), from, to, data);
        } catch (LawDataException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }
}
