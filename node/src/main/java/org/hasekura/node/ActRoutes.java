package org.hasekura.node;

import java.util.Locale;
import java.util.Optional;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.Conversation;
import org.hasekura.exchange.Conversations;
import org.hasekura.exchange.Pids;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.State;
import org.hasekura.exchange.StoreFailed;

/** What this node's own people do with conversations of one kind: the same for negotiations and transfers. */
final class ActRoutes<P extends Conversation<S>, S extends State, A> {

    private final String schema;
    private final String plural;
    private final Conversations<P, S, ?, A> conversations;
    private final Finder<P> finder;
    private final Writer<P> writer;

    /** The conversation of this name, whichever part this node plays in it. */
    interface Finder<P> {
        Optional<P> find(String pid) throws StoreFailed;
    }

    /** Shows a conversation, new or not. */
    interface Writer<P> {
        Response.Whole write(P conversation, boolean isNew);
    }

    /** What somebody does, by what the body says. */
    interface Doing<P, A> {
        A act(P conversation, byte[] body) throws ManagementJson.BadInput;
    }

    /** @param schema of one of them in the API's document, such as {@code Transfer} */
    ActRoutes(String schema, Conversations<P, S, ?, A> conversations, Finder<P> finder, Writer<P> writer) {
        this.schema = schema;
        this.plural = schema.toLowerCase(Locale.ROOT) + "s";
        this.conversations = conversations;
        this.finder = finder;
        this.writer = writer;
    }

    /** @param body the schema of what it takes */
    Route act(String act, String summary, String body, Doing<P, A> doing) {
        return OwnRoute.post(
                path(act),
                request -> taken(request, conversation -> {
                    A what = doing.act(conversation, request.body());
                    return conversations.act(conversation.pid(), what);
                }),
                operation(act, summary, body, "done, and the peer is being told"));
    }

    /** What a person decides that the law or the dataset leaves open. */
    Route decide(String summary) {
        return OwnRoute.post(
                path("decide"),
                request -> taken(request, conversation -> {
                    AskedJson.Decision decision = AskedJson.decision(request.body());
                    return conversations.decide(
                            conversation.pid(), decision.permits(), decision.role(), decision.reason());
                }),
                operation("decide", summary, "Decision", "decided"));
    }

    private String path(String act) {
        return "/api/" + plural + "/{pid}/" + act;
    }

    private Operation operation(String act, String summary, String body, String done) {
        return Operation.of(plural, act + schema, summary)
                .taking(body)
                .answering(200, schema, done)
                .once()
                .guarded();
    }

    private interface Step<P> {
        Answer<P> take(P conversation) throws ManagementJson.BadInput, StoreFailed;
    }

    private Response taken(Request request, Step<P> step) throws ManagementJson.BadInput, StoreFailed {
        Optional<P> found = finder.find(request.parameter("pid"));
        if (found.isEmpty()) {
            return nothing();
        }
        Optional<Response.Refused> stale =
                EntityTags.refusal(request, found.get().version());
        return stale.isPresent() ? stale.get() : answer(step.take(found.get()));
    }

    Response answer(Answer<P> answer) {
        return switch (answer) {
            case Answer.Taken<P>(P conversation, boolean opened) -> writer.write(conversation, opened);
            case Answer.Refused<P>(Pids _, Reason reason) ->
                Response.refused(409, String.join("; ", reason.sentences()));
            case Answer.NotFound<P> _ -> nothing();
            case Answer.TokenReused<P> _ -> Response.refused(409, "the token was used before");
            case Answer.Busy<P> _ -> busy();
        };
    }

    /** Nothing was changed, and may be when it is asked again. */
    static Response busy() {
        return busy("too much at once; ask again a little later");
    }

    /** The same, with what keeps it. */
    static Response busy(String sentence) {
        return Response.refused(503, sentence).with("Retry-After", "1");
    }

    /** There is none of that name. */
    static Response nothing() {
        return Response.refused(404, "there is no such thing");
    }
}
