package org.hasekura.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * A tile with the inner nodes above its hashes: row 0 the hashes, row k the roots of complete groups of 2^k. Grows at the
 * right, one inner hashing per hash added.
 */
final class TileNodes {

    /** Rows of a full tile: 256 hashes up to their one root. */
    static final int HEIGHT = 8;

    private final List<List<Hash>> rows = new ArrayList<>();

    TileNodes() {
        for (int k = 0; k <= HEIGHT; k++) {
            rows.add(new ArrayList<>());
        }
    }

    /** The first {@code width} hashes of a tile's bytes. */
    static TileNodes of(byte[] tile, int width) throws LogDamagedException {
        if (tile.length % Hash.BYTES != 0
                || tile.length < width * Hash.BYTES
                || tile.length > TilePath.FULL * Hash.BYTES) {
            throw new LogDamagedException("a tile of " + tile.length + " bytes does not have " + width + " hashes");
        }
        TileNodes nodes = new TileNodes();
        for (int i = 0; i < width; i++) {
            nodes.add(Hash.at(tile, i * Hash.BYTES));
        }
        return nodes;
    }

    int width() {
        return rows.getFirst().size();
    }

    boolean isFull() {
        return width() == TilePath.FULL;
    }

    void add(Hash hash) {
        Hash subtree = hash;
        for (int k = 0; k <= HEIGHT; k++) {
            List<Hash> row = rows.get(k);
            row.add(subtree);
            if (row.size() % 2 == 1) {
                return;
            }
            subtree = MerkleTree.node(row.get(row.size() - 2), subtree);
        }
    }

    /** The root of the {@code position}-th group of 2^k hashes. */
    Hash at(int k, int position) {
        return rows.get(k).get(position);
    }

    byte[] bytes() {
        List<Hash> hashes = rows.getFirst();
        byte[] tile = new byte[hashes.size() * Hash.BYTES];
        for (int i = 0; i < hashes.size(); i++) {
            hashes.get(i).put(tile, i * Hash.BYTES);
        }
        return tile;
    }
}
