package org.hasekura.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hasekura.evidence.testing.MemoryEntryStore;
import org.hasekura.evidence.testing.MemoryTileStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A node's evidence log")
class EvidenceLogTest {

    private final MemoryEntryStore entries = new MemoryEntryStore();
    private final MemoryTileStore tiles = new MemoryTileStore();
    private final NoteSigner signer = TestKeys.log("cars.example/log", 1);

    private static List<byte[]> some(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> new Entry.DatasetWithdrawn(SampleEntries.NODE, SampleEntries.AT, "d" + i).bytes())
                .toList();
    }

    private EvidenceLog open() throws IOException {
        return EvidenceLog.open(entries, tiles, signer);
    }

    @Test
    @DisplayName("goes from entry to receipt with a peer's cosignature, checked under the regulator's policy")
    void whole() throws IOException {
        EvidenceLog log = open();
        Witness peer = new Witness(TestKeys.cosigner("cells.example/log", 2), List.of(signer.key()));
        TreeHead seen = TreeHead.EMPTY;
        for (int size : new int[] {5, 300, 301}) {
            entries.commit(some((int) entries.size(), size));
            Note checkpoint = log.checkpoint();
            AddCheckpoint request = log.addCheckpoint(seen.size(), checkpoint);
            WitnessAnswer answer = peer.step(seen, request.body(), Instant.parse("2026-11-21T22:00:00Z"));
            seen = ((WitnessAnswer.Cosigned) answer).head();
            VerifierKey witness = peer.cosigner().key();
            Note cosigned = request.cosigned(answer.body().getBytes(StandardCharsets.UTF_8), List.of(witness))
                    .orElseThrow();
            TrustPolicy policy = TrustPolicy.of(signer.key(), List.of(witness));
            Receipt receipt = Receipt.of(log.entry(3), log.proof(3, cosigned), policy, List.of(), false);
            assertThat(ReceiptVerifier.verify(receipt.bytes(), Optional.of(policy)))
                    .isInstanceOfSatisfying(
                            Verdict.Proven.class,
                            proven -> assertThat(proven.entry())
                                    .isEqualTo(new Entry.DatasetWithdrawn(SampleEntries.NODE, SampleEntries.AT, "d3")));
        }
        assertThat(LogAudit.findings(tiles, seen)).isEmpty();
    }

    @Test
    @DisplayName("signs the same checkpoint again while nothing is new, and the empty one at first")
    void again() throws IOException {
        EvidenceLog log = open();
        assertThat(log.checkpoint().text()).startsWith("cars.example/log\n0\n");
        entries.commit(some(0, 3));
        Note first = log.checkpoint();
        assertThat(log.checkpoint()).isEqualTo(first);
        assertThat(open().checkpoint()).isEqualTo(first);
    }

    @Test
    @DisplayName("reopened after a failure at any point signs nothing that contradicts what it signed before")
    void failures() throws IOException {
        for (int point = 0; point < 4; point++) {
            entries.commit(some((int) entries.size(), (int) entries.size() + 200));
            TreeHead before = entries.lastSigned();
            EvidenceLog log = open();
            switch (point) {
                case 0 -> tiles.failBefore(0);
                case 1 -> tiles.failAfter(0);
                case 2 -> entries.failBeforeAdvance();
                default -> entries.failAfterAdvance();
            }
            assertThatThrownBy(log::checkpoint).hasMessageContaining("made to fail");
            tiles.heal();
            EvidenceLog again = open();
            Note note = again.checkpoint();
            TreeHead head = Checkpoint.parse(note.text()).orElseThrow().head();
            assertThat(head.size()).isEqualTo(entries.size());
            if (before.size() > 0) {
                List<Hash> proof = again.addCheckpoint(before.size(), note).proof();
                assertThat(MerkleTree.checkConsistency(before.size(), before.root(), head.size(), head.root(), proof))
                        .isEqualTo(new ProofCheck.Holds());
            }
            assertThat(LogAudit.findings(tiles, head)).isEmpty();
        }
    }

    @Test
    @DisplayName("makes lost tiles anew from the entries, but refuses to open over entries that are not those signed")
    void rebuilt() throws IOException {
        entries.commit(some(0, 700));
        Note signed = open().checkpoint();
        tiles.files().clear();
        assertThat(open().checkpoint()).isEqualTo(signed);
        assertThat(LogAudit.findings(tiles, entries.lastSigned())).isEmpty();
        tiles.files().clear();
        entries.replace(300, Leaves.entry("something else"));
        assertThatThrownBy(this::open)
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("sign nothing more");
    }

    @Test
    @DisplayName("stops when another process signed under the same key")
    void twoSigners() throws IOException {
        EvidenceLog one = open();
        EvidenceLog other = open();
        entries.commit(some(0, 3));
        one.checkpoint();
        assertThatThrownBy(other::checkpoint).hasMessageContaining("another process signed");
    }

    @Test
    @DisplayName("is audited: every changed or missing file is found by its path")
    void audit() throws IOException {
        entries.commit(some(0, 700));
        open().checkpoint();
        TreeHead head = entries.lastSigned();
        for (String path : List.copyOf(tiles.files().keySet())) {
            byte[] right = tiles.read(path).orElseThrow();
            byte[] wrong = right.clone();
            wrong[wrong.length / 2] ^= 4;
            tiles.files().put(path, wrong);
            List<String> found = LogAudit.findings(tiles, head);
            assertThat(found).as(path).isNotEmpty();
            if (!path.contains("entries")) {
                assertThat(found).containsExactly("`" + path + "` is not what the entries make");
            }
            tiles.files().remove(path);
            assertThat(LogAudit.findings(tiles, head)).containsExactly("`" + path + "` is missing");
            tiles.files().put(path, right);
        }
        assertThat(LogAudit.findings(tiles, head)).isEmpty();
    }
}
