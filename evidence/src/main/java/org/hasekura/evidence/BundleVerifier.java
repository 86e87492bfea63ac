package org.hasekura.evidence;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks a regulator's bundle offline, from its bytes and what the reader brings. Memory does not grow with the number of
 * entries.
 *
 * <p>In this order: the file; the signatures on the newest checkpoint; that it continues the earlier ones; that the entries
 * lead to its root; what they are about; the bodies; whose keys they are; the timestamps. The first fault refuses all.
 */
public final class BundleVerifier {

    /**
     * What the reader brings.
     *
     * @param policy the keys to trust; otherwise those in the bundle are assumed, and the verdict says so
     * @param known a signed checkpoint of the log that the reader already has
     * @param roots certificates of timestamp authorities; if none, those in the bundle are assumed
     */
    public record Given(Optional<TrustPolicy> policy, Optional<byte[]> known, List<X509Certificate> roots) {

        /** Nothing. */
        public static final Given NOTHING = new Given(Optional.empty(), Optional.empty());

        public Given {
            roots = List.copyOf(roots);
        }

        /** Without root certificates. */
        public Given(Optional<TrustPolicy> policy, Optional<byte[]> known) {
            this(policy, known, List.of());
        }
    }

    /** Is handed the entries as they are read. What it was handed counts only if the verdict is that all is proven. */
    public interface Reader {
        void entry(long index, byte[] bytes);
    }

    private final BundleFiles files;
    private final Given given;
    private final Reader reader;

    private BundleVerifier(BundleFiles files, Given given, Reader reader) {
        this.files = files;
        this.given = given;
        this.reader = reader;
    }

    /**
     * Checks a bundle.
     *
     * @throws IOException if the file cannot be read; a damaged one is a verdict
     */
    public static BundleVerdict verify(ByteSource file, Given given) throws IOException {
        return verify(file, given, (_, _) -> {});
    }

