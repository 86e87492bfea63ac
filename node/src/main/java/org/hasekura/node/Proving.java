package org.hasekura.node;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
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
 */
record Proving(
        PublishedLog published, Cosigning cosigning, StandingWitnesses standing, Receipts receipts, Bundles bundles) {

    /** Opens the log; its first entries say that the node has started. */
    static Proving of(Means means, Outward out) throws IOException {
        OwnIdentity own = means.own();
        means.exchangeStore().commit(new Commit(List.of(), Optional.empty(), started(means)));
        var tiles = new FileTiles(means.ground().folder().folder("log"));
        var published =
                new PublishedLog(() -> EvidenceLog.open(means.store().entries(), tiles, own.logSigner()), tiles);
        var cosigning = new Cosigning(published);
        var standing = new StandingWitnesses(
                StandingWitnesses.read(means.settings().evidence().witnesses()), out.client(), cosigning);
        var receipts =
                new Receipts(own, published, out.counterparty(), out.client(), out.tokens(), cosigning, standing);
        var bundles = new Bundles(
                own,
                published,
                receipts,
                standing,
                means.exchangeStore(),
                means.store().entries(),
                BodiesOfStore.in(means.store().bodies()),
                () -> means.law().now().lawDataVersion(),
                means.clock());
        return new Proving(published, cosigning, standing, receipts, bundles);
    }

    private static List<Entry> started(Means means) {
        var now = means.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        return List.of(
                new Entry.NodeStarted(
                        means.did(),
                        now,
                        Node.softwareVersion(),
                        means.law().now().lawDataVersion(),
                        means.settings().node().isDevelopment()),
                new Entry.KeyPublished(
                        means.did(),
                        now,
                        means.own().logSigner().key().vkey(),
                        Hash.sha256(means.own().document().bytes())));
    }

    /** Has the standing witnesses cosign the last head. */
    void witness() {
        published.cosigned(standing.cosigned(receipts.signed(published.last())).note());
    }
}
