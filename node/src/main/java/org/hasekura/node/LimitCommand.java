package org.hasekura.node;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hasekura limit}: whom a running node must not be connected with. */
@Command(
        name = "limit",
        description = "Limits connections of a running node, by party, country or supplier.",
        mixinStandardHelpOptions = true)
final class LimitCommand {

    private static final String PATH = "/api/limits";
    private static final List<String> COLUMNS = List.of(
            "id", "party", "country", "supplier", "effect", "from", "until", "reason", "citation", "role", "lifted");

    /** Whom the limit meets: one of the three. */
    static final class Target {
        @Option(names = "--party", description = "one participant, by its DID")
        private Optional<String> party = Optional.empty();

        @Option(names = "--country", description = "all participants of a country, such as KE")
        private Optional<String> country = Optional.empty();

        @Option(names = "--supplier", description = "all whose connection rests on this supplier, by the register")
        private Optional<String> supplier = Optional.empty();
    }

    enum Effect {
        suspend,
        terminate
    }

    @Command(
            name = "add",
            description = "Limits connections from now on or from a day on; what runs stops at once.",
            mixinStandardHelpOptions = true)
    int add(
            @Mixin NodeOptions node,
            @ArgGroup(multiplicity = "1") Target target,
            @Option(
                            names = "--effect",
                            defaultValue = "suspend",
                            description =
                                    "what becomes of transfers that run: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE}")
                    Effect effect,
            @Option(names = "--from", description = "a day (UTC) or an instant; now if left out") Optional<String> from,
            @Option(names = "--until", description = "the last day (UTC), or the instant before which it holds")
                    Optional<String> until,
            @Option(names = "--reason", required = true, description = "why; participants are told") String reason,
            @Option(names = "--citation", required = true, description = "the act, order or decision it rests on")
                    String citation,
            @Option(
                            names = "--role",
                            defaultValue = ConnectionLimitJson.ROLE,
                            description = "who gives it, for the evidence: ${DEFAULT-VALUE}")
                    String role)
            throws CommandFailed {
        String body = new RequestJson()
                .with("party", target.party)
                .with("country", target.country)
                .with("supplier", target.supplier)
                .with("effect", effect.name())
                .with("from", from)
                .with("until", until)
                .with("reason", reason)
                .with("citation", citation)
                .with("role", role)
                .write();
        return node.show(node.client().post(PATH, body), COLUMNS);
    }

    @Command(
            name = "reach",
            description = "Shows whom a limit would meet and what it would stop if it held now; orders nothing.",
            mixinStandardHelpOptions = true)
    int reach(
            @Mixin NodeOptions node,
            @ArgGroup(multiplicity = "1") Target target,
            @Option(
                            names = "--effect",
                            defaultValue = "suspend",
                            description =
                                    "what would become of transfers that run: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE}")
                    Effect effect,
            @Option(
                            names = "--lang",
                            paramLabel = "en|ja",
                            defaultValue = "en",
                            description = "the language of the answer")
                    Language language)
            throws CommandFailed {
        String body = new RequestJson()
                .with("party", target.party)
                .with("country", target.country)
                .with("supplier", target.supplier)
                .with("effect", effect.name())
                .write();
        byte[] answer = node.client().post(PATH + "/reach", body);
        return node.wantsJson() ? node.show(answer, COLUMNS) : node.say(LimitReachJson.words(answer, language));
    }

    @Command(name = "list", description = "Lists every limit, newest first.", mixinStandardHelpOptions = true)
    int list(@Mixin NodeOptions node) throws CommandFailed {
        return node.show(node.client().get(PATH), COLUMNS);
    }

    @Command(
            name = "lift",
            description = "Ends a limit; transfers that it alone had suspended go on.",
            mixinStandardHelpOptions = true)
    int lift(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--reason", required = true, description = "why, kept apart from the evidence")
                    String reason,
            @Option(
                            names = "--role",
                            defaultValue = ConnectionLimitJson.ROLE,
                            description = "who lifts it, for the evidence: ${DEFAULT-VALUE}")
                    String role)
            throws CommandFailed {
        String body =
                new RequestJson().with("reason", reason).with("role", role).write();
        return node.show(node.client().post(ApiPath.of(PATH, id, "/lift"), body), COLUMNS);
    }
}
