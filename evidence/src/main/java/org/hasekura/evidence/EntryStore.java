package org.hasekura.evidence;

import java.io.IOException;
import java.util.List;

/**
 * Where the entries of this node's log lie: numbered from 0 without gaps, never changed, with the last tree head that
 * was signed for them.
 *
 * <p>Entries get here with the change they prove, in one transaction; the port has no way of its own to add one. After
 * the first storage error every method throws {@link IOException}; nothing that was read before becomes untrue.
 */
public interface EntryStore {

    /** Number of entries that are durable. */
    long size() throws IOException;

    /** Entries in order of their indexes, from this one on; fewer than {@code count} at the end. */
    List<byte[]> read(long from, int count) throws IOException;

    /** The entries of one exchange by this side's name of it, in order; at most {@code limit}, the first ones. */
    List<IndexedEntry> entriesOf(String processPid, int limit) throws IOException;

    /** The last tree head given out under a signature; {@link TreeHead#EMPTY} before the first. */
    TreeHead lastSigned() throws IOException;

    /**
     * Replaces the last signed tree head, durably, if it is still {@code expected}; to be called <em>before</em> the
     * checkpoint is shown to anybody, so that no restart can sign another history of the same size.
     *
     * @return false, with nothing changed, if another head was signed since
     * @throws IllegalArgumentException if {@code next} is not larger than {@code expected}
     */
    boolean advance(TreeHead expected, TreeHead next) throws IOException;

    /**
     * Tells the listener every commit from now on.
     *
     * @return the number of entries before the first one the listener will hear of: read those with {@link #read}
     */
    long listen(CommitListener listener) throws IOException;
}
