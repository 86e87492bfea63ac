package org.hasekura.exchange;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hasekura.identity.Participant;

/** What this node offers, and what its register says of the participants it offers to. Each change is evidence. */
public final class Offerings {
    private final ExchangeStore store;
    private final Proofs proofs;
    private final Clock clock;
    private final Watch watch;
    private final Limits limits;

    Offerings(ExchangeStore store, Proofs proofs, Clock clock, Watch watch, Limits limits) {
        this.store = store;
        this.proofs = proofs;
        this.clock = clock;
        this.watch = watch;
        this.limits = limits;
    }

    /** Puts a dataset on offer; a second one of the same id replaces it when its version is the next one. */
    public Committed publish(Dataset dataset) throws StoreFailed {
        return store.commit(
                new Commit(List.of(new Change.OfDataset(dataset)), Optional.empty(), proofs.offersPublished(dataset)));
    }

    /** Takes a dataset off the catalog at once. Agreements made before go on. Empty when there is no such dataset. */
    public Optional<Committed> withdraw(String datasetId, String reason) throws StoreFailed {
        Optional<Dataset> dataset = store.dataset(datasetId).filter(Dataset::isOnOffer);
        if (dataset.isEmpty()) {
            return Optional.empty();
        }
        Dataset withdrawn = dataset.get().withdrawn(clock.instant(), reason);
        return Optional.of(store.commit(new Commit(
                List.of(new Change.OfDataset(withdrawn)), Optional.empty(), List.of(proofs.withdrawn(withdrawn)))));
    }

    /**
     * Stores what the register says of a participant; facts carry their sources and dates. Its running transfers are
     * judged again by them.
     */
    public Committed register(Participant participant) throws StoreFailed {
        Committed committed = store.commit(new Commit(
                List.of(new Change.OfParticipant(participant)),
                Optional.empty(),
                List.of(proofs.registered(participant))));
        limits.factsChanged();
        watch.lookAtThoseWith(participant.did().text());
        return committed;
    }
}
