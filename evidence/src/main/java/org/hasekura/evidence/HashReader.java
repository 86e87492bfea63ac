package org.hasekura.evidence;

import java.io.IOException;

/** Where the hashes of complete subtrees are read. */
@FunctionalInterface
public interface HashReader {

    /**
     * The hash of the complete subtree over the leaves {@code [index * 2^height, (index + 1) * 2^height)}.
     *
     * @throws IOException if it cannot be read; nothing is changed by that
     */
    Hash hash(int height, long index) throws IOException;
}
