package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import org.hasekura.evidence.Checkpoint;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.EvidenceLog;
import org.hasekura.evidence.Hash;
import org.hasekura.evidence.LogAudit;
import org.hasekura.evidence.Note;
import org.hasekura.evidence.NoteSignature;
import org.hasekura.evidence.NoteSigner;
import org.hasekura.evidence.SignatureType;
import org.hasekura.evidence.TiledLog;
import org.hasekura.evidence.TreeHead;
import org.hasekura.evidence.VerifierKey;
import org.hasekura.evidence.testing.MemoryTileStore;
import org.hasekura.exchange.testing.SimDisk;
import org.hasekura.exchange.testing.SimStore;
import org.hasekura.exchange.testing.SimTiles;

/** The evidence log of a side on its disk, and every head that it has ever signed. */
final class SimLog {

    private static final KeyPair KEYS = keys();

    private final SimStore store;
    private final SimTiles tiles;
    private final NoteSigner signer;
    private final List<TreeHead> signed = new ArrayList<>();
    private EvidenceLog log;
    private boolean hasFailed;

    SimLog(String name, SimStore store, SimDisk disk) {
        this.store = store;
        this.tiles = new SimTiles(disk);
        this.signer = signing(VerifierKey.of(name, SignatureType.ED25519, KEYS.getPublic()));
        this.log = opened();
    }

    /** Nobody here checks a signature, and real ones would take half of the time of a simulation. */
    private static NoteSigner signing(VerifierKey key) {
        return new NoteSigner() {
            @Override
            public VerifierKey key() {
                return key;
            }

            @Override
            public NoteSignature sign(String text) {
                return new NoteSignature(
                        key.name(),
                        Hash.sha256(text.getBytes(StandardCharsets.UTF_8)).base64());
            }
        };
    }

    private EvidenceLog opened() {
        try {
            return EvidenceLog.open(store, tiles, signer);
        } catch (IOException e) {
            throw new AssertionError("the log cannot be opened", e);
        }
    }

    /** As the start of a node does: opens what is there, and signs what is new. */
    void restart() throws IOException {
        log = EvidenceLog.open(store, tiles, signer);
        hasFailed = false;
        refresh();
    }

    /** Signs what is new, and publishes it; opens the log anew after that has failed, as the node does. */
    void refresh() throws IOException {
        if (hasFailed) {
            log = EvidenceLog.open(store, tiles, signer);
            hasFailed = false;
        }
        try {
            Note note = log.checkpoint();
            signed.add(Checkpoint.parse(note.text()).orElseThrow().head());
            tiles.write("checkpoint", note.note().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            hasFailed = true;
            throw e;
        }
    }

    /** The files are what the entries make, and no head that was ever signed contradicts them. */
    void check() throws IOException {
        TreeHead last = TreeHead.EMPTY;
        TiledLog anew = TiledLog.empty(new MemoryTileStore());
        List<Entry> entries = store.state().entries();
        for (TreeHead head : signed) {
            assertThat(head.size()).as("a later head is no smaller").isGreaterThanOrEqualTo(last.size());
            anew.append(entries.subList((int) anew.size(), (int) head.size()).stream()
                    .map(Entry::bytes)
                    .toList());
            assertThat(anew.publish()).as("the head signed at %s", head.size()).isEqualTo(head);
            last = head;
        }
        assertThat(LogAudit.findings(tiles, last)).as("files of the log").isEmpty();
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }
}
