package org.hasekura.node;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.Change;
import org.hasekura.exchange.Commit;
import org.hasekura.exchange.StoreFailed;

/**
 * What a request of this node's own people adds to the commit that it leads to: the condition that it is about a certain
 * version, and its answer under the name it was given. So both hold with the change or not at all, and the exchange knows
 * nothing of HTTP.
 *
 * <p>A step runs to completion on the thread of the request, and its commit is asked for there. What a request makes others
 * do later, on other threads, is none of its own.
 */
final class Riding {

    /** How long an answer is kept for its request to be repeated. */
    static final Duration KEPT = Duration.ofHours(24);

    private static final ScopedValue<Riding> CURRENT = ScopedValue.newInstance();

    private final AnswersJson answers;
    private final Clock clock;
    private final Optional<List<String>> versions;
    private final Optional<Name> name;

    // Owned by the thread of the request.
    private Optional<Change.Answered> answered = Optional.empty();

    /** What the request is called, and a hash of all that it asks. */
    record Name(String key, String request) {}

    Riding(AnswersJson answers, Clock clock, Optional<List<String>> versions, Optional<Name> name) {
        this.answers = answers;
        this.clock = clock;
        this.versions = versions;
        this.name = name;
    }

    /** The request is about a version that is there no more; nothing was changed. */
    static final class ChangedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Response.Refused refusal;

        ChangedMeanwhile(Response.Refused refusal) {
            super(refusal.problem().detail(), null, false, false);
            this.refusal = refusal;
        }

        Response.Refused refusal() {
            return refusal;
        }
    }

    /** The commit with what rides on it; unchanged on a thread that serves no such request. */
    static Commit on(Commit commit) {
        return CURRENT.isBound() ? CURRENT.get().added(commit) : commit;
    }

    /** The answer to keep with another commit than the exchange's, where the request has a name. */
    static Optional<Change.Answered> keeping(Response.Whole answer) {
        return CURRENT.isBound() ? CURRENT.get().kept(answer) : Optional.empty();
    }

    /** Serves the request with this riding on its commit. */
    Response serve(Handler handler, Request request) throws StoreFailed {
        try {
            Response response = ScopedValue.where(CURRENT, this).call(() -> handler.handle(request));
            // The answer that a repeated request will get: this one gets the very same.
            return response.status() / 100 == 2 && answered.isPresent()
                    ? KeptAnswerJson.read(answered.get().answer())
                    : response;
        } catch (ChangedMeanwhile changed) {
            return changed.refusal();
        }
    }

    private Commit added(Commit commit) {
        Optional<AnswersJson.Changed> changed = answers.of(commit);
        if (changed.isEmpty()) {
            return commit;
        }
        String before = EntityTags.of(changed.get().version() - 1);
        if (versions.isPresent() && !versions.get().contains(before)) {
            throw new ChangedMeanwhile(EntityTags.changed(versions.get(), before));
        }
        Optional<Change.Answered> kept = kept(changed.get().answer());
        if (kept.isEmpty()) {
            return commit;
        }
        List<Change> changes = new ArrayList<>(commit.changes());
        changes.add(kept.get());
        return new Commit(changes, commit.token(), commit.entries());
    }

    private Optional<Change.Answered> kept(Response.Whole answer) {
        Instant until = clock.instant().plus(KEPT).truncatedTo(ChronoUnit.MILLIS);
        answered =
                name.map(each -> new Change.Answered(each.key(), each.request(), KeptAnswerJson.write(answer), until));
        return answered;
    }
}
