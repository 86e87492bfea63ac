package org.hasekura.node;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hasekura receipt}: writes a proof of what a running node did to a file that anybody can check offline. */
@Command(
        name = "receipt",
        description = "Writes a proof of what a running node did; `hasekura verify` checks it.",
        mixinStandardHelpOptions = true)
final class ReceiptCommand implements Callable<Integer> {

    @Mixin
    private NodeOptions node = new NodeOptions();

    @Option(names = "--process", paramLabel = "PID", description = "of this negotiation or transfer")
    private Optional<String> process = Optional.empty();

    @Option(names = "--index", paramLabel = "N", description = "of this entry of the node's evidence")
    private Optional<Long> index = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "where the receipt is written")
    private Path out = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        if (process.isPresent() == index.isPresent()) {
            throw new ParameterException(spec.commandLine(), "say of what: either --process PID or --index N");
        }
        String body = new RequestJson()
                .with("process", process)
                .withNumber("index", index)
                .write();
        return node.save(node.client().post("/api/receipts", body), out);
    }
}
