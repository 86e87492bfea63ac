package org.hasekura.evidence.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hasekura.evidence.CommitListener;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.EntryStore;
import org.hasekura.evidence.IndexedEntry;
import org.hasekura.evidence.Parsed;
import org.hasekura.evidence.TreeHead;

/** Entries in memory; can fail before or after the last signed head is replaced. */
public final class MemoryEntryStore implements EntryStore {

    private final List<byte[]> entries = new ArrayList<>();
    private final List<CommitListener> listeners = new ArrayList<>();
    private TreeHead lastSigned = TreeHead.EMPTY;
    private boolean failsBeforeAdvance;
    private boolean failsAfterAdvance;

    /** Adds entries as one commit. */
    public synchronized void commit(List<byte[]> more) {
        long first = entries.size();
        more.forEach(entry -> entries.add(entry.clone()));
        listeners.forEach(listener -> listener.committed(first, more));
    }

    /** The next advance fails and changes nothing. */
    public synchronized void failBeforeAdvance() {
        failsBeforeAdvance = true;
    }

    /** The next advance takes effect and then fails. */
    public synchronized void failAfterAdvance() {
        failsAfterAdvance = true;
    }

    /** Changes an entry behind the log's back. */
    public synchronized void replace(int index, byte[] entry) {
        entries.set(index, entry.clone());
    }

    @Override
    public synchronized long size() {
        return entries.size();
    }

    @Override
    public synchronized List<byte[]> read(long from, int count) {
        int low = (int) Math.min(from, entries.size());
        int high = (int) Math.min(from + count, entries.size());
        return entries.subList(low, high).stream().map(byte[]::clone).toList();
    }

    @Override
    public synchronized List<IndexedEntry> entriesOf(String processPid, int limit) {
        List<IndexedEntry> found = new ArrayList<>();
        for (int i = 0; i < entries.size() && found.size() < limit; i++) {
            if (Entry.parse(entries.get(i)) instanceof Parsed.Valid<Entry>(Entry entry)
                    && entry.process().filter(processPid::equals).isPresent()) {
                found.add(new IndexedEntry(i, entries.get(i).clone()));
            }
        }
        return found;
    }

    @Override
    public synchronized TreeHead lastSigned() {
        return lastSigned;
    }

    @Override
    public synchronized boolean advance(TreeHead expected, TreeHead next) throws IOException {
        if (next.size() <= expected.size()) {
            throw new IllegalArgumentException(next + " is not larger than " + expected);
        }
        if (failsBeforeAdvance) {
            failsBeforeAdvance = false;
            throw new IOException("made to fail before the head was replaced");
        }
        if (!expected.equals(lastSigned)) {
            return false;
        }
        lastSigned = next;
        if (failsAfterAdvance) {
            failsAfterAdvance = false;
            throw new IOException("made to fail after the head was replaced");
        }
        return true;
    }

    @Override
    public synchronized long listen(CommitListener listener) {
        listeners.add(listener);
        return entries.size();
    }
}
