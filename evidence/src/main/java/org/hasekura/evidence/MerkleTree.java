package org.hasekura.evidence;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The Merkle tree of RFC 6962 §2.1 over SHA-256: hashes, roots, proofs, and their verification by the iterative
 * algorithms of RFC 9162 §2.1.3.2 and §2.1.4.2.
 *
 * <p>A tree over n leaves splits at the largest power of two below n. Every hash that a root or proof is made of is that
 * of a complete subtree or is combined from such, so all functions here read complete subtrees through a
 * {@link HashReader} and never the leaves themselves. Proofs have at most 63 hashes.
 */
public final class MerkleTree {

    /** Root of the tree without leaves: SHA-256 of nothing. */
    public static final Hash EMPTY_ROOT = Hash.sha256();

    private static final byte[] LEAF = {0};

    private MerkleTree() {}

    /** Hash of a leaf: {@code SHA-256(0x00 || entry)}. */
    public static Hash leaf(byte[] entry) {
        return Hash.sha256(LEAF, entry);
    }

    /** Hash of an inner node: {@code SHA-256(0x01 || left || right)}. */
    public static Hash node(Hash left, Hash right) {
        byte[] block = new byte[1 + 2 * Hash.BYTES];
        block[0] = 1;
        left.put(block, 1);
        right.put(block, 1 + Hash.BYTES);
        MessageDigest digest = Hash.sha256Digest();
        return Hash.at(digest.digest(block), 0);
    }

    /** Root of the tree over the first {@code size} leaves. */
    public static Hash root(long size, HashReader hashes) throws IOException {
        return size == 0 ? EMPTY_ROOT : range(0, size, hashes);
    }

    /**
     * The inclusion proof (audit path) of leaf {@code index} in the tree of {@code size} leaves, from the leaf's sibling
     * up (RFC 6962 §2.1.1).
     */
    public static List<Hash> inclusionProof(long index, long size, HashReader hashes) throws IOException {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        List<Hash> path = new ArrayList<>();
        long low = 0;
        long high = size;
        while (high - low > 1) {
            long middle = low + split(high - low);
            if (index < middle) {
                path.add(range(middle, high, hashes));
                high = middle;
            } else {
                path.add(range(low, middle, hashes));
                low = middle;
            }
        }
        Collections.reverse(path);
        return List.copyOf(path);
    }

    /**
     * The proof that the tree of {@code oldSize} leaves is the beginning of that of {@code size} (RFC 6962 §2.1.2);
     * empty for equal sizes and, as C2SP tlog-witness wants it, for {@code oldSize} 0.
     */
    public static List<Hash> consistencyProof(long oldSize, long size, HashReader hashes) throws IOException {
        if (oldSize < 0 || oldSize > size) {
            throw new IllegalArgumentException("no proof from size " + oldSize + " to size " + size);
        }
        List<Hash> path = new ArrayList<>();
        if (oldSize == 0) {
            return path;
        }
        long low = 0;
        long high = size;
        while (oldSize != high) {
            long middle = low + split(high - low);
            if (oldSize <= middle) {
                path.add(range(middle, high, hashes));
                high = middle;
            } else {
                path.add(range(low, middle, hashes));
                low = middle;
            }
        }
        if (low != 0) {
            path.add(range(low, high, hashes));
        }
        Collections.reverse(path);
        return List.copyOf(path);
    }

    /** Checks an inclusion proof (RFC 9162 §2.1.3.2). */
    public static ProofCheck checkInclusion(Hash leaf, long index, long size, List<Hash> proof, Hash root) {
        if (index < 0 || index >= size) {
            return new ProofCheck.Fails("there is no leaf " + index + " in a tree of " + size);
        }
        long fn = index;
        long sn = size - 1;
        Hash reached = leaf;
        for (Hash step : proof) {
            if (sn == 0) {
                return tooLong(proof);
            }
            if ((fn & 1) == 1 || fn == sn) {
                reached = node(step, reached);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                reached = node(reached, step);
            }
            fn >>= 1;
            sn >>= 1;
        }
        if (sn != 0) {
            return tooShort(proof);
        }
        return reached.equals(root)
                ? new ProofCheck.Holds()
                : new ProofCheck.Fails("leaf and proof lead to the root " + reached + ", not to " + root);
    }

    /**
     * Checks a consistency proof (RFC 9162 §2.1.4.2). {@code oldSize} 0 always fails: the RFCs define no proof from the
     * empty tree, and whoever starts from nothing (tlog-witness) decides so before asking.
     */
    public static ProofCheck checkConsistency(long oldSize, Hash oldRoot, long size, Hash root, List<Hash> proof) {
        if (oldSize < 1 || oldSize > size) {
            return new ProofCheck.Fails("no proof leads from size " + oldSize + " to size " + size);
        }
        if (oldSize == size) {
            if (!proof.isEmpty()) {
                return tooLong(proof);
            }
            return oldRoot.equals(root)
                    ? new ProofCheck.Holds()
                    : new ProofCheck.Fails("two roots for the size " + size + ": " + oldRoot + " and " + root);
        }
        List<Hash> path = new ArrayList<>(proof);
        if (Long.bitCount(oldSize) == 1) {
            path.addFirst(oldRoot);
        }
        return path.isEmpty() ? tooShort(proof) : climb(oldSize, oldRoot, size, root, path);
    }

    private static ProofCheck climb(long oldSize, Hash oldRoot, long size, Hash root, List<Hash> path) {
        int complete = Long.numberOfTrailingZeros(oldSize);
        long fn = (oldSize - 1) >> complete;
        long sn = (size - 1) >> complete;
        Hash reachedOld = path.getFirst();
        Hash reached = path.getFirst();
        for (Hash step : path.subList(1, path.size())) {
            if (sn == 0) {
                return tooLong(path);
            }
            if ((fn & 1) == 1 || fn == sn) {
                reachedOld = node(step, reachedOld);
                reached = node(step, reached);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                reached = node(reached, step);
            }
            fn >>= 1;
            sn >>= 1;
        }
        if (sn != 0) {
            return tooShort(path);
        }
        if (!reachedOld.equals(oldRoot)) {
            return new ProofCheck.Fails("the proof leads to the old root " + reachedOld + ", not to " + oldRoot);
        }
        return reached.equals(root)
                ? new ProofCheck.Holds()
                : new ProofCheck.Fails("the proof leads to the new root " + reached + ", not to " + root);
    }

    private static ProofCheck tooLong(List<Hash> proof) {
        return new ProofCheck.Fails("the proof has too many hashes (" + proof.size() + ")");
    }

    private static ProofCheck tooShort(List<Hash> proof) {
        return new ProofCheck.Fails("the proof has too few hashes (" + proof.size() + ")");
    }

    /** Root over leaves [low, high), where low is a multiple of the largest complete subtree in the range. */
    private static Hash range(long low, long high, HashReader hashes) throws IOException {
        long width = high - low;
        if (Long.bitCount(width) == 1) {
            int height = Long.numberOfTrailingZeros(width);
            return hashes.hash(height, low >> height);
        }
        long middle = low + split(width);
        return node(range(low, middle, hashes), range(middle, high, hashes));
    }

    /** The largest power of two below {@code width}, which is at least 2. */
    private static long split(long width) {
        return Long.highestOneBit(width - 1);
    }
}
