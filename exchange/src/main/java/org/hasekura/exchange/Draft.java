package org.hasekura.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.Entry;

/**
 * What one step will change, gathered until it is committed, and what is to be done once it is. Lives for one step in
 * one thread.
 *
 * @param <A> the acts of the process it belongs to
 */
final class Draft<A> {
    private final List<Change> changes = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Outgoing> outgoing = new ArrayList<>();
    private Next<A> later = Next.nothing();
    private Optional<Instant> lookAgain = Optional.empty();

    void change(Change change) {
        changes.add(change);
    }

    void prove(Entry entry) {
        entries.add(entry);
    }

    /** A peer's message that this step takes: its evidence, and its body apart. */
    void heard(Inbound in, String pid, String type, Pids pids, Proofs proofs) {
        prove(proofs.messageReceived(in, pid, type, pids));
        change(new Change.OfBody(in.bodyHash(), in.body()));
    }

    /** A message to be sent, in place of one that is still on its way. */
    void send(Outgoing message, Pids pids, Optional<? extends Sending<?>> replaced, Proofs proofs) {
        replaced.ifPresent(each -> change(new Change.Sent(each.messageId())));
        String bodyHash = Proofs.sha256(message.body());
        change(new Change.Send(message));
        change(new Change.OfBody(bodyHash, message.body()));
        outgoing.add(message);
        prove(proofs.messageSent(message, pids, bodyHash));
    }

    /** To be done after a while, unless the process has moved on by then. */
    void later(Next<A> next) {
        if (next.act().isPresent() && !next.delay().isZero()) {
            later = next;
        }
    }

    /** When something that the step rests on may change by itself. */
    void lookAgain(Instant at) {
        lookAgain = Optional.of(at);
    }

    Optional<Instant> lookAgain() {
        return lookAgain;
    }

    Commit commit(Optional<Commit.TokenUse> token) {
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
}
