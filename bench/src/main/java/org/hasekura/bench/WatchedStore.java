package org.hasekura.bench;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hasekura.exchange.AgreementUse;
import org.hasekura.exchange.Audience;
import org.hasekura.exchange.Commit;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.DatasetDraft;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Limit;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.OnOffer;
import org.hasekura.exchange.Outgoing;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.identity.Participant;

/** A node's store, with somebody who hears of each change once it is durable. */
record WatchedStore(ExchangeStore store, CommitWatch watch) implements ExchangeStore {

    @Override
    public Committed commit(Commit commit) throws StoreFailed {
        Committed committed = store.commit(commit);
        if (committed instanceof Committed.Done) {
            commit.changes().forEach(watch::durable);
        }
        return committed;
    }

    @Override
    public Optional<Negotiation> negotiation(String pid) throws StoreFailed {
        return store.negotiation(pid);
    }

    @Override
    public Optional<Negotiation> negotiationOfPeer(String peer, String peerPid) throws StoreFailed {
        return store.negotiationOfPeer(peer, peerPid);
    }

    @Override
    public Optional<Transfer> transfer(String pid) throws StoreFailed {
        return store.transfer(pid);
    }

    @Override
    public Optional<Transfer> transferOfPeer(String peer, String peerPid) throws StoreFailed {
        return store.transferOfPeer(peer, peerPid);
    }

    @Override
    public Optional<String> body(String sha256) throws StoreFailed {
        return store.body(sha256);
    }

    @Override
    public Optional<Concluded> agreement(String agreementId) throws StoreFailed {
        return store.agreement(agreementId);
    }

    @Override
    public Optional<AgreementUse> use(String agreementId) throws StoreFailed {
        return store.use(agreementId);
    }

    @Override
    public List<Limit> limits() throws StoreFailed {
        return store.limits();
    }

    @Override
    public Optional<Dataset> dataset(String datasetId) throws StoreFailed {
        return store.dataset(datasetId);
    }

    @Override
    public List<Dataset> datasetsOnOffer(Audience audience, String after, int limit) throws StoreFailed {
        return store.datasetsOnOffer(audience, after, limit);
    }

    @Override
    public List<OnOffer> listedOnOffer(Audience audience, String after, int limit) throws StoreFailed {
        return store.listedOnOffer(audience, after, limit);
    }

    @Override
    public Set<String> grants() throws StoreFailed {
        return store.grants();
    }

    @Override
    public Optional<DatasetDraft> draft(String datasetId) throws StoreFailed {
        return store.draft(datasetId);
    }

    @Override
    public List<DatasetDraft> drafts(String after, int limit) throws StoreFailed {
        return store.drafts(after, limit);
    }

    @Override
    public long datasetsChanged() throws StoreFailed {
        return store.datasetsChanged();
    }

    @Override
    public boolean isParticipant(String did) throws StoreFailed {
        return store.isParticipant(did);
    }

    @Override
    public Optional<Participant> participant(String did) throws StoreFailed {
        return store.participant(did);
    }

    @Override
    public List<Participant> participants() throws StoreFailed {
        return store.participants();
    }

    @Override
    public List<Negotiation> negotiations(String before, int limit) throws StoreFailed {
        return store.negotiations(before, limit);
    }

    @Override
    public List<Transfer> transfers(String before, int limit) throws StoreFailed {
        return store.transfers(before, limit);
    }

    @Override
    public List<Concluded> agreements(String before, int limit) throws StoreFailed {
        return store.agreements(before, limit);
    }

    @Override
    public List<Outgoing> outbox() throws StoreFailed {
        return store.outbox();
    }

    @Override
    public List<Negotiation> openNegotiations() throws StoreFailed {
        return store.openNegotiations();
    }

    @Override
    public List<Transfer> openTransfers() throws StoreFailed {
        return store.openTransfers();
    }
}
