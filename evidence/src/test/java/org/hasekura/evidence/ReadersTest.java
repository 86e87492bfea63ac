package org.hasekura.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.hasekura.evidence.testing.SampleLog;
import org.hasekura.evidence.testing.ZipFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Every reader of what comes from outside")
class ReadersTest {

    /** Each reader meets so many; all of a long run (`./hasekura test --long`) is a hundred times that. */
    private static final int RUNS = Boolean.getBoolean("hasekura.long") ? 100_000 : 1000;

    private final NoteSigner log = TestKeys.log("log.example/a", 1);
    private final Note note = log.note(new Checkpoint("log.example/a", TreeHead.EMPTY).body());

    @Test
    @DisplayName("answers random changes of right input with a value or a refusal, and never fails otherwise (seeded)")
    void randomChanges() {
        TlogProof proof = new TlogProof(0, List.of(MerkleTree.EMPTY_ROOT), note);
        TrustPolicy policy =
                TrustPolicy.of(log.key(), List.of(TestKeys.cosigner("w", 2).key()));
        Entry entry = SampleEntries.all().getFirst();
        changed(1, entry.bytes(), Entry::parse);
        changed(2, note.note(), Note::parse);
        changed(3, note.text(), Checkpoint::parse);
        changed(4, proof.text(), TlogProof::parse);
        changed(5, policy.text(), TrustPolicy::parse);
        changed(6, log.key().vkey(), VerifierKey::parse);
        changed(7, new TilePath(0, 1234067, 17).path(), TilePath::parse);
        changed(8, EntryBundle.encode(List.of(entry.bytes(), new byte[3])), EntryBundle::decode);
        changed(9, AddCheckpoint.of(0, List.of(), note).body(), AddCheckpoint::parse);
        changed(10, Receipt.of(entry, proof, policy, List.of(), false).bytes(), Receipt::parse);
        changed(
                11,
                "{\"id\":\"did:web:a\",\"service\":[{\"type\":\"TransparencyLog\",\"serviceEndpoint\":{\"vkey\":\""
                        + log.key().vkey() + "\"}}]}",
                body -> new DidDocument("did:web:a", body).logKeys());
        changed(12, Receipt.of(entry, proof, policy, List.of(), false).bytes(), bytes -> {
            assertThat(ReceiptVerifier.verify(bytes, Optional.empty())).isInstanceOf(Verdict.NotProven.class);
            return new Parsed.Malformed<>("as wanted");
        });
    }

    @Test
    @DisplayName("does so for the parts of a bundle, and for a bundle as a whole")
    void bundles() throws IOException {
        SampleLog sample = new SampleLog(SampleLog.entries(40));
        var scope = new BundleScope.Exchange(List.of("urn:uuid:3"));
        byte[] bundle = sample.bundle(scope, sample.note(40), true, 7);
        Map<String, byte[]> files = ZipFiles.of(bundle);
        changed(20, part(files, "proof"), bytes -> Parsed.reading(() -> RangeProof.read(Texts.utf8(bytes))));
        changed(21, part(files, "manifest.json"), bytes -> Parsed.reading(() -> BundleManifestJson.read(bytes)));
        changed(22, part(files, "dids.json"), bytes -> Parsed.reading(() -> BundleManifestJson.readDocuments(bytes)));
        changed(23, RUNS / 20, bundle, bytes -> new Parsed.Valid<>(verdict(bytes, BundleVerifier.Given.NOTHING)));
        for (String name : BundleFiles.NEEDED) {
            // Packing one anew takes a hundred times as long as reading it.
            changed(24, RUNS / 20, part(files, name), changed -> {
                byte[] whole = rezipped(bundle, name, changed);
                assertThat(verdict(whole, BundleVerifier.Given.NOTHING)).isNotNull();
                return new Parsed.Malformed<>("as wanted");
            });
        }
    }

    private static byte[] part(Map<String, byte[]> files, String name) {
        return files.getOrDefault(name, new byte[0]);
    }

    private static BundleVerdict verdict(byte[] bundle, BundleVerifier.Given given) {
        try {
            return BundleVerifier.verify(ByteSource.of(bundle), given);
        } catch (IOException e) {
            throw new IllegalStateException("memory can be read", e);
        }
    }

    private static byte[] rezipped(byte[] bundle, String name, byte[] file) {
        try {
            return ZipFiles.with(bundle, name, _ -> file);
        } catch (IOException e) {
            throw new IllegalStateException("memory can be read", e);
        }
    }

    private static <T> void changed(int seed, String right, Function<String, Parsed<T>> reader) {
        changed(
                seed,
                right.getBytes(StandardCharsets.UTF_8),
                bytes -> reader.apply(new String(bytes, StandardCharsets.UTF_8)));
    }

    private static <T> void changed(int seed, byte[] right, Function<byte[], Parsed<T>> reader) {
        changed(seed, RUNS, right, reader);
    }

    private static <T> void changed(int seed, int runs, byte[] right, Function<byte[], Parsed<T>> reader) {
        Random random = new Random(seed);
        for (int i = 0; i < runs; i++) {
            byte[] wrong = right.clone();
            for (int n = random.nextInt(3); n >= 0; n--) {
                int at = random.nextInt(wrong.length);
                switch (random.nextInt(4)) {
                    case 0 -> wrong[at] = (byte) random.nextInt();
                    case 1 -> wrong[at] = (byte) "\n{}[]\",:+0 \\u".charAt(random.nextInt(13));
                    case 2 -> wrong = Arrays.copyOf(wrong, at + 1);
                    default -> System.arraycopy(wrong, 0, wrong, at, Math.min(wrong.length - at, at));
                }
            }
            assertThat(reader.apply(wrong)).isNotNull();
        }
    }
}
