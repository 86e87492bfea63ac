package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import org.hasekura.evidence.AddCheckpoint;
import org.hasekura.evidence.Checkpoint;
import org.hasekura.evidence.Cosigner;
import org.hasekura.evidence.Hash;
import org.hasekura.evidence.NoteSigner;
import org.hasekura.evidence.TreeHead;
import org.hasekura.evidence.Witness;
import org.hasekura.store.SqlStore;
import org.hasekura.store.SqliteDatabase;
import org.hasekura.store.StoreSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("what a witness remembers")
final class WitnessMemoryTest {

    private static final String ORIGIN = "node.example/log";

    @Test
    @DisplayName("of a log is not touched by another participant that uses the log's name under its own key")
    void another(@TempDir Path folder) throws Exception {
        NoteSigner log = NoteSigner.ed25519(ORIGIN, fresh());
        NoteSigner impostor = NoteSigner.ed25519(ORIGIN, fresh());
        Cosigner cosigner = Cosigner.ed25519("witness.example/log", fresh());
        try (SqlStore store = SqlStore.open(
                new SqliteDatabase(folder.resolve("node.db")), StoreSettings.DEFAULT, Clock.systemUTC(), _ -> {})) {
            var memory = WitnessMemory.in(store.settings(), Clock.systemUTC());
            Witness ofImpostor = new Witness(cosigner, List.of(impostor.key()));
            Witness ofLog = new Witness(cosigner, List.of(log.key()));
            assertThat(memory.answer(ofImpostor, first(impostor, 1_000_000)).status())
                    .isEqualTo(200);
            assertThat(memory.answer(ofLog, first(log, 3)).status()).isEqualTo(200);
            assertThat(memory.answer(ofLog, first(log, 3)).status())
                    .as("its own last head it knows")
                    .isEqualTo(409);
        }
    }

    private static AddCheckpoint first(NoteSigner log, long size) {
        Hash root = Hash.sha256("some root".getBytes(StandardCharsets.UTF_8));
        return AddCheckpoint.of(0, List.of(), log.note(new Checkpoint(ORIGIN, new TreeHead(size, root)).body()));
    }

    private static KeyPair fresh() throws NoSuchAlgorithmException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }
}
