package org.hasekura.node;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.EvidenceLog;
import org.hasekura.evidence.Hash;
import org.hasekura.exchange.Commit;

/**
 * The evidence: every commit flows into the tree, whose heads are signed, cosigned and shown.
 *
 * @param standing the witnesses of the settings
 * @param timestamping the authorities of the settings
 * @param access who may read it from outside
 */
record Proving(
        PublishedLog published,
        Cosigning cosigning,
        StandingWitnesses standing,
        Receipts receipts,
        Bundles bundles,
        Timestamping timestamping,
        AuditAccess access,
        GuestSigned guests) {

    /** Opens the log; its first entries say that the node has started. */
    static Proving of(Means means, Outward out) throws IOException {
        OwnIdentity own = means.own();
        recordStart(means);
        var tiles = new FileTiles(means.ground().folder().folder("log"));
        var published =
                new PublishedLog(() -> EvidenceLog.open(means.store().entries(), tiles, own.logSigner()), tiles);
        var cosigning = new Cosigning(published);
        var standing = new StandingWitnesses(
                StandingWitnesses.read(means.settings().evidence().witnesses()), out.client(), cosigning);
        var guests = new GuestSigned(
                GuestNames.of(means), new GuestBook(Shelf.of(means.store().settings())), own, published);
        var receipts = new Receipts(
                own, published, out.counterparty(), out.client(), out.tokens(), cosigning, standing, guests);
        Timestamping timestamping = timestamping(means, out, published);
        var access = new AuditAccess(
                means.did(),
                Shelf.of(means.store().settings()),
                means.exchangeStore(),
                means.ids(),
                means.clock(),
                means.random());
        var bundles = new Bundles(
                own,
                published,
                receipts,
                standing,
                means.exchangeStore(),
                means.store().entries(),
                BodiesOfStore.in(means.store().bodies()),
                () -> means.law().now().lawDataVersion(),
                timestamping,
                access);
        return new Proving(published, cosigning, standing, receipts, bundles, timestamping, access, guests);
    }

    private static Timestamping timestamping(Means means, Outward out, PublishedLog published) throws IOException {
        Settings.Timestamps settings = means.settings().evidence().timestamps();
        var authorities = TimestampAuthorities.read(settings.authorities(), means.isDevelopment());
        if (!authorities.isEmpty() && authorities.size() < settings.needed()) {
            throw new IOException("`evidence.timestamps-needed` is " + settings.needed() + ", and `"
                    + settings.authorities().orElseThrow() + "` names only " + authorities.size());
        }
        return new Timestamping(
                means.did(),
                authorities,
                new TimestampTerms(settings.interval(), settings.grace(), settings.needed()),
                KeptTimestamps.open(means.ground().folder().folder("timestamps")),
                means.settings().retry().plan(),
                new Timestamping.Ports(
                        means.store().entries(),
                        published::refresh,
                        new TimestampClient(out.client(), settings.answerTime()),
                        TimestampMemory.in(means.exchangeStore(), means.store().settings()),
                        means.scheduler(),
                        means.clock(),
                        means.random()));
    }

    private static void recordStart(Means means) throws IOException {
        var now = means.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var memory = new StartMemory(Shelf.of(means.store().settings()), means.random());
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.NodeStarted(
                means.did(),
                now,
                Node.softwareVersion(),
                means.law().now().lawDataVersion(),
                means.settings().node().isDevelopment()));
        memory.difference(means.did(), now, means.settings().written()).ifPresent(entries::add);
        var key = new Entry.KeyPublished(
                means.did(),
                now,
                means.own().logSigner().key().vkey(),
                Hash.sha256(means.own().document().bytes()));
        memory.difference(key).ifPresent(entries::add);
        means.exchangeStore().commit(new Commit(List.of(), Optional.empty(), entries));
        memory.remember(means.settings().written(), key);
    }

    /** Has the standing witnesses cosign the last head. */
    void witness() {
        published.cosigned(standing.cosigned(receipts.signed(published.last())).note());
    }
}