    /** The same, with somebody who reads the entries on the way. */
    public static BundleVerdict verify(ByteSource file, Given given, Reader reader) throws IOException {
        try {
            return new BundleVerifier(BundleFiles.read(file), given, reader).verdict();
        } catch (BundleRefusedException e) {
            return e.verdict();
        } catch (ZipDamagedException e) {
            return new BundleVerdict.NotProven(BundleFault.FILE, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    /**
     * The signed checkpoint of a file that a reader may already have: a bundle, or the checkpoint itself.
     *
     * @return empty if it is neither
     */
    public static Optional<byte[]> checkpointOf(ByteSource file) throws IOException {
        try {
            return Optional.of(BundleFiles.read(file).bytes(BundleFiles.CHECKPOINT, Note.BYTES_MAX));
        } catch (BundleRefusedException | ZipDamagedException e) {
            boolean isShort = file.size() <= Note.BYTES_MAX;
            byte[] note = isShort ? file.read(0, (int) file.size()) : new byte[0];
            boolean isNote = Parsed.reading(() -> Note.read(Texts.utf8(note))) instanceof Parsed.Valid<Note>;
            return isNote ? Optional.of(note) : Optional.empty();
        }
    }

    private BundleVerdict verdict() throws BundleRefusedException, IOException {
        BundleManifest manifest = part(
                BundleFault.MANIFEST,
                () -> BundleManifestJson.read(files.bytes(BundleFiles.MANIFEST, Receipt.BYTES_MAX)));
        TrustPolicy own = part(
                BundleFault.POLICY,
                () -> PolicyReader.read(PolicyReader.text(files.bytes(BundleFiles.POLICY, TrustPolicy.CHARS_MAX))));
        TrustPolicy trusted = given.policy().orElse(own);
        SignedHead head = SignedHead.of(files.bytes(BundleFiles.CHECKPOINT, Note.BYTES_MAX), trusted, "the checkpoint");
        if (!manifest.origin().equals(head.checkpoint().origin())) {
            throw new BundleRefusedException(
                    BundleFault.ORIGIN,
                    "the bundle is of `" + Texts.shown(manifest.origin()) + "`, the checkpoint of `"
                            + head.checkpoint().origin() + "`");
        }
        RangeProof proof = proof(manifest, head.head());
        List<Long> continued = earlier(head, trusted);
        known(head, trusted);
        BundleVerdict.Shown shown = entries(manifest, proof, head.head().root());
        requireWhole(manifest, proof);
        List<Verdict.Signer> signers = part(BundleFault.DID_DOCUMENT, () -> {
            List<DidDocument> documents =
                    BundleManifestJson.readDocuments(files.bytes(BundleFiles.DOCUMENTS, Receipt.BYTES_MAX));
            KeyOwners.requireNodeNamesLog(manifest.node(), head.checkpoint().origin(), documents);
            return KeyOwners.signers(head.log(), head.signatures(), documents);
        });
        return new BundleVerdict.Proven(
                manifest,
                ranges(proof),
                shown,
                signers,
                continued,
                given.known().isPresent(),
                stamps(head),
                given.policy().isPresent() ? Verdict.Trust.GIVEN : Verdict.Trust.ASSUMED);
    }

    private RangeProof proof(BundleManifest manifest, TreeHead head) throws BundleRefusedException, IOException {
        RangeProof proof = part(
                BundleFault.PROOF,
                () -> RangeProof.read(Texts.utf8(files.bytes(BundleFiles.PROOF, RangeProof.CHARS_MAX))));
        String sizes = "the proof is for a tree of " + proof.size() + " entries, the checkpoint of " + head.size();
        if (proof.size() > head.size()) {
            throw new BundleRefusedException(BundleFault.OLD_CHECKPOINT, sizes);
        }
        if (proof.size() < head.size()) {
            throw new BundleRefusedException(BundleFault.PROOF, sizes);
        }
        if (manifest.treeSize() != proof.size() || manifest.entries() != proof.count()) {
            throw new BundleRefusedException(
                    BundleFault.MANIFEST,
                    "it says " + manifest.entries() + " of " + manifest.treeSize() + " entries, the proof has "
                            + proof.count() + " of " + proof.size());
        }
        return proof;
    }

    private List<Long> earlier(SignedHead head, TrustPolicy trusted) throws BundleRefusedException, IOException {
        List<Long> continued = new ArrayList<>();
        for (String name : files.in("earlier")) {
            if (name.endsWith(".checkpoint")) {
                String place = "the checkpoint `earlier/" + name + "`";
                SignedHead earlier = SignedHead.of(files.bytes("earlier/" + name, Note.BYTES_MAX), trusted, place);
                long size = earlier.head().size();
                if (!name.equals(size + ".checkpoint")) {
                    throw new BundleRefusedException(BundleFault.CHECKPOINT, place + " has " + size + " entries");
                }
                History.requireContinued(earlier, head, consistency(size), place);
                continued.add(size);
            }
        }
        return continued;
    }

    private void known(SignedHead head, TrustPolicy trusted) throws BundleRefusedException, IOException {
        if (given.known().isPresent()) {
            // Who cosigned it is not asked: the reader has it anyhow, and witnesses come later than logs.
            String place = "the checkpoint you know";
            SignedHead known = SignedHead.of(given.known().get(), trusted.withoutQuorum(), place);
            History.requireContinued(known, head, consistency(known.head().size()), place);
        }
    }

    /** Each timestamp is of a checkpoint that this log signed and that the newest continues. */
    private List<BundleVerdict.Stamp> stamps(SignedHead head) throws BundleRefusedException, IOException {
        boolean isGiven = !given.roots().isEmpty();
        List<X509Certificate> roots = isGiven
                ? given.roots()
                : Timestamps.roots(
                        files.bytesOf(BundleFiles.ROOTS, Note.BYTES_MAX).orElse(new byte[0]));
        List<BundleVerdict.Stamp> stamps = new ArrayList<>();
        for (String name : files.in("timestamps")) {
            if (!name.endsWith(".tsr")) {
                continue;
            }
            String place = "the timestamp `" + name + "`";
            String path = "timestamps/" + name.substring(0, name.length() - ".tsr".length());
            byte[] stamped = files.bytes(path + ".stamped", Note.BYTES_MAX);
            SignedHead of = SignedHead.of(stamped, TrustPolicy.of(head.log()), "the checkpoint of " + place);
            long size = of.head().size();
            History.requireContinued(of, head, consistency(size), "the checkpoint of " + place);
            byte[] answer = files.bytes(path + ".tsr", TimestampToken.BYTES_MAX);
            stamps.add(
                    switch (Timestamps.check(answer, stamped, Optional.empty(), roots)) {
                        case Timestamps.Check.Stamped(var at, String authority) ->
                            new BundleVerdict.Stamp(
                                    size, at, authority, isGiven ? Verdict.Trust.GIVEN : Verdict.Trust.ASSUMED);
                        case Timestamps.Check.Refused(String reason) ->
                            throw new BundleRefusedException(BundleFault.TIMESTAMP, place + ": " + reason);
                    });
        }
        return stamps;
    }

    private Optional<List<Hash>> consistency(long size) throws BundleRefusedException, IOException {
        Optional<byte[]> bytes = files.bytesOf(BundleFiles.consistency(size), Note.BYTES_MAX);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(part(BundleFault.CONSISTENCY_PROOF, () -> {
            List<Hash> hashes = new ArrayList<>();
            for (String line : Texts.lines(Texts.utf8(bytes.get()))) {
                hashes.add(Hash.fromBase64(line));
            }
            return hashes;
        }));
    }

    private BundleVerdict.Shown entries(BundleManifest manifest, RangeProof proof, Hash root)
            throws BundleRefusedException, IOException {
        try (PieceReader entries = new PieceReader(files.open(BundleFiles.ENTRIES));
                PieceReader leaves = new PieceReader(files.open(BundleFiles.LEAVES));
                BodyList bodies = new BodyList(files)) {
            EntrySummary summary = new EntrySummary(manifest, proof, bodies);
            new EntryWalk(entries, leaves).walk(proof, root, (index, bytes) -> {
                summary.entry(index, bytes);
                reader.entry(index, bytes);
            });
            return summary.done();
        }
    }

    /** A period is one stretch of the log with the entry before it and the one after, so that none is missing at its edges. */
    private static void requireWhole(BundleManifest manifest, RangeProof proof) throws BundleRefusedException {
        boolean isOneStretch = ranges(proof).size() == 1 || proof.size() == 0;
        if (manifest.scope() instanceof BundleScope.Period && !isOneStretch) {
            throw new BundleRefusedException(
                    BundleFault.INCOMPLETE, "the entries shown are not one stretch of the log");
        }
    }

    private static List<IndexRange> ranges(RangeProof proof) {
        return proof.parts().stream()
                .filter(RangeProof.Shown.class::isInstance)
                .map(part -> new IndexRange(part.from(), part.to()))
                .toList();
    }

    /** A step of reading. */
    private interface Step<T> {
        T read() throws MalformedException, IOException;
    }

    private static <T> T part(BundleFault fault, Step<T> step) throws BundleRefusedException, IOException {
        try {
            return step.read();
        } catch (MalformedException e) {
            throw new BundleRefusedException(fault, e.reason());
        }
    }
}
