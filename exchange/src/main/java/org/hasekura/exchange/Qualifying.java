package org.hasekura.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hasekura.identity.Participant;
import org.hasekura.law.Question;
import org.hasekura.law.Ruling;
import org.hasekura.policy.Assessment;
import org.hasekura.policy.Assessor;
import org.hasekura.policy.Decision;
import org.hasekura.policy.DutyText;
import org.hasekura.policy.Finding;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Policy;
import org.hasekura.policy.Situation;
import org.hasekura.policy.Uses;

/**
 * Says whether somebody qualifies for a dataset: by the same terms and law by which a negotiation is answered, with the
 * register's facts of today. Nothing is recorded.
 */
public final class Qualifying {

    private final ExchangeStore store;
    private final Supplier<Assessor> assessor;
    private final Clock clock;

    Qualifying(ExchangeStore store, Supplier<Assessor> assessor, Clock clock) {
        this.store = store;
        this.assessor = assessor;
        this.clock = clock;
    }

    /** Whether this participant could have one of this node's own datasets. */
    Qualification forOther(Dataset dataset, String participant) throws StoreFailed {
        return best(assessor.get(), dataset.facts(), store.participant(participant), dataset.offers());
    }

    /**
     * Whether this node could have a dataset of a peer, as far as its catalog tells. The peer's register and what it
     * states about its data are its own: what this node does not know of them is asked.
     */
    Qualification forSelf(DatasetView dataset, String peer) throws StoreFailed {
        Optional<Participant> exporter = store.participant(peer);
        if (exporter.isEmpty()) {
            return new Qualification.Open(
                    List.of("the register says nothing of `" + peer + "`: where it is, which law it is under"));
        }
        Map<String, String> facts = dataset.personal()
                .map(personal ->
                        personal ? Map.of("personal", "true") : Map.of("nonPersonal", "true", "originRegime", "none"))
                .orElse(Map.of());
        Assessor now = assessor.get();
        return best(new Assessor(now.law(), exporter.get()), facts, Optional.of(now.self()), dataset.offers());
    }

    /** Of several offers the one that is best for the asker. */
    private Qualification best(
            Assessor judge, Map<String, String> facts, Optional<Participant> importer, List<Offer> offers) {
        Optional<Qualification> open = Optional.empty();
        List<String> refused = new ArrayList<>();
        for (Offer offer : offers) {
            switch (qualification(judge, facts, importer, offer)) {
                case Qualification.Qualifies qualifies -> {
                    return qualifies;
                }
                case Qualification.Open undecided -> open = open.isPresent() ? open : Optional.of(undecided);
                case Qualification.Refused(List<String> reasons) -> refused.addAll(reasons);
            }
        }
        return open.orElseGet(() -> new Qualification.Refused(
                refused.isEmpty()
                        ? List.of("it has no offer that can be read")
                        : refused.stream().distinct().toList()));
    }

    /** As if it were agreed now, and used for the first time. */
    private Qualification qualification(
            Assessor judge, Map<String, String> facts, Optional<Participant> importer, Offer offer) {
        Instant now = clock.instant();
        Assessment assessment =
                judge.assess(facts, importer, offer.terms(), offer.terms(), LocalDate.ofInstant(now, ZoneOffset.UTC));
        Situation situation = assessment
                .situation(now, false)
                .with(new Uses(1, Optional.of(now)))
                .agreedAt(now);
        return switch (Policy.of(offer.terms()).decide(situation)) {
            case Decision.Refused(List<Finding> findings) ->
                new Qualification.Refused(
                        findings.stream().map(Finding::english).toList());
            case Decision.NotUnderstood(List<Finding> findings) ->
                new Qualification.Open(findings.stream().map(Finding::sentence).toList());
            case Decision.Open(List<Finding> _, List<Question> missing) ->
                assessment.mayAgree() ? new Qualification.Open(words(missing)) : ofLaw(assessment);
            case Decision.Permitted _ -> ofLaw(assessment);
        };
    }

    private static List<String> words(List<Question> missing) {
        return missing.stream().map(Question::textEn).toList();
    }

    private static Qualification ofLaw(Assessment assessment) {
        return switch (assessment.ruling()) {
            case Ruling.Permitted _, Ruling.PermittedIf _ ->
                new Qualification.Qualifies(
                        assessment.dutyTexts().stream().map(DutyText::english).toList());
            case Ruling.Forbidden forbidden ->
                new Qualification.Refused(Rulings.refusal(forbidden).sentences());
            case Ruling.Undecided undecided -> new Qualification.Open(words(undecided.missingFacts()));
        };
    }
}
