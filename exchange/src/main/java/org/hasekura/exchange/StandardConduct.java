package org.hasekura.exchange;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hasekura.law.Question;
import org.hasekura.law.Ruling;
import org.hasekura.policy.Assessment;
import org.hasekura.policy.Decision;
import org.hasekura.policy.Finding;
import org.hasekura.policy.Policy;
import org.hasekura.policy.Terms;

/**
 * How a node behaves unless somebody says otherwise: it agrees to what the law and the offer allow, says why not where
 * they do not, and leaves to a person what only a person can decide.
 */
public final class StandardConduct implements Conduct {

    /** After so many steps without an end, both sides are talking past each other. */
    static final int STEPS_MAX = 40;

    private static final Decision ALWAYS = new Decision.Permitted(List.of(), List.of());

    @Override
    public Next<NegotiationAct> next(
            Negotiation negotiation, Optional<Dataset> dataset, Optional<Assessment> assessment) {
        return switch (negotiation.role()) {
            case PROVIDER -> asProvider(negotiation, dataset, assessment);
            case CONSUMER -> asConsumer(negotiation);
        };
    }

    private static Next<NegotiationAct> asProvider(
            Negotiation negotiation, Optional<Dataset> dataset, Optional<Assessment> assessment) {
        return switch (negotiation.effective()) {
            case REQUESTED -> answer(negotiation, dataset, assessment);
            case ACCEPTED -> agree(negotiation, dataset, assessment);
            case VERIFIED -> Next.now(new NegotiationAct.Conclude());
            case OFFERED, AGREED, FINALIZED, TERMINATED -> Next.nothing();
        };
    }

    /** A request: refuse, ask a person, agree, or offer what can be agreed to. */
    private static Next<NegotiationAct> answer(
            Negotiation negotiation, Optional<Dataset> dataset, Optional<Assessment> assessment) {
        Optional<NegotiationAct> bar = bar(negotiation, dataset, assessment);
        if (bar.isPresent()) {
            return Next.now(bar.get());
        }
        if (negotiation.version() > STEPS_MAX) {
            return Next.now(new NegotiationAct.Terminate(
                    Reason.of("too-many-rounds", "no terms were found that both sides take; start again")));
        }
        return byRules(negotiation, dataset.orElseThrow(), assessment.orElseThrow());
    }

    /**
     * The first rule that fits decides; where none does a person answers. A rule that would agree or offer by facts that
     * are not known does not fit; one that would refuse or ask by them leaves it to a person, who is told what is missing.
     */
    private static Next<NegotiationAct> byRules(Negotiation negotiation, Dataset dataset, Assessment found) {
        for (AnswerRule rule : dataset.answering().rules()) {
            if (!fits(rule, negotiation, dataset)) {
                continue;
            }
            Decision decision = rule.when().isEmpty()
                    ? ALWAYS
                    : Policy.of(AnsweringJson.condition(rule))
                            .decide(found.situation(negotiation.changed(), isByPerson(found)));
            boolean holdsBack = rule.then() == AnswerRule.Then.ASK || rule.then() == AnswerRule.Then.REFUSE;
            if (decision instanceof Decision.Permitted) {
                return named(dataset, rule, act(rule, negotiation, found));
            }
            if (decision instanceof Decision.Open open && holdsBack) {
                return named(dataset, rule, Next.now(new NegotiationAct.Wait(missing(rule, open))));
            }
        }
        return Next.now(new NegotiationAct.Wait(
                Reason.of("person-answers", "requests for this dataset are answered by a person")));
    }

    /** Short forms are what a node does anyway, so they are not named. */
    private static Next<NegotiationAct> named(Dataset dataset, AnswerRule rule, Next<NegotiationAct> next) {
        return dataset.answering().name().isPresent() ? next : next.by(rule.id());
    }

    private static boolean fits(AnswerRule rule, Negotiation negotiation, Dataset dataset) {
        if (rule.terms() == AnswerRule.Match.ANY) {
            return true;
        }
        Terms asked = negotiation.offer().terms();
        Terms template = rule.template()
                .orElseGet(() -> dataset.offer(negotiation.offer().id())
                        .orElse(dataset.offers().getFirst())
                        .terms());
        return rule.terms() == AnswerRule.Match.EQUAL ? asked.isButForLaw(template) : asked.isWithin(template);
    }

