package org.hasekura.node;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hasekura webhook}: whom a running node tells of events. */
@Command(name = "webhook", description = "Whom a running node tells of events.", mixinStandardHelpOptions = true)
final class WebhookCommand {

    private static final String PATH = "/api/webhooks";

    @Command(name = "list", description = "Lists the webhooks.", mixinStandardHelpOptions = true)
    int list(@Mixin NodeOptions node) throws CommandFailed {
        return node.show(node.client().get(PATH), List.of("id", "state", "address", "types", "position"));
    }

    @Command(
            name = "show",
            description = "Shows one webhook, and how far it was told.",
            mixinStandardHelpOptions = true)
    int show(@Mixin NodeOptions node, @Parameters(paramLabel = "ID") String id) throws CommandFailed {
        return node.show(node.client().get(ApiPath.of(PATH, id)), List.of());
    }

    @Command(
            name = "add",
            description = "Has an address told of events, signed as Standard Webhooks; shows its secret, this once.",
            mixinStandardHelpOptions = true)
    int add(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "URL", description = "where the messages go") String address,
            @Option(
                            names = "--types",
                            paramLabel = "TYPE",
                            split = ",",
                            description = "these alone, for example negotiation.*,transfer.completed")
                    List<String> types,
            @Option(names = "--from", paramLabel = "ID", description = "begins with this event") Optional<Long> from)
            throws CommandFailed {
        String body = new RequestJson()
                .with("address", address)
                .withTexts("types", Optional.ofNullable(types).orElse(List.of()))
                .withNumber("from", from)
                .write();
        return node.show(node.client().post(PATH, body), List.of());
    }

    @Command(name = "test", description = "Sends it a message, now and once.", mixinStandardHelpOptions = true)
    int test(@Mixin NodeOptions node, @Parameters(paramLabel = "ID") String id) throws CommandFailed {
        return act(node, id, "test");
    }

    @Command(
            name = "rotate",
            description = "Gives it a new secret; the one before signs too for 24 hours.",
            mixinStandardHelpOptions = true)
    int rotate(@Mixin NodeOptions node, @Parameters(paramLabel = "ID") String id) throws CommandFailed {
        return act(node, id, "rotate");
    }

    @Command(
            name = "enable",
            description = "Has it told again, from where it stopped.",
            mixinStandardHelpOptions = true)
    int enable(@Mixin NodeOptions node, @Parameters(paramLabel = "ID") String id) throws CommandFailed {
        return act(node, id, "enable");
    }

    @Command(name = "disable", description = "Has it told nothing for a while.", mixinStandardHelpOptions = true)
    int disable(@Mixin NodeOptions node, @Parameters(paramLabel = "ID") String id) throws CommandFailed {
        return act(node, id, "disable");
    }

    @Command(
            name = "remove",
            description = "Has it told nothing more, and forgets it.",
            mixinStandardHelpOptions = true)
    int remove(@Mixin NodeOptions node, @Parameters(paramLabel = "ID") String id) throws CommandFailed {
        return node.show(node.client().delete(ApiPath.of(PATH, id)), List.of());
    }

    private static int act(NodeOptions node, String id, String act) throws CommandFailed {
        return node.show(node.client().post(ApiPath.of(PATH, id, "/" + act), ""), List.of());
    }
}
