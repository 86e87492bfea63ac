package org.hasekura.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hasekura.evidence.testing.SampleLog;
import org.hasekura.evidence.testing.ZipFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fuzzing by an own seeded mutator, led by what the readers say: an input that is refused in words that were not heard before
 * becomes a seed itself, so that the next ones come further. The same seed gives the same run.
 */
@DisplayName("Fuzzed, a reader takes or refuses, what it takes it writes as it reads it, and nothing else happens:")
class FuzzTest {

    /** Of each reader: seconds in all, and more than five million in a long run (`./hasekura test --long`). */
    private static final int RUNS = Boolean.getBoolean("hasekura.long") ? 400_000 : 4_000;

    private static final long SEED = Long.getLong("hasekura.seed", 20261122);
    private static final int CORPUS_MAX = 2_000;

    /**
     * What is fuzzed.
     *
     * @param read answers how it was taken or refused; the same input is always taken alike
     */
    record Target(List<byte[]> seeds, Function<byte[], Outcome> read) {}

    /**
     * @param words why it was refused; empty when it was taken
     * @param again how what was taken is written
     */
    record Outcome(Optional<String> words, Optional<byte[]> again) {}

    static Stream<Named<Target>> targets() throws IOException {
        NoteSigner log = TestKeys.log("log.example/a", 1);
        SampleLog sample = new SampleLog(SampleLog.entries(40));
        Note signed = log.note(new Checkpoint("log.example/a", TreeHead.EMPTY).body());
        Note cosigned = sample.note(40);
        TlogProof proof = new TlogProof(0, List.of(MerkleTree.EMPTY_ROOT), signed);
        Cosigner witness = TestKeys.cosigner("w", 2);
        TrustPolicy policy = TrustPolicy.of(log.key(), List.of(witness.key()));
        List<byte[]> entries = SampleEntries.all().stream().map(Entry::bytes).toList();
        byte[] receipt = Receipt.of(SampleEntries.all().getFirst(), proof, policy, List.of(), false)
                .bytes();
        Map<String, byte[]> bundle =
                ZipFiles.of(sample.bundle(new BundleScope.Exchange(List.of("urn:uuid:3")), sample.note(40), true, 7));
        byte[] stamped = "a checkpoint\n".getBytes(StandardCharsets.UTF_8);
        List<X509Certificate> roots = Timestamps.roots(resource("timestamp-root.pem"));
        return Stream.of(
                text("keys", List.of(log.key().vkey(), witness.key().vkey()), VerifierKey::parse, VerifierKey::vkey),
                text("notes", List.of(signed.note(), cosigned.note()), Note::parse, Note::note),
                text("checkpoints", List.of(signed.text(), cosigned.text()), Checkpoint::parse, Checkpoint::body),
                text("proofs", List.of(proof.text()), TlogProof::parse, TlogProof::text),
                text("policies", List.of(policy.text()), TrustPolicy::parse, TrustPolicy::text),
                text(
                        "paths of tiles",
                        List.of("tile/0/x001/x234/067.p/17", "tile/entries/000"),
                        TilePath::parse,
                        TilePath::path),
                bytes("entries", entries, Entry::parse, Entry::bytes),
                bytes(
                        "bundles of entries",
                        List.of(EntryBundle.encode(entries.subList(0, 3))),
                        EntryBundle::decode,
                        EntryBundle::encode),
                bytes(
                        "requests to witnesses",
                        List.of(AddCheckpoint.of(0, List.of(), signed).body()),
                        AddCheckpoint::parse,
                        AddCheckpoint::body),
                bytes("receipts", List.of(receipt), Receipt::parse, Receipt::bytes),
                bytes(
                        "range proofs",
                        List.of(part(bundle, "proof")),
                        input -> Parsed.reading(() -> RangeProof.read(Texts.utf8(input))),
                        read -> read.text().getBytes(StandardCharsets.UTF_8)),
                bytes(
                        "manifests",
                        List.of(part(bundle, "manifest.json")),
                        input -> Parsed.reading(() -> BundleManifestJson.read(input)),
                        BundleManifestJson::bytes),
                Named.of(
                        "cosignatures",
                        new Target(
                                List.of(cosigned.note().getBytes(StandardCharsets.UTF_8)), input -> switch (Note.parse(
                                        new String(input, StandardCharsets.UTF_8))) {
                                    case Parsed.Malformed<Note>(String reason) -> refused(reason);
                                    case Parsed.Valid<Note>(Note note) ->
                                        refused(note.verify(List.of(log.key(), witness.key()))
                                                .toString());
                                })),
                Named.of("timestamps", new Target(List.of(resource("timestamp.tsr")), input -> switch (Timestamps.check(
                        input, stamped, Optional.empty(), roots)) {
                    case Timestamps.Check.Refused(String reason) -> refused(reason);
                    // The certificates beside the signer's are not signed, so others may hold, too.
                    case Timestamps.Check.Stamped(var at, String authority) ->
                        refused("stamped at " + at + " by " + authority);
                })));
    }

