package org.hasekura.exchange;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.hasekura.law.Ruling;
import org.hasekura.policy.Agreement;
import org.hasekura.policy.Assessment;

/** The steps of a negotiation as drafts: what is received, what is done, and how this side reacts. */
final class NegotiationSteps {
    private final Self self;
    private final AgreementBook agreements;
    private final Conduct conduct;
    private final Assessing assessing;
    private final Proofs proofs;
    private final Ids ids;
    private final Clock clock;

    NegotiationSteps(
            Self self,
            AgreementBook agreements,
            Conduct conduct,
            Assessing assessing,
            Proofs proofs,
            Ids ids,
            Clock clock) {
        this.self = self;
        this.agreements = agreements;
        this.conduct = conduct;
        this.assessing = assessing;
        this.proofs = proofs;
        this.ids = ids;
        this.clock = clock;
    }

    /** The peer's message opens the negotiation. */
    Work<Negotiation, NegotiationAct> opened(Negotiation fresh, Inbound in, NegotiationMessage message)
            throws StoreFailed {
        var draft = new Draft<NegotiationAct>();
        NegotiationChange change = fresh.change(clock.instant()).heard(in.bodyHash());
        draft.heard(in, fresh.pid(), message.type(), fresh.pids(), proofs);
        draft.prove(proofs.stateChanged(fresh, Optional.empty(), fresh.state(), message.type()));
        react(change, draft);
        return drafted(change, draft, true);
    }

    /** This side's own request opens the negotiation. */
    Work<Negotiation, NegotiationAct> requested(Negotiation fresh, URI callback) {
        var draft = new Draft<NegotiationAct>();
        NegotiationChange change =
                fresh.change(clock.instant()).asked(fresh.offer().terms());
        var message = new NegotiationMessage.Request(fresh.pid(), callback, fresh.offer(), fresh.datasetId());
        send(message, change, draft);
        return drafted(change, draft, true);
    }

    /** This side's own offer opens the negotiation, unless the law bars it. */
    Work<Negotiation, NegotiationAct> offered(Negotiation fresh, URI callback) throws StoreFailed {
        Optional<Assessing.Found> found = assessing.assess(fresh);
        if (found.isEmpty()) {
            return new Work.Answered<>(new Answer.NotFound<>());
        }
        Assessment assessment = found.get().assessment();
        switch (assessment.ruling()) {
            case Ruling.Permitted _, Ruling.PermittedIf _ -> {}
            case Ruling.Forbidden forbidden -> {
                return new Work.Answered<>(new Answer.Refused<>(fresh.pids(), Rulings.refusal(forbidden)));
            }
            case Ruling.Undecided undecided -> {
                return new Work.Answered<>(new Answer.Refused<>(fresh.pids(), Rulings.questions(undecided)));
            }
        }
        var draft = new Draft<NegotiationAct>();
        NegotiationChange change =
                fresh.change(clock.instant()).offer(fresh.offer().withTerms(assessment.terms()));
        draft.prove(proofs.rulingGiven(fresh, assessment));
        send(
                new NegotiationMessage.InitialOffer(
                        fresh.pid(), callback, change.done().offer(), fresh.datasetId()),
                change,
                draft);
        return drafted(change, draft, true);
    }

    /** A message of the peer within the negotiation. */
    Work<Negotiation, NegotiationAct> received(Negotiation negotiation, Inbound in, NegotiationMessage message)
            throws StoreFailed {
        Pids pids = message.pids();
        Role sender = negotiation.role().other();
        if (!pids.of(negotiation.role()).equals(negotiation.pid())
                || (negotiation.peerPid().isPresent()
                        && !pids.of(sender).equals(negotiation.peerPid().get()))) {
            return Negotiations.refused(
                    negotiation.pids(),
                    "pids-differ",
                    "the message names providerPid `" + pids.providerPid() + "` and consumerPid `" + pids.consumerPid()
                            + "`, which is not this negotiation");
        }
        return switch (NegotiationStep.step(negotiation.effective(), message, sender)) {
            case NegotiationStep.Refused refused ->
                isSaidAnew(negotiation, message)
                        ? moved(negotiation, in, message, message.leadsTo(), pids.of(sender))
                        : crossing(negotiation, in, message, pids.of(sender), refused);
            case NegotiationStep.Moved(NegotiationState to) -> moved(negotiation, in, message, to, pids.of(sender));
        };
    }

