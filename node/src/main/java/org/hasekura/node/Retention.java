package org.hasekura.node;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.EntryStore;
import org.hasekura.evidence.Hash;
import org.hasekura.evidence.IndexedEntry;
import org.hasekura.evidence.Parsed;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.Transfer;
import org.hasekura.store.BodyStore;

/**
 * Erases the bodies of messages, and reasons that people gave, once they are old enough and their exchange has ended. The
 * evidence names them by hash, stays whole, and says that they were erased; agreements have a place of their own and stay, too.
 */
final class Retention {

    private static final System.Logger LOG = System.getLogger(Retention.class.getName());

    /** Of one process that has not ended; one with more entries keeps the bodies of the first. */
    private static final int ENTRIES_MAX = 10_000;

    private final ExchangeStore store;
    private final EntryStore entries;
    private final BodyStore bodies;
    private final Waiting waiting;
    private final String did;
    private final Duration keptFor;
    private final Clock clock;

    /** Bodies that something beside exchanges still needs, in lower-case hex. */
    interface Waiting {
        Set<String> hashes() throws IOException;
    }

    Retention(
            ExchangeStore store,
            EntryStore entries,
            BodyStore bodies,
            Waiting waiting,
            String did,
            Duration keptFor,
            Clock clock) {
        this.store = store;
        this.entries = entries;
        this.bodies = bodies;
        this.waiting = waiting;
        this.did = did;
        this.keptFor = keptFor;
        this.clock = clock;
    }

    /**
     * Erases what is due, durably, and answers how many bodies it was.
     *
     * @throws IOException if the store has failed; what was erased before stays erased
     */
    int erase() throws IOException {
        Instant before = clock.instant().minus(keptFor);
        Set<String> inUse = inUse();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var erasure = new BodyStore.Erasure(did, Entry.ErasureGround.RETENTION, now);
        int erased = bodies.eraseOlderThan(before, inUse, erasure);
        if (erased > 0) {
            LOG.log(System.Logger.Level.INFO, "{0} bodies from before {1} are erased", erased, before);
        }
        return erased;
    }

    /** In lower-case hex. Read before anything is erased: what opens afterwards is younger than what is due. */
    private Set<String> inUse() throws IOException {
        Set<String> hashes = new HashSet<>(waiting.hashes());
        for (Negotiation negotiation : store.openNegotiations()) {
            addThoseOf(negotiation.pid(), hashes);
        }
        for (Transfer transfer : store.openTransfers()) {
            addThoseOf(transfer.pid(), hashes);
            addThoseOf(transfer.agreementId(), hashes);
        }
        return hashes;
    }

    private void addThoseOf(String pid, Set<String> hashes) throws IOException {
        for (IndexedEntry entry : entries.entriesOf(pid, ENTRIES_MAX)) {
            if (Entry.parse(entry.bytes()) instanceof Parsed.Valid<Entry>(Entry read)) {
                bodyOf(read).ifPresent(hash -> hashes.add(hash.hex()));
            }
        }
    }

    private static Optional<Hash> bodyOf(Entry entry) {
        return switch (entry) {
            case Entry.MessageReceived received -> Optional.of(received.bodyHash());
            case Entry.MessageSent sent -> Optional.of(sent.bodyHash());
            case Entry.DecisionTaken decision -> Optional.of(decision.reasonHash());
            case Entry.DutyFulfilled fulfilled -> Optional.of(fulfilled.statementHash());
            default -> Optional.empty();
        };
    }
}
