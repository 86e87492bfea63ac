package org.hasekura.evidence.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hasekura.evidence.BundleFault;
import org.hasekura.evidence.BundleScope;
import org.hasekura.evidence.Cosigner;
import org.hasekura.evidence.EntryBundle;
import org.hasekura.evidence.IndexRange;
import org.hasekura.evidence.Note;
import org.hasekura.evidence.NoteSigner;

/**
 * The table that every verifier of bundles is held to: right bundles, and each of the twelve manipulations by the operator
 * of a log, once among what is shown (inclusion) and once in the history under it (consistency). With the fault to name.
 */
public final class SampleBundles {

    private static final int SIZE = 300;
    private static final int ALTERED = 120;
    private static final BundleScope.Period PERIOD = new BundleScope.Period(minute(100), minute(140));

    /**
     * A bundle, and what is to be said of it.
     *
     * @param policy the reader's own, as text
     * @param known a checkpoint that the reader has, as text
     * @param fault why it is refused; empty where it is right
     * @param index the entry that is named
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Case(
            String name,
            byte[] bundle,
            Optional<String> policy,
            Optional<String> known,
            Optional<BundleFault> fault,
            Optional<Long> index) {

        @Override
        public String toString() {
            return name;
        }
    }

    private final SampleLog honest;
    private final byte[] period;
    private final List<Case> cases = new ArrayList<>();

    private SampleBundles() throws IOException {
        honest = new SampleLog(SampleLog.entries(SIZE));
        period = honest.bundle(PERIOD, honest.note(SIZE), false, 80);
    }

    /** All cases. */
    public static List<Case> all() throws IOException {
        var table = new SampleBundles();
        table.right();
        table.inclusion();
        table.consistency();
        table.others();
        return List.copyOf(table.cases);
    }

    private static Instant minute(int i) {
        return SampleLog.BEGIN.plusSeconds(60L * i);
    }

