package org.hasekura.exchange;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.hasekura.policy.Assessment;

/** The steps of a transfer as drafts: what is received, what is done, and how this side reacts. */
final class TransferSteps {

    private static final String ON_ITS_WAY = "message-on-its-way";

    private final Conduct conduct;
    private final Judging judging;
    private final Limits limits;
    private final DataAccess dataAccess;
    private final Proofs proofs;
    private final Ids ids;
    private final Clock clock;

    TransferSteps(
            Conduct conduct,
            Judging judging,
            Limits limits,
            DataAccess dataAccess,
            Proofs proofs,
            Ids ids,
            Clock clock) {
        this.conduct = conduct;
        this.judging = judging;
        this.limits = limits;
        this.dataAccess = dataAccess;
        this.proofs = proofs;
        this.ids = ids;
        this.clock = clock;
    }

    /** The consumer's request opens the transfer; law and terms are asked once more, for today. */
    Work<Transfer, TransferAct> opened(Transfer fresh, Inbound in, TransferMessage.Request message, Concluded agreement)
            throws StoreFailed {
        var draft = new Draft<TransferAct>();
        TransferChange change = fresh.change(clock.instant()).heard(in.bodyHash());
        draft.heard(in, fresh.pid(), message.type(), fresh.pids(), proofs);
        draft.prove(proofs.stateChanged(fresh, Optional.empty(), fresh.state(), message.type()));
        react(change, draft, Optional.of(agreement));
        return drafted(change, draft, true);
    }

    /** This side's own request opens the transfer. */
    Work<Transfer, TransferAct> requested(Transfer fresh, URI callback) {
        var draft = new Draft<TransferAct>();
        TransferChange change = fresh.change(clock.instant());
        send(
                new TransferMessage.Request(
                        fresh.pid(), fresh.agreementId(), fresh.format(), callback, Optional.empty()),
                change,
                draft);
        return drafted(change, draft, true);
    }

    /** A message of the peer within the transfer. */
    Work<Transfer, TransferAct> received(Transfer transfer, Inbound in, TransferMessage message) throws StoreFailed {
        Pids pids = message.pids();
        Role sender = transfer.role().other();
        if (!pids.of(transfer.role()).equals(transfer.pid())
                || (transfer.peerPid().isPresent()
                        && !pids.of(sender).equals(transfer.peerPid().get()))) {
            return Transfers.refused(
                    transfer.pids(),
                    "pids-differ",
                    "the message names providerPid `" + pids.providerPid() + "` and consumerPid `" + pids.consumerPid()
                            + "`, which is not this transfer");
        }
        return switch (TransferStep.step(transfer.effective(), message, sender)) {
            case TransferStep.Refused refused ->
                isSaidAnew(transfer, message)
                        ? moved(transfer, in, message, message.leadsTo(), pids.of(sender))
                        : crossing(transfer, in, message, pids.of(sender), refused);
            case TransferStep.Moved(TransferState to) -> moved(transfer, in, message, to, pids.of(sender));
        };
    }

    /**
     * A provider may say anew where the bytes lie while they move: Eclipse Dataspace Components does when the consumer
     * has resumed, since the address of before the pause serves no more.
     */
    private static boolean isSaidAnew(Transfer transfer, TransferMessage message) {
        return transfer.role() == Role.CONSUMER
                && transfer.state() == TransferState.STARTED
                && transfer.sending().isEmpty()
                && message instanceof TransferMessage.Start(var _, var address)
                && address.isPresent();
    }

    /**
     * Not possible after what this side has sent. Where that has not been acknowledged and the message would have been
     * possible before it, the two have crossed: an end prevails over a completion, that over a pause, and both may say
     * the same; what does not prevail is to be sent again until the other message has arrived. Both sides follow the
     * same rule and so come to stand in the same state.
     */
    private Work<Transfer, TransferAct> crossing(
            Transfer transfer, Inbound in, TransferMessage message, String peerPid, TransferStep.Refused refused)
            throws StoreFailed {
        Optional<TransferState> ours = transfer.sending().map(Sending::leadsTo);
        boolean crossed = ours.isPresent()
                && TransferStep.step(transfer.state(), message, transfer.role().other()) instanceof TransferStep.Moved;
        if (!crossed) {
            return Transfers.refused(transfer.pids(), "not-possible-now", refused.reason());
        }
        return message.leadsTo().compareTo(ours.get()) >= 0
                ? moved(transfer, in, message, message.leadsTo(), peerPid)
                : new Work.Answered<>(new Answer.Busy<>());
    }

