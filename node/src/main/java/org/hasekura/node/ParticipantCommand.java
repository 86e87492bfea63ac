package org.hasekura.node;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hasekura participant}: whom a running node knows, and what it knows of them. */
@Command(
        name = "participant",
        description = "Whom a running node knows, with the source of each fact.",
        mixinStandardHelpOptions = true)
final class ParticipantCommand {

    private static final String PATH = "/api/participants";
    private static final List<String> COLUMNS =
            List.of("did", "name", "country", "role", "kind", "sector", "subjectTo", "safeguards");

    @Command(name = "list", description = "Lists the participants.", mixinStandardHelpOptions = true)
    int list(@Mixin NodeOptions node) throws CommandFailed {
        return node.show(node.client().get(PATH), COLUMNS);
    }

    @Command(
            name = "set",
            description =
                    "Records facts about a participant, described in a JSON file; those of before are replaced. `hasekura example participant` shows such a file.",
            mixinStandardHelpOptions = true)
    int set(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "FILE", description = "the facts, dated, each with its source") Path file)
            throws CommandFailed {
        return node.show(node.client().put(PATH, NodeOptions.text(file)), COLUMNS);
    }
}
