package org.hasekura.node;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hasekura auditor}: who may read the evidence of a running node from outside. */
@Command(
        name = "auditor",
        description = "Gives an auditor access to the evidence of a running node, for a time, and ends it.",
        mixinStandardHelpOptions = true)
final class AuditorCommand {

    private static final String PATH = "/api/audit-access";
    private static final List<String> COLUMNS = List.of("id", "name", "given", "expires", "role", "revoked");

    @Command(
            name = "grant",
            description = "Gives access; the token and the link are shown this once. It is evidence, as is each use.",
            mixinStandardHelpOptions = true)
    int grant(
            @Mixin NodeOptions node,
            @Option(names = "--name", required = true, description = "the office it is for, never a person")
                    String name,
            @Option(names = "--days", defaultValue = "14", description = "for so many days: ${DEFAULT-VALUE}")
                    long days,
            @Option(
                            names = "--role",
                            defaultValue = DutyJson.ROLE,
                            description = "who gives it, for the evidence: ${DEFAULT-VALUE}")
                    String role)
            throws CommandFailed {
        String body = new RequestJson()
                .with("name", name)
                .withNumber("days", Optional.of(days))
                .with("role", role)
                .write();
        return node.show(node.client().post(PATH, body), COLUMNS);
    }

    @Command(name = "list", description = "Lists every access, newest first.", mixinStandardHelpOptions = true)
    int list(@Mixin NodeOptions node) throws CommandFailed {
        return node.show(node.client().get(PATH), COLUMNS);
    }

    @Command(name = "revoke", description = "Ends access before its time, at once.", mixinStandardHelpOptions = true)
    int revoke(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "ID") String id,
            @Option(
                            names = "--role",
                            defaultValue = DutyJson.ROLE,
                            description = "who ends it, for the evidence: ${DEFAULT-VALUE}")
                    String role)
            throws CommandFailed {
        return node.show(node.client().post(ApiPath.of(PATH, id, "/revoke"), RequestJson.of("role", role)), COLUMNS);
    }
}