    /**
     * A provider may replace its agreement until it is verified: Eclipse Dataspace Components does when its own step is
     * taken twice, and then only knows the later one.
     */
    private static boolean isSaidAnew(Negotiation negotiation, NegotiationMessage message) {
        return negotiation.role() == Role.CONSUMER
                && negotiation.state() == NegotiationState.AGREED
                && negotiation.sending().isEmpty()
                && message instanceof NegotiationMessage.Agreed;
    }

    /**
     * Not possible after what this side has sent. Where that has not been acknowledged and the message would have been
     * possible before it, the two have crossed: an end prevails over all else, and what does not prevail is to be sent
     * again until the other message has arrived. Both sides follow the same rule and so come to stand in the same state.
     */
    private Work<Negotiation, NegotiationAct> crossing(
            Negotiation negotiation,
            Inbound in,
            NegotiationMessage message,
            String peerPid,
            NegotiationStep.Refused refused)
            throws StoreFailed {
        boolean crossed = negotiation.sending().isPresent()
                && NegotiationStep.step(
                                negotiation.state(), message, negotiation.role().other())
                        instanceof NegotiationStep.Moved;
        if (!crossed) {
            return Negotiations.refused(negotiation.pids(), "not-possible-now", refused.reason());
        }
        return message instanceof NegotiationMessage.Terminated
                ? moved(negotiation, in, message, message.leadsTo(), peerPid)
                : new Work.Answered<>(new Answer.Busy<>());
    }

    private Work<Negotiation, NegotiationAct> moved(
            Negotiation negotiation, Inbound in, NegotiationMessage message, NegotiationState to, String peerPid)
            throws StoreFailed {
        var draft = new Draft<NegotiationAct>();
        NegotiationChange change =
                negotiation.change(clock.instant()).peerPid(peerPid).heard(in.bodyHash());
        draft.heard(in, negotiation.pid(), message.type(), message.pids(), proofs);
        Optional<Reason> mismatch = take(negotiation, message, change, draft);
        if (mismatch.isPresent()) {
            return new Work.Answered<>(new Answer.Refused<>(negotiation.pids(), mismatch.get()));
        }
        Optional<NegotiationState> from = replaced(negotiation, message, draft);
        if (!from.equals(Optional.of(to))) {
            draft.prove(proofs.stateChanged(negotiation, from, to, message.type()));
        }
        change.reached(to);
        react(change, draft);
        return drafted(change, draft, false);
    }

    /**
     * A legal answer acknowledges the message that is on its way, even when its acknowledgement is still to come; one
     * that has crossed it takes its place. Answers the state that the peer's message starts from.
     */
    private Optional<NegotiationState> replaced(
            Negotiation negotiation, NegotiationMessage message, Draft<NegotiationAct> draft) {
        if (negotiation.sending().isEmpty()) {
            return Optional.of(negotiation.state());
        }
        Sending<NegotiationState> sending = negotiation.sending().get();
        draft.change(new Change.Sent(sending.messageId()));
        boolean answers = NegotiationStep.step(
                        sending.leadsTo(), message, negotiation.role().other())
                instanceof NegotiationStep.Moved;
        if (!answers) {
            return before(negotiation);
        }
        draft.prove(
                proofs.stateChanged(negotiation, before(negotiation), sending.leadsTo(), "acknowledged by an answer"));
        return Optional.of(sending.leadsTo());
    }

    /** The state before the message on its way; none for a consumer's request that nobody has acknowledged yet. */
    private static Optional<NegotiationState> before(Negotiation negotiation) {
        return negotiation.peerPid().isEmpty() && negotiation.sending().isPresent()
                ? Optional.empty()
                : Optional.of(negotiation.state());
    }

