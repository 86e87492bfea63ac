package org.hasekura.exchange;

import java.time.Clock;
import java.util.Optional;

/**
 * The steps of a conversation as drafts: what is received, what is done, and how this side reacts. Both kinds go by the
 * same rules; what a message means, and what follows from it, is said by {@link NegotiationSteps} and
 * {@link TransferSteps}.
 *
 * <p>A message of this side leads somewhere at once ({@link Conversation#effective()}) and has arrived when it is
 * acknowledged, or when the peer sends something that is only possible after it. Where the messages of both sides cross,
 * both follow the same rule and so come to stand in the same state.
 *
 * @param <P> the conversation
 * @param <S> its states
 * @param <M> its messages
 * @param <A> its acts
 * @param <D> its drafts
 */
abstract sealed class Steps<
                P extends Conversation<S>, S extends State, M extends Message<S>, A, D extends Draft<P, S, A>>
        extends Saying<P, S, M, A, D> permits NegotiationSteps, TransferSteps {

    Steps(S terminated, Proofs proofs, Ids ids, Clock clock) {
        super(terminated, proofs, ids, clock);
    }

    // --- What is different, besides what is said ---

    /** Whether the peer's message takes the place of one of ours that it has crossed and that leads to {@code ours}. */
    abstract boolean prevails(M message, S ours);

    /** Takes over what the peer's message says, or says what is wrong with it. */
    abstract Optional<Reason> take(M message, D draft) throws StoreFailed;

    /** What follows from the peer's message, now that the conversation stands where it leads to. */
    void taken(M message, D draft) throws StoreFailed {}

    /** This side's conduct answers to where the conversation stands now. */
    abstract void react(D draft) throws StoreFailed;

    /** A message of this side has arrived, or the conversation has ended here without one. */
    void arrived(D draft) {}

    /** The last chance to note what nobody remembers once the conversation has ended without being told so. */
    abstract void abandon(D draft);

    /** The peer refuses a message that leads there. Whether the conversation can go on as it was, and does in the draft. */
    boolean goesOnWithout(S refused, D draft) throws StoreFailed {
        return false;
    }

    abstract boolean waitsForPerson(P conversation);

    /** What a person's permission leads to, or why it leads nowhere. */
    abstract Optional<Reason> permit(D draft) throws StoreFailed;

    /** Whether the peer may say the same once more where the table has no arrow for it, and then its later word counts. */
    abstract boolean isSaidAnew(P conversation, M message);

    // --- The peer speaks ---

    /** The peer's message opens the conversation. */
    final Work<P, A> opened(D draft, Inbound in, M message) throws StoreFailed {
        P fresh = draft.before();
        draft.hear(in, message.type(), proofs);
        draft.prove(proofs.stateChanged(fresh, Optional.empty(), fresh.state(), message.type()));
        react(draft);
        return drafted(draft, true);
    }

    /** A message of the peer within the conversation. */
    final Work<P, A> received(P conversation, Inbound in, M message) throws StoreFailed {
        Pids pids = message.pids();
        Role sender = conversation.role().other();
        boolean isThis = pids.of(conversation.role()).equals(conversation.pid())
                && conversation.peerPid().map(pids.of(sender)::equals).orElse(true);
        if (!isThis) {
            return Work.refused(
                    conversation.pids(),
                    "pids-differ",
                    "the message names providerPid `" + pids.providerPid() + "` and consumerPid `" + pids.consumerPid()
                            + "`, which is not this " + message.kind().word());
        }
        return switch (step(conversation.effective(), message, sender)) {
            case Step.Moved<S> _ -> moved(conversation, in, message);
            case Step.Refused<S> refused ->
                isSaidAnew(conversation, message)
                        ? moved(conversation, in, message)
                        : crossing(conversation, in, message, refused);
        };
    }

    /** The peer says again what moved the conversation to where it is: nothing but evidence comes of it. */
    final Work<P, A> heardAgain(P conversation, Inbound in, M message, boolean opened) {
        D draft = draft(conversation, clock.instant());
        draft.hear(in, message.type(), proofs);
        return drafted(draft, opened);
    }

    /**
     * Not possible after what this side has sent. Where that has not been acknowledged and the message would have been
     * possible before it, the two have crossed: what does not prevail is to be sent again until the other message has
     * arrived.
     */
    private Work<P, A> crossing(P conversation, Inbound in, M message, Step.Refused<S> refused) throws StoreFailed {
        Optional<S> ours = conversation.sending().map(Sending::leadsTo);
        boolean crossed = ours.isPresent()
                && isPossible(conversation.state(), message, conversation.role().other());
        if (!crossed) {
            return Work.refused(conversation.pids(), NOT_POSSIBLE_NOW, refused.reason());
        }
        return prevails(message, ours.get())
                ? moved(conversation, in, message)
                : new Work.Answered<>(new Answer.Busy<>());
    }

    /** The peer's message moves the conversation. */
    Work<P, A> moved(P conversation, Inbound in, M message) throws StoreFailed {
        D draft = draft(conversation, clock.instant());
        draft.peerPid(message.pids().of(conversation.role().other()));
        draft.hear(in, message.type(), proofs);
        Optional<Reason> fault = take(message, draft);
        if (fault.isPresent()) {
            return Work.refused(conversation.pids(), fault.get());
        }
        Optional<S> from = replaced(conversation, message, draft);
        if (!from.equals(Optional.of(message.leadsTo()))) {
            draft.prove(proofs.stateChanged(conversation, from, message.leadsTo(), message.type()));
        }
        draft.reached(message.leadsTo());
        taken(message, draft);
        react(draft);
        return drafted(draft, false);
    }

    /**
     * A legal answer acknowledges the message that is on its way, even when its acknowledgement is still to come; one
     * that has crossed it takes its place. Answers the state that the peer's message starts from.
     */
    final Optional<S> replaced(P conversation, M message, D draft) {
        draft.unsend();
        Optional<S> answered = conversation
                .sending()
                .map(Sending::leadsTo)
                .filter(ours -> isPossible(ours, message, conversation.role().other()));
        answered.ifPresent(ours -> draft.prove(
                proofs.stateChanged(conversation, conversation.beforeSending(), ours, "acknowledged by an answer")));
        return answered.or(conversation::beforeSending);
    }

    // --- This side acts ---

    /** This side's own message opens the conversation. */
    final Work<P, A> asked(D draft, M message) {
        send(message, draft);
        return drafted(draft, true);
    }

    /** A person, or this side by itself, acts. */
    Work<P, A> acted(P conversation, A act) throws StoreFailed {
        D draft = draft(conversation, clock.instant());
        return draftedUnless(apply(act, draft), draft);
    }

    /** A person decides what was left to a person. */
    final Work<P, A> decided(P conversation, boolean permit, String role, String why) throws StoreFailed {
        if (!waitsForPerson(conversation)) {
            String word = conversation.kind().word();
            return Work.refused(conversation.pids(), "nothing-to-decide", "this " + word + " waits for no decision");
        }
        D draft = draft(conversation, clock.instant());
        String salted = Proofs.salted(ids.next(), why);
        String reasonHash = Proofs.sha256(salted);
        draft.change(new Change.OfBody(reasonHash, salted));
        draft.prove(proofs.decisionTaken(conversation.pid(), role, reasonHash, permit));
        return draftedUnless(permit ? permit(draft) : apply(end(Reason.of("refused-by-person", why)), draft), draft);
    }

    /** After a start: what this side still owes. Nothing when it is the peer's turn. */
    Work<P, A> resumed(P conversation) throws StoreFailed {
        D draft = draft(conversation, clock.instant());
        if (conversation.sending().isEmpty()) {
            react(draft);
        }
        return draft.isAnswering() ? drafted(draft, false) : Work.unchanged(conversation);
    }

    // --- What became of a message of this side ---

    /** The peer has acknowledged it. Nothing is new when an answer of the peer has told so before. */
    final Work<P, A> acknowledged(P conversation, Outgoing outgoing, Optional<String> peerPid) throws StoreFailed {
        if (!conversation.isSending(outgoing.id())) {
            return Work.unchanged(conversation);
        }
        S to = conversation.effective();
        D draft = draft(conversation, clock.instant());
        draft.unsend();
        draft.reached(to);
        if (conversation.peerPid().isEmpty()) {
            peerPid.ifPresent(draft::peerPid);
        }
        draft.prove(proofs.stateChanged(conversation, conversation.beforeSending(), to, outgoing.type()));
        arrived(draft);
        react(draft);
        return drafted(draft, false);
    }

    /**
     * The peer will not take it, or never answered. Where the conversation cannot go on without it, it ends here, and
     * the peer is told where it can be.
     */
    final Work<P, A> failed(P conversation, Outgoing outgoing, Reason reason, boolean tellPeer) throws StoreFailed {
        if (!conversation.isSending(outgoing.id())) {
            return Work.unchanged(conversation);
        }
        S refused = conversation.effective();
        boolean ending = refused == terminated;
        D draft = draft(conversation, clock.instant());
        draft.unsend();
        draft.reached(conversation.state());
        if (!ending) {
            draft.reason(reason);
        }
        if (tellPeer && goesOnWithout(refused, draft)) {
            return drafted(draft, false);
        }
        if (tellPeer && !ending && conversation.peerPid().isPresent()) {
            apply(end(reason), draft);
            return drafted(draft, false);
        }
        if (!ending) {
            abandon(draft);
        }
        draft.prove(proofs.stateChanged(conversation, conversation.beforeSending(), terminated, reason.code()));
        draft.reached(terminated);
        arrived(draft);
        return drafted(draft, false);
    }

    final Work<P, A> draftedUnless(Optional<Reason> bar, D draft) {
        return bar.isPresent() ? Work.refused(draft.before().pids(), bar.get()) : drafted(draft, false);
    }

    private static <P extends Conversation<S>, S extends State, A> Work<P, A> drafted(
            Draft<P, S, A> draft, boolean opened) {
        return new Work.Drafted<>(draft, draft.now(), opened);
    }
}
