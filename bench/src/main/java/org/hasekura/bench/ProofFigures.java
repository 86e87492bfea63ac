package org.hasekura.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.BundleManifest;
import org.hasekura.evidence.BundleScope;
import org.hasekura.evidence.BundleVerdict;
import org.hasekura.evidence.BundleVerifier;
import org.hasekura.evidence.BundleWriter;
import org.hasekura.evidence.Checkpoint;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.EvidenceBodies;
import org.hasekura.evidence.Hash;
import org.hasekura.evidence.HashReader;
import org.hasekura.evidence.IndexRange;
import org.hasekura.evidence.MerkleTree;
import org.hasekura.evidence.NoteSigner;
import org.hasekura.evidence.ProofCheck;
import org.hasekura.evidence.TiledLog;
import org.hasekura.evidence.TreeHead;
import org.hasekura.evidence.TrustPolicy;
import org.hasekura.evidence.testing.FixedKeys;
import org.hasekura.evidence.testing.MemoryEntryStore;
import org.hasekura.evidence.testing.MemoryTileStore;
import org.hasekura.verify.FileBytes;

/** What it costs to check evidence: a bundle of a million entries, and single proofs in trees of any size. */
final class ProofFigures {

    private static final String NODE = "did:web:provider.example";
    private static final NoteSigner LOG = FixedKeys.log(1, "provider.example/log");
    private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");
    private static final int ENTRIES = 1_000_000;
    private static final int BATCH = 4096;
    private static final int ROUNDS = 3;
    private static final int PROOFS = 20_000;

    private ProofFigures() {}

    static List<Figure> measure(Place place) throws IOException {
        List<Figure> figures = new ArrayList<>();
        figures.add(bundle(place));
        for (long size = 10_000; size <= 100_000_000; size *= 100) {
            figures.add(single(size));
        }
        return figures;
    }

    private static Figure bundle(Place place) throws IOException {
        Path file = place.folder().resolve("million.zip");
        write(file);
        double[] seconds = new double[ROUNDS];
        double[] cpu = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long before = Cpu.ofThisProcessNanos();
            long start = System.nanoTime();
            try (FileBytes bytes = FileBytes.open(file)) {
                BundleVerdict verdict = BundleVerifier.verify(bytes, BundleVerifier.Given.NOTHING);
                if (!(verdict instanceof BundleVerdict.Proven proven)
                        || proven.shown().inPeriod() != ENTRIES) {
                    throw new IOException("the bundle is not proven: " + verdict);
                }
            }
            seconds[round] = (System.nanoTime() - start) / 1e9;
            cpu[round] = (Cpu.ofThisProcessNanos() - before) / 1e9;
        }
        return Figure.of("verifying a bundle of " + Amount.number(ENTRIES) + " entries", Amount.of("s", seconds))
                .costing(Amount.of("s", cpu))
                .reaching(Goal.atMost(5, "s", ""))
                .saying("a file of " + Files.size(file) / 1_000_000 + " MB, every entry read, hashed and placed");
    }

    private static void write(Path file) throws IOException {
        var entries = new MemoryEntryStore();
        TiledLog tree = TiledLog.empty(new MemoryTileStore());
        for (int from = 0; from < ENTRIES; from += BATCH) {
            List<byte[]> batch = new ArrayList<>();
            for (int i = from; i < Math.min(ENTRIES, from + BATCH); i++) {
                batch.add(entry(i).bytes());
            }
            entries.commit(batch);
            tree.append(batch);
        }
        TreeHead head = tree.publish();
        var scope = new BundleScope.Period(BEGIN, BEGIN.plusSeconds(ENTRIES));
        var manifest =
                new BundleManifest(scope, NODE, LOG.key().name(), ENTRIES, ENTRIES, "2026-09.4", "0.1.0", false, false);
        var contents = new BundleWriter.Contents(
                manifest,
                List.of(new IndexRange(0, ENTRIES)),
                TrustPolicy.of(LOG.key(), List.of()),
                LOG.note(new Checkpoint(LOG.key().name(), head).body()),
                List.of(),
                List.of(),
                List.of(),
                "");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            BundleWriter.write(contents, entries, tree, _ -> new EvidenceBodies.State.Unknown(), out);
        }
    }

    private static Entry entry(int i) {
        return new Entry.MessageSent(
                NODE,
                BEGIN.plusMillis(i),
                "0193a000-0000-7000-8000-" + i / 10,
                "ContractAgreementMessage",
                Optional.of("consumer-" + i),
                Optional.of("provider-" + i),
                "did:web:consumer.example",
                Hash.sha256(Integer.toString(i).getBytes(StandardCharsets.UTF_8)));
    }

    /** In a tree of equal leaves, whose hashes are known without keeping it. */
    private static Figure single(long size) throws IOException {
        List<Hash> levels = new ArrayList<>(List.of(MerkleTree.leaf(new byte[400])));
        for (int level = 0; level < 40; level++) {
            levels.add(MerkleTree.node(levels.getLast(), levels.getLast()));
        }
        HashReader tree = (level, _) -> levels.get(level);
        Hash root = MerkleTree.root(size, tree);
        int hashes = 0;
        double[] micros = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < PROOFS; i++) {
                long index = Math.floorMod(i * 6_180_339_887L, size);
                List<Hash> proof = MerkleTree.inclusionProof(index, size, tree);
                hashes = Math.max(hashes, proof.size());
                ProofCheck check = MerkleTree.checkInclusion(levels.getFirst(), index, size, proof, root);
                if (!(check instanceof ProofCheck.Holds)) {
                    throw new IOException("the proof of entry " + index + " does not hold: " + check);
                }
            }
            micros[round] = (System.nanoTime() - start) / 1e3 / PROOFS;
        }
        return Figure.of(
                        "a proof made and checked, among " + Amount.number((double) size) + " entries",
                        Amount.of("µs", micros))
                .saying("at most " + hashes + " hashes, " + hashes * Hash.BYTES + " bytes; the tree is simulated");
    }
}
