package org.hasekura.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a regulator's bundle: one zip file from which the evidence of a period or an exchange can be checked offline.
 * Memory does not grow with the number of entries, and the same contents make the same bytes.
 */
public final class BundleWriter {

    /** Most bodies in one bundle. */
    public static final int BODIES_MAX = 50_000;

    /** Every file has this time: the bundle must not depend on when it was made. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final int BATCH = 1024;

    /**
     * What is in a bundle beside the entries themselves.
     *
     * @param manifest what it says it is; {@code treeSize} and {@code entries} as in the checkpoint and the ranges
     * @param ranges which entries are shown, in order
     * @param policy names the keys of the checkpoints
     * @param checkpoint the newest, signed and perhaps cosigned
     * @param earlier others that it continues, and sizes that a reader knows
     * @param didDocuments whose keys these are
     * @param stamps timestamps of authorities on checkpoints that the newest continues
     * @param roots certificates of these authorities, as PEM; empty if there are none
     */
    public record Contents(
            BundleManifest manifest,
            List<IndexRange> ranges,
            TrustPolicy policy,
            Note checkpoint,
            List<Earlier> earlier,
            List<DidDocument> didDocuments,
            List<Stamp> stamps,
            String roots) {
        public Contents {
            ranges = List.copyOf(ranges);
            earlier = List.copyOf(earlier);
            didDocuments = List.copyOf(didDocuments);
            stamps = List.copyOf(stamps);
        }
    }

    /**
     * An authority's timestamp.
     *
     * @param size of the checkpoint
     * @param stamped the checkpoint, as the log alone signed it
     * @param answer the authority's, RFC 3161
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Stamp(long size, byte[] stamped, byte[] answer) {}

    /**
     * An earlier size of the log that the bundle proves to be continued.
     *
     * @param note its checkpoint; absent where only the reader has it
     */
    public record Earlier(long size, Optional<Note> note) {}

    private final Contents contents;
    private final EntryStore entries;
    private final HashReader tree;
    private final EvidenceBodies bodies;
    private final ZipOutputStream zip;
    private final Set<Long> proved = new HashSet<>();

    private BundleWriter(
            Contents contents, EntryStore entries, HashReader tree, EvidenceBodies bodies, ZipOutputStream zip) {
        this.contents = contents;
        this.entries = entries;
        this.tree = tree;
        this.bodies = bodies;
        this.zip = zip;
    }

