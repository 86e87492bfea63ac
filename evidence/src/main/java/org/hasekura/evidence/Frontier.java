package org.hasekura.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a growing Merkle tree: the roots of its complete subtrees, largest first (a <i>compact range</i> from
 * 0). That is all that is needed to append and to know the root: at most 63 hashes, one hashing per leaf on average.
 * Not safe for several threads at once.
 */
public final class Frontier {

    private final List<Hash> peaks;
    private long size;

    private Frontier(List<Hash> peaks, long size) {
        this.peaks = peaks;
        this.size = size;
    }

    /** The frontier of the empty tree. */
    public static Frontier empty() {
        return new Frontier(new ArrayList<>(), 0);
    }

    /** The frontier of the tree over the first {@code size} leaves. */
    public static Frontier at(long size, HashReader hashes) throws IOException {
        List<Hash> peaks = new ArrayList<>();
        long from = 0;
        for (long rest = size; rest != 0; ) {
            long width = Long.highestOneBit(rest);
            int height = Long.numberOfTrailingZeros(width);
            peaks.add(hashes.hash(height, from >> height));
            from += width;
            rest -= width;
        }
        return new Frontier(peaks, size);
    }

    /** Number of leaves. */
    public long size() {
        return size;
    }

    /** Adds the leaf with this hash at the right. */
    public void append(Hash leaf) {
        append(leaf, 0);
    }

    /**
     * Adds a complete subtree at the right.
     *
     * @param root its root
     * @param height it has {@code 2^height} leaves, and so many divide the leaves there are
     */
    public void append(Hash root, int height) {
        if ((size & ((1L << height) - 1)) != 0) {
            throw new IllegalArgumentException("a subtree of height " + height + " cannot follow " + size + " leaves");
        }
        Hash subtree = root;
        for (long bits = size >> height; (bits & 1) == 1; bits >>= 1) {
            subtree = MerkleTree.node(peaks.removeLast(), subtree);
        }
        peaks.add(subtree);
        size += 1L << height;
    }

    /** Root over all leaves so far. */
    public Hash root() {
        if (peaks.isEmpty()) {
            return MerkleTree.EMPTY_ROOT;
        }
        Hash root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = MerkleTree.node(peaks.get(i), root);
        }
        return root;
    }
}
