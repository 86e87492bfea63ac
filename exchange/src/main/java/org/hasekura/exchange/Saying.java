package org.hasekura.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * How this side says something: its act becomes a message, where the table of the specification allows one, and goes into
 * the draft with its evidence.
 *
 * @param <P> the conversation
 * @param <S> its states
 * @param <M> its messages
 * @param <A> its acts
 * @param <D> its drafts
 */
abstract sealed class Saying<
                P extends Conversation<S>, S extends State, M extends Message<S>, A, D extends Draft<P, S, A>>
        permits Steps {

    static final String NOT_POSSIBLE_NOW = "not-possible-now";
    static final String ON_ITS_WAY = "message-on-its-way";

    final S terminated;
    final Proofs proofs;
    final Ids ids;
    final Clock clock;

    /** @param terminated the state of a conversation that one side has ended */
    Saying(S terminated, Proofs proofs, Ids ids, Clock clock) {
        this.terminated = terminated;
        this.proofs = proofs;
        this.ids = ids;
        this.clock = clock;
    }

    /** Begins a step from where the conversation stands. */
    abstract D draft(P conversation, Instant at);

    /** The table of the specification. */
    abstract Step<S> step(S state, M message, Role by);

    /** What this side says when it acts so. */
    abstract M message(A act, D draft);

    /** The message as it is sent, under this id. */
    abstract String json(M message, String id);

    /** Takes over what this side is about to say. */
    abstract void say(M message, D draft);

    /** The act that ends the conversation. */
    abstract A end(Reason reason);

    /** Whether the table allows the message there. */
    final boolean isPossible(S state, M message, Role by) {
        return step(state, message, by) instanceof Step.Moved;
    }

    /** Applies the act, or says why it is not possible now. */
    Optional<Reason> apply(A act, D draft) {
        P now = draft.now();
        M message = message(act, draft);
        boolean ends = message.leadsTo() == terminated;
        if (ends && now.peerPid().isEmpty()) {
            return endUnheard(message, draft);
        }
        if (step(now.effective(), message, now.role()) instanceof Step.Refused<S> refused) {
            return Optional.of(Reason.of(NOT_POSSIBLE_NOW, refused.reason()));
        }
        if (now.sending().isPresent() && !ends) {
            return Optional.of(Reason.of(
                    ON_ITS_WAY,
                    "the last message of this side has not been acknowledged yet; ask again in a while, or end it"));
        }
        say(message, draft);
        send(message, draft);
        return Optional.empty();
    }

    /** What this side decides by itself is possible, or we have failed. */
    final void must(A act, D draft) {
        apply(act, draft).ifPresent(bar -> {
            throw new IllegalStateException(act + " against the table: " + bar);
        });
    }

    /** The peer has never answered, so there is no name under which to tell it. */
    private Optional<Reason> endUnheard(M message, D draft) {
        P now = draft.now();
        if (now.effective().isFinal()) {
            return Optional.of(Reason.of(NOT_POSSIBLE_NOW, "the " + now.kind().word() + " has ended"));
        }
        draft.unsend();
        say(message, draft);
        draft.reached(terminated);
        String why = draft.now().reason().orElseThrow().code();
        draft.prove(proofs.stateChanged(now, now.beforeSending(), terminated, why));
        return Optional.empty();
    }

    /** Says it. */
    final void send(M message, D draft) {
        P now = draft.now();
        String id = ids.next();
        var outgoing = new Outgoing(
                id,
                now.kind(),
                now.pid(),
                now.peer(),
                Paths.of(now.peerAddress(), message, now.role()),
                message.type(),
                json(message, id),
                clock.instant(),
                0);
        draft.send(outgoing, message.leadsTo(), proofs);
    }
}
