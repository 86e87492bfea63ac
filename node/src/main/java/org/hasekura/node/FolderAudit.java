package org.hasekura.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.Checkpoint;
import org.hasekura.evidence.LogAudit;
import org.hasekura.evidence.Note;
import org.hasekura.evidence.NoteCheck;
import org.hasekura.evidence.Parsed;
import org.hasekura.evidence.SignatureType;
import org.hasekura.evidence.TileStore;
import org.hasekura.evidence.TiledLog;
import org.hasekura.evidence.TreeHead;
import org.hasekura.evidence.VerifierKey;
import org.hasekura.identity.NodeKeys;
import org.hasekura.store.StoreAudit;

/**
 * Recomputes all that a node's folder claims, while the node does not run, and names the first thing that is wrong: keys,
 * database, entries under the last signed head, the published checkpoint, and every file of the log.
 */
final class FolderAudit {

    /** Entries that are hashed at a time. */
    private static final int BATCH = 4096;

    private FolderAudit() {}

    /**
     * The first thing that is wrong, in words that name it; nothing if all is well. Nothing is changed.
     *
     * @throws IOException if there is no node's folder, or a node works in it
     */
    static Optional<String> firstFault(Path folder) throws IOException {
        Path database = folder.resolve("node.db");
        if (!Files.exists(database)) {
            throw new IOException("`" + folder + "` holds no node: there is no `node.db`");
        }
        try (DataFolder locked = DataFolder.open(folder)) {
            NodeKeys keys;
            try {
                keys = NodeKeyFiles.open(locked, new SecureRandom());
            } catch (IOException damaged) {
                return Optional.of(String.valueOf(damaged.getMessage()));
            }
            try (StoreAudit store = StoreAudit.open(database)) {
                Optional<String> fault = store.firstFault();
                return fault.isPresent() ? fault : log(store, new FileTiles(folder.resolve("log")), keys);
            } catch (IOException damaged) {
                return Optional.of(String.valueOf(damaged.getMessage()));
            }
        }
    }

    private static Optional<String> log(StoreAudit store, TileStore files, NodeKeys keys) throws IOException {
        TreeHead signed = store.lastSigned();
        Optional<String> fault = entries(store, signed);
        if (fault.isEmpty()) {
            fault = checkpoint(files, signed, keys);
        }
        return fault.isPresent()
                ? fault
                : LogAudit.findings(files, signed).stream().findFirst().map(finding -> "in `log`: " + finding);
    }

    /** The entries lead to the head that was signed. */
    private static Optional<String> entries(StoreAudit store, TreeHead signed) throws IOException {
        var tree = TiledLog.empty(new Nowhere());
        var waiting = new ArrayList<byte[]>();
        long[] seen = {0};
        Optional<String> fault = store.entries(entry -> {
            if (seen[0]++ < signed.size()) {
                waiting.add(entry);
            }
            if (waiting.size() == BATCH) {
                append(tree, waiting);
            }
        });
        append(tree, waiting);
        if (fault.isPresent()) {
            return fault;
        }
        TreeHead found = tree.publish();
        return found.equals(signed)
                ? Optional.empty()
                : Optional.of("the entries in the database lead to " + found + ", but " + signed + " was signed");
    }

    private static void append(TiledLog tree, List<byte[]> entries) {
        try {
            tree.append(entries);
            entries.clear();
        } catch (IOException e) {
            throw new IllegalStateException("nothing is written, so nothing can fail", e);
        }
    }

    private static Optional<String> checkpoint(TileStore files, TreeHead signed, NodeKeys keys) throws IOException {
        Optional<byte[]> published = files.read("checkpoint");
        if (published.isEmpty()) {
            return signed.size() == 0 ? Optional.empty() : Optional.of("`log/checkpoint` is missing");
        }
        return switch (Note.parse(new String(published.get(), StandardCharsets.UTF_8))) {
            case Parsed.Malformed<Note>(String reason) -> Optional.of("`log/checkpoint`: " + reason);
            case Parsed.Valid<Note>(Note note) ->
                switch (Checkpoint.parse(note.text())) {
                    case Parsed.Malformed<Checkpoint>(String reason) -> Optional.of("`log/checkpoint`: " + reason);
                    case Parsed.Valid<Checkpoint>(Checkpoint checkpoint) -> checkpoint(note, checkpoint, signed, keys);
                };
        };
    }

    private static Optional<String> checkpoint(Note note, Checkpoint checkpoint, TreeHead signed, NodeKeys keys) {
        var key = VerifierKey.of(
                checkpoint.origin(), SignatureType.ED25519, keys.log().publicKeyBytes());
        if (!(note.verify(List.of(key)) instanceof NoteCheck.Signed)) {
            return Optional.of("`log/checkpoint` is not signed by this node's key");
        }
        boolean isBehind = checkpoint.head().size() < signed.size();
        return checkpoint.head().equals(signed) || isBehind
                ? Optional.empty()
                : Optional.of("`log/checkpoint` is of " + checkpoint.head() + ", but the database knows " + signed
                        + " as the last one signed: commits are lost");
    }

    /** Takes the tiles of a tree of which only the root is wanted. */
    private static final class Nowhere implements TileStore {
        @Override
        public void write(String path, byte[] bytes) {}

        @Override
        public Optional<byte[]> read(String path) {
            return Optional.empty();
        }
    }
}
