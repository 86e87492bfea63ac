package org.hasekura.evidence;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the tree of a published size from its tiles alone: what a monitor or another node does. Nothing read is trusted
 * by this: compare {@link MerkleTree#root} with a verified checkpoint. Not safe for several threads at once.
 */
public final class TileReader implements HashReader {

    private static final int TILES_KEPT = 64;

    private final TileStore store;
    private final long size;
    private final Map<TilePath, TileNodes> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TilePath, TileNodes> eldest) {
            return size() > TILES_KEPT;
        }
    };

    /** A reader of the tree over the first {@code size} entries. */
    public TileReader(TileStore store, long size) {
        this.store = store;
        this.size = size;
    }

    @Override
    public Hash hash(int height, long index) throws IOException {
        Place place = Place.of(height, index);
        return tile(place.tileAt(size)).at(place.k(), place.position());
    }

    /** A node's place: in which tile, how many rows above its hashes, and which in that row. */
    record Place(int level, long tile, int k, int position) {

        static Place of(int height, long index) {
            int k = height % TileNodes.HEIGHT;
            // A tile has 256 >> k nodes in its row k.
            int perTile = TilePath.FULL >> k;
            return new Place(height / TileNodes.HEIGHT, index / perTile, k, (int) (index % perTile));
        }

        TilePath tileAt(long size) {
            return TileReader.tileAt(level, tile, size);
        }
    }

    /** The tile with this index as a tree of this size has it: full or partial. */
    static TilePath tileAt(int level, long index, long size) {
        long hashes = level <= 0 ? size : size >> Math.min(63, TileNodes.HEIGHT * level);
        long rest = hashes - index * TilePath.FULL;
        if (rest <= 0) {
            throw new IllegalArgumentException("a tree of " + size + " has no tile " + index + " at level " + level);
        }
        return new TilePath(level, index, (int) Math.min(rest, TilePath.FULL));
    }

    private TileNodes tile(TilePath path) throws IOException {
        TileNodes known = kept.get(path);
        if (known != null) {
            return known;
        }
        TileNodes nodes = TileNodes.of(bytes(store, path), path.width());
        kept.put(path, nodes);
        return nodes;
    }

    /** The file of a tile or bundle; where a partial one is gone, the full one that replaced it. */
    static byte[] bytes(TileStore store, TilePath path) throws IOException {
        Optional<byte[]> bytes = store.read(path.path());
        if (bytes.isEmpty() && !path.isFull()) {
            bytes = store.read(new TilePath(path.level(), path.index(), TilePath.FULL).path());
        }
        return bytes.orElseThrow(() -> new LogDamagedException("`" + path.path() + "` is missing"));
    }
}
