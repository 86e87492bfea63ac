package org.hasekura.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A node's log as a whole: takes the durable entries into the tree, and signs its head.
 *
 * <p>Invariant: no two heads that contradict each other are ever signed. Before a checkpoint is given out its head
 * replaces the last signed one in the {@link EntryStore}, durably and only if that is still the one known here; on
 * opening, the tree must lead from the entries to exactly that head.
 *
 * <p>The tiles are derived: where they are lost or damaged they are made anew from the entries. One thread at a time;
 * the methods see to that. After an {@link IOException} open it again.
 */
public final class EvidenceLog {

    /** Entries read from the store at a time. */
    private static final int BATCH = 4096;

    private final EntryStore entries;
    private final TiledLog tree;
    private final NoteSigner signer;
    private TreeHead lastSigned;
    private Optional<Note> lastNote = Optional.empty();

    private EvidenceLog(EntryStore entries, TiledLog tree, NoteSigner signer, TreeHead lastSigned) {
        this.entries = entries;
        this.tree = tree;
        this.signer = signer;
        this.lastSigned = lastSigned;
    }

    /**
     * Opens the log at the last head it signed.
     *
     * @param signer the log's key; its name is the log's origin
     * @throws LogDamagedException if the stored entries are not those that were signed: then nothing may be signed any
     *     more with this key
     */
    public static EvidenceLog open(EntryStore entries, TileStore tiles, NoteSigner signer) throws IOException {
        TreeHead last = entries.lastSigned();
        requireNotBehind(tiles, last, signer.key());
        return new EvidenceLog(entries, tree(entries, tiles, last), signer, last);
    }

    /**
     * Nothing was published that the store does not know: a store that was set back, or has lost commits, would sign
     * another history of the same size. A published file that is damaged proves nothing, and is written anew.
     */
    private static void requireNotBehind(TileStore tiles, TreeHead last, VerifierKey key) throws IOException {
        Optional<byte[]> file = tiles.read("checkpoint");
        if (file.isPresent()
                && Note.parse(new String(file.get(), StandardCharsets.UTF_8)) instanceof Parsed.Valid<Note>(Note note)
                && Checkpoint.parse(note.text()) instanceof Parsed.Valid<Checkpoint>(Checkpoint published)) {
            boolean isKnown =
                    published.head().size() < last.size() || published.head().equals(last);
            // Whoever signed what is known, it changes nothing: the signature is looked at only where it would.
            if (!isKnown && note.verify(List.of(key)) instanceof NoteCheck.Signed) {
                throw new LogDamagedException(
                        "a checkpoint of " + published.head() + " was published, but the store knows " + last
                                + " as the last one signed: commits are lost; restore the database, sign nothing more");
            }
        }
    }

    private static TiledLog tree(EntryStore entries, TileStore tiles, TreeHead last) throws IOException {
        try {
            return TiledLog.open(tiles, last);
        } catch (LogDamagedException e) {
            TiledLog anew = TiledLog.empty(tiles);
            catchUp(anew, entries, last.size());
            TreeHead found = anew.publish();
            if (!found.equals(last)) {
                LogDamagedException damage = new LogDamagedException(
                        "the stored entries lead to " + found + ", but " + last + " was signed; sign nothing more");
                damage.addSuppressed(e);
                throw damage;
            }
            return anew;
        }
    }

    private static void catchUp(TiledLog tree, EntryStore entries, long upTo) throws IOException {
        while (tree.size() < upTo) {
            List<byte[]> next = entries.read(tree.size(), (int) Math.min(BATCH, upTo - tree.size()));
            if (next.isEmpty()) {
                throw new LogDamagedException("entry " + tree.size() + " of " + upTo + " is missing in the store");
            }
            tree.append(next);
        }
    }

    /** The log's name, as in its checkpoints. */
    public String origin() {
        return signer.key().name();
    }

    /** The key its checkpoints are verified with. */
    public VerifierKey key() {
        return signer.key();
    }

    /** Takes what became durable since into the tree, without signing; worth doing often, so that signing is quick. */
    public synchronized void integrate() throws IOException {
        catchUp(tree, entries, entries.size());
    }

    /**
     * A signed checkpoint over every entry that is durable now; its tiles are written. The same note again if there is
     * nothing new.
     */
    public synchronized Note checkpoint() throws IOException {
        integrate();
        if (tree.size() > lastSigned.size()) {
            TreeHead next = tree.publish();
            if (!entries.advance(lastSigned, next)) {
                throw new IOException("another process signed a head of this log; only one may");
            }
            lastSigned = next;
            lastNote = Optional.empty();
        }
        if (lastNote.isEmpty()) {
            lastNote = Optional.of(signer.note(new Checkpoint(origin(), lastSigned).body()));
        }
        return lastNote.get();
    }

    /**
     * The proof of an entry under a checkpoint of this log, cosigned or not.
     *
     * @param checkpoint one that {@link #checkpoint} gave, perhaps with more signatures
     * @throws IllegalArgumentException if the checkpoint does not cover the entry
     */
    public synchronized TlogProof proof(long index, Note checkpoint) throws IOException {
        long size = Checkpoint.parse(checkpoint.text()).orElseThrow().head().size();
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("entry " + index + " is not under a checkpoint of size " + size);
        }
        return new TlogProof(index, tree.inclusionProof(index, size), checkpoint);
    }

    /**
     * The request to a witness that last cosigned this log at {@code oldSize}; 0 if never.
     *
     * @throws IllegalArgumentException if that is more than the checkpoint's size: ask with a newer one
     */
    public synchronized AddCheckpoint addCheckpoint(long oldSize, Note checkpoint) throws IOException {
        long size = Checkpoint.parse(checkpoint.text()).orElseThrow().head().size();
        List<Hash> proof = oldSize == 0 ? List.of() : tree.consistencyProof(oldSize, size);
        return AddCheckpoint.of(oldSize, proof, checkpoint);
    }

    /** The hashes of the tree, of complete subtrees among the entries taken in so far. */
    public HashReader hashes() {
        return tree;
    }

    /** The entry with this index, from the store. */
    public Entry entry(long index) throws IOException {
        List<byte[]> found = entries.read(index, 1);
        if (found.isEmpty()) {
            throw new IllegalArgumentException("there is no entry " + index);
        }
        return Entry.parse(found.getFirst()).orElseThrow();
    }
}
