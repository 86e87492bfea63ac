package org.hasekura.store;

import java.util.List;
import org.hasekura.evidence.CommitListener;
import org.hasekura.evidence.EntryStore;
import org.hasekura.evidence.Hash;
import org.hasekura.evidence.IndexedEntry;
import org.hasekura.evidence.TreeHead;
import org.hasekura.exchange.StoreFailed;

/** The evidence's port on SQL. */
final class SqlEntryStore implements EntryStore {

    private final GroupCommitWriter writer;
    private final Readers readers;

    SqlEntryStore(GroupCommitWriter writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    @Override
    public long size() throws StoreFailed {
        return readers.first(Write.of("SELECT coalesce(max(idx), -1) + 1 FROM entry"), row -> row.getLong(1))
                .orElseThrow();
    }

    @Override
    public List<byte[]> read(long from, int count) throws StoreFailed {
        return readers.all(
                Write.of("SELECT bytes FROM entry WHERE idx >= ? ORDER BY idx LIMIT ?", from, Sql.limit(count)),
                row -> row.getBytes(1));
    }

    @Override
    public List<IndexedEntry> entriesOf(String processPid, int limit) throws StoreFailed {
        if (Sql.asKey(processPid).isEmpty()) {
            return List.of();
        }
        return readers.all(
                Write.of(
                        "SELECT idx, bytes FROM entry WHERE process = ? ORDER BY idx LIMIT ?",
                        processPid,
                        Sql.limit(limit)),
                row -> new IndexedEntry(row.getLong(1), row.getBytes(2)));
    }

    @Override
    public TreeHead lastSigned() throws StoreFailed {
        return readers.first(
                        Write.of("SELECT size, root FROM signed_head"),
                        row -> new TreeHead(row.getLong(1), Hash.of(row.getBytes(2))))
                .orElse(TreeHead.EMPTY);
    }

    @Override
    public boolean advance(TreeHead expected, TreeHead next) throws StoreFailed {
        if (next.size() <= expected.size()) {
            throw new IllegalArgumentException(
                    "a tree head of size " + next.size() + " does not go on from " + expected.size());
        }
        Write write = expected.equals(TreeHead.EMPTY)
                ? Write.of(
                        "INSERT INTO signed_head (only_row, size, root) VALUES (1, ?, ?) ON CONFLICT DO NOTHING",
                        next.size(),
                        next.root().bytes())
                : Write.of(
                        "UPDATE signed_head SET size = ?, root = ? WHERE size = ? AND root = ?",
                        next.size(),
                        next.root().bytes(),
                        expected.size(),
                        expected.root().bytes());
        return writer.runPatiently(transaction -> new GroupCommitWriter.Outcome.Keep<>(transaction.run(write) == 1));
    }

    @Override
    public long listen(CommitListener listener) throws StoreFailed {
        return writer.listen(listener);
    }
}