    private Work<Transfer, TransferAct> moved(
            Transfer transfer, Inbound in, TransferMessage message, TransferState to, String peerPid)
            throws StoreFailed {
        var draft = new Draft<TransferAct>();
        TransferChange change =
                transfer.change(clock.instant()).peerPid(peerPid).heard(in.bodyHash());
        draft.heard(in, transfer.pid(), message.type(), message.pids(), proofs);
        Optional<TransferState> from = replaced(transfer, message, draft);
        if (!from.equals(Optional.of(to))) {
            draft.prove(proofs.stateChanged(transfer, from, to, message.type()));
        }
        switch (message) {
            case TransferMessage.Start(var _, var address) -> {
                change.withoutReason();
                address.ifPresent(change::dataAddress);
                draft.prove(proofs.transferStarted(transfer));
            }
            case TransferMessage.Suspension(var _, var code, var sentences) ->
                change.reason(new Reason(code.orElse("suspended-by-peer"), sentences));
            case TransferMessage.Termination(var _, var code, var sentences) -> {
                Reason reason = new Reason(code.orElse("ended-by-peer"), sentences);
                change.reason(reason);
            }
            case TransferMessage.Completion _ -> {}
            case TransferMessage.Request _ -> throw new IllegalStateException("a request opens a transfer");
        }
        if (to.isFinal() && transfer.sending().filter(TransferSteps::isEnding).isEmpty()) {
            count(transfer, change);
        }
        change.reached(to);
        ended(change, draft);
        if (message instanceof TransferMessage.Start) {
            judgeResumption(change, draft);
        }
        react(change, draft, Optional.empty());
        return drafted(change, draft, false);
    }

    /** The consumer resumes: what it resumes must be permitted today, too. */
    private void judgeResumption(TransferChange change, Draft<TransferAct> draft) throws StoreFailed {
        Transfer now = change.done();
        if (now.role() == Role.PROVIDER) {
            judged(judging.today(now), change, draft).ifPresent(bar -> must(stopping(bar), change, draft));
        }
    }

    /**
     * A legal answer acknowledges the message that is on its way, even when its acknowledgement is still to come; one
     * that has crossed it takes its place. Answers the state that the peer's message starts from.
     */
    private Optional<TransferState> replaced(Transfer transfer, TransferMessage message, Draft<TransferAct> draft) {
        if (transfer.sending().isEmpty()) {
            return Optional.of(transfer.state());
        }
        Sending<TransferState> sending = transfer.sending().get();
        draft.change(new Change.Sent(sending.messageId()));
        boolean answers =
                TransferStep.step(sending.leadsTo(), message, transfer.role().other()) instanceof TransferStep.Moved;
        if (!answers) {
            return before(transfer);
        }
        draft.prove(proofs.stateChanged(transfer, before(transfer), sending.leadsTo(), "acknowledged by an answer"));
        return Optional.of(sending.leadsTo());
    }

    private static boolean isEnding(Sending<TransferState> sending) {
        return sending.leadsTo().isFinal();
    }

    /** Counts the bytes while that can be done: once the transfer has ended nobody remembers what was served. */
    private void count(Transfer transfer, TransferChange change) {
        if (transfer.role() == Role.PROVIDER) {
            long served = dataAccess.served(transfer.pid());
            String sha256 = dataAccess.digest(transfer.datasetId()).orElse("");
            change.delivered(new Transfer.Delivered(served, sha256, Optional.empty()));
        }
    }

