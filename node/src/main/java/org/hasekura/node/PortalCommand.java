package org.hasekura.node;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hasekura portal}: lets people in to the pages of a running node. */
@Command(
        name = "portal",
        description = "Lets people in to the pages of a running node.",
        mixinStandardHelpOptions = true)
final class PortalCommand {

    static final String LINKS = "/api/portal/links";

    @Command(
            name = "link",
            description = "Prints a link that signs one person in, once, within half an hour.",
            mixinStandardHelpOptions = true)
    int link(
            @Mixin NodeOptions node,
            @Option(names = "--name", defaultValue = "operator", description = "who it is for; ${DEFAULT-VALUE}")
                    String name,
            @Option(
                            names = "--roles",
                            paramLabel = "ROLE,...",
                            description =
                                    "what they may act as: provider, consumer, compliance, regulator, operator, secretariat,"
                                            + " analyst, authority, agency; all of them if left out")
                    Optional<String> roles)
            throws CommandFailed {
        String body = new RequestJson()
                .with("name", name)
                .withTexts(
                        "roles",
                        roles.map(each -> Arrays.stream(each.split(",", -1))
                                        .map(String::strip)
                                        .toList())
                                .orElse(List.of()))
                .write();
        byte[] answer = node.client().post(LINKS, body);
        return node.show(answer, List.of("url", "minutes"));
    }
}
