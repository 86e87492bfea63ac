package org.hasekura.evidence;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Whether the newest checkpoint of a bundle continues an earlier one: nothing under that was changed, moved or cut. */
final class History {

    private History() {}

    /**
     * Refuses what is no continuation.
     *
     * @param proof the consistency proof from the earlier to the newest, where the bundle has one
     */
    static void requireContinued(SignedHead earlier, SignedHead newest, Optional<List<Hash>> proof, String place)
            throws BundleRefusedException {
        TreeHead old = earlier.head();
        TreeHead now = newest.head();
        String sizes = place + " has " + old.size() + " entries, the newest one " + now.size();
        if (!earlier.checkpoint().origin().equals(newest.checkpoint().origin())) {
            throw new BundleRefusedException(
                    BundleFault.ORIGIN,
                    place + " is of `" + earlier.checkpoint().origin() + "`, the newest one of `"
                            + newest.checkpoint().origin() + "`");
        }
        if (old.size() == now.size() && !old.root().equals(now.root())) {
            throw new BundleRefusedException(
                    BundleFault.FORKED, sizes + ", but their roots are " + old.root() + " and " + now.root());
        }
        if (old.size() > now.size()) {
            boolean isSignedLater = earlier.latest()
                    .flatMap(before -> newest.latest().map(after -> after.isAfter(before)))
                    .orElse(false);
            throw new BundleRefusedException(isSignedLater ? BundleFault.TRUNCATED : BundleFault.OLD_CHECKPOINT, sizes);
        }
        if (old.size() == now.size() || old.size() == 0) {
            return;
        }
        List<Hash> hashes = proof.orElseThrow(() -> new BundleRefusedException(
                BundleFault.NO_CONSISTENCY_PROOF, sizes + "; ask for a bundle made with `--since " + old.size() + "`"));
        if (hashes.size() != length(old.size(), now.size())) {
            throw new BundleRefusedException(
                    BundleFault.CONSISTENCY_PROOF,
                    sizes + "; a proof of " + hashes.size() + " hashes is not one between these sizes");
        }
        if (MerkleTree.checkConsistency(old.size(), old.root(), now.size(), now.root(), hashes)
                instanceof ProofCheck.Fails(String reason)) {
            throw new BundleRefusedException(BundleFault.REWRITTEN, sizes + "; " + reason);
        }
    }

    /** How many hashes a consistency proof between two sizes has. */
    private static int length(long oldSize, long size) {
        try {
            return MerkleTree.consistencyProof(oldSize, size, (height, index) -> MerkleTree.EMPTY_ROOT)
                    .size();
        } catch (IOException e) {
            throw new IllegalStateException("a constant can be read", e);
        }
    }
}
