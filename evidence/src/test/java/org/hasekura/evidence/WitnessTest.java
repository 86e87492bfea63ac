package org.hasekura.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A witness (C2SP tlog-witness)")
class WitnessTest {

    private static final Instant NOW = Instant.parse("2026-11-21T22:00:00Z");
    private static final String ORIGIN = "log.example/a";
    private final List<Hash> leaves = Leaves.some(20);
    private final HashReader hashes = Leaves.reader(leaves);
    private NoteSigner log;
    private Cosigner cosigner;
    private Witness witness;

    @BeforeEach
    void keys() {
        log = NoteSigner.ed25519(ORIGIN, TestKeys.pair(9));
        cosigner = Cosigner.ed25519("witness.example/w", TestKeys.pair(10));
        witness = new Witness(cosigner, List.of(log.key()));
    }

    private TreeHead head(int size) {
        return new TreeHead(size, Leaves.mth(leaves.subList(0, size)));
    }

    private AddCheckpoint request(int from, TreeHead to) throws IOException {
        List<Hash> proof = MerkleTree.consistencyProof(from, to.size(), hashes);
        return AddCheckpoint.of(from, proof, log.note(new Checkpoint(ORIGIN, to).body()));
    }

    @Test
    @DisplayName("cosigns what continues the last head, and the log takes the cosignature over")
    void cosigns() throws IOException {
        TreeHead last = TreeHead.EMPTY;
        for (int size : new int[] {0, 3, 3, 8, 20}) {
            AddCheckpoint request = request((int) last.size(), head(size));
            WitnessAnswer answer = witness.step(last, request.body(), NOW);
            assertThat(answer.status()).isEqualTo(200);
            last = ((WitnessAnswer.Cosigned) answer).head();
            assertThat(last).isEqualTo(head(size));
            Note cosigned = request.cosigned(answer.body().getBytes(StandardCharsets.UTF_8), List.of(cosigner.key()))
                    .orElseThrow();
            assertThat(TrustPolicy.of(log.key(), List.of(cosigner.key())).check(cosigned))
                    .isInstanceOf(PolicyCheck.Accepted.class);
        }
    }

    @Test
    @DisplayName("answers 409 with the size it has when asked from another one")
    void conflict() throws IOException {
        WitnessAnswer answer = witness.step(head(8), request(3, head(20)), NOW);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("8\n");
        assertThat(answer.contentType()).isEqualTo("text/x.tlog.size");
    }

    @Test
    @DisplayName("answers 422 to another history, to a proof where none may be, and to a second root of one size")
    void inconsistent() throws IOException {
        TreeHead other = new TreeHead(8, MerkleTree.EMPTY_ROOT);
        assertThat(witness.step(other, request(8, head(20)), NOW).status()).isEqualTo(422);
        assertThat(witness.step(other, request(8, head(8)), NOW).status()).isEqualTo(422);
        Note note = log.note(new Checkpoint(ORIGIN, head(20)).body());
        AddCheckpoint proofFromNothing = new AddCheckpoint(0, head8Proof(), note, new Checkpoint(ORIGIN, head(20)));
        assertThat(witness.step(TreeHead.EMPTY, proofFromNothing, NOW).status()).isEqualTo(422);
        TreeHead emptyWithRoot = new TreeHead(0, leaves.getFirst());
        assertThat(witness.step(TreeHead.EMPTY, request(0, emptyWithRoot), NOW).status())
                .isEqualTo(422);
    }

    private List<Hash> head8Proof() throws IOException {
        return MerkleTree.consistencyProof(8, 20, hashes);
    }

    @Test
    @DisplayName(
            "answers 404 for an unknown log, 403 without its signature, 400 for an old size above the new or a malformed body")
    void refused() throws IOException {
        Checkpoint elsewhere = new Checkpoint("log.example/b", head(8));
        AddCheckpoint unknown = AddCheckpoint.of(0, List.of(), log.note(elsewhere.body()));
        assertThat(witness.step(TreeHead.EMPTY, unknown, NOW).status()).isEqualTo(404);
        NoteSigner stranger = NoteSigner.ed25519(ORIGIN, TestKeys.pair(11));
        AddCheckpoint forged = AddCheckpoint.of(0, List.of(), stranger.note(new Checkpoint(ORIGIN, head(8)).body()));
        assertThat(witness.step(TreeHead.EMPTY, forged, NOW).status()).isEqualTo(403);
        Note small = log.note(new Checkpoint(ORIGIN, head(8)).body());
        assertThat(witness.step(head(20), AddCheckpoint.of(20, List.of(), small), NOW)
                        .status())
                .isEqualTo(400);
        String body = new String(request(3, head(8)).body(), StandardCharsets.UTF_8);
        for (String bad : List.of(
                "",
                body.replaceFirst("old 3", "old 03"),
                body.replaceFirst("old 3", "old  3"),
                body.replaceFirst("old", "new"),
                body.replaceFirst("\n", "\n" + MerkleTree.EMPTY_ROOT.base64() + "\n".repeat(1) + "x\n"),
                body.replaceFirst("\n", ("\n" + MerkleTree.EMPTY_ROOT.base64()).repeat(64) + "\n"))) {
            assertThat(witness.step(head(3), bad.getBytes(StandardCharsets.UTF_8), NOW)
                            .status())
                    .as(bad)
                    .isEqualTo(400);
        }
    }

    @Test
    @DisplayName("whose answer is of an unknown or a wrong key adds nothing to the note")
    void answers() throws IOException {
        AddCheckpoint request = request(0, head(8));
        byte[] answer = witness.step(TreeHead.EMPTY, request, NOW).body().getBytes(StandardCharsets.UTF_8);
        Cosigner other = Cosigner.ed25519("witness.example/w", TestKeys.pair(12));
        assertThat(request.cosigned(answer, List.of(other.key()))).isInstanceOf(Parsed.Malformed.class);
        byte[] otherText = other.cosign("another\n", NOW).line().getBytes(StandardCharsets.UTF_8);
        assertThat(request.cosigned(otherText, List.of(other.key()))).isInstanceOf(Parsed.Malformed.class);
        assertThat(request.cosigned(new byte[0], List.of(other.key()))).isInstanceOf(Parsed.Malformed.class);
    }
}
