package org.hasekura.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A log kept as tiles and entry bundles (C2SP tlog-tiles).
 *
 * <p>In memory are only the tiles at the right edge, one per level, with their inner nodes. Appending hashes each entry
 * and about one inner node; a tile or bundle is written when it is full, and {@link #publish} writes the partial ones of
 * the size to be signed. Every file can be written again with the same bytes, so a log is reopened at its last published
 * size and what came after is appended anew from the store of entries, which is the truth: the tiles are derived.
 *
 * <p>One thread at a time; its methods see to that. After an {@link IOException} while writing the log refuses
 * everything: reopen it.
 */
public final class TiledLog implements HashReader {

    private final TileStore store;
    private final List<TileNodes> edge = new ArrayList<>();
    private final List<byte[]> lastBundle = new ArrayList<>();
    private final TileReader full;
    private long size;
    private boolean failed;

    private TiledLog(TileStore store) {
        this.store = store;
        this.full = new TileReader(store, Long.MAX_VALUE);
    }

    /** A new log without entries. */
    public static TiledLog empty(TileStore store) {
        return new TiledLog(store);
    }

    /**
     * The log as it was published with this head.
     *
     * @throws LogDamagedException if a tile is missing, the last entries are not the hashed ones, or the tiles have
     *     another root
     */
    public static TiledLog open(TileStore store, TreeHead head) throws IOException {
        TiledLog log = new TiledLog(store);
        log.size = head.size();
        for (TilePath.Row row : TilePath.rows(head.size())) {
            log.edge.add(row.partialWidth() == 0 ? new TileNodes() : log.partial(row));
        }
        Hash root = MerkleTree.root(head.size(), log);
        if (!root.equals(head.root())) {
            throw new LogDamagedException(
                    "the tiles of size " + head.size() + " have the root " + root + ", not " + head.root());
        }
        return log;
    }

    private TileNodes partial(TilePath.Row row) throws IOException {
        TilePath path = new TilePath(row.level(), row.full(), row.partialWidth());
        TileNodes nodes = TileNodes.of(TileReader.bytes(store, path), path.width());
        if (row.level() == 0) {
            List<byte[]> entries = bundle(new TilePath(TilePath.ENTRIES, row.full(), row.partialWidth()));
            for (int i = 0; i < path.width(); i++) {
                if (!MerkleTree.leaf(entries.get(i)).equals(nodes.at(0, i))) {
                    throw new LogDamagedException(
                            "entry " + (row.full() * TilePath.FULL + i) + " is not the one in the tree");
                }
                lastBundle.add(entries.get(i));
            }
        }
        return nodes;
    }

    private List<byte[]> bundle(TilePath path) throws IOException {
        return switch (EntryBundle.decode(TileReader.bytes(store, path))) {
            case Parsed.Valid<List<byte[]>>(List<byte[]> entries) when entries.size() >= path.width() -> entries;
            case Parsed.Valid<List<byte[]>>(List<byte[]> entries) ->
                throw new LogDamagedException("`" + path.path() + "` has only " + entries.size() + " entries");
            case Parsed.Malformed<List<byte[]>>(String reason) ->
                throw new LogDamagedException("`" + path.path() + "`: " + reason);
        };
    }

    /**
     * Appends entries in their order and answers the index of the first. Not durable by itself: the entries must be.
     *
     * @throws IOException if a full tile could not be written; the log is then closed
     */
    public synchronized long append(List<byte[]> entries) throws IOException {
        requireOpen();
        for (byte[] entry : entries) {
            if (entry.length > EntryBundle.ENTRY_BYTES_MAX) {
                throw new IllegalArgumentException("an entry of " + entry.length + " bytes is longer than 65,535");
            }
        }
        long first = size;
        for (byte[] entry : entries) {
            size++;
            lastBundle.add(entry);
            if (lastBundle.size() == TilePath.FULL) {
                write(
                        new TilePath(TilePath.ENTRIES, size / TilePath.FULL - 1, TilePath.FULL),
                        EntryBundle.encode(lastBundle));
                lastBundle.clear();
            }
            add(0, MerkleTree.leaf(entry));
        }
        return first;
    }

    private void add(int level, Hash hash) throws IOException {
        if (edge.size() == level) {
            edge.add(new TileNodes());
        }
        TileNodes tile = edge.get(level);
        tile.add(hash);
        if (tile.isFull()) {
            long index = (size >> (TileNodes.HEIGHT * (level + 1))) - 1;
            write(new TilePath(level, index, TilePath.FULL), tile.bytes());
            edge.set(level, new TileNodes());
            add(level + 1, tile.at(TileNodes.HEIGHT, 0));
        }
    }

    /**
     * Writes the partial tiles and the partial bundle of the present size and answers its head. Only a head published
     * like this may be signed.
     */
    public synchronized TreeHead publish() throws IOException {
        requireOpen();
        for (TilePath.Row row : TilePath.rows(size)) {
            if (row.partialWidth() > 0) {
                TilePath path = new TilePath(row.level(), row.full(), row.partialWidth());
                write(path, edge.get(row.level()).bytes());
            }
        }
        if (!lastBundle.isEmpty()) {
            TilePath path = new TilePath(TilePath.ENTRIES, size / TilePath.FULL, lastBundle.size());
            write(path, EntryBundle.encode(lastBundle));
        }
        return head();
    }

    /** Size and root of what was appended so far, published or not. */
    public synchronized TreeHead head() throws IOException {
        requireOpen();
        return new TreeHead(size, MerkleTree.root(size, this));
    }

    /** Number of entries so far. */
    public synchronized long size() {
        return size;
    }

    /** The inclusion proof of an entry in the tree of {@code atSize} entries, which may be an earlier size. */
    public synchronized List<Hash> inclusionProof(long index, long atSize) throws IOException {
        requireSize(atSize);
        return MerkleTree.inclusionProof(index, atSize, this);
    }

    /** The consistency proof between two sizes this log has had. */
    public synchronized List<Hash> consistencyProof(long oldSize, long atSize) throws IOException {
        requireSize(atSize);
        return MerkleTree.consistencyProof(oldSize, atSize, this);
    }

    /** The entry with this index. */
    public synchronized byte[] entry(long index) throws IOException {
        requireSize(index + 1);
        long tile = index / TilePath.FULL;
        int position = (int) (index % TilePath.FULL);
        boolean isInLast = tile == size / TilePath.FULL;
        byte[] entry = isInLast
                ? lastBundle.get(position)
                : bundle(new TilePath(TilePath.ENTRIES, tile, TilePath.FULL)).get(position);
        return entry.clone();
    }

    @Override
    public synchronized Hash hash(int height, long index) throws IOException {
        requireOpen();
        TileReader.Place place = TileReader.Place.of(height, index);
        long fullTiles = size >> Math.min(63, TileNodes.HEIGHT * (place.level() + 1));
        return place.tile() < fullTiles
                ? full.hash(height, index)
                : edge.get(place.level()).at(place.k(), place.position());
    }

    private void write(TilePath path, byte[] bytes) throws IOException {
        boolean written = false;
        try {
            store.write(path.path(), bytes);
            written = true;
        } finally {
            failed = !written;
        }
    }

    private void requireOpen() throws IOException {
        if (failed) {
            throw new IOException("the log stopped at a tile that could not be written; open it again");
        }
    }

    private void requireSize(long atSize) throws IOException {
        requireOpen();
        if (atSize < 1 || atSize > size) {
            throw new IllegalArgumentException("the log has " + size + " entries, not " + atSize);
        }
    }
}
