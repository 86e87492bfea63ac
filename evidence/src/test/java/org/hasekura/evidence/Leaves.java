package org.hasekura.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;

/** Trees for tests, by the recursive definitions of RFC 6962 §2.1 and nothing cleverer. */
final class Leaves {

    private Leaves() {}

    static byte[] entry(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Leaf hashes of made-up entries that differ from each other. */
    static List<Hash> some(long count) {
        return LongStream.range(0, count)
                .mapToObj(i -> MerkleTree.leaf(entry("entry-%03d".formatted(i))))
                .toList();
    }

    /** MTH of RFC 6962 §2.1. */
    static Hash mth(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return MerkleTree.EMPTY_ROOT;
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        return MerkleTree.node(mth(leaves.subList(0, k)), mth(leaves.subList(k, leaves.size())));
    }

    static HashReader reader(List<Hash> leaves) {
        return (height, index) -> {
            int width = 1 << height;
            int from = Math.toIntExact(index) * width;
            return mth(leaves.subList(from, from + width));
        };
    }
}
