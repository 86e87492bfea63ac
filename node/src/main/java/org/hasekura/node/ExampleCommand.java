package org.hasekura.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hasekura example}: prints a file to begin with. */
@Command(
        name = "example",
        description = "Prints a complete file to begin with; docs/datasets.md explains each field.",
        mixinStandardHelpOptions = true)
final class ExampleCommand implements Callable<Integer> {

    /** The kinds of file that a person writes. */
    enum Kind {
        dataset,
        personalDataset,
        participant,
        terms,
        cases;

        @Override
        public String toString() {
            return this == personalDataset ? "personal-dataset" : name();
        }
    }

    @Parameters(
            paramLabel = "NAME",
            description = "dataset, personal-dataset, participant, terms or cases",
            converter = KindConverter.class)
    private Kind kind = Kind.dataset;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    static final class KindConverter implements picocli.CommandLine.ITypeConverter<Kind> {
        @Override
        public Kind convert(String text) {
            for (Kind each : Kind.values()) {
                if (each.toString().equals(text.toLowerCase(Locale.ROOT))) {
                    return each;
                }
            }
            throw new picocli.CommandLine.TypeConversionException("there is no example `" + text
                    + "`; there are dataset, personal-dataset, participant, terms and cases");
        }
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text(kind));
        out.flush();
        return 0;
    }

    static String text(Kind kind) throws IOException {
        String resource = "examples/" + kind + ".json";
        try (InputStream in = Objects.requireNonNull(
                ExampleCommand.class.getResourceAsStream(resource), () -> "the jar lacks " + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
