package org.hasekura.evidence;

import java.util.List;

/** Hears of entries once they are durable, so that a log can take them into its tree. */
@FunctionalInterface
public interface CommitListener {

    /**
     * Called on the store's writing thread after each commit that brought entries, in order and without gaps, before
     * anybody is told that the commit is done. It must return at once: no waiting, no calls into the store. Whatever it
     * throws stops the store.
     */
    void committed(long firstIndex, List<byte[]> entries);
}