    /** Closes the account of the bytes, once: when the end is certain, not when this side begins to say so. */
    private void ended(TransferChange change, Draft<TransferAct> draft) {
        Transfer now = change.done();
        switch (now.state()) {
            case COMPLETED -> draft.prove(proofs.transferEnded(now, "completed"));
            case TERMINATED ->
                draft.prove(
                        proofs.transferEnded(now, now.reason().map(Reason::code).orElse("ended")));
            case SUSPENDED -> draft.prove(proofs.transferSuspended(now, served(now)));
            case REQUESTED, STARTED -> {}
        }
    }

    private Optional<Long> served(Transfer transfer) {
        return transfer.role() == Role.PROVIDER ? Optional.of(dataAccess.served(transfer.pid())) : Optional.empty();
    }

    /** A person, or this side by itself, acts. */
    Work<Transfer, TransferAct> acted(Transfer transfer, TransferAct act) throws StoreFailed {
        var draft = new Draft<TransferAct>();
        TransferChange change = transfer.change(clock.instant());
        boolean resumes = act instanceof TransferAct.Start && transfer.role() == Role.PROVIDER;
        Optional<Reason> bar = resumes ? judged(judging.today(transfer), change, draft) : Optional.empty();
        if (bar.isEmpty()) {
            bar = apply(act, change, draft);
        }
        return bar.isPresent()
                ? new Work.Answered<>(new Answer.Refused<>(transfer.pids(), bar.get()))
                : drafted(change, draft, false);
    }

    /**
     * A running transfer is judged again. Nothing changes while the answer is as before; where the bytes may no longer
     * move they stop with this step: the law may come to permit it again, or a person, so that it is a pause, but
     * terms that have run out end it. One that waited for a person goes on where nobody has to be asked any more.
     */
    Work<Transfer, TransferAct> judgedAgain(Transfer transfer) throws StoreFailed {
        boolean waits = Judging.waits(transfer);
        if (transfer.role() != Role.PROVIDER || !(transfer.isRunning() || waits)) {
            return new Work.Answered<>(new Answer.Taken<>(transfer, false));
        }
        Judging.Verdict verdict = judging.today(transfer);
        if (waits ? verdict.bar().isPresent() : verdict.isAs(transfer)) {
            return new Work.Answered<>(new Answer.Taken<>(transfer, false));
        }
        var draft = new Draft<TransferAct>();
        TransferChange change = transfer.change(clock.instant());
        Optional<Reason> bar = judged(verdict, change, draft);
        if (bar.isPresent()) {
            boolean canPause = verdict.mayBeCured() && transfer.sending().isEmpty();
            must(canPause ? new TransferAct.Suspend(bar.get()) : new TransferAct.Terminate(bar.get()), change, draft);
        } else if (waits && transfer.sending().isEmpty()) {
            must(new TransferAct.Start(), change, draft);
        }
        return drafted(change, draft, false);
    }

    /**
     * A limit stops what it meets, whichever side this is: it pauses where that was ordered and can be done, and ends it
     * otherwise. What a limit of this side had paused goes on once none meets it, if nothing else bars it.
     */
    Work<Transfer, TransferAct> limited(Transfer transfer) throws StoreFailed {
        Optional<Limit> limit = limits.on(transfer.peer());
        boolean mayGoOn = limit.isEmpty() && transfer.sending().isEmpty() && limits.paused(transfer);
        boolean stops = limit.isPresent()
                && (transfer.isRunning()
                        || (limit.get().effect() == Limit.Effect.TERMINATE
                                && !transfer.effective().isFinal()));
        if (!mayGoOn && !stops) {
            return new Work.Answered<>(new Answer.Taken<>(transfer, false));
        }
        var draft = new Draft<TransferAct>();
        TransferChange change = transfer.change(clock.instant());
        if (limit.isPresent()) {
            Reason reason = Limits.reason(limit.get());
            boolean pauses = limit.get().effect() == Limit.Effect.SUSPEND
                    && transfer.sending().isEmpty();
            must(pauses ? new TransferAct.Suspend(reason) : new TransferAct.Terminate(reason), change, draft);
        } else {
            Optional<Reason> bar = transfer.role() == Role.PROVIDER
                    ? judged(judging.today(transfer), change, draft)
                    : Optional.empty();
            bar.ifPresentOrElse(change::reason, () -> must(new TransferAct.Start(), change, draft));
        }
        return drafted(change, draft, false);
    }

