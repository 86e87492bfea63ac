package org.hasekura.node;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hasekura transfer}: the transfers of a running node. */
@Command(name = "transfer", description = "The transfers of a running node.", mixinStandardHelpOptions = true)
final class TransferCommand {

    private static final String PATH = "/api/transfers";

    @Command(name = "list", description = "Lists the transfers.", mixinStandardHelpOptions = true)
    int list(@Mixin NodeOptions node) throws CommandFailed {
        return node.show(
                node.client().get(PATH), List.of("pid", "role", "state", "peer", "agreement", "bytes", "sha256"));
    }

    @Command(name = "show", description = "Shows one transfer.", mixinStandardHelpOptions = true)
    int show(@Mixin NodeOptions node, @Parameters(paramLabel = "PID") String pid) throws CommandFailed {
        return node.show(node.client().get(ApiPath.of(PATH, pid)), List.of());
    }

    @Command(name = "start", description = "Asks for the data of an agreement.", mixinStandardHelpOptions = true)
    int start(@Mixin NodeOptions node, @Parameters(paramLabel = "AGREEMENT") String agreement) throws CommandFailed {
        return node.show(node.client().post(PATH, RequestJson.of("agreement", agreement)), List.of());
    }

    @Command(name = "suspend", description = "Stops the bytes for a while.", mixinStandardHelpOptions = true)
    int suspend(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "PID") String pid,
            @Option(names = "--reason", description = "why, for the peer and the evidence") Optional<String> reason)
            throws CommandFailed {
        return act(node, pid, "suspend", reason);
    }

    @Command(name = "resume", description = "Lets the bytes go on.", mixinStandardHelpOptions = true)
    int resume(@Mixin NodeOptions node, @Parameters(paramLabel = "PID") String pid) throws CommandFailed {
        return act(node, pid, "resume", Optional.empty());
    }

    @Command(name = "terminate", description = "Stops the bytes for good.", mixinStandardHelpOptions = true)
    int terminate(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "PID") String pid,
            @Option(names = "--reason", required = true, description = "why, for the peer and the evidence")
                    String reason)
            throws CommandFailed {
        return act(node, pid, "terminate", Optional.of(reason));
    }

    @Command(name = "complete", description = "Says that all has come.", mixinStandardHelpOptions = true)
    int complete(@Mixin NodeOptions node, @Parameters(paramLabel = "PID") String pid) throws CommandFailed {
        return act(node, pid, "complete", Optional.empty());
    }

    @Command(
            name = "decide",
            description = "Says whether a transfer goes on that the law leaves open.",
            mixinStandardHelpOptions = true)
    int decide(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "PID") String pid,
            @Parameters(paramLabel = "DECISION", description = "agree or refuse") NegotiationCommand.Decision decision,
            @Option(names = "--reason", required = true, description = "why, kept apart from the evidence")
                    String reason,
            @Option(
                            names = "--role",
                            defaultValue = "compliance-officer",
                            description = "who decides, for the evidence: ${DEFAULT-VALUE}")
                    String role)
            throws CommandFailed {
        String body = new RequestJson()
                .with("decision", decision.name())
                .with("reason", reason)
                .with("role", role)
                .write();
        return node.show(node.client().post(ApiPath.of(PATH, pid, "/decide"), body), List.of());
    }

    private static int act(NodeOptions node, String pid, String act, Optional<String> reason) throws CommandFailed {
        String body = new RequestJson().with("reason", reason).write();
        return node.show(node.client().post(ApiPath.of(PATH, pid, "/", act), body), List.of());
    }
}
