package org.hasekura.node;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hasekura.evidence.BundleManifest;
import org.hasekura.evidence.BundleRanges;
import org.hasekura.evidence.BundleScope;
import org.hasekura.evidence.BundleWriter;
import org.hasekura.evidence.Checkpoint;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.EntryStore;
import org.hasekura.evidence.EvidenceBodies;
import org.hasekura.evidence.IndexRange;
import org.hasekura.evidence.Note;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.identity.Admission;
import org.hasekura.identity.Did;

/** Makes bundles of this node's evidence for a regulator. That one was made is itself evidence. */
final class Bundles {

    private static final System.Logger LOG = System.getLogger(Bundles.class.getName());

    /** Newest transfers among which those under an agreement are looked for. */
    private static final int TRANSFERS_MAX = 10_000;

    private static final int PAGE = 500;

    private final OwnIdentity own;
    private final PublishedLog published;
    private final Receipts receipts;
    private final StandingWitnesses standing;
    private final ExchangeStore store;
    private final EntryStore entries;
    private final EvidenceBodies bodies;
    private final Supplier<String> lawDataVersion;
    private final Timestamping timestamping;
    private final AuditAccess access;

    Bundles(
            OwnIdentity own,
            PublishedLog published,
            Receipts receipts,
            StandingWitnesses standing,
            ExchangeStore store,
            EntryStore entries,
            EvidenceBodies bodies,
            Supplier<String> lawDataVersion,
            Timestamping timestamping,
            AuditAccess access) {
        this.own = own;
        this.published = published;
        this.receipts = receipts;
        this.standing = standing;
        this.store = store;
        this.entries = entries;
        this.bodies = bodies;
        this.lawDataVersion = lawDataVersion;
        this.timestamping = timestamping;
        this.access = access;
    }

    /** What a bundle of an exchange is about. */
    record Exchange(BundleScope.Exchange scope, Optional<Did> peer) {}

