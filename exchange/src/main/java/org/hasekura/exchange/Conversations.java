package org.hasekura.exchange;

import java.time.Duration;
import java.util.Optional;

/**
 * The conversations of one kind that this node has, both roles.
 *
 * <p>Each call loads, asks the table of the specification, lets the {@link Conduct} react, and makes all of it durable in
 * one commit: the new state, the message on its way, the token that was used, the evidence. Only then is anything
 * answered or sent. Calls run to completion on the caller's thread; two at once on the same conversation are kept apart
 * by its version.
 *
 * @param <P> the conversation
 * @param <S> its states
 * @param <M> its messages
 * @param <A> its acts
 */
public abstract sealed class Conversations<P extends Conversation<S>, S extends State, M extends Message<S>, A>
        permits Negotiations, Transfers {

    private static final Duration WAIT_FOR_ROOM = Duration.ofMillis(50);
    private static final System.Logger LOG = System.getLogger(Conversations.class.getName());

    final ExchangeStore store;
    final Limits limits;
    private final Steps<P, S, M, A, ?> steps;
    private final Committer committer;
    private final Scheduler scheduler;

    Conversations(
            ExchangeStore store, Steps<P, S, M, A, ?> steps, Limits limits, Committer committer, Scheduler scheduler) {
        this.store = store;
        this.steps = steps;
        this.limits = limits;
        this.committer = committer;
        this.scheduler = scheduler;
    }

    /** The conversation of that name, as it is stored. */
    abstract Optional<P> find(String pid) throws StoreFailed;

    /** A peer opens a conversation with this node, by a message that says where to answer. */
    public abstract Answer<P> open(Inbound in, M message) throws StoreFailed;

    /** Opens one that this side wants, unless a limit meets the peer or nothing new is begun at all. */
    final Work<P, A> unlessLimited(String peer, Committer.Stepping<P, A> opening) throws StoreFailed {
        Optional<Reason> limit = limits.barToNew(peer);
        return limit.isPresent() ? Work.refused(new Pids("", ""), limit.get()) : opening.take();
    }

    /** Opens one that the peer wants, unless a limit meets it or nothing new is begun at all. */
    final Work<P, A> unlessLimited(Inbound in, Pids pids, Committer.Stepping<P, A> opening) throws StoreFailed {
        Optional<Reason> limit = limits.barOpening(in.peer());
        return limit.isPresent() ? Work.refused(pids, limit.get()) : opening.take();
    }

    /** A message to the conversation with this pid. */
    public final Answer<P> receive(Inbound in, String pid, M message) throws StoreFailed {
        return answering(Optional.of(in), () -> {
            Optional<P> found = find(pid).filter(each -> each.peer().equals(in.peer()));
            if (found.isEmpty()) {
                return Work.notFound();
            }
            P now = found.get();
            if (isRepeated(now, in, message)) {
                return Work.unchanged(now);
            }
            return isSaidUnderAnotherName(now, in, message)
                    ? steps.heardAgain(now, in, message, false)
                    : steps.received(now, in, message);
        });
    }

    /**
     * Whether this very message was taken before. Where messages have no names of their own, a peer may have to say the
     * same once more, such as the same counter-offer: then it is a new one where it is legal.
     */
    private boolean isRepeated(P conversation, Inbound in, M message) {
        return conversation.heard().has(in.bodyHash())
                && (DspJson.isNamed(in.body()) || !isPossible(conversation, message));
    }

    /**
     * Whether the peer says its last message once more under another name, as Eclipse Dataspace Components does when it
     * missed the answer. An older one is another matter: what it led to has been left since; and so may have what a message that
     * recurs led to, by a message of this side that it crosses.
     */
    private boolean isSaidUnderAnotherName(P conversation, Inbound in, M message) throws StoreFailed {
        Optional<String> last = conversation.heard().last();
        return last.isPresent()
                && !message.isBid()
                && (!message.recurs() || isWhere(conversation, message))
                && !isPossible(conversation, message)
                && DspJson.isNamed(in.body())
                && store.body(last.get())
                        .filter(each -> DspJson.isSameButForName(each, in.body()))
                        .isPresent();
    }

    private boolean isWhere(P conversation, M message) {
        return conversation.sending().isEmpty() && conversation.state() == message.leadsTo();
    }

    private boolean isPossible(P conversation, M message) {
        return steps.isPossible(
                conversation.effective(), message, conversation.role().other());
    }

    /**
     * A peer asks once more for what it has opened: some by the same bytes, some by a message of another name.
     *
     * @param isTheSame whether it asks for the same
     */
    final Work<P, A> openedAgain(P known, Inbound in, M message, boolean isTheSame) {
        if (known.heard().has(in.bodyHash())) {
            return new Work.Answered<>(new Answer.Taken<>(known, true));
        }
        return isTheSame
                ? steps.heardAgain(known, in, message, true)
                : Work.refused(
                        known.pids(),
                        "pid-in-use",
                        "this name is in use for another " + known.kind().word() + "; make a new one");
    }

    /** What the peer may see of it. */
    public final Optional<P> shown(String peer, String pid) throws StoreFailed {
        return find(pid).filter(each -> each.peer().equals(peer));
    }

    /** A person, or this side by itself, acts. */
    public final Answer<P> act(String pid, A act) throws StoreFailed {
        return stepping(pid, now -> steps.acted(now, act));
    }

    /**
     * A person decides what the law left open or the dataset leaves to a person. The role the person acts in, the
     * decision and the salted digest of its reason become evidence; the reason itself is kept apart.
     */
    public final Answer<P> decide(String pid, boolean permit, String role, String why) throws StoreFailed {
        return stepping(pid, now -> steps.decided(now, permit, role, why));
    }

    // --- What this side does without being asked ---

    /** After a start: does what is owed. */
    final void resume(String pid) throws StoreFailed {
        patiently(() -> stepping(pid, steps::resumed));
    }

    /** Stops what a limit meets now, and lets go on what none meets any more. */
    abstract void enforceLimits(P seen) throws StoreFailed;

    /** Looks once more at what was just stored: it may have been on its way when a limit began or ended. */
    final void enforceLimitsSoon(P stored) {
        if (limits.mayMatter()) {
            soon(() -> enforceLimits(stored));
        }
    }

    final void soon(Deed deed) {
        scheduler.run(() -> quietly(deed));
    }

    /** The peer has acknowledged a message of this side. */
    final void acknowledged(Outgoing outgoing, Optional<String> peerPid) throws StoreFailed {
        patiently(() -> stepping(outgoing.pid(), now -> steps.acknowledged(now, outgoing, peerPid)));
    }

    /** The peer will not take a message of this side, or never answered. */
    final void failed(Outgoing outgoing, Reason reason, boolean tellPeer) throws StoreFailed {
        patiently(() -> stepping(outgoing.pid(), now -> steps.failed(now, outgoing, reason, tellPeer)));
    }

    /** A step from where a conversation stands now. */
    interface FromNow<P, A> {
        Work<P, A> step(P now) throws StoreFailed;
    }

    final Answer<P> stepping(String pid, FromNow<P, A> step) throws StoreFailed {
        return answering(Optional.empty(), () -> {
            Optional<P> now = find(pid);
            return now.isEmpty() ? Work.notFound() : step.step(now.get());
        });
    }

    final Answer<P> answering(Optional<Inbound> in, Committer.Stepping<P, A> step) throws StoreFailed {
        return committer.answering(in, step, this::later);
    }

    private void later(Work.Drafted<P, A> drafted) {
        Draft<?, ?, A> draft = drafted.draft();
        draft.laterAct()
                .ifPresent(act -> scheduler.runAfter(
                        draft.laterDelay(), () -> quietly(() -> actLater(drafted.conversation(), act))));
    }

    /** Acts as decided a while ago, unless the conversation has moved on. */
    private void actLater(P then, A act) throws StoreFailed {
        boolean unmoved = find(then.pid())
                .filter(now -> now.effective().equals(then.effective()))
                .isPresent();
        if (unmoved) {
            patiently(() -> act(then.pid(), act));
        }
    }

    /** A step of this side's own that may find the store without room. */
    interface OwnStep {
        Answer<?> take() throws StoreFailed;
    }

    /** Takes it again when there was no room: unlike a peer's step, nobody else asks for it a second time. */
    final void patiently(OwnStep step) throws StoreFailed {
        if (step.take() instanceof Answer.Busy<?>) {
            scheduler.runAfter(WAIT_FOR_ROOM, () -> quietly(() -> patiently(step)));
        }
    }

    /** Something of this side's own; where the store has failed it waits for the next start. */
    interface Deed {
        void run() throws StoreFailed;
    }

    private static void quietly(Deed deed) {
        try {
            deed.run();
        } catch (StoreFailed failed) {
            LOG.log(System.Logger.Level.DEBUG, "a step waits for the next start", failed);
        }
    }
}