    private void right() throws IOException {
        right("a period", period, Optional.empty());
        right("a period, since a checkpoint", period, Optional.of(honest.note(80)));
        right("a period, since the same checkpoint", period, Optional.of(honest.note(SIZE)));
        right("a period with bodies", honest.bundle(PERIOD, honest.note(SIZE), true), Optional.empty());
        right(
                "a period without entries",
                honest.bundle(
                        new BundleScope.Period(
                                minute(50).plusSeconds(1), minute(50).plusSeconds(2)),
                        honest.note(SIZE),
                        false),
                Optional.empty());
        right(
                "all there is",
                honest.bundle(new BundleScope.Period(minute(-1), minute(1000)), honest.note(SIZE), true, 1, 256),
                Optional.empty());
        var exchange = new BundleScope.Exchange(List.of("urn:uuid:3", "urn:uuid:5"));
        right("an exchange", honest.bundle(exchange, honest.note(SIZE), true, 7), Optional.empty());
        cases.add(new Case(
                "a period, keys assumed",
                period,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    private void inclusion() throws IOException {
        long shown = ALTERED - 99;
        altered("alter", entries -> entries.set((int) shown, other(ALTERED)), BundleFault.ENTRY_ALTERED);
        altered("delete", entries -> entries.remove((int) shown), BundleFault.ENTRY_MISSING);
        altered("insert", entries -> entries.add((int) shown, other(ALTERED)), BundleFault.ENTRY_ADDED);
        altered(
                "reorder",
                entries -> Collections.swap(entries, (int) shown, (int) shown + 1),
                BundleFault.ENTRIES_REORDERED);
        Note cut = honest.note(130, SampleLog.LOG, Optional.empty());
        tampered("inclusion: truncate and sign again", honest.bundle(PERIOD, cut, false), BundleFault.WITNESS_MISSING);
        SampleLog fork = rewritten(entries -> entries.set(50, other(50)));
        Note forked = fork.note(SIZE, SampleLog.LOG, Optional.empty());
        Note withOldLine = forked.with(honest.note(SIZE).signatures().get(1));
        tampered("inclusion: fork for one reader", fork.bundle(PERIOD, withOldLine, false), BundleFault.COSIGNATURE);
        NoteSigner elsewhere = FixedKeys.log(1, "other.example/log");
        tampered(
                "inclusion: wrong origin",
                honest.bundle(PERIOD, honest.note(SIZE, elsewhere, Optional.of(SampleLog.WITNESS)), false),
                BundleFault.ORIGIN);
        NoteSigner stranger = FixedKeys.log(3, SampleLog.ORIGIN);
        Note byOther = honest.note(SIZE, stranger, Optional.of(SampleLog.WITNESS));
        tampered("inclusion: other key", honest.bundle(PERIOD, byOther, false), BundleFault.OTHER_KEY);
        tampered(
                "inclusion: replayed old checkpoint",
                replaced(period, "checkpoint", honest.note(130).note()),
                BundleFault.OLD_CHECKPOINT);
        Note alone = honest.note(SIZE, SampleLog.LOG, Optional.empty());
        tampered(
                "inclusion: missing witness",
                replaced(period, "checkpoint", alone.note()),
                BundleFault.WITNESS_MISSING);
        tampered(
                "inclusion: forged cosignature",
                replaced(period, "checkpoint", forged(honest.note(SIZE)).note()),
                BundleFault.COSIGNATURE);
        byte[] neighbour = honest.bundle(new BundleScope.Period(minute(101), minute(141)), honest.note(SIZE), false);
        byte[] proof = file(neighbour, "proof");
        tampered("inclusion: proof for other index", ZipFiles.with(period, "proof", _ -> proof), BundleFault.PROOF);
    }

    private void consistency() throws IOException {
        rewrite("alter", entries -> entries.set(50, other(50)));
        rewrite("delete", entries -> entries.remove(50));
        rewrite("insert", entries -> entries.add(50, other(50)));
        rewrite("reorder", entries -> Collections.swap(entries, 50, 51));
        Cosigner witness = SampleLog.WITNESS;
        Note cut = honest.note(140, SampleLog.LOG, Optional.empty());
        Note cutLater = cut.with(witness.cosign(cut.text(), SampleLog.cosignedAt(2 * SIZE)));
        tampered(
                "consistency: truncate and sign again",
                honest.bundle(PERIOD, cutLater, false),
                Optional.of(honest.note(SIZE)),
                BundleFault.TRUNCATED);
        SampleLog fork = rewritten(entries -> entries.set(50, other(50)));
        tampered(
                "consistency: fork for one reader",
                fork.bundle(PERIOD, fork.note(SIZE), false),
                Optional.of(honest.note(SIZE)),
                BundleFault.FORKED);
        NoteSigner elsewhere = FixedKeys.log(1, "other.example/log");
        earlier("wrong origin", honest.note(80, elsewhere, Optional.of(witness)), BundleFault.ORIGIN);
        NoteSigner stranger = FixedKeys.log(3, SampleLog.ORIGIN);
        earlier("other key", honest.note(80, stranger, Optional.of(witness)), BundleFault.OTHER_KEY);
        tampered(
                "consistency: replayed old checkpoint",
                honest.bundle(PERIOD, honest.note(250), false),
                Optional.of(honest.note(SIZE)),
                BundleFault.OLD_CHECKPOINT);
        earlier("missing witness", honest.note(80, SampleLog.LOG, Optional.empty()), BundleFault.WITNESS_MISSING);
        earlier("forged cosignature", forged(honest.note(80)), BundleFault.COSIGNATURE);
        byte[] proofFrom81 = file(honest.bundle(PERIOD, honest.note(SIZE), false, 81), "earlier/81.consistency");
        tampered(
                "consistency: proof for other index",
                ZipFiles.with(period, "earlier/80.consistency", _ -> proofFrom81),
                BundleFault.CONSISTENCY_PROOF);
    }

    private void others() throws IOException {
        tampered(
                "a checkpoint that nobody proves to be continued",
                period,
                Optional.of(honest.note(81)),
                BundleFault.NO_CONSISTENCY_PROOF);
        var narrow = List.of(new IndexRange(101, 141));
        tampered(
                "the first entry of the period left out with its edge",
                honest.bundle(PERIOD, narrow, honest.note(SIZE), false, List.of()),
                BundleFault.INCOMPLETE);
        var apart = List.of(new IndexRange(99, 110), new IndexRange(111, 141));
        tampered(
                "one entry of the period left out with a proof for the rest",
                honest.bundle(PERIOD, apart, honest.note(SIZE), false, List.of()),
                BundleFault.INCOMPLETE);
        var exchange = new BundleScope.Exchange(List.of("urn:uuid:3"));
        tampered(
                "an entry about something else",
                honest.bundle(exchange, List.of(new IndexRange(3, 5)), honest.note(SIZE), false, List.of()),
                BundleFault.SCOPE);
        byte[] bodies = honest.bundle(PERIOD, honest.note(SIZE), true);
        String body = ZipFiles.of(bodies).keySet().stream()
                .filter(name -> name.startsWith("bodies/"))
                .findFirst()
                .orElseThrow();
        tampered("a body exchanged", replaced(bodies, body, "{\"body\":\"another\"}"), BundleFault.BODY);
        tampered("a body nobody names", replaced(bodies, "bodies/" + "0".repeat(64), "x"), BundleFault.BODY);
        tampered(
                "the list of bodies without its first line",
                ZipFiles.with(period, "bodies.txt", SampleBundles::withoutLine),
                BundleFault.BODY);
        tampered(
                "more entries promised than shown",
                edited(period, "manifest.json", "\"entries\":42", "\"entries\":43"),
                BundleFault.MANIFEST);
        tampered(
                "a manifest in another spelling",
                edited(period, "manifest.json", "\"entries\":42", "\"entries\": 42"),
                BundleFault.MANIFEST);
        tampered(
                "a DID document with another key of the log",
                edited(
                        period,
                        "dids.json",
                        SampleLog.LOG.key().vkey(),
                        FixedKeys.log(4, SampleLog.ORIGIN).key().vkey()),
                BundleFault.DID_DOCUMENT);
        tampered("a file that no bundle has", replaced(period, "more.txt", "x"), BundleFault.FILE);
        tampered("half of it", Arrays.copyOf(period, period.length / 2), BundleFault.FILE);
        tampered("nothing", new byte[0], BundleFault.FILE);
        byte[] changed = file(period, "leaves");
        changed[21 * 32] ^= 1;
        tampered("a leaf hash changed", ZipFiles.with(period, "leaves", _ -> changed), BundleFault.PROOF);
        tampered("an entry that is no entry", malformed(), BundleFault.ENTRY_MALFORMED);
    }

    /** In the log as it is, signed and all, and yet not what entries are. */
    private static byte[] malformed() throws IOException {
        SampleLog log =
                rewritten(entries -> entries.set(ALTERED, "{\"kind\": \"spaced\"}".getBytes(StandardCharsets.UTF_8)));
        return log.bundle(PERIOD, List.of(new IndexRange(99, 141)), log.note(SIZE), false, List.of());
    }

    private static byte[] withoutLine(byte[] list) {
        String text = new String(list, StandardCharsets.UTF_8);
        return text.substring(text.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8);
    }

    private interface Change {
        void make(List<byte[]> entries);
    }

    private static byte[] other(int i) {
        return SampleLog.entry(i / 5 * 5 + 4, "forged").bytes();
    }

    private static SampleLog rewritten(Change change) throws IOException {
        List<byte[]> entries = SampleLog.entries(SIZE + 1);
        change.make(entries);
        return new SampleLog(entries.subList(0, SIZE));
    }

    private void right(String name, byte[] bundle, Optional<Note> known) {
        cases.add(new Case(
                name,
                bundle,
                Optional.of(SampleLog.policy().text()),
                known.map(Note::note),
                Optional.empty(),
                Optional.empty()));
    }

    private void altered(String what, Change change, BundleFault fault) throws IOException {
        byte[] bundle = ZipFiles.with(period, "entries", stream -> {
            List<byte[]> entries = new ArrayList<>(EntryBundle.decode(stream).orElseThrow());
            change.make(entries);
            return EntryBundle.encode(entries);
        });
        cases.add(new Case(
                "inclusion: " + what,
                bundle,
                Optional.of(SampleLog.policy().text()),
                Optional.empty(),
                Optional.of(fault),
                Optional.of((long) ALTERED)));
    }

    /** The operator writes the history anew, signs it and has the witness cosign it; the reader has an old checkpoint. */
    private void rewrite(String what, Change change) throws IOException {
        SampleLog log = rewritten(change);
        byte[] bundle = log.bundle(PERIOD, log.note(SIZE), false, 80);
        tampered("consistency: " + what, bundle, Optional.of(honest.note(80)), BundleFault.REWRITTEN);
    }

    private void earlier(String what, Note note, BundleFault fault) throws IOException {
        tampered("consistency: " + what, replaced(period, "earlier/80.checkpoint", note.note()), fault);
    }

    private void tampered(String name, byte[] bundle, BundleFault fault) {
        tampered(name, bundle, Optional.empty(), fault);
    }

    private void tampered(String name, byte[] bundle, Optional<Note> known, BundleFault fault) {
        cases.add(new Case(
                name,
                bundle,
                Optional.of(SampleLog.policy().text()),
                known.map(Note::note),
                Optional.of(fault),
                Optional.empty()));
    }

    /** The cosignature with a later time. */
    private static Note forged(Note note) {
        String line = note.signatures().get(1).line();
        byte[] bytes = Base64.getDecoder().decode(line.strip().substring(line.lastIndexOf(' ') + 1));
        bytes[11]++;
        String encoded = Base64.getEncoder().encodeToString(bytes);
        String text = note.note().replace(line, line.substring(0, line.lastIndexOf(' ') + 1) + encoded + "\n");
        return Note.parse(text).orElseThrow();
    }

    private static byte[] replaced(byte[] bundle, String name, String text) throws IOException {
        return ZipFiles.with(bundle, name, _ -> bytes(text));
    }

    private static byte[] edited(byte[] bundle, String name, String old, String now) throws IOException {
        UnaryOperator<byte[]> edit = file -> {
            String text = new String(file, StandardCharsets.UTF_8);
            if (!text.contains(old)) {
                throw new IllegalStateException("`" + name + "` has no `" + old + "`");
            }
            return bytes(text.replace(old, now));
        };
        return ZipFiles.with(bundle, name, edit);
    }

    private static byte[] file(byte[] bundle, String name) throws IOException {
        return ZipFiles.of(bundle).getOrDefault(name, new byte[0]);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
