package org.hasekura.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.Change;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.identity.Participant;

/**
 * What was stored or read last, as records, so that a conversation under way is not read and parsed again for each of its
 * messages.
 *
 * <p>It never differs from the database: this process is the only one that writes, all that is kept here is written by one
 * thread, and that thread says what it has written once the disk has it, in order. What is read meanwhile is kept only if
 * nothing was written under a name like it in the time. When it is full the record longest unused leaves.
 */
final class Recent {

    /** Reads what is not remembered. */
    interface Reading<T> {
        Optional<T> read() throws StoreFailed;
    }

    private record Key(Class<?> type, String name) {}

    /** Names share a counter of what was written by their hash; that two do so costs one more read. */
    private static final int COUNTERS = 1_024;

    private final int recordsMax;
    // Both guarded by this. In order of use, the longest unused first.
    private final Map<Key, Object> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final long[] written = new long[COUNTERS];

    /** @param recordsMax how many are remembered, a few kilobytes each */
    Recent(int recordsMax) {
        this.recordsMax = recordsMax;
    }

    /** The record of that name: as remembered, or else as read. */
    <T> Optional<T> find(Class<T> type, String name, Reading<T> reading) throws StoreFailed {
        Key key = new Key(type, name);
        long before;
        synchronized (this) {
            Object known = kept.get(key);
            if (known != null) {
                return Optional.of(type.cast(known));
            }
            before = written[counter(key)];
        }
        Optional<T> found = reading.read();
        if (found.isPresent()) {
            synchronized (this) {
                if (written[counter(key)] == before) {
                    keep(key, found.get());
                }
            }
        }
        return found;
    }

    /** Told by the thread that writes, of each change that has become durable, in order. */
    void stored(Change change) {
        switch (change) {
            case Change.OfNegotiation(Negotiation negotiation) -> stored(negotiation.pid(), negotiation);
            case Change.OfTransfer(Transfer transfer) -> stored(transfer.pid(), transfer);
            case Change.OfDataset(Dataset dataset) -> stored(dataset.id(), dataset);
            case Change.OfAgreement(Concluded concluded) ->
                stored(concluded.agreement().id(), concluded);
            case Change.OfParticipant(Participant participant) ->
                stored(participant.did().text(), participant);
            case Change.OfDraft _,
                    Change.DraftGone _,
                    Change.OfUse _,
                    Change.OfLimit _,
                    Change.Send _,
                    Change.Tried _,
                    Change.Sent _,
                    Change.OfBody _,
                    Change.Answered _ -> {}
        }
    }

    private synchronized void stored(String name, Record stored) {
        Key key = new Key(stored.getClass(), name);
        written[counter(key)]++;
        keep(key, stored);
    }

    /** Caller holds the lock. */
    private void keep(Key key, Object found) {
        kept.put(key, found);
        if (kept.size() > recordsMax) {
            var oldest = kept.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    private static int counter(Key key) {
        return Math.floorMod(key.hashCode(), COUNTERS);
    }
}