    /**
     * Writes the file. What is written is not checked: pass it through {@link BundleVerifier#verify}.
     *
     * @param tree the hashes of the log's tree
     * @param out not closed
     * @throws LogDamagedException if an entry of the store is not the one in the tree
     * @throws IOException if there are more bodies than {@link #BODIES_MAX}, or something cannot be read or written
     */
    public static void write(
            Contents contents, EntryStore entries, HashReader tree, EvidenceBodies bodies, OutputStream out)
            throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        new BundleWriter(contents, entries, tree, bodies, zip).write();
        zip.finish();
    }

    private void write() throws IOException {
        file(BundleFiles.README, resource(BundleFiles.README));
        file(BundleFiles.README_JA, resource(BundleFiles.README_JA));
        file(BundleFiles.PAGE, BundlePage.bytes());
        long size = contents.manifest().treeSize();
        file(BundleFiles.MANIFEST, BundleManifestJson.bytes(contents.manifest()));
        file(BundleFiles.POLICY, contents.policy().text());
        file(BundleFiles.CHECKPOINT, contents.checkpoint().note());
        file(BundleFiles.DOCUMENTS, BundleManifestJson.documents(contents.didDocuments()));
        for (Earlier earlier : contents.earlier()) {
            if (earlier.note().isPresent()) {
                file(
                        BundleFiles.earlierCheckpoint(earlier.size()),
                        earlier.note().get().note());
            }
            consistency(earlier.size());
        }
        stamps();
        file(BundleFiles.PROOF, RangeProof.of(contents.ranges(), size, tree).text());
        entries();
        leaves();
        bodies();
    }

    private void consistency(long from) throws IOException {
        StringBuilder proof = new StringBuilder();
        for (Hash hash : MerkleTree.consistencyProof(from, contents.manifest().treeSize(), tree)) {
            proof.append(hash.base64()).append('\n');
        }
        // Between equal sizes there is nothing to prove, and no file without a line.
        if (!proof.isEmpty() && proved.add(from)) {
            file(BundleFiles.consistency(from), proof.toString());
        }
    }

    private void stamps() throws IOException {
        if (!contents.roots().isEmpty()) {
            file(BundleFiles.ROOTS, contents.roots());
        }
        int number = 0;
        for (Stamp stamp : contents.stamps()) {
            consistency(stamp.size());
            String name = "timestamps/" + stamp.size() + "-" + number++;
            file(name + ".stamped", stamp.stamped());
            file(name + ".tsr", stamp.answer());
        }
    }

    private void entries() throws IOException {
        begin(BundleFiles.ENTRIES);
        eachEntry((index, bytes) -> {
            if (!MerkleTree.leaf(bytes).equals(tree.hash(0, index))) {
                throw new LogDamagedException("entry " + index + " of the store is not the one in the tree");
            }
            zip.write(bytes.length >> 8);
            zip.write(bytes.length);
            zip.write(bytes);
        });
        zip.closeEntry();
    }

    /** Hashes cannot be made smaller. */
    private void leaves() throws IOException {
        zip.setLevel(Deflater.NO_COMPRESSION);
        begin(BundleFiles.LEAVES);
        for (IndexRange range : contents.ranges()) {
            for (long index = range.from(); index < range.to(); index++) {
                zip.write(tree.hash(0, index).bytes());
            }
        }
        zip.closeEntry();
        zip.setLevel(Deflater.DEFAULT_COMPRESSION);
    }

    /** Bodies first, the list after them: what is erased meanwhile must not be said to be included. */
    private void bodies() throws IOException {
        if (!contents.manifest().withBodies()) {
            begin(BundleFiles.BODY_LIST);
            eachEntry((index, bytes) -> {
                for (Hash hash : EntrySummary.bodiesOf(bytes)) {
                    zip.write(line(index, hash, bodies.find(hash), false));
                }
            });
            zip.closeEntry();
            return;
        }
        List<byte[]> lines = new ArrayList<>();
        Map<Hash, EvidenceBodies.State> seen = new HashMap<>();
        eachEntry((index, bytes) -> {
            for (Hash hash : EntrySummary.bodiesOf(bytes)) {
                if (lines.size() == BODIES_MAX) {
                    throw new IOException("there are more than " + BODIES_MAX
                            + " bodies; ask for a shorter period, or for a bundle without bodies");
                }
                if (!seen.containsKey(hash)) {
                    seen.put(hash, include(hash, bodies.find(hash)));
                }
                lines.add(line(index, hash, seen.get(hash), true));
            }
        });
        begin(BundleFiles.BODY_LIST);
        for (byte[] line : lines) {
            zip.write(line);
        }
        zip.closeEntry();
    }

    /** What is remembered of it does not hold the body. */
    private EvidenceBodies.State include(Hash hash, EvidenceBodies.State found) throws IOException {
        if (!(found instanceof EvidenceBodies.State.Kept(byte[] salt, byte[] body))) {
            return found;
        }
        begin(BundleFiles.body(hash));
        zip.write(salt);
        zip.write(body);
        zip.closeEntry();
        return new EvidenceBodies.State.Kept(salt, new byte[0]);
    }

    private static byte[] line(long index, Hash hash, EvidenceBodies.State state, boolean isIncluded) {
        String words = switch (state) {
            case EvidenceBodies.State.Kept(byte[] salt, var _) -> isIncluded ? "included " + salt.length : "kept";
            case EvidenceBodies.State.Erased(var ground, var at) -> "erased " + ground + " " + at;
            case EvidenceBodies.State.Unknown _ -> "unknown";
        };
        return (index + " " + hash.hex() + " " + words + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private interface EachEntry {
        void take(long index, byte[] bytes) throws IOException;
    }

    private void eachEntry(EachEntry each) throws IOException {
        for (IndexRange range : contents.ranges()) {
            for (long from = range.from(); from < range.to(); ) {
                List<byte[]> batch = entries.read(from, (int) Math.min(BATCH, range.to() - from));
                if (batch.isEmpty()) {
                    throw new LogDamagedException("entry " + from + " is missing in the store");
                }
                for (byte[] bytes : batch) {
                    each.take(from++, bytes);
                }
            }
        }
    }

    private void file(String name, String text) throws IOException {
        file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void file(String name, byte[] bytes) throws IOException {
        begin(name);
        zip.write(bytes);
        zip.closeEntry();
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
    }

    private static byte[] resource(String name) {
        try (InputStream in = BundleWriter.class.getResourceAsStream("bundle/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks `" + name + "`");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read `" + name + "` from the jar", e);
        }
    }
}
