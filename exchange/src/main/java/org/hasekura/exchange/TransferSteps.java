package org.hasekura.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.hasekura.policy.Assessment;

/** What is said in a transfer, what it does to the bytes, and how this side answers. */
final class TransferSteps extends Steps<Transfer, TransferState, TransferMessage, TransferAct, TransferDraft> {

    private final Conduct conduct;
    private final Judging judging;
    private final Limits limits;
    private final ByteAccount account;

    TransferSteps(
            Conduct conduct, Judging judging, Limits limits, ByteAccount account, Proofs proofs, Ids ids, Clock clock) {
        super(TransferState.TERMINATED, proofs, ids, clock);
        this.conduct = conduct;
        this.judging = judging;
        this.limits = limits;
        this.account = account;
    }

    @Override
    TransferDraft draft(Transfer transfer, Instant at) {
        return new TransferDraft(transfer, Optional.empty(), at);
    }

    @Override
    Step<TransferState> step(TransferState state, TransferMessage message, Role by) {
        return TransferTable.step(state, message, by);
    }

    /** An end prevails over a completion, that over a pause, and both may say the same. */
    @Override
    boolean prevails(TransferMessage message, TransferState ours) {
        return message.leadsTo().compareTo(ours) >= 0;
    }

    /**
     * A provider may say anew where the bytes lie while they move: Eclipse Dataspace Components does when the consumer
     * has resumed, since the address of before the pause serves no more.
     */
    @Override
    boolean isSaidAnew(Transfer transfer, TransferMessage message) {
        return transfer.role() == Role.CONSUMER
                && transfer.state() == TransferState.STARTED
                && transfer.sending().isEmpty()
                && message instanceof TransferMessage.Start(var _, var address, var _)
                && address.isPresent();
    }

    /**
     * A consumer that resumes, and then waits for the provider's start, is answered by that start: nothing moves before
     * the consumer has it. What the law bars today takes the usual way, which ends or pauses it.
     */
    @Override
    Work<Transfer, TransferAct> moved(Transfer transfer, Inbound in, TransferMessage message) throws StoreFailed {
        boolean awaitsStart = transfer.role() == Role.PROVIDER
                && message instanceof TransferMessage.Start(var _, var _, var awaits)
                && awaits;
        if (!awaitsStart) {
            return super.moved(transfer, in, message);
        }
        Judging.Verdict verdict = judging.today(transfer);
        if (verdict.bar().isPresent()) {
            return super.moved(transfer, in, message);
        }
        TransferDraft draft = draft(transfer, clock.instant());
        draft.hear(in, message.type(), proofs);
        replaced(transfer, message, draft).ifPresent(draft::reached);
        arrived(draft);
        Optional<Reason> bar = judged(verdict, draft);
        must(new TransferAct.Start(), draft);
        return draftedUnless(bar, draft);
    }

    @Override
    Optional<Reason> take(TransferMessage message, TransferDraft draft) {
        switch (message) {
            case TransferMessage.Start(var _, var address, var _) -> {
                draft.withoutReason();
                address.ifPresent(draft::dataAddress);
            }
            case TransferMessage.Suspension(var _, var code, var sentences) ->
                draft.reason(new Reason(code.orElse("suspended-by-peer"), sentences));
            case TransferMessage.Termination(var _, var code, var sentences) ->
                draft.reason(new Reason(code.orElse("ended-by-peer"), sentences));
            case TransferMessage.Completion _ -> {}
            case TransferMessage.Request _ -> throw new IllegalStateException("a request opens a transfer");
        }
        boolean isCounted = draft.before().effective().isFinal();
        if (message.leadsTo().isFinal() && !isCounted) {
            account.count(draft);
        }
        return Optional.empty();
    }

    /** Where the consumer resumes, what it resumes must be permitted today, too. */
    @Override
    void taken(TransferMessage message, TransferDraft draft) throws StoreFailed {
        arrived(draft);
        if (message instanceof TransferMessage.Start) {
            draft.prove(proofs.transferStarted(draft.now()));
            if (draft.now().role() == Role.PROVIDER) {
                judged(judging.today(draft.now()), draft).ifPresent(bar -> must(stopping(bar), draft));
            }
        }
    }

    @Override
    void arrived(TransferDraft draft) {
        account.stopped(draft);
    }

    @Override
    void abandon(TransferDraft draft) {
        account.count(draft);
    }