    /** Takes over what the message says, or says what is wrong with it. */
    private Optional<Reason> take(
            Negotiation negotiation, NegotiationMessage message, NegotiationChange change, Draft<NegotiationAct> draft)
            throws StoreFailed {
        switch (message) {
            case NegotiationMessage.CounterRequest(var _, var offer, var target) -> {
                change.offer(offer).withoutReason();
                return AgreementBook.otherTarget(negotiation, target);
            }
            case NegotiationMessage.Offered(var _, var offer, var target) -> {
                change.offer(offer);
                return AgreementBook.otherTarget(negotiation, target);
            }
            case NegotiationMessage.Agreed(var _, var agreement) -> {
                change.agreement(agreement);
                agreements.propose(negotiation, agreement, draft);
                return agreements.fault(negotiation, agreement);
            }
            case NegotiationMessage.Finalized _ -> agreements.conclude(negotiation, draft);
            case NegotiationMessage.Terminated(var _, var code, var sentences) -> {
                change.reason(new Reason(code.orElse("ended-by-peer"), sentences));
                agreements.end(negotiation, draft);
            }
            case NegotiationMessage.Request _,
                    NegotiationMessage.InitialOffer _,
                    NegotiationMessage.Accepted _,
                    NegotiationMessage.Verified _ -> {}
        }
        return Optional.empty();
    }

    /** A person, or this side by itself, acts. */
    Work<Negotiation, NegotiationAct> acted(Negotiation negotiation, NegotiationAct act) {
        var draft = new Draft<NegotiationAct>();
        NegotiationChange change = negotiation.change(clock.instant());
        Optional<Reason> bar = apply(act, change, draft);
        return bar.isPresent()
                ? new Work.Answered<>(new Answer.Refused<>(negotiation.pids(), bar.get()))
                : drafted(change, draft, false);
    }

    /** A person decides what was left to a person. */
    Work<Negotiation, NegotiationAct> decided(Negotiation negotiation, boolean permit, String role, String why)
            throws StoreFailed {
        if (negotiation.role() != Role.PROVIDER || negotiation.waiting().isEmpty()) {
            return Negotiations.refused(
                    negotiation.pids(), "nothing-to-decide", "this negotiation waits for no decision");
        }
        var draft = new Draft<NegotiationAct>();
        NegotiationChange change = negotiation.change(clock.instant());
        String salted = Proofs.salted(ids.next(), why);
        String reasonHash = Proofs.sha256(salted);
        draft.change(new Change.OfBody(reasonHash, salted));
        draft.prove(proofs.decisionTaken(negotiation.pid(), role, reasonHash, permit));
        Optional<Reason> bar = permit
                ? permitted(negotiation, change, draft)
                : apply(new NegotiationAct.Terminate(Reason.of("refused-by-person", why)), change, draft);
        return bar.isPresent()
                ? new Work.Answered<>(new Answer.Refused<>(negotiation.pids(), bar.get()))
                : drafted(change, draft, false);
    }

    /** A person permits what the law leaves open, but not what it forbids: it is asked once more, for today. */
    private Optional<Reason> permitted(Negotiation negotiation, NegotiationChange change, Draft<NegotiationAct> draft)
            throws StoreFailed {
        Optional<Assessing.Found> found = assessing.assess(negotiation);
        if (found.isEmpty()) {
            return Optional.of(Reason.of("not-on-offer", "the dataset is no longer on offer; only refuse is possible"));
        }
        Assessment assessment = found.get().assessment();
        if (assessment.ruling() instanceof Ruling.Forbidden forbidden) {
            return Optional.of(Rulings.refusal(forbidden));
        }
        draft.prove(proofs.rulingGiven(negotiation, assessment));
        change.reason(PersonsPermit.of(assessment.ruling()));
        if (negotiation.effective() != NegotiationState.ACCEPTED) {
            return apply(
                    new NegotiationAct.MakeOffer(negotiation.offer().withTerms(assessment.terms())), change, draft);
        }
        return assessment.terms().equals(negotiation.offer().terms())
                ? apply(new NegotiationAct.Agree(assessment.terms()), change, draft)
                : Optional.of(Reason.of(
                        "terms-changed", "the terms have changed since they were accepted; only refuse is possible"));
    }

