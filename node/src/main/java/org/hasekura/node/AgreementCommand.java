package org.hasekura.node;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
}
