package org.hasekura.node;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hasekura negotiation}: the negotiations of a running node. */
@Command(name = "negotiation", description = "The negotiations of a running node.", mixinStandardHelpOptions = true)
final class NegotiationCommand {

    private static final String PATH = "/api/negotiations";

    @Command(name = "list", description = "Lists the negotiations.", mixinStandardHelpOptions = true)
    int list(@Mixin NodeOptions node) throws CommandFailed {
        return node.show(
                node.client().get(PATH),
                List.of("pid", "role", "state", "peer", "dataset", "agreement", "waiting", "reason"));
    }

    @Command(name = "show", description = "Shows one negotiation.", mixinStandardHelpOptions = true)
    int show(@Mixin NodeOptions node, @Parameters(paramLabel = "PID") String pid) throws CommandFailed {
        return node.show(node.client().get(ApiPath.of(PATH, pid)), List.of());
    }

    @Command(
            name = "start",
            description = "Asks a peer for a dataset; `negotiation show PID` tells what became of it.",
            mixinStandardHelpOptions = true)
    int start(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "PEER", description = "the DID of the peer") String peer,
            @Parameters(paramLabel = "DATASET", description = "its id in the catalog of the peer") String dataset,
            @Option(names = "--offer", paramLabel = "ID", required = true, description = "which of its offers")
                    String offer,
            @Option(
                            names = "--terms",
                            paramLabel = "FILE",
                            description = "the terms to ask for, in ODRL JSON; `hasekura example terms` shows one")
                    Optional<Path> terms)
            throws CommandFailed {
        RequestJson request =
                new RequestJson().with("peer", peer).with("dataset", dataset).with("offer", offer);
        return node.show(node.client().post(PATH, withTerms(request, terms).write()), List.of());
    }

    @Command(
            name = "offer",
            description =
                    "Offers a dataset of this node to a participant, who accepts, answers with other terms, or ends it.",
            mixinStandardHelpOptions = true)
    int offer(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "PEER", description = "the DID of the participant") String peer,
            @Parameters(paramLabel = "DATASET", description = "its id on this node") String dataset,
            @Option(names = "--offer", paramLabel = "ID", description = "which of its offers; the first if left out")
                    Optional<String> offer)
            throws CommandFailed {
        RequestJson request = new RequestJson().with("peer", peer).with("dataset", dataset);
        RequestJson whole = offer.isPresent() ? request.with("offer", offer.get()) : request;
        return node.show(node.client().post("/api/offers", whole.write()), List.of());
    }

    @Command(name = "accept", description = "Accepts what the provider offers.", mixinStandardHelpOptions = true)
    int accept(@Mixin NodeOptions node, @Parameters(paramLabel = "PID") String pid) throws CommandFailed {
        return act(node, pid, "accept", new RequestJson());
    }

    @Command(name = "decide", description = "Decides what was left to a person.", mixinStandardHelpOptions = true)
    int decide(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "PID") String pid,
            @Parameters(paramLabel = "agree|refuse") Decision decision,
            @Option(names = "--reason", required = true, description = "why, for the evidence") String reason)
            throws CommandFailed {
        return act(
                node,
                pid,
                "decide",
                new RequestJson().with("decision", decision.name()).with("reason", reason));
    }

    /** What a person may say to what the law leaves open. */
    enum Decision {
        agree,
        refuse
    }

    @Command(name = "counter", description = "Answers with other terms.", mixinStandardHelpOptions = true)
    int counter(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "PID") String pid,
            @Option(
                            names = "--terms",
                            paramLabel = "FILE",
                            required = true,
                            description = "the terms, in ODRL JSON; `hasekura example terms` shows one")
                    Path terms)
            throws CommandFailed {
        return act(node, pid, "counter", withTerms(new RequestJson(), Optional.of(terms)));
    }

    @Command(name = "terminate", description = "Ends a negotiation.", mixinStandardHelpOptions = true)
    int terminate(
            @Mixin NodeOptions node,
            @Parameters(paramLabel = "PID") String pid,
            @Option(names = "--reason", required = true, description = "why, for the peer and the evidence")
                    String reason)
            throws CommandFailed {
        return act(node, pid, "terminate", new RequestJson().with("reason", reason));
    }

    private static int act(NodeOptions node, String pid, String act, RequestJson request) throws CommandFailed {
        return node.show(node.client().post(ApiPath.of(PATH, pid, "/", act), request.write()), List.of());
    }

    private static RequestJson withTerms(RequestJson request, Optional<Path> terms) throws CommandFailed {
        return terms.isPresent()
                ? request.withJson("terms", "`" + terms.get() + "`", NodeOptions.text(terms.get()))
                : request;
    }
}
