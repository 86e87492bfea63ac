package org.hasekura.store;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.DatasetView;
import org.hasekura.exchange.PeerCatalog;
import org.hasekura.exchange.PeerCatalogs;
import org.hasekura.exchange.StoreFailed;

/** The port of peers' catalogs on SQL. */
final class SqlPeerCatalogs implements PeerCatalogs {

    private static final int BODY_CHARACTERS_MAX = 100_000;
    /** DatasetListings that are ended in one commit: others find their way in between. */
    private static final int PIECE = 200;

    private final GroupCommitWriter writer;
    private final Readers readers;
    private final ListingNews news;

    SqlPeerCatalogs(GroupCommitWriter writer, Readers readers, ListingNews news) {
        this.writer = writer;
        this.readers = readers;
        this.news = news;
    }

    @Override
    public List<PeerCatalog> all() throws StoreFailed {
        return readers.all(Write.of("SELECT body FROM peer_catalog ORDER BY peer"), row -> row.getString(1)).stream()
                .map(PeerCatalogJson::read)
                .toList();
    }

    @Override
    public Optional<PeerCatalog> find(String peer) throws StoreFailed {
        return Sql.asKey(peer).isEmpty()
                ? Optional.empty()
                : readers.first(Write.of("SELECT body FROM peer_catalog WHERE peer = ?", peer), row -> row.getString(1))
                        .map(PeerCatalogJson::read);
    }

    @Override
    public void put(PeerCatalog catalog) throws StoreFailed {
        run(List.of(Write.of("""
                INSERT INTO peer_catalog (peer, body) VALUES (?, ?)
                ON CONFLICT (peer) DO UPDATE SET body = excluded.body""", Sql.key("peer", catalog.peer()), PeerCatalogJson.write(catalog))));
    }

    @Override
    public void remove(String peer) throws StoreFailed {
        if (Sql.asKey(peer).isPresent()) {
            run(List.of(Write.of("DELETE FROM peer_catalog WHERE peer = ?", peer)));
            var _ = sweep(peer, Instant.MAX, 0);
        }
    }

    @Override
    public Optional<DatasetView> dataset(String peer, String id) throws StoreFailed {
        return Sql.asKey(peer).isEmpty() || Sql.asKey(id).isEmpty() || peer.equals(ListingWrites.OWN)
                ? Optional.empty()
                : readers.first(
                                Write.of("SELECT body FROM listing WHERE peer = ? AND id = ?", peer, id),
                                row -> row.getString(1))
                        .map(DatasetViewJson::read);
    }

    @Override
    public Optional<PeerCatalog.Page> page(String peer, long number) throws StoreFailed {
        return readers.first(
                Write.of("SELECT address, tag, next FROM peer_page WHERE peer = ? AND page = ?", peer, number),
                row -> new PeerCatalog.Page(
                        number,
                        URI.create(row.getString(1)),
                        Optional.of(row.getString(2)),
                        Optional.ofNullable(row.getString(3)).map(URI::create)));
    }

    private record Kept(String id, String body) {}

    @Override
    public long keep(String peer, PeerCatalog.Page page, List<DatasetView> datasets, Instant seen) throws StoreFailed {
        List<Kept> kept = new ArrayList<>();
        for (DatasetView dataset : datasets) {
            String body = DatasetViewJson.write(dataset);
            if (Sql.asKey(dataset.id()).isPresent() && Sql.isText(body) && body.length() <= BODY_CHARACTERS_MAX) {
                kept.add(new Kept(dataset.id(), body));
            }
        }
        Write forgotten = Write.of("DELETE FROM peer_page WHERE peer = ? AND page = ?", peer, page.number());
        Optional<Write> remembered = page.tag()
                .filter(Sql::isText)
                .map(tag -> Write.of(
                        "INSERT INTO peer_page (peer, page, address, tag, next) VALUES (?, ?, ?, ?, ?)",
                        peer,
                        page.number(),
                        page.address().toString(),
                        tag,
                        page.next().map(URI::toString)));
        long count = writer.runPatiently(transaction -> {
            for (Kept each : kept) {
                ListingWrites.seen(transaction, peer, each.id(), page.number(), seen, each.body());
            }
            transaction.run(forgotten);
            if (remembered.isPresent()) {
                transaction.run(remembered.get());
            }
            return new GroupCommitWriter.Outcome.Keep<>((long) kept.size());
        });
        news.othersMayHaveChanged();
        return count;
    }

    @Override
    public long unchanged(String peer, long page, Instant seen) throws StoreFailed {
        Write write =
                Write.of("UPDATE listing SET seen = ? WHERE peer = ? AND page = ? AND page > 0", seen, peer, page);
        return writer.runPatiently(transaction -> new GroupCommitWriter.Outcome.Keep<>((long) transaction.run(write)));
    }

    @Override
    public long sweep(String peer, Instant since, long lastPage) throws StoreFailed {
        run(List.of(Write.of("DELETE FROM peer_page WHERE peer = ? AND page > ?", peer, lastPage)));
        while (true) {
            List<String> unseen = readers.all(
                    Write.of("SELECT id FROM listing WHERE peer = ? AND seen < ? LIMIT ?", peer, since, PIECE),
                    row -> row.getString(1));
            if (unseen.isEmpty()) {
                return readers.first(
                                Write.of("SELECT count(*) FROM listing WHERE peer = ?", peer), row -> row.getLong(1))
                        .orElseThrow();
            }
            run(unseen.stream().flatMap(id -> ListingWrites.ended(peer, id)).toList());
            news.othersMayHaveChanged();
        }
    }

    private void run(List<Write> writes) throws StoreFailed {
        var _ = writer.runPatiently(transaction -> {
            for (Write write : writes) {
                transaction.run(write);
            }
            return new GroupCommitWriter.Outcome.Keep<>(true);
        });
    }
}