    /** The peer has acknowledged a message of ours. */
    Work<Negotiation, NegotiationAct> acknowledged(Negotiation negotiation, Outgoing outgoing, Optional<String> peerPid)
            throws StoreFailed {
        var draft = new Draft<NegotiationAct>();
        draft.change(new Change.Sent(outgoing.id()));
        Optional<Sending<NegotiationState>> sending =
                negotiation.sending().filter(each -> each.messageId().equals(outgoing.id()));
        if (sending.isEmpty()) {
            return new Work.Drafted<>(draft, negotiation, false);
        }
        NegotiationState to = sending.get().leadsTo();
        NegotiationChange change = negotiation.change(clock.instant()).reached(to);
        if (negotiation.peerPid().isEmpty()) {
            peerPid.ifPresent(change::peerPid);
        }
        draft.prove(proofs.stateChanged(negotiation, before(negotiation), to, outgoing.type()));
        react(change, draft);
        return drafted(change, draft, false);
    }

    /** The peer will not take a message of ours, or never answered: it ends here, and the peer is told where it can be. */
    Work<Negotiation, NegotiationAct> failed(
            Negotiation negotiation, Outgoing outgoing, Reason reason, boolean tellPeer) {
        var draft = new Draft<NegotiationAct>();
        draft.change(new Change.Sent(outgoing.id()));
        Optional<Sending<NegotiationState>> sending =
                negotiation.sending().filter(each -> each.messageId().equals(outgoing.id()));
        if (sending.isEmpty()) {
            return new Work.Drafted<>(draft, negotiation, false);
        }
        boolean ending = sending.get().leadsTo() == NegotiationState.TERMINATED;
        NegotiationChange change = negotiation.change(clock.instant());
        if (!ending) {
            change.reason(reason);
        }
        if (tellPeer && !ending && negotiation.peerPid().isPresent()) {
            change.reached(negotiation.state());
            apply(new NegotiationAct.Terminate(reason), change, draft);
        } else {
            change.reached(NegotiationState.TERMINATED);
            agreements.end(negotiation, draft);
            draft.prove(
                    proofs.stateChanged(negotiation, before(negotiation), NegotiationState.TERMINATED, reason.code()));
        }
        return drafted(change, draft, false);
    }

    /** After a start: what this side still owes. Empty when it is the peer's turn. */
    Optional<Work<Negotiation, NegotiationAct>> resumed(Negotiation negotiation) throws StoreFailed {
        if (negotiation.sending().isPresent() || negotiation.waiting().isPresent()) {
            return Optional.empty();
        }
        var draft = new Draft<NegotiationAct>();
        NegotiationChange change = negotiation.change(clock.instant());
        react(change, draft);
        return draft.outgoing().isEmpty() && draft.laterAct().isEmpty()
                ? Optional.empty()
                : Optional.of(drafted(change, draft, false));
    }

    /** Lets this side's conduct answer to where the negotiation stands now. */
    private void react(NegotiationChange change, Draft<NegotiationAct> draft) throws StoreFailed {
        Negotiation now = change.done();
        Optional<Assessing.Found> found = assessing.wanted(now) ? assessing.assess(now) : Optional.empty();
        found.ifPresent(each -> draft.prove(proofs.rulingGiven(now, each.assessment())));
        Next<NegotiationAct> next =
                conduct.next(now, found.map(Assessing.Found::dataset), found.map(Assessing.Found::assessment));
        draft.later(next);
        next.rule()
                .ifPresent(rule -> found.ifPresent(each ->
                        next.act().ifPresent(act -> draft.prove(proofs.ruleApplied(now, each.dataset(), rule, act)))));
        next.atOnce().flatMap(act -> apply(act, change, draft)).ifPresent(bar -> {
            throw new IllegalStateException("conduct acts against the table: " + bar);
        });
    }

