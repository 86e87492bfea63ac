package org.hasekura.evidence.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.BundleManifest;
import org.hasekura.evidence.BundleRanges;
import org.hasekura.evidence.BundleScope;
import org.hasekura.evidence.BundleWriter;
import org.hasekura.evidence.Checkpoint;
import org.hasekura.evidence.Cosigner;
import org.hasekura.evidence.DidDocument;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.EvidenceBodies;
import org.hasekura.evidence.Hash;
import org.hasekura.evidence.IndexRange;
import org.hasekura.evidence.MerkleTree;
import org.hasekura.evidence.Note;
import org.hasekura.evidence.NoteSigner;
import org.hasekura.evidence.TiledLog;
import org.hasekura.evidence.TreeHead;
import org.hasekura.evidence.TrustPolicy;

/** A log of made-up entries, one a minute, and bundles of it as its operator would make them, honest or not. */
public final class SampleLog {

    public static final String ORIGIN = "cars.example/log";
    public static final String NODE = "did:web:cars.example";
    public static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");
    public static final NoteSigner LOG = FixedKeys.log(1, ORIGIN);
    public static final Cosigner WITNESS = FixedKeys.witness(2, "regulator.example/w");

    private final MemoryEntryStore entries = new MemoryEntryStore();
    private final TiledLog tree;
    private final long size;

    /** A log of these entries. */
    public SampleLog(List<byte[]> entries) throws IOException {
        this.entries.commit(entries);
        this.tree = TiledLog.empty(new MemoryTileStore());
        tree.append(entries);
        this.size = entries.size();
    }

