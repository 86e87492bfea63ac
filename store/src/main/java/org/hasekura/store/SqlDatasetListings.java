package org.hasekura.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.hasekura.exchange.DatasetListings;
import org.hasekura.exchange.Listed;
import org.hasekura.exchange.StoreFailed;

/** The port of listings and their index on SQL. */
final class SqlDatasetListings implements DatasetListings {

    /** Terms that are written in one commit: others find their way in between. */
    private static final int TERMS_AT_ONCE = 500;

    private static final String ALL = "a:";
    private static final String PUT = """
            INSERT INTO listing_term (term, shelf, numbers) VALUES (?, ?, ?)
            ON CONFLICT (term, shelf) DO UPDATE SET numbers = excluded.numbers""";
    private static final String LISTED = """
            SELECT listing.number, listing.peer, listing.seen, coalesce(listing.body, dataset.body)
            FROM listing LEFT JOIN dataset ON listing.peer = '' AND dataset.id = listing.id
            WHERE listing.number >= ? AND listing.number < ? ORDER BY listing.number LIMIT ?""";

    private final GroupCommitWriter writer;
    private final Readers readers;

    SqlDatasetListings(GroupCommitWriter writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    @Override
    public Extent extent() throws StoreFailed {
        return readers.first(
                        Write.of("SELECT next, sealed FROM listing_extent"),
                        row -> new Extent(row.getLong(1), row.getLong(2)))
                .orElseThrow();
    }

    @Override
    public void shelves(String from, String before, ShelfReader reader) throws StoreFailed {
        var _ = readers.all(
                Write.of(
                        "SELECT term, shelf, numbers FROM listing_term WHERE term >= ? AND term < ?"
                                + " ORDER BY term, shelf",
                        from,
                        before),
                row -> {
                    reader.take(row.getString(1), row.getLong(2), row.getBytes(3));
                    return true;
                });
    }

    private record Row(long number, String peer, long seen, String body) {}

    @Override
    public List<Listed> listed(long from, long before, int limit) throws StoreFailed {
        List<Row> rows = readers.all(
                Write.of(LISTED, from, before, Sql.limit(limit)),
                row -> new Row(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4)));
        return rows.stream().map(SqlDatasetListings::listed).toList();
    }

    private static Listed listed(Row row) {
        return row.peer().equals(ListingWrites.OWN)
                ? new Listed.Own(row.number(), DatasetJson.read(row.body()))
                : new Listed.OfPeer(
                        row.number(), row.peer(), DatasetViewJson.read(row.body()), Sql.instant(row.seen()));
    }

    @Override
    public List<Long> gone() throws StoreFailed {
        return readers.all(Write.of("SELECT number FROM listing_gone"), row -> row.getLong(1));
    }

    @Override
    public void seal(long shelf, NavigableMap<String, byte[]> terms) throws StoreFailed {
        List<Write> writes = new ArrayList<>();
        for (Map.Entry<String, byte[]> term : terms.entrySet()) {
            writes.add(Write.of(PUT, term.getKey(), shelf, term.getValue()));
        }
        for (int from = 0; from < writes.size(); from += TERMS_AT_ONCE) {
            run(writes.subList(from, Math.min(writes.size(), from + TERMS_AT_ONCE)));
        }
        run(List.of(Write.of("UPDATE listing_extent SET sealed = ? WHERE sealed = ?", shelf + 1, shelf)));
    }

    @Override
    public void bury(long shelf, Optional<byte[]> left, List<Long> gone) throws StoreFailed {
        List<Write> writes = new ArrayList<>();
        writes.add(left.map(numbers -> Write.of(PUT, ALL, shelf, numbers))
                .orElseGet(() -> Write.of("DELETE FROM listing_term WHERE shelf = ?", shelf)));
        gone.forEach(number -> writes.add(Write.of("DELETE FROM listing_gone WHERE number = ?", number)));
        run(writes);
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
