package org.hasekura.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hasekura.identity.Participant;
import org.hasekura.policy.Action;
import org.hasekura.policy.Assessment;
import org.hasekura.policy.Assessor;
import org.hasekura.policy.Evaluation;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Outcome;
import org.hasekura.policy.Situation;
import org.hasekura.policy.Terms;

/** Asks policy and law about what a negotiation or an agreement is about, with the facts that the store has. */
final class Assessing {

    /** An assessment with the dataset it is about. */
    record Found(Dataset dataset, Assessment assessment) {}

    private final ExchangeStore store;
    private final Assessor assessor;
    private final Clock clock;

    Assessing(ExchangeStore store, Assessor assessor, Clock clock) {
        this.store = store;
        this.assessor = assessor;
        this.clock = clock;
    }

    /** Whether the provider has to judge where this negotiation stands. */
    boolean wanted(Negotiation negotiation) {
        return negotiation.role() == Role.PROVIDER
                && (negotiation.effective() == NegotiationState.REQUESTED
                        || negotiation.effective() == NegotiationState.ACCEPTED);
    }

    /** The terms on the table, judged for today. Empty when the dataset is gone. */
    Optional<Found> assess(Negotiation negotiation) throws StoreFailed {
        Optional<Dataset> dataset = store.dataset(negotiation.datasetId()).filter(Dataset::isOnOffer);
        if (dataset.isEmpty()) {
            return Optional.empty();
        }
        Offer asked = negotiation.offer();
        Offer published =
                dataset.get().offer(asked.id()).orElse(dataset.get().offers().getFirst());
        return Optional.of(assess(dataset.get(), negotiation.peer(), published.terms(), asked.terms()));
    }

    /** An agreement's terms, judged for today. A dataset that is no longer on offer still stands under its agreement. */
    Optional<Found> assess(Concluded concluded) throws StoreFailed {
        Optional<Dataset> dataset = store.dataset(concluded.agreement().target());
        if (dataset.isEmpty()) {
            return Optional.empty();
        }
        Terms terms = concluded.agreement().terms();
        return Optional.of(assess(dataset.get(), concluded.peer(), terms, terms));
    }

    private Found assess(Dataset dataset, String peer, Terms published, Terms asked) throws StoreFailed {
        Optional<Participant> importer = store.participant(peer);
        return new Found(dataset, assessor.assess(dataset.facts(), importer, published, asked, today()));
    }

    /**
     * Whether the terms themselves allow this participant to use the data now, for the purpose that was judged: the
     * consumer has bound itself to it.
     */
    Outcome evaluate(Terms terms, String peer, Optional<String> purpose) throws StoreFailed {
        Optional<String> country =
                store.participant(peer).flatMap(each -> each.on(today()).country());
        Situation situation = new Situation(purpose, country, clock.instant(), Action.USE);
        return Evaluation.evaluate(terms, situation);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