    /** Applies the act, or says why it is not possible now. */
    private Optional<Reason> apply(NegotiationAct act, NegotiationChange change, Draft<NegotiationAct> draft) {
        Negotiation now = change.done();
        if (act instanceof NegotiationAct.Wait(Reason reason)) {
            change.waiting(reason);
            return Optional.empty();
        }
        if (act instanceof NegotiationAct.Terminate(Reason reason)
                && now.peerPid().isEmpty()) {
            return endUnheard(now, reason, change, draft);
        }
        NegotiationMessage message = message(act, now);
        if (NegotiationStep.step(now.effective(), message, now.role()) instanceof NegotiationStep.Refused refused) {
            return Optional.of(Reason.of("not-possible-now", refused.reason()));
        }
        switch (message) {
            case NegotiationMessage.Offered(var _, var offer, var _) -> change.offer(offer);
            case NegotiationMessage.CounterRequest(var _, var offer, var _) ->
                change.offer(offer).asked(offer.terms());
            case NegotiationMessage.Agreed(var _, var agreement) -> {
                change.agreement(agreement);
                agreements.propose(now, agreement, draft);
            }
            case NegotiationMessage.Finalized _ -> agreements.conclude(now, draft);
            case NegotiationMessage.Terminated(var _, var code, var sentences) -> {
                change.reason(new Reason(code.orElse("ended"), sentences));
                agreements.end(now, draft);
            }
            case NegotiationMessage.Request _,
                    NegotiationMessage.InitialOffer _,
                    NegotiationMessage.Accepted _,
                    NegotiationMessage.Verified _ -> {}
        }
        send(message, change, draft);
        return Optional.empty();
    }

    /** The provider has never answered, so there is no name under which to tell it. */
    private Optional<Reason> endUnheard(
            Negotiation now, Reason reason, NegotiationChange change, Draft<NegotiationAct> draft) {
        if (now.effective().isFinal()) {
            return Optional.of(Reason.of("not-possible-now", "the negotiation has ended"));
        }
        now.sending().ifPresent(sending -> draft.change(new Change.Sent(sending.messageId())));
        change.reached(NegotiationState.TERMINATED).reason(reason);
        draft.prove(proofs.stateChanged(now, before(now), NegotiationState.TERMINATED, reason.code()));
        return Optional.empty();
    }

    private NegotiationMessage message(NegotiationAct act, Negotiation now) {
        Pids pids = now.pids();
        return switch (act) {
            case NegotiationAct.MakeOffer(var offer) -> new NegotiationMessage.Offered(pids, offer, now.datasetId());
            case NegotiationAct.Agree(var terms) ->
                new NegotiationMessage.Agreed(
                        pids,
                        new Agreement(
                                ids.next(),
                                now.datasetId(),
                                self.did(),
                                self.nameOf(now.peer()),
                                clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS),
                                terms));
            case NegotiationAct.Accept _ -> new NegotiationMessage.Accepted(pids);
            case NegotiationAct.Counter(var offer) ->
                new NegotiationMessage.CounterRequest(pids, offer, now.datasetId());
            case NegotiationAct.Verify _ -> new NegotiationMessage.Verified(pids);
            case NegotiationAct.Conclude _ -> new NegotiationMessage.Finalized(pids);
            case NegotiationAct.Terminate(var reason) ->
                new NegotiationMessage.Terminated(pids, Optional.of(reason.code()), reason.sentences());
            case NegotiationAct.Wait _ -> throw new IllegalStateException("waiting sends nothing");
        };
    }

    private void send(NegotiationMessage message, NegotiationChange change, Draft<NegotiationAct> draft) {
        Negotiation now = change.done();
        String id = ids.next();
        String body = NegotiationJson.write(message, id);
        var outgoing = new Outgoing(
                id,
                ProcessKind.NEGOTIATION,
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

    private static Work<Negotiation, NegotiationAct> drafted(
            NegotiationChange change, Draft<NegotiationAct> draft, boolean opened) {
        Negotiation after = change.done();
        draft.change(new Change.OfNegotiation(after));
        return new Work.Drafted<>(draft, after, opened);
    }
}
