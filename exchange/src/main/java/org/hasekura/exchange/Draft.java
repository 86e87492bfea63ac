package org.hasekura.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.Entry;

/**
 * A conversation in the midst of one step: what it becomes, all that is to be committed with it, and what is to be done
 * once it is. Lives for one step in one thread.
 *
 * @param <P> the conversation
 * @param <S> its states
 * @param <A> its acts
 */
abstract sealed class Draft<P extends Conversation<S>, S extends State, A> permits NegotiationDraft, TransferDraft {

    private final P before;

    // What it becomes, as far as both kinds have it; the subclass makes the record.
    final Instant at;
    Optional<String> peerPid;
    S state;
    Optional<Sending<S>> sending;
    Optional<Reason> reason;
    Heard heard;

    private final List<Change> changes = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Outgoing> outgoing = new ArrayList<>();
    private Next<A> later = Next.nothing();
    private Optional<Instant> lookAgain = Optional.empty();

    /** @param at when the step is taken */
    Draft(P before, Instant at) {
        this.before = before;
        this.at = at;
        this.peerPid = before.peerPid();
        this.state = before.state();
        this.sending = before.sending();
        this.reason = before.reason();
        this.heard = before.heard();
    }

    /** As it stood before the step. */
    P before() {
        return before;
    }

    /** As it stands so far, with the next version. */
    abstract P now();

    void peerPid(String value) {
        peerPid = Optional.of(value);
    }

    /** Acknowledged by both sides; what was on its way has arrived or no longer matters. */
    void reached(S value) {
        state = value;
        sending = Optional.empty();
    }

    void reason(Reason value) {
        reason = Optional.of(value);
    }

    /** What it waited for, or was permitted for, is no more. */
    void withoutReason() {
        reason = Optional.empty();
    }

    void change(Change change) {
        changes.add(change);
    }

    void prove(Entry entry) {
        entries.add(entry);
    }

    /** A peer's message that this step takes: its evidence, and its body apart. */
    void hear(Inbound in, String type, Proofs proofs) {
        heard = heard.and(in.bodyHash());
        prove(proofs.messageReceived(in, before.pid(), type, now().pids()));
        change(new Change.OfBody(in.bodyHash(), in.body()));
    }

    /** A message to be sent, in place of one that is still on its way. */
    void send(Outgoing message, S leadsTo, Proofs proofs) {
        unsend();
        String bodyHash = Proofs.sha256(message.body());
        change(new Change.Send(message));
        change(new Change.OfBody(bodyHash, message.body()));
        outgoing.add(message);
        prove(proofs.messageSent(message, now().pids(), bodyHash));
        sending = Optional.of(new Sending<>(message.id(), leadsTo));
    }

    /** What is on its way need not be sent any more. */
    void unsend() {
        sending.ifPresent(each -> change(new Change.Sent(each.messageId())));
    }

    /** To be done after a while, unless the conversation has moved on by then. */
    void later(Next<A> next) {
        if (next.act().isPresent() && !next.delay().isZero()) {
            later = next;
        }
    }

    /** When something that the step rests on may change by itself. */
    void lookAgain(Instant when) {
        lookAgain = Optional.of(when);
    }

    Optional<Instant> lookAgain() {
        return lookAgain;
    }

    /** All of it, with the conversation as it stands now. */
    Commit commit(Optional<Commit.TokenUse> token) {
        changes.add(Change.of(now()));
        return new Commit(changes, token, entries);
    }

    List<Outgoing> outgoing() {
        return outgoing;
    }

    Optional<A> laterAct() {
        return later.act();
    }

    Duration laterDelay() {
        return later.delay();
    }

    /** Whether this side does anything in it, now or later. */
    boolean isAnswering() {
        return !outgoing.isEmpty() || later.act().isPresent();
    }
}
