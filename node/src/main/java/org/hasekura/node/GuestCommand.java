package org.hasekura.node;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hasekura guest}: links for counterparties without a node. */
@Command(
        name = "guest",
        description = "Invites counterparties without a node to one dataset of a running node, and ends their links.",
        mixinStandardHelpOptions = true)
final class GuestCommand {

    private static final String PATH = "/api/guests";
    private static final List<String> COLUMNS = List.of(
            "id",
            "organisation",
            "country",
            "dataset",
            "state",
            "until",
            "downloads",
            "confirmed",
            "signed",
            "ended",
            "erased",
            "link");

    /** Who is invited, as this node's people know them. */
    static final class Guest {
        @Option(names = "--organisation", required = true, description = "the name of their organisation")
        private String organisation = "";

        @Option(names = "--country", required = true, description = "where it is seated, such as KE")
        private String country = "";

        @Option(names = "--email", required = true, description = "of their person, where the code goes")
        private String email = "";

        @Option(names = "--source", required = true, description = "where you know all this from")
        private String source = "";

        @Option(names = "--kind", description = "such as business, public-authority; business if left out")
        private Optional<String> kind = Optional.empty();

        @Option(names = "--recipient-role", description = "such as controller, processor; controller if left out")
        private Optional<String> recipientRole = Optional.empty();

        @Option(names = "--subject-to", description = "a law it is subject to beside that of its seat")
        private Optional<String> subjectTo = Optional.empty();
    }

    /** On which ground an address is erased. */
    enum Ground {
        dataSubject,
        authority,
        operator;

        String text() {
            return this == dataSubject ? "data-subject" : name();
        }
    }

    @Command(
            name = "invite",
            description = "Makes a link; it is shown this once. The law is asked first.",
            mixinStandardHelpOptions = true)
    int invite(
            @Mixin NodeOptions node,
            @Mixin Guest guest,
            @Option(names = "--dataset", required = true, description = "what they may have") String dataset,
            @Option(names = "--offer", description = "on which of its offers; the first if left out")
                    Optional<String> offer,
            @Option(names = "--purpose", description = "a purpose to which the offer is narrowed")
                    Optional<String> purpose,
            @Option(names = "--from", description = "first day; today if left out") Optional<String> from,
            @Option(names = "--until", required = true, description = "last day") String until,
            @Option(
                            names = "--downloads",
                            defaultValue = "1",
                            description = "how often the data may be fetched: ${DEFAULT-VALUE}")
                    long downloads,
            @Option(
                            names = "--role",
                            defaultValue = GuestLinkJson.ROLE,
                            description = "who makes it, for the evidence: ${DEFAULT-VALUE}")
                    String role)
            throws CommandFailed {
        String body = new RequestJson()
                .with("dataset", dataset)
                .with("offer", offer)
                .with("organisation", guest.organisation)
                .with("country", guest.country)
                .with("kind", guest.kind)
                .with("recipientRole", guest.recipientRole)
                .with("subjectTo", guest.subjectTo)
                .with("email", guest.email)
                .with("source", guest.source)
                .with("purpose", purpose)
                .with("from", from)
                .with("until", until)
                .withNumber("downloads", Optional.of(downloads))
                .with("role", role)
                .write();
        return node.show(node.client().post(PATH, body), COLUMNS);
    }

    @Command(name = "list", description = "Lists every link, newest first.", mixinStandardHelpOptions = true)
    int list(@Mixin NodeOptions node) throws CommandFailed {
        return node.show(node.client().get(PATH), COLUMNS);
    }

    @Command(
            name = "end",
            description = "Shuts a link at once, and ends what runs under it.",
            mixinStandardHelpOptions = true)
    int end(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--reason", required = true, description = "why; the guest reads it") String reason,
            @Option(
                            names = "--role",
                            defaultValue = GuestLinkJson.ROLE,
                            description = "who ends it, for the evidence: ${DEFAULT-VALUE}")
                    String role)
            throws CommandFailed {
        String body =
                new RequestJson().with("reason", reason).with("role", role).write();
        return node.show(node.client().post(ApiPath.of(PATH, id, "/end"), body), COLUMNS);
    }

    @Command(
            name = "erase",
            description = "Erases the address of a guest's person; the evidence stays whole and says on which ground.",
            mixinStandardHelpOptions = true)
    int erase(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "ID") String id,
            @Option(
                            names = "--ground",
                            required = true,
                            description = "dataSubject (they asked for it), authority or operator")
                    Ground ground)
            throws CommandFailed {
        return node.show(
                node.client().post(ApiPath.of(PATH, id, "/erase"), RequestJson.of("ground", ground.text())), COLUMNS);
    }
}
