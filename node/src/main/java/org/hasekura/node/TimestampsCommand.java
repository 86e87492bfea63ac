package org.hasekura.node;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hasekura timestamps}: how it stands with the authorities that stamp a running node's log. */
@Command(
        name = "timestamps",
        description = "Shows the timestamp authorities (RFC 3161) of a running node, and whether it takes new work.",
        mixinStandardHelpOptions = true)
final class TimestampsCommand implements Callable<Integer> {

    private static final List<String> COLUMNS =
            List.of("name", "label", "stamps", "entries", "at", "next", "failures", "reason");

    @Mixin
    private NodeOptions node = new NodeOptions();

    @Option(names = "--lang", paramLabel = "en|ja", description = "the language of the answer")
    private Language language = Language.en;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        byte[] answer = node.client().get("/api/timestamps");
        if (!node.wantsJson()) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(TimestampJson.words(answer, language));
        }
        return node.show(answer, COLUMNS);
    }
}