    private void must(TransferAct act, TransferChange change, Draft<TransferAct> draft) {
        apply(act, change, draft).ifPresent(refused -> {
            throw new IllegalStateException(act + " against the table: " + refused);
        });
    }

    /** A person decides on a transfer that waits for one. What the law forbids by then cannot be permitted. */
    Work<Transfer, TransferAct> decided(Transfer transfer, boolean permit, String role, String why) throws StoreFailed {
        if (!Judging.waitsForPerson(transfer)) {
            return Transfers.refused(transfer.pids(), "nothing-to-decide", "this transfer waits for no decision");
        }
        var draft = new Draft<TransferAct>();
        TransferChange change = transfer.change(clock.instant());
        String salted = Proofs.salted(ids.next(), why);
        String reasonHash = Proofs.sha256(salted);
        draft.change(new Change.OfBody(reasonHash, salted));
        draft.prove(proofs.decisionTaken(transfer.pid(), role, reasonHash, permit));
        Optional<Reason> bar = permit
                ? permitted(transfer, change, draft)
                : apply(new TransferAct.Terminate(Reason.of("refused-by-person", why)), change, draft);
        return bar.isPresent()
                ? new Work.Answered<>(new Answer.Refused<>(transfer.pids(), bar.get()))
                : drafted(change, draft, false);
    }

    private Optional<Reason> permitted(Transfer transfer, TransferChange change, Draft<TransferAct> draft)
            throws StoreFailed {
        Optional<Assessment> open = judging.today(transfer).assessment();
        open.ifPresent(assessment ->
                change.judged(Judged.of(assessment.ruling(), PersonsPermit.questions(assessment.ruling()))));
        Optional<Reason> bar = judged(judging.today(change.done()), change, draft);
        return bar.isPresent() ? bar : apply(new TransferAct.Start(), change, draft);
    }

    /** All bytes are here. */
    Work<Transfer, TransferAct> delivered(Transfer transfer, Transfer.Delivered delivered) {
        var draft = new Draft<TransferAct>();
        TransferChange change = transfer.change(clock.instant()).delivered(delivered);
        Optional<Reason> bar = apply(new TransferAct.Complete(), change, draft);
        boolean owed = bar.filter(each -> each.code().equals(ON_ITS_WAY)).isPresent();
        return bar.isPresent() && !owed
                ? new Work.Answered<>(new Answer.Refused<>(transfer.pids(), bar.get()))
                : drafted(change, draft, false);
    }

    /** The peer has acknowledged a message of ours. */
    Work<Transfer, TransferAct> acknowledged(Transfer transfer, Outgoing outgoing, Optional<String> peerPid)
            throws StoreFailed {
        var draft = new Draft<TransferAct>();
        draft.change(new Change.Sent(outgoing.id()));
        Optional<Sending<TransferState>> sending =
                transfer.sending().filter(each -> each.messageId().equals(outgoing.id()));
        if (sending.isEmpty()) {
            return new Work.Drafted<>(draft, transfer, false);
        }
        TransferState to = sending.get().leadsTo();
        TransferChange change = transfer.change(clock.instant()).reached(to);
        if (transfer.peerPid().isEmpty()) {
            peerPid.ifPresent(change::peerPid);
        }
        draft.prove(proofs.stateChanged(transfer, before(transfer), to, outgoing.type()));
        ended(change, draft);
        react(change, draft, Optional.empty());
        return drafted(change, draft, false);
    }

