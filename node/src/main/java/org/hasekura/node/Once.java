package org.hasekura.node;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hasekura.evidence.Hash;
import org.hasekura.exchange.Change;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.store.KeptAnswers;

/**
 * Requests that change something, done once however often they arrive: under the same {@code Idempotency-Key} the same
 * request gets the same answer for {@link Riding#KEPT}, the answer becoming durable in one commit with what it tells of. What
 * was refused has changed nothing, and is judged anew. draft-ietf-httpapi-idempotency-key-header.
 */
final class Once {

    private final AnswersJson answers;
    private final KeptAnswers kept;
    private final Clock clock;

    // Keys of requests that are being served; one process has the store, so that no other can have the same.
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

    Once(AnswersJson answers, KeptAnswers kept, Clock clock) {
        this.answers = answers;
        this.kept = kept;
        this.clock = clock;
    }

    /** The handler behind the keys and conditions that its description says it takes. */
    Handler of(Operation operation, Handler handler) {
        return request -> {
            Optional<List<String>> versions = operation.isGuarded() ? EntityTags.wanted(request) : Optional.empty();
            Optional<String> sent = operation.isOnce() ? request.header("Idempotency-Key") : Optional.empty();
            Optional<String> key = sent.map(Once::unquoted);
            if (key.isEmpty()) {
                return versions.isEmpty()
                        ? handler.handle(request)
                        : new Riding(answers, clock, versions, Optional.empty()).serve(handler, request);
            }
            if (!key.get().matches("[!-~]{1,255}")) {
                return Response.refused(
                        400, "`Idempotency-Key` takes 1 to 255 characters of ASCII without spaces, such as a UUID");
            }
            var name = new Riding.Name(key.get(), hash(request));
            return named(request, name, new Riding(answers, clock, versions, Optional.of(name)), handler);
        };
    }

    private Response named(Request request, Riding.Name name, Riding riding, Handler handler) throws StoreFailed {
        if (!inFlight.add(name.key())) {
            return Response.refused(Problem.of(
                            ProblemKind.IN_FLIGHT,
                            "a request with this `Idempotency-Key` is being answered; ask again a little later"))
                    .with("Retry-After", "1");
        }
        try {
            Optional<Change.Answered> before = kept.find(name.key(), clock.instant());
            if (before.isEmpty()) {
                return riding.serve(handler, request);
            }
            return before.get().request().equals(name.request())
                    ? KeptAnswerJson.read(before.get().answer()).with("Idempotency-Replayed", "true")
                    : Response.refused(
                            Problem.of(
                                    ProblemKind.KEY_REUSED,
                                    "this `Idempotency-Key` was used for another request; make a new key for each new request"));
        } finally {
            inFlight.remove(name.key());
        }
    }

    private static String hash(Request request) {
        String head = request.method() + " " + request.path() + "\n";
        return Hash.sha256(head.getBytes(StandardCharsets.UTF_8), request.body())
                .hex();
    }

    /** The draft has the key as a string of RFC 8941, in quotes; most programs leave them out. */
    private static String unquoted(String header) {
        String value = header.strip();
        return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
