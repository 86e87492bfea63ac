package org.hasekura.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Walks through the entries of a bundle and its range proof from left to right, in memory that does not grow, and comes to
 * the root of the tree.
 *
 * <p>The bundle has the leaf hash of each entry, too. They alone decide whether the root is reached; an entry that is not
 * the one of its leaf can then be told from one that was left out, put in or moved, by looking at the leaves that follow.
 * Who changes the leaves as well does not reach the root.
 */
final class EntryWalk {

    /** How far is looked ahead to tell what was done. */
    private static final int LOOK_AHEAD = 1024;

    /** Takes the entries, each of which is the one of its leaf. */
    interface Visitor {
        void entry(long index, byte[] bytes) throws BundleRefusedException, IOException;
    }

    private final PieceReader entries;
    private final PieceReader leaves;
    private final List<Hash> leavesAhead = new ArrayList<>();
    private final Frontier tree = Frontier.empty();
    private Optional<BundleRefusedException> fault = Optional.empty();

    EntryWalk(PieceReader entries, PieceReader leaves) {
        this.entries = entries;
        this.leaves = leaves;
    }

    /** Refuses what does not lead to the root, or another entry than that of its leaf. */
    void walk(RangeProof proof, Hash root, Visitor visitor) throws BundleRefusedException, IOException {
        for (RangeProof.Part part : proof.parts()) {
            switch (part) {
                case RangeProof.Skip(long from, long to, List<Hash> hashes) -> skip(from, to, hashes);
                case RangeProof.Shown(long from, long to) -> show(from, to, visitor);
            }
        }
        if (!leaves.isAtEnd()) {
            throw new BundleRefusedException(BundleFault.PROOF, "there are more leaf hashes than entries in the proof");
        }
        Hash reached = tree.root();
        if (!reached.equals(root)) {
            throw new BundleRefusedException(
                    BundleFault.PROOF,
                    "they lead to the root " + reached + ", but " + root
                            + " was signed: an entry was changed, left out, put in or moved, or the proof is of others");
        }
        if (fault.isPresent()) {
            throw fault.get();
        }
        if (nextEntry().isPresent()) {
            throw new BundleRefusedException(
                    BundleFault.ENTRY_ADDED, Optional.of(proof.size()), "after the last entry that is proved");
        }
    }

    private void skip(long from, long to, List<Hash> hashes) {
        long at = from;
        for (Hash hash : hashes) {
            int height = RangeProof.height(at, to);
            tree.append(hash, height);
            at += 1L << height;
        }
    }

    private void show(long from, long to, Visitor visitor) throws BundleRefusedException, IOException {
        for (long index = from; index < to; index++) {
            Hash leaf = leavesAhead.isEmpty() ? nextLeaf() : leavesAhead.removeFirst();
            tree.append(leaf);
            if (fault.isPresent()) {
                continue;
            }
            Optional<byte[]> entry = nextEntry();
            Optional<Hash> found = entry.map(MerkleTree::leaf);
            if (found.equals(Optional.of(leaf))) {
                visit(index, entry.get(), visitor);
            } else {
                fault = Optional.of(fault(index, leaf, found));
            }
        }
    }

    /** What the entry says is told only if it is proved: that the root is not reached comes before any other fault. */
    private void visit(long index, byte[] entry, Visitor visitor) throws IOException {
        try {
            visitor.entry(index, entry);
        } catch (BundleRefusedException e) {
            fault = Optional.of(e);
        }
    }

    private BundleRefusedException fault(long index, Hash leaf, Optional<Hash> found) throws IOException {
        List<Hash> given = new ArrayList<>();
        found.ifPresent(given::add);
        while (found.isPresent() && given.size() < LOOK_AHEAD) {
            Optional<byte[]> next = nextEntry();
            if (next.isEmpty()) {
                break;
            }
            given.add(MerkleTree.leaf(next.get()));
        }
        byte[] ahead = leaves.take((LOOK_AHEAD - 1) * Hash.BYTES);
        for (int at = 0; at + Hash.BYTES <= ahead.length; at += Hash.BYTES) {
            leavesAhead.add(Hash.at(ahead, at));
        }
        boolean comesLater = found.isPresent() && leavesAhead.contains(found.get());
        boolean leafComesLater = given.contains(leaf);
        BundleFault fault = BundleFault.ENTRY_ALTERED;
        if (found.isEmpty() || (comesLater && !leafComesLater)) {
            fault = BundleFault.ENTRY_MISSING;
        } else if (comesLater) {
            fault = BundleFault.ENTRIES_REORDERED;
        } else if (leafComesLater) {
            fault = BundleFault.ENTRY_ADDED;
        }
        return new BundleRefusedException(
                fault,
                Optional.of(index),
                "the log has an entry with the leaf hash " + leaf + " there, the bundle "
                        + found.map(hash -> "one with " + hash).orElse("none"));
    }

    private Hash nextLeaf() throws BundleRefusedException, IOException {
        byte[] leaf = leaves.take(Hash.BYTES);
        if (leaf.length < Hash.BYTES) {
            throw new BundleRefusedException(
                    BundleFault.PROOF, "there are fewer leaf hashes than entries in the proof");
        }
        return Hash.of(leaf);
    }

    private Optional<byte[]> nextEntry() throws IOException {
        int high = entries.next();
        int low = entries.next();
        if (high < 0) {
            return Optional.empty();
        }
        int length = (high << 8) | low;
        byte[] entry = low < 0 ? new byte[0] : entries.take(length);
        if (low < 0 || entry.length < length) {
            throw new ZipDamagedException("the file `entries` ends inside an entry");
        }
        return Optional.of(entry);
    }
}