    /**
     * The peer will not take a message of ours, or never answered. A pause or an end that the peer refuses leaves the
     * transfer where it was, unless the bytes may not move on; anything else ends it here, and the peer is told where it
     * can be.
     */
    Work<Transfer, TransferAct> failed(Transfer transfer, Outgoing outgoing, Reason reason, boolean tellPeer)
            throws StoreFailed {
        var draft = new Draft<TransferAct>();
        draft.change(new Change.Sent(outgoing.id()));
        Optional<Sending<TransferState>> sending =
                transfer.sending().filter(each -> each.messageId().equals(outgoing.id()));
        if (sending.isEmpty()) {
            return new Work.Drafted<>(draft, transfer, false);
        }
        TransferChange change = transfer.change(clock.instant());
        boolean ending = sending.get().leadsTo() == TransferState.TERMINATED;
        boolean mayStay = sending.get().leadsTo() == TransferState.SUSPENDED
                || sending.get().leadsTo() == TransferState.COMPLETED;
        if (!ending) {
            change.reason(reason);
        }
        if (mayStay && tellPeer) {
            change.reached(transfer.state());
            endUnlessPermitted(change, draft);
        } else if (tellPeer && !ending && transfer.peerPid().isPresent()) {
            change.reached(transfer.state());
            apply(new TransferAct.Terminate(reason), change, draft);
        } else {
            draft.prove(proofs.stateChanged(transfer, before(transfer), TransferState.TERMINATED, reason.code()));
            if (!ending) {
                count(transfer, change);
            }
            change.reached(TransferState.TERMINATED);
            ended(change, draft);
        }
        return drafted(change, draft, false);
    }

    /** A peer that refuses to pause does not thereby get what the law, the terms or a limit no longer give it. */
    private void endUnlessPermitted(TransferChange change, Draft<TransferAct> draft) throws StoreFailed {
        Transfer now = change.done();
        if (now.role() == Role.CONSUMER && now.isRunning()) {
            limits.bar(now.peer()).ifPresent(bar -> must(new TransferAct.Terminate(bar), change, draft));
        }
        if (now.role() == Role.PROVIDER && now.isRunning()) {
            Judging.Verdict verdict = judging.today(now);
            if (verdict.bar().isPresent()) {
                judged(verdict, change, draft);
                must(new TransferAct.Terminate(verdict.bar().get()), change, draft);
            }
        }
    }

    /** After a start: what this side still owes. Empty when it is the peer's turn. */
    Optional<Work<Transfer, TransferAct>> resumed(Transfer transfer) throws StoreFailed {
        if (transfer.sending().isPresent()) {
            return Optional.empty();
        }
        var draft = new Draft<TransferAct>();
        TransferChange change = transfer.change(clock.instant());
        react(change, draft, Optional.empty());
        return draft.outgoing().isEmpty() && draft.laterAct().isEmpty()
                ? Optional.empty()
                : Optional.of(drafted(change, draft, false));
    }

    private void react(TransferChange change, Draft<TransferAct> draft, Optional<Concluded> known) throws StoreFailed {
        Transfer now = change.done();
        if (now.role() == Role.CONSUMER
                && now.delivered().isPresent()
                && now.effective() == TransferState.STARTED
                && now.sending().isEmpty()) {
            // All bytes came while a message of this side was on its way; now the completion can follow it.
            apply(new TransferAct.Complete(), change, draft);
            return;
        }
        boolean toJudge = now.role() == Role.PROVIDER && now.effective() == TransferState.REQUESTED;
        Optional<Reason> bar = Optional.empty();
        if (toJudge) {
            Judging.Verdict verdict = known.isPresent() ? judging.today(now, known.get()) : judging.today(now);
            bar = judged(verdict, change, draft);
        }
        if (bar.filter(Judging::canWait).isPresent()) {
            bar.ifPresent(change::reason);
            return;
        }
        Next<TransferAct> next = conduct.next(now, bar);
        draft.later(next);
        next.atOnce().ifPresent(act -> must(act, change, draft));
    }

    /** Records what was judged. Answers why the bytes may not move. */
    private Optional<Reason> judged(Judging.Verdict verdict, TransferChange change, Draft<TransferAct> draft) {
        Transfer now = change.done();
        verdict.assessment().ifPresent(assessment -> draft.prove(proofs.rulingGiven(now, assessment)));
        verdict.judged().ifPresent(change::judged);
        change.use(verdict.use());
        verdict.holdsUntil().ifPresent(draft::lookAgain);
        return verdict.bar();
    }

    /** What may still pass pauses the transfer; anything else that bars a resumption ends it. */
    private static TransferAct stopping(Reason bar) {
        return Judging.pauses(bar) ? new TransferAct.Suspend(bar) : new TransferAct.Terminate(bar);
    }

