package org.hasekura.node;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hasekura agreement}: what a running node has agreed with its peers. */
@Command(name = "agreement", description = "What a running node has agreed.", mixinStandardHelpOptions = true)
final class AgreementCommand {

    private static final String PATH = "/api/agreements";

    @Command(name = "list", description = "Lists the agreements.", mixinStandardHelpOptions = true)
    int list(@Mixin NodeOptions node) throws CommandFailed {
        return node.show(node.client().get(PATH), List.of("id", "role", "peer", "dataset", "agreed"));
    }

    @Command(name = "show", description = "Shows one agreement with its terms.", mixinStandardHelpOptions = true)
    int show(@Mixin NodeOptions node, @Parameters(paramLabel = "ID") String id) throws CommandFailed {
        return node.show(node.client().get(ApiPath.of(PATH, id)), List.of());
    }

    @Command(
            name = "end",
            description = "Ends an agreement before its time, and what runs under it. Both sides keep their evidence.",
            mixinStandardHelpOptions = true)
    int end(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--reason", required = true, description = "why; the peer reads it where a transfer ends")
                    String reason,
            @Option(
                            names = "--role",
                            defaultValue = AskedJson.ROLE,
                            description = "who ends it, for the evidence: ${DEFAULT-VALUE}")
                    String role)
            throws CommandFailed {
        String body =
                new RequestJson().with("reason", reason).with("role", role).write();
        return node.show(
                node.client().post(ApiPath.of(PATH, id, "/end"), body),
                List.of("id", "role", "peer", "dataset", "ended"));
    }
}