    /** What is to be started must be permitted today. */
    @Override
    Work<Transfer, TransferAct> acted(Transfer transfer, TransferAct act) throws StoreFailed {
        TransferDraft draft = draft(transfer, clock.instant());
        boolean resumes = act instanceof TransferAct.Start && transfer.role() == Role.PROVIDER;
        Optional<Reason> bar = resumes ? judged(judging.today(transfer), draft) : Optional.empty();
        return draftedUnless(bar.isPresent() ? bar : apply(act, draft), draft);
    }

    /**
     * A running transfer is judged again. Nothing changes while the answer is as before; where the bytes may no longer
     * move they stop with this step: the law may come to permit it again, or a person, so that it is a pause, but
     * terms that have run out end it. One that waited for a person goes on where nobody has to be asked any more.
     */
    Work<Transfer, TransferAct> judgedAgain(Transfer transfer) throws StoreFailed {
        boolean waits = Judging.waits(transfer);
        if (transfer.role() != Role.PROVIDER || !(transfer.isRunning() || waits)) {
            return Work.unchanged(transfer);
        }
        Judging.Verdict verdict = judging.today(transfer);
        if (waits ? verdict.bar().isPresent() : verdict.isAs(transfer)) {
            return Work.unchanged(transfer);
        }
        TransferDraft draft = draft(transfer, clock.instant());
        Optional<Reason> bar = judged(verdict, draft);
        if (bar.isPresent()) {
            boolean canPause = verdict.mayBeCured() && transfer.sending().isEmpty();
            must(canPause ? new TransferAct.Suspend(bar.get()) : end(bar.get()), draft);
        } else if (waits && transfer.sending().isEmpty()) {
            must(new TransferAct.Start(), draft);
        }
        return draftedUnless(Optional.empty(), draft);
    }

    /**
     * A limit stops what it meets, whichever side this is: it pauses where that was ordered and can be done, and ends it
     * otherwise. What a limit of this side had paused goes on once none meets it, if nothing else bars it.
     */
    Work<Transfer, TransferAct> limited(Transfer transfer) throws StoreFailed {
        Optional<Limit> limit = limits.on(transfer.peer());
        boolean mayGoOn = limit.isEmpty() && transfer.sending().isEmpty() && limits.paused(transfer);
        boolean stops = limit.isPresent() && limit.get().effect().stops(transfer);
        if (!mayGoOn && !stops) {
            return Work.unchanged(transfer);
        }
        TransferDraft draft = draft(transfer, clock.instant());
        if (limit.isPresent()) {
            Reason reason = Limits.reason(limit.get());
            boolean canPause = limit.get().effect() == Limit.Effect.SUSPEND
                    && transfer.sending().isEmpty();
            must(canPause ? new TransferAct.Suspend(reason) : end(reason), draft);
        } else {
            Optional<Reason> bar =
                    transfer.role() == Role.PROVIDER ? judged(judging.today(transfer), draft) : Optional.empty();
            bar.ifPresentOrElse(draft::reason, () -> must(new TransferAct.Start(), draft));
        }
        return draftedUnless(Optional.empty(), draft);
    }

    @Override
    boolean waitsForPerson(Transfer transfer) {
        return Judging.waitsForPerson(transfer);
    }

    /** What the law forbids by now cannot be permitted. */
    @Override
    Optional<Reason> permit(TransferDraft draft) throws StoreFailed {
        Optional<Assessment> open = judging.today(draft.before()).assessment();
        open.ifPresent(assessment ->
                draft.judged(Judged.of(assessment.ruling(), PersonsPermit.questions(assessment.ruling()))));
        Optional<Reason> bar = judged(judging.today(draft.now()), draft);
        return bar.isPresent() ? bar : apply(new TransferAct.Start(), draft);
    }

    /** All bytes are here. Where a message of this side is on its way, the completion follows it. */
    Work<Transfer, TransferAct> delivered(Transfer transfer, Transfer.Delivered delivered) {
        TransferDraft draft = draft(transfer, clock.instant());
        draft.delivered(delivered);
        Optional<Reason> bar = apply(new TransferAct.Complete(), draft);
        return draftedUnless(bar.filter(each -> !each.code().equals(ON_ITS_WAY)), draft);
    }

