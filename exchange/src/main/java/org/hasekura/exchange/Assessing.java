package org.hasekura.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hasekura.identity.Participant;
import org.hasekura.law.Law;
import org.hasekura.law.Ruling;
import org.hasekura.policy.Assessment;
import org.hasekura.policy.Assessor;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Policy;
import org.hasekura.policy.Situation;
import org.hasekura.policy.Terms;
import org.hasekura.policy.Uses;

/** Asks policy and law about what a negotiation or an agreement is about, with the facts that the store has. */
final class Assessing {

    /** An assessment with the dataset it is about. */
    record Found(Dataset dataset, Assessment assessment) {}

    private static final int KEPT_MAX = 1_024;

    /** All that an assessment is a function of, besides the law. */
    private record Asked(
            Map<String, String> facts, Optional<Participant> importer, Terms published, Terms asked, LocalDate day) {}

    /** One body of law, and what it has said: what is asked again in the same words is not judged again. */
    private record Judge(Assessor assessor, Map<Asked, Assessment> said) {
        Judge(Assessor assessor) {
            this(assessor, new LinkedHashMap<>(16, 0.75f, true));
        }

        Assessment assess(Asked asked) {
            synchronized (said) {
                Assessment known = said.get(asked);
                if (known != null) {
                    return known;
                }
            }
            Assessment assessment =
                    assessor.assess(asked.facts(), asked.importer(), asked.published(), asked.asked(), asked.day());
            synchronized (said) {
                said.put(asked, assessment);
                if (said.size() > KEPT_MAX) {
                    said.remove(said.keySet().iterator().next());
                }
            }
            return assessment;
        }
    }

    private final ExchangeStore store;
    private final Audiences audiences;
    /** Replaced when other law data are loaded; each ruling is given by one of them. */
    private volatile Judge judge;

    private final Clock clock;
    private final Policies policies = new Policies();

    Assessing(ExchangeStore store, Audiences audiences, Assessor assessor, Clock clock) {
        this.store = store;
        this.audiences = audiences;
        this.judge = new Judge(assessor);
        this.clock = clock;
    }

    /** From now on judged by this law. */
    void judgeBy(Law law) {
        judge = new Judge(new Assessor(law, judge.assessor().self()));
    }

    /** The one in use now. */
    Assessor assessor() {
        return judge.assessor();
    }

    /** Whether the provider has to judge where this negotiation stands. */
    boolean wanted(Negotiation negotiation) {
        return negotiation.role() == Role.PROVIDER
                && (negotiation.effective() == NegotiationState.REQUESTED
                        || negotiation.effective() == NegotiationState.ACCEPTED);
    }

    /** The terms on the table, judged for today. Empty when the dataset is gone, or shown to others alone by now. */
    Optional<Found> assess(Negotiation negotiation) throws StoreFailed {
        Optional<Dataset> dataset = store.dataset(negotiation.datasetId()).filter(Dataset::isOnOffer);
        if (dataset.isEmpty() || !isShown(dataset.get(), negotiation)) {
            return Optional.empty();
        }
        Offer asked = negotiation.offer();
        Offer published =
                dataset.get().offer(asked.id()).orElse(dataset.get().offers().getFirst());
        return Optional.of(assess(dataset.get(), negotiation.peer(), published.terms(), asked.terms()));
    }

    /** Whom this node has made an offer of its own accord has been shown the dataset, whoever else sees it. */
    private boolean isShown(Dataset dataset, Negotiation negotiation) throws StoreFailed {
        return dataset.isForEveryone() || audiences.sees(negotiation.peer(), dataset) || !isOpenedByPeer(negotiation);
    }

    private boolean isOpenedByPeer(Negotiation negotiation) throws StoreFailed {
        return negotiation.peerPid().isPresent()
                && store.negotiationOfPeer(
                                negotiation.peer(), negotiation.peerPid().get())
                        .filter(each -> each.pid().equals(negotiation.pid()))
                        .isPresent();
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
        var question = new Asked(dataset.facts(), importer, published, asked, today());
        return new Found(dataset, judge.assess(question));
    }

    /**
     * What an agreement's own terms are asked: whether this participant may use the data now, for the purpose that was
     * judged, to which it has bound itself.
     *
     * @param byPerson whether a person has permitted what the law leaves open
     */
    Situation situation(Concluded agreement, Assessment assessment, Uses uses, boolean byPerson) {
        return assessment
                .situation(clock.instant(), byPerson)
                .with(uses)
                .agreedAt(agreement.agreement().timestamp());
    }

    /** The agreement's terms as they are understood. */
    Policy policy(Concluded agreement) {
        return policies.of(agreement);
    }

    /**
     * Until when, as far as is known today, an agreement that is lawful stays so by itself: the day after the first of
     * the ruling's grounds ends, the next day on which the register says something else of either party, the next
     * instant that the terms name. Absent where nothing ends; the law can change at any time all the same.
     */
    Optional<Instant> holdsUntil(Concluded agreement, Ruling ruling, Situation situation) throws StoreFailed {
        LocalDate today = today();
        Stream<LocalDate> ends = ruling.grounds().stream()
                .flatMap(ground -> ground.inForceTo().stream())
                .map(last -> last.plusDays(1));
        Stream<LocalDate> facts = Stream.concat(
                        Stream.of(judge.assessor().self()), store.participant(agreement.peer()).stream())
                .flatMap(participant -> participant.changesAfter(today).stream());
        Stream<Instant> days = Stream.concat(ends, facts)
                .filter(day -> day.isAfter(today))
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
        Stream<Instant> terms = policy(agreement).nextChange(situation).stream();
        return Stream.concat(days, terms).min(Comparator.naturalOrder());
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
