package org.hasekura.exchange.testing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
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

/**
 * A store with something happening before or after each commit: a failure, a delay, the death of the process. Decorators
 * of this kind can be put around each other and around any store, also a real one.
 *
 * <p>Once a point has thrown {@link StoreFailed} every method throws, as with a real store. To go on, wrap the store
 * underneath anew: that is what a restart does.
 */
public final class CommitPoints implements ExchangeStore {

    /** What happens at the points. Commits are counted from 1. */
    public interface Happening {

        /** Before the store has seen the commit: what is thrown here leaves nothing behind. */
        default void before(long commit) throws StoreFailed {}

        /** When the commit is durable and nobody knows it yet: what is thrown here leaves it behind. */
        default void after(long commit) throws StoreFailed {}
    }

    private final ExchangeStore store;
    private final Happening happening;
    private final AtomicLong commits = new AtomicLong();
    private volatile boolean failed;

    public CommitPoints(ExchangeStore store, Happening happening) {
        this.store = store;
        this.happening = happening;
    }

    /** A store that fails at this commit, with nothing written. */
    public static CommitPoints failingBefore(ExchangeStore store, long commit) {
        return new CommitPoints(store, new Happening() {
            @Override
            public void before(long number) throws StoreFailed {
                failAt(commit, number);
            }
        });
    }

    /** A store that fails at this commit after it was written: the caller cannot know. */
    public static CommitPoints failingAfter(ExchangeStore store, long commit) {
        return new CommitPoints(store, new Happening() {
            @Override
            public void after(long number) throws StoreFailed {
                failAt(commit, number);
            }
        });
    }

    private static void failAt(long commit, long number) throws StoreFailed {
        if (number == commit) {
            throw new StoreFailed("made to fail at commit " + number);
        }
    }

    /** How many commits were handed in so far. */
    public long commits() {
        return commits.get();
    }

    @Override
    public Committed commit(Commit commit) throws StoreFailed {
        ExchangeStore working = working();
        long number = commits.incrementAndGet();
        try {
            happening.before(number);
            Committed committed = working.commit(commit);
            happening.after(number);
            return committed;
        } catch (StoreFailed e) {
            failed = true;
            throw e;
        }
    }

    private ExchangeStore working() throws StoreFailed {
        if (failed) {
            throw new StoreFailed("made to fail before");
        }
        return store;
    }

    @Override
    public Optional<Negotiation> negotiation(String pid) throws StoreFailed {
        return working().negotiation(pid);
    }

    @Override
    public Optional<Negotiation> negotiationOfPeer(String peer, String peerPid) throws StoreFailed {
        return working().negotiationOfPeer(peer, peerPid);
    }

    @Override
    public Optional<Transfer> transfer(String pid) throws StoreFailed {
        return working().transfer(pid);
    }

    @Override
    public Optional<Transfer> transferOfPeer(String peer, String peerPid) throws StoreFailed {
        return working().transferOfPeer(peer, peerPid);
    }

    @Override
    public Optional<String> body(String sha256) throws StoreFailed {
        return working().body(sha256);
    }

    @Override
    public Optional<Concluded> agreement(String agreementId) throws StoreFailed {
        return working().agreement(agreementId);
    }

    @Override
    public Optional<AgreementUse> use(String agreementId) throws StoreFailed {
        return working().use(agreementId);
    }

    @Override
    public List<Limit> limits() throws StoreFailed {
        return working().limits();
    }

    @Override
    public Optional<Dataset> dataset(String datasetId) throws StoreFailed {
        return working().dataset(datasetId);
    }

    @Override
    public List<Dataset> datasetsOnOffer(Audience audience, String after, int limit) throws StoreFailed {
        return working().datasetsOnOffer(audience, after, limit);
    }

    @Override
    public List<OnOffer> listedOnOffer(Audience audience, String after, int limit) throws StoreFailed {
        return working().listedOnOffer(audience, after, limit);
    }

    @Override
    public Set<String> grants() throws StoreFailed {
        return working().grants();
    }

    @Override
    public Optional<DatasetDraft> draft(String datasetId) throws StoreFailed {
        return working().draft(datasetId);
    }

    @Override
    public List<DatasetDraft> drafts(String after, int limit) throws StoreFailed {
        return working().drafts(after, limit);
    }

    @Override
    public long datasetsChanged() throws StoreFailed {
        return working().datasetsChanged();
    }

    @Override
    public boolean isParticipant(String did) throws StoreFailed {
        return working().isParticipant(did);
    }

    @Override
    public Optional<Participant> participant(String did) throws StoreFailed {
        return working().participant(did);
    }

    @Override
    public List<Participant> participants() throws StoreFailed {
        return working().participants();
    }

    @Override
    public List<Negotiation> negotiations(String before, int limit) throws StoreFailed {
        return working().negotiations(before, limit);
    }

    @Override
    public List<Transfer> transfers(String before, int limit) throws StoreFailed {
        return working().transfers(before, limit);
    }

    @Override
    public List<Concluded> agreements(String before, int limit) throws StoreFailed {
        return working().agreements(before, limit);
    }

    @Override
    public List<Outgoing> outbox() throws StoreFailed {
        return working().outbox();
    }

    @Override
    public List<Negotiation> openNegotiations() throws StoreFailed {
        return working().openNegotiations();
    }

    @Override
    public List<Transfer> openTransfers() throws StoreFailed {
        return working().openTransfers();
    }
}
