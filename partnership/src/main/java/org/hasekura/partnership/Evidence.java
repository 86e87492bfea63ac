package org.hasekura.partnership;

import java.util.Optional;

/** What shows that something was done. */
public sealed interface Evidence {

    /** When what it shows happened; empty where it does not say. */
    Optional<PartialDate> date();

    /** What it shows, in our words. */
    String claim();

    /** A document. */
    record Document(Citation citation, String claim, Optional<PartialDate> date) implements Evidence {}

    /**
     * An exchange of data that took place, by its entry in a node's evidence log: whoever holds the receipt can check it
     * offline. A promise on data flows can so show flows.
     *
     * @param origin of the log, as its checkpoints name it
     * @param entry number in the log
     * @param hash of the entry, SHA-256 in hex
     */
    record Exchange(String origin, long entry, String hash, String claim, Optional<PartialDate> date)
            implements Evidence {
        public Exchange {
            if (entry < 0 || !hash.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("entry " + entry + " with hash `" + hash + "` is none of a log");
            }
        }
    }
}
