package org.hasekura.node;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hasekura api}: what programs can ask of a running node. */
@Command(
        name = "api",
        description = "Prints the management API of a running node, as an OpenAPI 3.1 document.",
        mixinStandardHelpOptions = true)
final class ApiCommand implements Callable<Integer> {

    @Mixin
    private NodeOptions node = new NodeOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "writes it there instead")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        byte[] document = node.client().get(ManagementApi.DOCUMENT);
        if (out.isPresent()) {
            return node.save(document, out.get());
        }
        spec.commandLine().getOut().print(AnswerJson.pretty(document));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
