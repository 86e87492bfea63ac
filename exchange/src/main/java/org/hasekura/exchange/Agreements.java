package org.hasekura.exchange;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Agreements that stand, ended before their time by this side. The Dataspace Protocol has no message for it (DSP 2025-1 ends a negotiation
 * with FINALIZED), so the peer learns of it by the ends of its transfers, and by the refusal of new ones.
 */
public final class Agreements {

    /** The code of the reason of a transfer whose agreement was ended. */
    static final String ENDED = "agreement-ended";

    private final ExchangeStore store;
    private final Proofs proofs;
    private final Ids ids;
    private final Clock clock;
    private final Transfers transfers;

    /** Ended since the start of the node: a transfer that was just beginning may be stored after the end. */
    private final Set<String> endedLately = ConcurrentHashMap.newKeySet();

    Agreements(ExchangeStore store, Proofs proofs, Ids ids, Clock clock, Transfers transfers) {
        this.store = store;
        this.proofs = proofs;
        this.ids = ids;
        this.clock = clock;
        this.transfers = transfers;
    }

    /** What came of ending an agreement. */
    public sealed interface Ended {

        /** It is durable, and what ran under it has ended on this side. */
        record Done(Concluded agreement) implements Ended {}

        record NotFound() implements Ended {}

        /** It never came to stand, or had ended before. Nothing was changed. */
        record NotInForce() implements Ended {}

        /** Nothing was changed; too much at once. */
        record Busy() implements Ended {}
    }

    /**
     * Ends it: durable first, with evidence, then what runs under it, then answered.
     *
     * @param role the person acts in; the reason is kept apart, evidence has its salted digest; the peer reads it
     */
    public Ended end(String agreementId, String role, String reason) throws StoreFailed {
        Optional<Concluded> found = store.agreement(agreementId);
        if (found.isEmpty()) {
            return new Ended.NotFound();
        }
        if (!found.get().stands()) {
            return new Ended.NotInForce();
        }
        Concluded ended = found.get().ended(clock.instant());
        String salted = Proofs.salted(ids.next(), reason);
        String hash = Proofs.sha256(salted);
        List<Change> changes = List.of(new Change.OfAgreement(ended), new Change.OfBody(hash, salted));
        endedLately.add(agreementId);
        return switch (store.commit(
                new Commit(changes, Optional.empty(), List.of(proofs.agreementEnded(ended, role, hash))))) {
            case Committed.Done _ -> {
                for (Transfer transfer : store.openTransfers()) {
                    if (transfer.agreementId().equals(agreementId)) {
                        transfers.endedWith(
                                transfer.pid(), Reason.of(ENDED, "the agreement was ended", "because: " + reason));
                    }
                }
                yield new Ended.Done(ended);
            }
            case Committed.Conflict _, Committed.TokenReused _, Committed.Busy _ -> new Ended.Busy();
        };
    }

    /** Told of a transfer that was just stored: it may have been on its way when its agreement ended. */
    void stored(Transfer transfer) {
        if (endedLately.contains(transfer.agreementId())) {
            transfers.endSoonUnlessStands(transfer);
        }
    }
}
