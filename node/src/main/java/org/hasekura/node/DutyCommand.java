package org.hasekura.node;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.Hash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hasekura duty}: what agreements of a running node oblige to, and that it is done. */
@Command(
        name = "duty",
        description = "The duties of agreements, and statements that one is fulfilled.",
        mixinStandardHelpOptions = true)
final class DutyCommand {

    private static final String PATH = "/api/agreements";
    private static final int DOCUMENT_BYTES_MAX = 256 << 20;
    private static final List<String> COLUMNS = List.of("duty", "bearers", "since", "dueBy", "fulfilled");

    @Command(name = "list", description = "Lists the duties of an agreement.", mixinStandardHelpOptions = true)
    int list(@Mixin NodeOptions node, @Parameters(paramLabel = "AGREEMENT") String agreement) throws CommandFailed {
        return node.show(node.client().get(ApiPath.of(PATH, agreement, "/duties")), COLUMNS);
    }

    @Command(
            name = "fulfil",
            description = "States that a duty is fulfilled. The document stays here; its SHA-256 goes to the node.",
            mixinStandardHelpOptions = true)
    int fulfil(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "AGREEMENT") String agreement,
            @Option(names = "--duty", paramLabel = "ID", required = true, description = "as `duty list` shows it")
                    String duty,
            @Option(names = "--statement", required = true, description = "what was done, kept apart from the evidence")
                    String statement,
            @Option(names = "--document", paramLabel = "FILE", description = "the document that shows it")
                    Optional<Path> document,
            @Option(
                            names = "--role",
                            defaultValue = DutyJson.ROLE,
                            description = "who states it, for the evidence: ${DEFAULT-VALUE}")
                    String role)
            throws CommandFailed {
        RequestJson body = new RequestJson()
                .with("duty", duty)
                .with("statement", statement)
                .with("role", role);
        if (document.isPresent()) {
            body.with(
                    "documentSha256",
                    Hash.sha256(FileInput.bytes(document.get(), DOCUMENT_BYTES_MAX))
                            .hex());
        }
        return node.show(node.client().post(ApiPath.of(PATH, agreement, "/duties"), body.write()), COLUMNS);
    }
}