    /** The entries of an honest log. */
    public static List<byte[]> entries(int count) {
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(entry(i, "data").bytes());
        }
        return entries;
    }

    /** The entry of a minute; about one of seven exchanges, where it is about one. */
    public static Entry entry(int i, String dataset) {
        Instant at = BEGIN.plusSeconds(60L * i);
        String pid = "urn:uuid:" + i % 7;
        return switch (i % 5) {
            case 0 ->
                new Entry.MessageReceived(
                        NODE,
                        at,
                        pid,
                        "ContractRequestMessage",
                        Optional.of(pid),
                        Optional.empty(),
                        "did:web:cells.example",
                        Hash.sha256(body(i)),
                        "token-" + i);
            case 1 ->
                new Entry.StateChanged(
                        NODE,
                        at,
                        Entry.ProcessKind.NEGOTIATION,
                        pid,
                        Optional.empty(),
                        "REQUESTED",
                        "ContractRequestMessage");
            case 2 ->
                new Entry.RulingGiven(
                        NODE,
                        at,
                        Optional.of(pid),
                        dataset,
                        "did:web:cells.example",
                        "2026-09.4",
                        Optional.of("0.1.0"),
                        LocalDate.parse("2026-11-01"),
                        Entry.Outcome.PERMITTED,
                        Hash.sha256(body(i)),
                        List.of("adequacy"),
                        List.of("GDPR Art. 45"),
                        List.of(),
                        List.of(),
                        List.of());
            case 3 ->
                new Entry.DecisionTaken(
                        NODE,
                        at,
                        Optional.of(pid),
                        "compliance officer",
                        Entry.Decision.PERMIT,
                        Hash.sha256(salt(i), body(i)));
            default -> new Entry.DatasetWithdrawn(NODE, at, dataset + "-「" + i + "」");
        };
    }

    private static byte[] body(int i) {
        return ("{\"body\":" + i + "}").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] salt(int i) {
        return ("salt " + i + " ").getBytes(StandardCharsets.UTF_8);
    }

    /** Of three bodies the node has one, has erased one, and knows nothing of one. */
    private static EvidenceBodies bodies(int count) {
        return hash -> {
            for (int i = 0; i < count; i++) {
                boolean isSalted = hash.equals(Hash.sha256(salt(i), body(i)));
                if (isSalted || hash.equals(Hash.sha256(body(i)))) {
                    return switch (i / 5 % 3) {
                        case 0 -> new EvidenceBodies.State.Kept(isSalted ? salt(i) : new byte[0], body(i));
                        case 1 -> new EvidenceBodies.State.Erased(Entry.ErasureGround.DATA_SUBJECT, BEGIN);
                        default -> new EvidenceBodies.State.Unknown();
                    };
                }
            }
            return new EvidenceBodies.State.Unknown();
        };
    }

    /** The policy of a reader who knows the log's key and the witness's. */
    public static TrustPolicy policy() {
        return TrustPolicy.of(LOG.key(), List.of(WITNESS.key()));
    }

    /** The head of the first entries. */
    public TreeHead head(long at) throws IOException {
        return new TreeHead(at, MerkleTree.root(at, tree));
    }

    /** Signed by the log, and cosigned by the witness one second for each entry after the first. */
    public Note note(long at) throws IOException {
        return note(at, LOG, Optional.of(WITNESS));
    }

    /** Signed by somebody, under the name of that key. */
    public Note note(long at, NoteSigner signer, Optional<Cosigner> witness) throws IOException {
        Note note = signer.note(new Checkpoint(signer.key().name(), head(at)).body());
        return witness.map(by -> note.with(by.cosign(note.text(), cosignedAt(at))))
                .orElse(note);
    }

    /** When the witness cosigned a tree of this size. */
    public static Instant cosignedAt(long at) {
        return BEGIN.plusSeconds(60 * at);
    }

    /** A bundle proved against this checkpoint, with earlier ones of these sizes. */
    public byte[] bundle(BundleScope scope, Note checkpoint, boolean withBodies, long... earlierSizes)
            throws IOException {
        TreeHead head = Checkpoint.parse(checkpoint.text()).orElseThrow().head();
        List<IndexRange> ranges = switch (scope) {
            case BundleScope.Period period -> BundleRanges.of(period, entries, head.size());
            case BundleScope.Exchange exchange -> BundleRanges.of(exchange, entries, head.size());
        };
        List<BundleWriter.Earlier> earlier = new ArrayList<>();
        for (long each : earlierSizes) {
            earlier.add(new BundleWriter.Earlier(each, Optional.of(note(each))));
        }
        return bundle(scope, ranges, checkpoint, withBodies, earlier);
    }

    /** A bundle with these entries, whatever its scope asks for. */
    public byte[] bundle(
            BundleScope scope,
            List<IndexRange> ranges,
            Note checkpoint,
            boolean withBodies,
            List<BundleWriter.Earlier> earlier)
            throws IOException {
        return bundle(scope, ranges, checkpoint, withBodies, earlier, List.of(), "");
    }

    /** The same with timestamps of authorities whose root certificates these are. */
    public byte[] bundle(
            BundleScope scope,
            List<IndexRange> ranges,
            Note checkpoint,
            boolean withBodies,
            List<BundleWriter.Earlier> earlier,
            List<BundleWriter.Stamp> stamps,
            String roots)
            throws IOException {
        Checkpoint signed = Checkpoint.parse(checkpoint.text()).orElseThrow();
        var manifest = new BundleManifest(
                scope,
                NODE,
                signed.origin(),
                signed.head().size(),
                ranges.stream().mapToLong(IndexRange::count).sum(),
                "2026-09.4",
                "0.1.0",
                false,
                withBodies);
        var contents = new BundleWriter.Contents(
                manifest, ranges, policy(), checkpoint, earlier, List.of(document()), stamps, roots);
        var out = new ByteArrayOutputStream();
        BundleWriter.write(contents, entries, tree, bodies((int) size), out);
        return out.toByteArray();
    }

    private static DidDocument document() {
        return new DidDocument(NODE, """
                {"id": "%s", "service": [{"id": "%s#log", "type": "TransparencyLog",
                  "serviceEndpoint": {"url": "https://cars.example/log", "vkey": "%s"}}]}
                """.formatted(NODE, NODE, LOG.key().vkey()));
    }
}
