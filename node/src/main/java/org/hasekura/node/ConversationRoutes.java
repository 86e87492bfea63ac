package org.hasekura.node;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.hasekura.evidence.Hash;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.Conversation;
import org.hasekura.exchange.Conversations;
import org.hasekura.exchange.DspError;
import org.hasekura.exchange.Inbound;
import org.hasekura.exchange.Message;
import org.hasekura.exchange.Pids;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.State;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.policy.Reading;

/**
 * Where peers speak to this node in conversations of one kind. For each request: schema, then who it is, then whether it is
 * theirs (404), then the exchange.
 *
 * @param <P> the conversation
 * @param <S> its states
 * @param <M> its messages
 */
final class ConversationRoutes<P extends Conversation<S>, S extends State, M extends Message<S>> {

    /** Reads a body of at most so many bytes. */
    interface Reader<M> {
        Reading<M> read(byte[] body, int bytesMax);
    }

    /**
     * How a kind of conversation looks on the wire.
     *
     * @param base the path of them all
     * @param opening last steps of the paths of messages that open one, with the {@code @type} each takes
     * @param within the same for messages within one, below its pid
     */
    record Wire<S, M>(
            DspError.Kind error,
            String base,
            Map<String, String> opening,
            Map<String, String> within,
            Reader<M> reader,
            BiFunction<Pids, S, byte[]> view) {}

    private final Wire<S, M> wire;
    private final Conversations<P, S, M, ?> conversations;
    private final Doorway doorway;
    private final int bodyBytesMax;
    private final DspAnswers answers;

    ConversationRoutes(Wire<S, M> wire, Conversations<P, S, M, ?> conversations, Doorway doorway, int bodyBytesMax) {
        this.wire = wire;
        this.conversations = conversations;
        this.doorway = doorway;
        this.bodyBytesMax = bodyBytesMax;
        this.answers = new DspAnswers(wire.error());
    }

    List<Route> routes() {
        var routes = new ArrayList<Route>();
        routes.add(Route.get(wire.base() + "/{pid}", this::shown));
        new TreeMap<>(wire.opening())
                .forEach((path, type) ->
                        routes.add(post("/" + path, request -> said(request, type, Optional.empty()))));
        new TreeMap<>(wire.within())
                .forEach((path, type) -> routes.add(
                        post("/{pid}/" + path, request -> said(request, type, Optional.of(request.parameter("pid"))))));
        return routes;
    }

    private Route post(String path, Handler handler) {
        return Route.post(wire.base() + path, bodyBytesMax, handler);
    }

    /**
     * Where it stands as the asking side knows it: that side may have acknowledged our last message and ask before its
     * acknowledgement is on our disk.
     */
    private Response shown(Request request) throws StoreFailed {
        return switch (doorway.read(request)) {
            case Doorway.Seen.TurnedAway away -> answers.away(away);
            case Doorway.Seen.Known known -> {
                Optional<P> found = conversations.shown(known.did(), request.parameter("pid"));
                yield found.isPresent()
                        ? json(
                                200,
                                wire.view()
                                        .apply(found.get().pids(), found.get().effective()))
                        : answers.notFound();
            }
        };
    }

    private Response said(Request request, String type, Optional<String> pid) throws StoreFailed {
        return switch (wire.reader().read(request.body(), bodyBytesMax)) {
            case Reading.Refused<M> invalid -> answers.invalid(invalid.sentence());
            case Reading.Read<M>(M message) -> {
                boolean isHere = message.type().split(":", 2)[0].equals(type);
                yield isHere
                        ? heard(request, message, pid)
                        : answers.invalid("`@type` is `" + message.type() + "`; this path takes a `" + type + "`");
            }
        };
    }

    private Response heard(Request request, M message, Optional<String> pid) throws StoreFailed {
        return switch (doorway.write(request)) {
            case Doorway.Seen.TurnedAway away -> answers.away(away);
            case Doorway.Seen.Known known ->
                pid.isPresent()
                        ? answered(conversations.receive(inbound(request, known), pid.get(), message))
                        : opened(request, message, known);
        };
    }

    private Response opened(Request request, M message, Doorway.Seen.Known known) throws StoreFailed {
        Optional<URI> callback = message.answersTo();
        if (callback.isEmpty()) {
            return answers.invalid("a `" + message.type() + "` does not open a "
                    + message.kind().word());
        }
        Optional<String> fault =
                doorway.callbackFault(known.token(), callback.get().toString());
        return fault.isPresent()
                ? answers.invalid(fault.get())
                : answered(conversations.open(inbound(request, known), message));
    }

    private Inbound inbound(Request request, Doorway.Seen.Known known) {
        byte[] body = request.body();
        return new Inbound(
                known.did(),
                doorway.use(known.token()),
                new String(body, StandardCharsets.UTF_8),
                Hash.sha256(body).hex());
    }

    private Response answered(Answer<P> answer) {
        return switch (answer) {
            case Answer.Taken<P>(P conversation, boolean opened) ->
                json(opened ? 201 : 200, wire.view().apply(conversation.pids(), conversation.state()));
            case Answer.Refused<P>(Pids pids, Reason reason) -> answers.refused(pids, reason);
            case Answer.NotFound<P> _ -> answers.notFound();
            case Answer.TokenReused<P> _ -> answers.tokenReused();
            case Answer.Busy<P> _ -> answers.busy();
        };
    }

    private static Response json(int status, byte[] body) {
        return new Response.Whole(status, "application/json", body, Map.of());
    }
}