    /** The negotiation, the agreement and the transfers that belong with one of them; empty if there is no such thing. */
    Optional<Exchange> exchange(String id) throws StoreFailed {
        Optional<Transfer> transfer = store.transfer(id);
        Optional<Concluded> agreement =
                store.agreement(transfer.map(Transfer::agreementId).orElse(id));
        Optional<Negotiation> negotiation =
                store.negotiation(agreement.map(Concluded::negotiationPid).orElse(id));
        if (agreement.isEmpty() && negotiation.isPresent()) {
            Optional<String> concluded = negotiation.get().agreement().map(each -> each.id());
            agreement = concluded.isPresent() ? store.agreement(concluded.get()) : Optional.empty();
        }
        Set<String> processes = new LinkedHashSet<>();
        negotiation.map(Negotiation::pid).ifPresent(processes::add);
        agreement.map(each -> each.agreement().id()).ifPresent(processes::add);
        transfer.map(Transfer::pid).ifPresent(processes::add);
        if (transfer.isEmpty() && agreement.isPresent()) {
            processes.addAll(transfersUnder(agreement.get().agreement().id()));
        }
        if (processes.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> peer = transfer.map(Transfer::peer).or(() -> negotiation.map(Negotiation::peer));
        return Optional.of(new Exchange(new BundleScope.Exchange(List.copyOf(processes)), peer.flatMap(this::did)));
    }

    private List<String> transfersUnder(String agreementId) throws StoreFailed {
        List<String> found = new ArrayList<>();
        String before = "";
        for (int seen = 0; seen < TRANSFERS_MAX; seen += PAGE) {
            List<Transfer> page = store.transfers(before, PAGE);
            page.stream()
                    .filter(each -> each.agreementId().equals(agreementId))
                    .map(Transfer::pid)
                    .forEach(found::add);
            if (page.size() < PAGE) {
                break;
            }
            before = page.getLast().pid();
        }
        return found;
    }

    private Optional<Did> did(String text) {
        return Did.parse(text, own.admission()) instanceof Did.Parse.Parsed(Did did)
                ? Optional.of(did)
                : Optional.empty();
    }

    /**
     * Everything that is in a bundle but the entries themselves, after a record of who asked for it was made durable.
     *
     * @param witnesses asked to cosign; a bundle waits for nobody and says who has not
     * @param since a size of the log that the reader knows
     * @throws IOException if there is too much for one bundle or the log is shorter than {@code since}, in words
     */
    BundleWriter.Contents contents(BundleScope scope, List<Did> witnesses, boolean withBodies, Optional<Long> since)
            throws IOException {
        recordAccess(scope);
        Receipts.Signed signed = signed(scope, witnesses, since);
        Note head = signed.note();
        Checkpoint checkpoint = Checkpoint.parse(signed.note().text()).orElseThrow();
        long size = checkpoint.head().size();
        if (since.filter(known -> known > size).isPresent()) {
            throw new IOException("the log has only " + size + " entries, fewer than the " + since.get() + " named");
        }
        List<IndexRange> ranges = ranges(scope, size);
        var manifest = new BundleManifest(
                scope,
                own.did().text(),
                checkpoint.origin(),
                size,
                ranges.stream().mapToLong(IndexRange::count).sum(),
                lawDataVersion.get(),
                Node.softwareVersion(),
                own.admission() == Admission.DEVELOPMENT,
                withBodies);
        List<BundleWriter.Earlier> earlier = since.filter(known -> known > 0)
                .map(known -> List.of(new BundleWriter.Earlier(known, Optional.empty())))
                .orElse(List.of());
        List<BundleWriter.Stamp> stamps = ranges.isEmpty()
                ? List.of()
                : timestamping.covering(
                        ranges.getFirst().from(), ranges.getLast().to() - 1, head);
        String roots = stamps.isEmpty() ? "" : timestamping.roots();
        return new BundleWriter.Contents(
                manifest, ranges, signed.policy(), signed.note(), earlier, signed.documents(), stamps, roots);
    }

    private List<IndexRange> ranges(BundleScope scope, long size) throws IOException {
        return switch (scope) {
            case BundleScope.Period period -> BundleRanges.of(period, entries, size);
            case BundleScope.Exchange exchange -> BundleRanges.of(exchange, entries, size);
        };
    }

    /**
     * The head that the bundle leads to: a fresh one that witnesses cosign, or, of an exchange with a guest, the one that the
     * guest has signed, since nobody can ask them for another.
     */
    private Receipts.Signed signed(BundleScope scope, List<Did> witnesses, Optional<Long> since) throws IOException {
        Note byLog = published.refresh();
        List<IndexRange> ranges = ranges(
                scope, Checkpoint.parse(byLog.text()).orElseThrow().head().size());
        if (!ranges.isEmpty()) {
            long entriesNeeded = Math.max(ranges.getLast().to(), since.orElse(0L));
            Optional<Receipts.Signed> byGuest = receipts.byGuest(witnesses, entriesNeeded);
            if (byGuest.isPresent()) {
                return byGuest.get();
            }
        }
        Receipts.Signed signed = standing.cosigned(receipts.signed(byLog));
        for (Did witness : witnesses) {
            try {
                signed = receipts.cosigned(signed, witness);
            } catch (StoreFailed failed) {
                throw failed;
            } catch (IOException away) {
                LOG.log(System.Logger.Level.INFO, "a bundle without the cosignature of {0}: {1}", witness, away);
            }
        }
        return signed;
    }

    private void recordAccess(BundleScope scope) throws IOException {
        String what = switch (scope) {
            case BundleScope.Period(var from, var until) -> "from " + from + " until " + until;
            case BundleScope.Exchange(List<String> processes) -> processes.getFirst();
        };
        access.record(Entry.Shown.BUNDLE, what, entries.size());
    }

    /** Writes the file. */
    void write(BundleWriter.Contents contents, OutputStream out) throws IOException {
        BundleWriter.write(contents, entries, published.log().hashes(), bodies, out);
    }
}
