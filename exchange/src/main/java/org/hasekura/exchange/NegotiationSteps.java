package org.hasekura.exchange;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hasekura.law.Ruling;
import org.hasekura.policy.Agreement;
import org.hasekura.policy.Assessment;
import org.hasekura.policy.Offer;

/** What is said in a negotiation, what it does to the agreement, and how this side answers. */
final class NegotiationSteps
        extends Steps<Negotiation, NegotiationState, NegotiationMessage, NegotiationAct, NegotiationDraft> {

    private final Self self;
    private final AgreementBook agreements;
    private final Conduct conduct;
    private final Assessing assessing;

    NegotiationSteps(
            Self self,
            AgreementBook agreements,
            Conduct conduct,
            Assessing assessing,
            Proofs proofs,
            Ids ids,
            Clock clock) {
        super(NegotiationState.TERMINATED, proofs, ids, clock);
        this.self = self;
        this.agreements = agreements;
        this.conduct = conduct;
        this.assessing = assessing;
    }

    /** This side's own offer opens the negotiation, unless the law bars it. */
    Work<Negotiation, NegotiationAct> offered(NegotiationDraft draft, URI callback) throws StoreFailed {
        Negotiation fresh = draft.before();
        Optional<Assessing.Found> found = assessing.assess(fresh);
        if (found.isEmpty()) {
            return Work.notFound();
        }
        Assessment assessment = found.get().assessment();
        return switch (assessment.ruling()) {
            case Ruling.Forbidden forbidden -> Work.refused(fresh.pids(), Rulings.refusal(forbidden));
            case Ruling.Undecided undecided -> Work.refused(fresh.pids(), Rulings.questions(undecided));
            case Ruling.Permitted _, Ruling.PermittedIf _ -> {
                Offer offer = fresh.offer().withTerms(assessment.terms());
                draft.offer(offer);
                draft.prove(proofs.rulingGiven(fresh, assessment));
                yield asked(
                        draft, new NegotiationMessage.InitialOffer(fresh.pid(), callback, offer, fresh.datasetId()));
            }
        };
    }

    @Override
    NegotiationDraft draft(Negotiation negotiation, Instant at) {
        return new NegotiationDraft(negotiation, at);
    }

    @Override
    Step<NegotiationState> step(NegotiationState state, NegotiationMessage message, Role by) {
        return NegotiationTable.step(state, message, by);
    }

    /** An end prevails over all else. */
    @Override
    boolean prevails(NegotiationMessage message, NegotiationState ours) {
        return message instanceof NegotiationMessage.Terminated;
    }

    /**
     * A provider may replace its agreement until it is verified: Eclipse Dataspace Components does when its own step is
     * taken twice, and then only knows the later one.
     */
    @Override
    boolean isSaidAnew(Negotiation negotiation, NegotiationMessage message) {
        return negotiation.role() == Role.CONSUMER
                && negotiation.state() == NegotiationState.AGREED
                && negotiation.sending().isEmpty()
                && message instanceof NegotiationMessage.Agreed;
    }

    @Override
    Optional<Reason> take(NegotiationMessage message, NegotiationDraft draft) throws StoreFailed {
        switch (message) {
            case NegotiationMessage.CounterRequest(var _, var offer, var target) -> {
                draft.offer(offer);
                draft.withoutReason(); // what a person permitted was about other terms
                return AgreementBook.otherTarget(draft.before(), target);
            }
            case NegotiationMessage.Offered(var _, var offer, var target) -> {
                draft.offer(offer);
                return AgreementBook.otherTarget(draft.before(), target);
            }
            case NegotiationMessage.Agreed(var _, var agreement) -> {
                draft.agreement(agreement);
                agreements.propose(draft.before(), agreement, draft);
                return agreements.fault(draft.before(), agreement);
            }
            case NegotiationMessage.Finalized _ -> agreements.conclude(draft.before(), draft);
            case NegotiationMessage.Terminated(var _, var code, var sentences) -> {
                draft.reason(new Reason(code.orElse("ended-by-peer"), sentences));
                agreements.end(draft.before(), draft);
            }
            case NegotiationMessage.Request _,
                    NegotiationMessage.InitialOffer _,
                    NegotiationMessage.Accepted _,
                    NegotiationMessage.Verified _ -> {}
        }
        return Optional.empty();
    }

    @Override
    void react(NegotiationDraft draft) throws StoreFailed {
        Negotiation now = draft.now();
        Optional<Assessing.Found> found = assessing.wanted(now) ? assessing.assess(now) : Optional.empty();
        found.ifPresent(each -> draft.prove(proofs.rulingGiven(now, each.assessment())));
        Next<NegotiationAct> next =
                conduct.next(now, found.map(Assessing.Found::dataset), found.map(Assessing.Found::assessment));
        draft.later(next);
        next.rule()
                .ifPresent(rule -> found.ifPresent(each ->
                        next.act().ifPresent(act -> draft.prove(proofs.ruleApplied(now, each.dataset(), rule, act)))));
        next.atOnce().ifPresent(act -> must(act, draft));
    }

    @Override
    Optional<Reason> apply(NegotiationAct act, NegotiationDraft draft) {
        if (act instanceof NegotiationAct.Wait(Reason reason)) {
            draft.waiting(reason);
            return Optional.empty();
        }
        return super.apply(act, draft);
    }

    @Override
    NegotiationMessage message(NegotiationAct act, NegotiationDraft draft) {
        Negotiation now = draft.now();
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
                                clock.instant().truncatedTo(ChronoUnit.MILLIS),
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

    @Override
    String json(NegotiationMessage message, String id) {
        return NegotiationJson.write(message, id);
    }

    @Override
    void say(NegotiationMessage message, NegotiationDraft draft) {
        switch (message) {
            case NegotiationMessage.Offered(var _, var offer, var _) -> draft.offer(offer);
            case NegotiationMessage.CounterRequest(var _, var offer, var _) -> {
                draft.offer(offer);
                draft.asked(offer.terms());
            }
            case NegotiationMessage.Agreed(var _, var agreement) -> {
                draft.agreement(agreement);
                agreements.propose(draft.now(), agreement, draft);
            }
            case NegotiationMessage.Finalized _ -> agreements.conclude(draft.now(), draft);
            case NegotiationMessage.Terminated(var _, var code, var sentences) -> {
                draft.reason(new Reason(code.orElse("ended"), sentences));
                agreements.end(draft.now(), draft);
            }
            case NegotiationMessage.Request _,
                    NegotiationMessage.InitialOffer _,
                    NegotiationMessage.Accepted _,
                    NegotiationMessage.Verified _ -> {}
        }
    }

    @Override
    NegotiationAct end(Reason reason) {
        return new NegotiationAct.Terminate(reason);
    }

    @Override
    void abandon(NegotiationDraft draft) {
        agreements.end(draft.now(), draft);
    }

    /** Nothing is owed while a person is waited for. */
    @Override
    Work<Negotiation, NegotiationAct> resumed(Negotiation negotiation) throws StoreFailed {
        return negotiation.waiting().isPresent() ? Work.unchanged(negotiation) : super.resumed(negotiation);
    }

    @Override
    boolean waitsForPerson(Negotiation negotiation) {
        return negotiation.role() == Role.PROVIDER && negotiation.waiting().isPresent();
    }

    /** A person permits what the law leaves open, but not what it forbids: it is asked once more, for today. */
    @Override
    Optional<Reason> permit(NegotiationDraft draft) throws StoreFailed {
        Negotiation negotiation = draft.before();
        Optional<Assessing.Found> found = assessing.assess(negotiation);
        if (found.isEmpty()) {
            return Optional.of(Reason.of("not-on-offer", "the dataset is no longer on offer; only refuse is possible"));
        }
        Assessment assessment = found.get().assessment();
        if (assessment.ruling() instanceof Ruling.Forbidden forbidden) {
            return Optional.of(Rulings.refusal(forbidden));
        }
        draft.prove(proofs.rulingGiven(negotiation, assessment));
        draft.reason(PersonsPermit.of(assessment.ruling()));
        if (negotiation.effective() != NegotiationState.ACCEPTED) {
            return apply(new NegotiationAct.MakeOffer(negotiation.offer().withTerms(assessment.terms())), draft);
        }
        return assessment.terms().equals(negotiation.offer().terms())
                ? apply(new NegotiationAct.Agree(assessment.terms()), draft)
                : Optional.of(Reason.of(
                        "terms-changed", "the terms have changed since they were accepted; only refuse is possible"));
    }
}