    /**
     * A pause or an end that the peer refuses leaves the transfer where it was; but who refuses to pause does not thereby
     * get what the law, the terms or a limit no longer give it.
     */
    @Override
    boolean goesOnWithout(TransferState refused, TransferDraft draft) throws StoreFailed {
        if (refused != TransferState.SUSPENDED && refused != TransferState.COMPLETED) {
            return false;
        }
        Transfer now = draft.now();
        if (now.role() == Role.CONSUMER && now.isRunning()) {
            limits.bar(now.peer()).ifPresent(bar -> must(end(bar), draft));
        }
        if (now.role() == Role.PROVIDER && now.isRunning()) {
            Judging.Verdict verdict = judging.today(now);
            if (verdict.bar().isPresent()) {
                judged(verdict, draft);
                must(end(verdict.bar().get()), draft);
            }
        }
        return true;
    }

    @Override
    void react(TransferDraft draft) throws StoreFailed {
        Transfer now = draft.now();
        if (isOwedCompletion(now)) {
            apply(new TransferAct.Complete(), draft);
            return;
        }
        boolean toJudge = now.role() == Role.PROVIDER && now.effective() == TransferState.REQUESTED;
        Optional<Reason> bar = toJudge ? judged(today(draft), draft) : Optional.empty();
        if (bar.filter(Judging::canWait).isPresent()) {
            bar.ifPresent(draft::reason);
            return;
        }
        Next<TransferAct> next = conduct.next(now, bar);
        draft.later(next);
        next.atOnce().ifPresent(act -> must(act, draft));
    }

    /** Whether all bytes came while a message of this side was on its way, and nothing is any more. */
    private static boolean isOwedCompletion(Transfer now) {
        return now.role() == Role.CONSUMER
                && now.delivered().isPresent()
                && now.effective() == TransferState.STARTED
                && now.sending().isEmpty();
    }

    private Judging.Verdict today(TransferDraft draft) throws StoreFailed {
        return draft.agreement().isPresent()
                ? judging.today(draft.now(), draft.agreement().get())
                : judging.today(draft.now());
    }

    /** Records what was judged. Answers why the bytes may not move. */
    private Optional<Reason> judged(Judging.Verdict verdict, TransferDraft draft) {
        verdict.assessment().ifPresent(assessment -> draft.prove(proofs.rulingGiven(draft.before(), assessment)));
        verdict.judged().ifPresent(draft::judged);
        draft.use(verdict.use());
        verdict.holdsUntil().ifPresent(draft::lookAgain);
        return verdict.bar();
    }

    /** What may still pass pauses the transfer; anything else that bars a resumption ends it. */
    private TransferAct stopping(Reason bar) {
        return Judging.pauses(bar) ? new TransferAct.Suspend(bar) : end(bar);
    }

    @Override
    TransferMessage message(TransferAct act, TransferDraft draft) {
        Pids pids = draft.now().pids();
        return switch (act) {
            case TransferAct.Start _
            when draft.now().role() == Role.PROVIDER ->
                new TransferMessage.Start(pids, Optional.of(account.open(draft)));
            case TransferAct.Start _ -> new TransferMessage.Start(pids, Optional.empty());
            case TransferAct.Suspend(var reason) ->
                new TransferMessage.Suspension(pids, Optional.of(reason.code()), reason.sentences());
            case TransferAct.Complete _ -> new TransferMessage.Completion(pids);
            case TransferAct.Terminate(var reason) ->
                new TransferMessage.Termination(pids, Optional.of(reason.code()), reason.sentences());
        };
    }

    @Override
    String json(TransferMessage message, String id) {
        return TransferJson.write(message, id);
    }

    @Override
    void say(TransferMessage message, TransferDraft draft) {
        switch (message) {
            case TransferMessage.Start _ -> {
                draft.withoutReason();
                draft.prove(proofs.transferStarted(draft.now()));
            }
            case TransferMessage.Suspension(var _, var code, var sentences) ->
                draft.reason(new Reason(code.orElse("suspended"), sentences));
            case TransferMessage.Termination(var _, var code, var sentences) -> {
                draft.reason(new Reason(code.orElse("ended"), sentences));
                account.count(draft);
            }
            case TransferMessage.Completion _ -> account.count(draft);
            case TransferMessage.Request _ -> {}
        }
    }

    @Override
    TransferAct end(Reason reason) {
        return new TransferAct.Terminate(reason);
    }
}
