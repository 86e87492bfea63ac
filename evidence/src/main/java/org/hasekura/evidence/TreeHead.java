package org.hasekura.evidence;

/**
 * A tree at one size.
 *
 * @param size number of leaves
 * @param root root over them
 */
public record TreeHead(long size, Hash root) {

    /** The tree without leaves. */
    public static final TreeHead EMPTY = new TreeHead(0, MerkleTree.EMPTY_ROOT);

    public TreeHead {
        if (size < 0) {
            throw new IllegalArgumentException("a tree cannot have " + size + " leaves");
        }
    }
}
