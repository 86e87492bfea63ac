package org.hasekura.exchange;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.Entry;
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
        return publish(dataset, List.of());
    }

    /** The same of what a draft describes, which is discarded with it. */
    public Committed publishDraft(Dataset dataset) throws StoreFailed {
        return publish(dataset, List.of(new Change.DraftGone(dataset.id())));
    }

    private Committed publish(Dataset dataset, List<Change> more) throws StoreFailed {
        List<Change> changes = new ArrayList<>(List.of(new Change.OfDataset(dataset)));
        changes.addAll(more);
        List<Entry> entries = new ArrayList<>(proofs.offersPublished(dataset));
        Optional<Dataset> before = dataset.version() == 1 ? Optional.empty() : store.dataset(dataset.id());
        if (!dataset.isForEveryone()
                || before.filter(each -> !each.isForEveryone()).isPresent()) {
            entries.add(proofs.shown(dataset));
        }
        return store.commit(new Commit(changes, Optional.empty(), entries));
    }

    /**
     * Shows a dataset on offer to others than before. Negotiations that those have begun who see it no longer come to no agreement;
     * agreements made before go on. Empty when there is no such dataset.
     */
    public Optional<Committed> show(String datasetId, Visibility visibility) throws StoreFailed {
        Optional<Dataset> dataset = store.dataset(datasetId).filter(Dataset::isOnOffer);
        if (dataset.isEmpty()) {
            return Optional.empty();
        }
        Dataset shown = dataset.get().shownTo(visibility);
        return Optional.of(store.commit(
                new Commit(List.of(new Change.OfDataset(shown)), Optional.empty(), List.of(proofs.shown(shown)))));
    }

    /** Keeps a description that is not published, in the place of the one before. Nobody else has a part in it, so it is no evidence. */
    public Committed keep(String datasetId, String description) throws StoreFailed {
        long before = store.draft(datasetId).map(DatasetDraft::version).orElse(0L);
        var draft =
                new DatasetDraft(datasetId, description, clock.instant().truncatedTo(ChronoUnit.MILLIS), before + 1);
        return store.commit(new Commit(List.of(new Change.OfDraft(draft)), Optional.empty(), List.of()));
    }

    /** Discards a description that is not published. Empty when there is none. */
    public Optional<Committed> discard(String datasetId) throws StoreFailed {
        return store.draft(datasetId).isEmpty()
                ? Optional.empty()
                : Optional.of(store.commit(
                        new Commit(List.of(new Change.DraftGone(datasetId)), Optional.empty(), List.of())));
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