    private static Outcome refused(String words) {
        return new Outcome(Optional.of(words), Optional.empty());
    }

    private static <T> Named<Target> text(
            String name, List<String> seeds, Function<String, Parsed<T>> reader, Function<T, String> writer) {
        return bytes(
                name,
                seeds.stream()
                        .map(each -> each.getBytes(StandardCharsets.UTF_8))
                        .toList(),
                input -> Parsed.reading(() -> Texts.utf8(input)) instanceof Parsed.Valid<String>(String text)
                        ? reader.apply(text)
                        : new Parsed.Malformed<>("no UTF-8"),
                read -> writer.apply(read).getBytes(StandardCharsets.UTF_8));
    }

    private static <T> Named<Target> bytes(
            String name, List<byte[]> seeds, Function<byte[], Parsed<T>> reader, Function<T, byte[]> writer) {
        return Named.of(name, new Target(seeds, input -> switch (reader.apply(input)) {
            case Parsed.Malformed<T>(String reason) -> refused(reason);
            case Parsed.Valid<T>(T read) -> new Outcome(Optional.empty(), Optional.of(writer.apply(read)));
        }));
    }

    private static byte[] part(Map<String, byte[]> files, String name) {
        return files.getOrDefault(name, new byte[0]);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = FuzzTest.class.getResourceAsStream(name)) {
            return Optional.ofNullable(in).orElseThrow().readAllBytes();
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void fuzzed(Target target) {
        Random random = new Random(SEED);
        Mutator mutator = new Mutator(random);
        List<byte[]> corpus = new ArrayList<>(target.seeds());
        Set<String> heard = new HashSet<>();
        for (byte[] seed : target.seeds()) {
            heard.add(words(target, seed));
        }
        for (int run = 0; run < RUNS; run++) {
            byte[] input = mutator.changed(
                    corpus.get(random.nextInt(corpus.size())), corpus.get(random.nextInt(corpus.size())));
            if (heard.add(words(target, input)) && corpus.size() < CORPUS_MAX) {
                corpus.add(input);
            }
        }
        assertThat(heard).as("different answers").hasSizeGreaterThan(1);
    }

    /** The answer without its values; what was taken must be written as it was read, and read again. */
    private static String words(Target target, byte[] input) {
        try {
            Outcome outcome = target.read().apply(input);
            if (outcome.again().isPresent()) {
                byte[] again = outcome.again().get();
                Outcome second = target.read().apply(again);
                assertThat(second.again().map(bytes -> Arrays.equals(bytes, again)))
                        .as("read again what was written")
                        .contains(true);
            }
            return outcome.words().orElse("taken").replaceAll("`[^`]*`|[0-9]+", "#");
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(
                    "with the input " + Base64.getEncoder().encodeToString(input) + " (base64), seed " + SEED, e);
        }
    }
}