    /** Applies the act, or says why it is not possible now. */
    private Optional<Reason> apply(TransferAct act, TransferChange change, Draft<TransferAct> draft) {
        Transfer now = change.done();
        if (act instanceof TransferAct.Terminate(Reason reason) && now.peerPid().isEmpty()) {
            return endUnheard(now, reason, change, draft);
        }
        TransferMessage message = message(act, now, change);
        if (TransferStep.step(now.effective(), message, now.role()) instanceof TransferStep.Refused refused) {
            return Optional.of(Reason.of("not-possible-now", refused.reason()));
        }
        if (now.sending().isPresent() && !(act instanceof TransferAct.Terminate)) {
            return Optional.of(Reason.of(
                    ON_ITS_WAY,
                    "the last message of this side has not been acknowledged yet; ask again in a while, or end it"));
        }
        switch (message) {
            case TransferMessage.Start _ -> {
                change.withoutReason();
                draft.prove(proofs.transferStarted(now));
            }
            case TransferMessage.Suspension(var _, var code, var sentences) ->
                change.reason(new Reason(code.orElse("suspended"), sentences));
            case TransferMessage.Termination(var _, var code, var sentences) -> {
                change.reason(new Reason(code.orElse("ended"), sentences));
                count(now, change);
            }
            case TransferMessage.Completion _ -> count(now, change);
            case TransferMessage.Request _ -> {}
        }
        send(message, change, draft);
        return Optional.empty();
    }

    private Optional<Reason> endUnheard(Transfer now, Reason reason, TransferChange change, Draft<TransferAct> draft) {
        if (now.effective().isFinal()) {
            return Optional.of(Reason.of("not-possible-now", "the transfer has ended"));
        }
        now.sending().ifPresent(sending -> draft.change(new Change.Sent(sending.messageId())));
        change.reached(TransferState.TERMINATED).reason(reason);
        draft.prove(proofs.stateChanged(now, before(now), TransferState.TERMINATED, reason.code()));
        return Optional.empty();
    }

    private TransferMessage message(TransferAct act, Transfer now, TransferChange change) {
        Pids pids = now.pids();
        return switch (act) {
            case TransferAct.Start _
            when now.role() == Role.PROVIDER -> {
                DataAccess.Grant grant = dataAccess.grant(now.pid());
                change.dataTokenHash(grant.tokenHash());
                yield new TransferMessage.Start(pids, Optional.of(grant.address()));
            }
            case TransferAct.Start _ -> new TransferMessage.Start(pids, Optional.empty());
            case TransferAct.Suspend(var reason) ->
                new TransferMessage.Suspension(pids, Optional.of(reason.code()), reason.sentences());
            case TransferAct.Complete _ -> new TransferMessage.Completion(pids);
            case TransferAct.Terminate(var reason) ->
                new TransferMessage.Termination(pids, Optional.of(reason.code()), reason.sentences());
        };
    }

    private void send(TransferMessage message, TransferChange change, Draft<TransferAct> draft) {
        Transfer now = change.done();
        String id = ids.next();
        String body = TransferJson.write(message, id);
        var outgoing = new Outgoing(
                id,
                ProcessKind.TRANSFER,
                now.pid(),
                now.peer(),
                Paths.of(now.peerAddress(), message, now.role()),
                message.type(),
                body,
                clock.instant(),
                0);
        draft.send(outgoing, now.pids(), now.sending(), proofs);
        change.sending(outgoing.id(), message.leadsTo());
    }

    /** The state before the message on its way; none for a consumer's request that nobody has acknowledged yet. */
    private static Optional<TransferState> before(Transfer transfer) {
        return transfer.peerPid().isEmpty() && transfer.sending().isPresent()
                ? Optional.empty()
                : Optional.of(transfer.state());
    }

    private static Work<Transfer, TransferAct> drafted(
            TransferChange change, Draft<TransferAct> draft, boolean opened) {
        Transfer after = change.done();
        change.use().ifPresent(use -> draft.change(new Change.OfUse(use)));
        draft.change(new Change.OfTransfer(after));
        return new Work.Drafted<>(draft, after, opened);
    }
}
