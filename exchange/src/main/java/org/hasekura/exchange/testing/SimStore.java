package org.hasekura.exchange.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hasekura.evidence.CommitListener;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.EntryStore;
import org.hasekura.evidence.Hash;
import org.hasekura.evidence.IndexedEntry;
import org.hasekura.evidence.TreeHead;
import org.hasekura.exchange.Commit;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.StoreFailed;

/**
 * A store on a {@link SimDisk}: one journal, one record for each commit, synced before the commit returns.
 *
 * <pre>
 * record = length (4) · SHA-256 of the hash before it and the payload (32) · payload
 * </pre>
 *
 * <p>Opening reads records for as long as each is whole and follows from the one before; what stands behind them is a torn
 * tail or older than it seems, and is written over. The payload is the whole text of what was committed, so that a record
 * has the length, and falls apart as easily, as a real one; since the rooms below the store have no form of their own for
 * that text, what it says is looked up by its hash among all that was ever written. A record of which one byte is missing
 * says nothing.
 *
 * <p>The first error of the disk is the last thing that happens: every later call throws until the store is opened again.
 */
public final class SimStore implements EntryStore {

    private static final String JOURNAL = "journal";
    private static final int HEADER = 36;

    private final SimDisk disk;
    private final Map<Hash, Object> said = new HashMap<>();
    private FakeStore state = new FakeStore();
    private TreeHead lastSigned = TreeHead.EMPTY;
    private Hash last = Hash.sha256(new byte[0]);
    private int end;
    private boolean failed;

    public SimStore(SimDisk disk) {
        this.disk = disk;
    }

    /** What it holds, as a process sees it: before {@link #reopen} also what the disk may not have. */
    public FakeStore state() {
        return state;
    }

    /** Reads the journal from the disk as the start of a node does, and forgets all else. */
    public void reopen() {
        state = new FakeStore();
        lastSigned = TreeHead.EMPTY;
        last = Hash.sha256(new byte[0]);
        end = 0;
        failed = false;
        byte[] journal = disk.read(JOURNAL).orElse(new byte[0]);
        while (end + HEADER <= journal.length) {
            int length = ByteBuffer.wrap(journal, end, 4).getInt();
            if (length <= 0 || length > journal.length - end - HEADER) {
                return;
            }
            byte[] hash = Arrays.copyOfRange(journal, end + 4, end + HEADER);
            byte[] payload = Arrays.copyOfRange(journal, end + HEADER, end + HEADER + length);
            Hash chained = Hash.sha256(last.bytes(), payload);
            if (!Arrays.equals(hash, chained.bytes())) {
                return;
            }
            switch (said.get(Hash.sha256(payload))) {
                case Commit commit -> state.commit(commit);
                case TreeHead head -> lastSigned = head;
                case null, default -> throw new IllegalStateException("a record that nobody has written");
            }
            last = chained;
            end += HEADER + length;
        }
    }

    /** Makes the commit durable, or refuses it. */
    public Committed commit(Commit commit) throws StoreFailed {
        check();
        Committed committed = state.commit(commit);
        if (committed instanceof Committed.Done) {
            append(commit);
        }
        return committed;
    }

    private void append(Object what) throws StoreFailed {
        byte[] payload = what.toString().getBytes(StandardCharsets.UTF_8);
        said.put(Hash.sha256(payload), what);
        Hash chained = Hash.sha256(last.bytes(), payload);
        byte[] bytes = ByteBuffer.allocate(HEADER + payload.length)
                .putInt(payload.length)
                .put(chained.bytes())
                .put(payload)
                .array();
        try {
            disk.write(JOURNAL, end, bytes);
            disk.sync(JOURNAL);
        } catch (StoreFailed died) {
            failed = true;
            throw died;
        } catch (IOException e) {
            failed = true;
            throw new StoreFailed("the disk failed: " + e.getMessage(), e);
        }
        last = chained;
        end += bytes.length;
    }

    private void check() throws StoreFailed {
        if (failed) {
            throw new StoreFailed("the disk has failed before");
        }
    }

    @Override
    public long size() throws StoreFailed {
        check();
        return state.entries().size();
    }

    @Override
    public List<byte[]> read(long from, int count) throws StoreFailed {
        check();
        return state.entries().stream()
                .skip(from)
                .limit(count)
                .map(Entry::bytes)
                .toList();
    }

    @Override
    public List<IndexedEntry> entriesOf(String processPid, int limit) throws StoreFailed {
        check();
        List<Entry> entries = state.entries();
        return IntStream.range(0, entries.size())
                .filter(index -> entries.get(index).process().equals(Optional.of(processPid)))
                .limit(limit)
                .mapToObj(index -> new IndexedEntry(index, entries.get(index).bytes()))
                .toList();
    }

    @Override
    public TreeHead lastSigned() throws StoreFailed {
        check();
        return lastSigned;
    }

    @Override
    public boolean advance(TreeHead expected, TreeHead next) throws StoreFailed {
        check();
        if (!expected.equals(lastSigned)) {
            return false;
        }
        append(next);
        lastSigned = next;
        return true;
    }

    @Override
    public long listen(CommitListener listener) {
        throw new UnsupportedOperationException("nobody listens in a simulation");
    }
}