    private static Next<NegotiationAct> act(AnswerRule rule, Negotiation negotiation, Assessment found) {
        return switch (rule.then()) {
            case AGREE -> {
                boolean asAsked = found.within()
                        && found.terms().equals(negotiation.offer().terms());
                yield asAsked ? Next.now(new NegotiationAct.Agree(found.terms())) : offer(negotiation, found);
            }
            case OFFER -> offer(negotiation, found);
            case ASK ->
                Next.now(new NegotiationAct.Wait(
                        Reason.of("person-answers", "rule `" + rule.id() + "` leaves it to a person")));
            case REFUSE ->
                Next.now(new NegotiationAct.Terminate(Reason.of(
                        "refused-by-rule",
                        rule.reason().orElse("the provider does not agree to such requests for this dataset"))));
        };
    }

    private static Next<NegotiationAct> offer(Negotiation negotiation, Assessment found) {
        return Next.now(new NegotiationAct.MakeOffer(negotiation.offer().withTerms(found.terms())));
    }

    private static Reason missing(AnswerRule rule, Decision.Open open) {
        Stream<String> sentences = Stream.concat(
                open.missing().stream().map(Question::textEn),
                open.findings().stream().map(Finding::english));
        return new Reason(
                "person-answers",
                Stream.concat(Stream.of("rule `" + rule.id() + "` asks for what is not known"), sentences)
                        .toList());
    }

    /** Where the law leaves it open and a rule is asked all the same, a person has permitted it. */
    private static boolean isByPerson(Assessment found) {
        return found.ruling() instanceof Ruling.Undecided;
    }

    /** The consumer took our offer: it is judged once more, since the day may have changed. */
    private static Next<NegotiationAct> agree(
            Negotiation negotiation, Optional<Dataset> dataset, Optional<Assessment> assessment) {
        Optional<NegotiationAct> bar = bar(negotiation, dataset, assessment);
        if (bar.isPresent()) {
            return Next.now(bar.get());
        }
        Assessment found = assessment.orElseThrow();
        if (!found.terms().equals(negotiation.offer().terms())) {
            return Next.now(new NegotiationAct.Terminate(Reason.of(
                    "terms-changed", "the law or the offer has changed since these terms were offered; ask again")));
        }
        return Next.now(new NegotiationAct.Agree(found.terms()));
    }

    private static Optional<NegotiationAct> bar(
            Negotiation negotiation, Optional<Dataset> dataset, Optional<Assessment> assessment) {
        if (dataset.isEmpty() || !dataset.get().isOnOffer() || assessment.isEmpty()) {
            return Optional.of(
                    new NegotiationAct.Terminate(Reason.of("not-on-offer", "the dataset is no longer on offer")));
        }
        return switch (assessment.get().ruling()) {
            case Ruling.Permitted _, Ruling.PermittedIf _ -> Optional.empty();
            case Ruling.Forbidden forbidden -> Optional.of(new NegotiationAct.Terminate(Rulings.refusal(forbidden)));
            case Ruling.Undecided undecided
            when PersonsPermit.covers(negotiation.reason(), undecided) -> Optional.empty();
            case Ruling.Undecided undecided -> Optional.of(new NegotiationAct.Wait(Rulings.questions(undecided)));
        };
    }

    private static Next<NegotiationAct> asConsumer(Negotiation negotiation) {
        return switch (negotiation.effective()) {
            case OFFERED -> offered(negotiation);
            case AGREED -> agreed(negotiation);
            case REQUESTED, ACCEPTED, VERIFIED, FINALIZED, TERMINATED -> Next.nothing();
        };
    }

    private static Next<NegotiationAct> offered(Negotiation negotiation) {
        boolean asAsked = negotiation.asked().isPresent()
                && negotiation.asked().get().equals(negotiation.offer().terms());
        return asAsked
                ? Next.now(new NegotiationAct.Accept())
                : Next.now(new NegotiationAct.Wait(Reason.of(
                        "terms-differ",
                        "the provider offers other terms than were asked for; accept, counter or end")));
    }

    private static Next<NegotiationAct> agreed(Negotiation negotiation) {
        boolean asOffered = negotiation
                .agreement()
                .map(agreement -> agreement.terms().equals(negotiation.offer().terms()))
                .orElse(false);
        return asOffered
                ? Next.now(new NegotiationAct.Verify())
                : Next.now(new NegotiationAct.Terminate(Reason.of(
                        "agreement-differs", "the agreement says something else than the terms it rests on")));
    }

    @Override
    public Next<TransferAct> next(Transfer transfer, Optional<Reason> bar) {
        if (transfer.role() == Role.PROVIDER && transfer.effective() == TransferState.REQUESTED) {
            return Next.now(bar.<TransferAct>map(TransferAct.Terminate::new).orElseGet(TransferAct.Start::new));
        }
        return Next.nothing();
    }
}
