package org.hasekura.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hasekura.evidence.testing.FixedKeys;
import org.hasekura.evidence.testing.SampleLog;
import org.hasekura.evidence.testing.ZipFiles;
import org.hasekura.tests.fuzz.Target;

/** Keys, notes, proofs, tiles, receipts and bundles, as anybody may hand them to a verifier. */
public final class EvidenceTargets {

    private static final Path RESOURCES = Path.of(System.getProperty("hasekura.home", "."))
            .resolve("evidence/src/test/resources/org/hasekura/evidence");

    private EvidenceTargets() {}

    public static List<Target> all() throws IOException {
        var log = new SampleLog(SampleLog.entries(40));
        Note note = log.note(40);
        var proof = new TlogProof(0, List.of(MerkleTree.EMPTY_ROOT), note);
        TrustPolicy policy = SampleLog.policy();
        List<byte[]> entries = SampleLog.entries(5);
        byte[] receipt = Receipt.of(SampleLog.entry(0, "data"), proof, policy, List.of(), false)
                .bytes();
        byte[] bundle = log.bundle(new BundleScope.Exchange(List.of("urn:uuid:3")), note, true, 7);

        var targets = new ArrayList<Target>(List.of(
                text(
                        "keys",
                        List.of(
                                SampleLog.LOG.key().vkey(),
                                SampleLog.WITNESS.key().vkey()),
                        VerifierKey::parse,
                        VerifierKey::vkey),
                text("notes", List.of(note.note()), Note::parse, Note::note),
                text("checkpoints", List.of(note.text()), Checkpoint::parse, Checkpoint::body),
                text("proofs", List.of(proof.text()), TlogProof::parse, TlogProof::text),
                text("policies", List.of(policy.text()), TrustPolicy::parse, TrustPolicy::text),
                text(
                        "tile-paths",
                        List.of("tile/0/x001/x234/067.p/17", "tile/entries/000"),
                        TilePath::parse,
                        TilePath::path),
                bytes("entries", entries, Entry::parse, Entry::bytes),
                bytes("entry-bundles", List.of(EntryBundle.encode(entries)), EntryBundle::decode, EntryBundle::encode),
                bytes(
                        "witness-requests",
                        List.of(AddCheckpoint.of(0, List.of(), note).body()),
                        AddCheckpoint::parse,
                        AddCheckpoint::body),
                bytes("receipts", List.of(receipt), Receipt::parse, Receipt::bytes),
                bytes(
                        "range-proofs",
                        List.of(member(bundle, "proof")),
                        input -> Parsed.reading(() -> RangeProof.read(Texts.utf8(input))),
                        read -> read.text().getBytes(StandardCharsets.UTF_8)),
                bytes(
                        "manifests",
                        List.of(member(bundle, "manifest.json")),
                        input -> Parsed.reading(() -> BundleManifestJson.read(input)),
                        BundleManifestJson::bytes)));
        targets.add(new Target("evidence/plain-json", entries, EvidenceTargets::requireOneReading));
        targets.add(Target.text("evidence/cosignatures", List.of(note.note()), input -> {
            if (Note.parse(input) instanceof Parsed.Valid<Note>(Note signed)) {
                signed.verify(List.of(
                        SampleLog.LOG.key(),
                        SampleLog.WITNESS.key(),
                        FixedKeys.witness(3, "third").key()));
            }
        }));
        targets.add(new Target(
                "evidence/verified-receipts",
                List.of(receipt),
                input -> ReceiptVerifier.verify(input, Optional.of(policy))));
        var given = new BundleVerifier.Given(Optional.of(policy), Optional.empty(), List.of());
        targets.add(new Target(
                "evidence/bundles", List.of(bundle), input -> BundleVerifier.verify(ByteSource.of(input), given)));
        var names = List.copyOf(ZipFiles.of(bundle).keySet());
        targets.add(new Target("evidence/bundle-members", members(bundle, names), input -> {
            if (input.length > 0) {
                String name = names.get(Byte.toUnsignedInt(input[0]) % names.size());
                byte[] content = java.util.Arrays.copyOfRange(input, 1, input.length);
                BundleVerifier.verify(ByteSource.of(ZipFiles.with(bundle, name, _ -> content)), given);
            }
        }));
        byte[] stamped = "a checkpoint\n".getBytes(StandardCharsets.UTF_8);
        var roots = Timestamps.roots(Files.readAllBytes(RESOURCES.resolve("timestamp-root.pem")));
        targets.add(new Target(
                "evidence/timestamps",
                List.of(Files.readAllBytes(RESOURCES.resolve("timestamp.tsr"))),
                input -> Timestamps.check(input, stamped, Optional.empty(), roots)));
        return targets;
    }

    /** The quick reader takes nothing that the full one refuses, and reads nothing otherwise. */
    private static void requireOneReading(byte[] input) {
        Optional<Json> quick = PlainJson.read(input);
        if (quick.isPresent()
                && !(Parsed.reading(() -> CanonicalJson.readAny(input, EntryBundle.ENTRY_BYTES_MAX))
                                instanceof Parsed.Valid<Json>(Json full)
                        && full.equals(quick.get()))) {
            throw new IllegalStateException("the quick reader reads " + quick.get() + ", the full one does not");
        }
    }

    private static List<byte[]> members(byte[] bundle, List<String> names) throws IOException {
        var seeds = new ArrayList<byte[]>();
        for (int i = 0; i < names.size(); i++) {
            byte[] content = member(bundle, names.get(i));
            byte[] seed = new byte[content.length + 1];
            seed[0] = (byte) i;
            System.arraycopy(content, 0, seed, 1, content.length);
            seeds.add(seed);
        }
        return seeds;
    }

    private static byte[] member(byte[] bundle, String name) throws IOException {
        return Optional.ofNullable(ZipFiles.of(bundle).get(name)).orElseThrow();
    }

    private static <T> Target text(
            String name, List<String> seeds, Function<String, Parsed<T>> reader, Function<T, String> writer) {
        return bytes(
                name,
                Target.bytes(seeds),
                input -> Parsed.reading(() -> Texts.utf8(input)) instanceof Parsed.Valid<String>(String text)
                        ? reader.apply(text)
                        : new Parsed.Malformed<>("no UTF-8"),
                read -> writer.apply(read).getBytes(StandardCharsets.UTF_8));
    }

    private static <T> Target bytes(
            String name, List<byte[]> seeds, Function<byte[], Parsed<T>> reader, Function<T, byte[]> writer) {
        return new Target(
                "evidence/" + name,
                seeds,
                Target.again(
                        input -> reader.apply(input) instanceof Parsed.Valid<T>(T value)
                                ? Optional.of(value)
                                : Optional.empty(),
                        writer));
    }
}
