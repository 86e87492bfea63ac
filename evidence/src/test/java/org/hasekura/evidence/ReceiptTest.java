package org.hasekura.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hasekura.evidence.testing.MemoryTileStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A receipt")
class ReceiptTest {

    private static final Instant COSIGNED_AT = Instant.parse("2026-11-21T22:00:05Z");
    private static final int INDEX = 17;
    private static final String ORIGIN = "cars.example/log";

    private final NoteSigner log = TestKeys.log(ORIGIN, 1);
    /** The peer cosigns with the key of its own log, under the same name. */
    private final Cosigner peer = TestKeys.cosigner("cells.example/log", 2);

    private final Cosigner regulator = TestKeys.cosigner("regulator.example/w", 3);
    private final TrustPolicy policy = TrustPolicy.of(log.key(), List.of(peer.key(), regulator.key()));
    private final Entry entry = SampleEntries.all().stream()
            .filter(Entry.AgreementConcluded.class::isInstance)
            .findFirst()
            .orElseThrow();
    private TlogProof proof;
    private Receipt receipt;

    @BeforeEach
    void receipt() throws IOException {
        TiledLog tiles = TiledLog.empty(new MemoryTileStore());
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            entries.add(
                    i == INDEX ? entry.bytes() : SampleEntries.all().get(i % 15).bytes());
        }
        tiles.append(entries);
        TreeHead head = tiles.publish();
        Note note = log.note(new Checkpoint(ORIGIN, head).body());
        note = note.with(peer.cosign(note.text(), COSIGNED_AT))
                .with(regulator.cosign(note.text(), COSIGNED_AT.plusSeconds(60)));
        proof = new TlogProof(INDEX, tiles.inclusionProof(INDEX, head.size()), note);
        receipt = Receipt.of(
                entry,
                proof,
                policy,
                List.of(
                        document(SampleEntries.NODE, log.key()),
                        document(
                                SampleEntries.PEER,
                                TestKeys.log("cells.example/log", 2).key())),
                false);
    }

    private static DidDocument document(String did, VerifierKey key) {
        return new DidDocument(did, """
                { "@context": ["https://www.w3.org/ns/did/v1"], "id": "%s", "x": null, "y": 1.5e3,
                  "service": [
                    { "id": "%s#dsp", "type": "DataService", "serviceEndpoint": "https://a.example/dsp" },
                    { "id": "%s#log", "type": "TransparencyLog",
                      "serviceEndpoint": { "url": "https://a.example/log", "vkey": "%s" } } ] }
                """.formatted(did, did, did, key.vkey()));
    }

    private Verdict.NotProven fault(Receipt changed) {
        return fault(changed.bytes(), Optional.empty());
    }

    private static Verdict.NotProven fault(byte[] bytes, Optional<TrustPolicy> given) {
        Verdict verdict = ReceiptVerifier.verify(bytes, given);
        assertThat(verdict).isInstanceOf(Verdict.NotProven.class);
        return (Verdict.NotProven) verdict;
    }

    /** The receipt somebody else would write: every field as wanted, the checksum right again. */
    private static Receipt rewritten(Receipt of, String entry, String proof, String policy) {
        return ReceiptJson.sealed(entry, proof, policy, of.didDocuments(), of.developmentMode(), of.leafHash());
    }

    @Test
    @DisplayName(
            "proves its entry and says where it stands, who signed when, whose documents name the keys, and whose keys were trusted")
    void proves() {
        Verdict.Proven wanted = new Verdict.Proven(
                entry,
                INDEX,
                300,
                ORIGIN,
                List.of(
                        new Verdict.Signer(
                                log.key(), Verdict.Role.LOG, Optional.empty(), Optional.of(SampleEntries.NODE)),
                        new Verdict.Signer(
                                peer.key(),
                                Verdict.Role.WITNESS,
                                Optional.of(COSIGNED_AT),
                                Optional.of(SampleEntries.PEER)),
                        new Verdict.Signer(
                                regulator.key(),
                                Verdict.Role.WITNESS,
                                Optional.of(COSIGNED_AT.plusSeconds(60)),
                                Optional.empty())),
                Verdict.Trust.GIVEN,
                false);
        assertThat(ReceiptVerifier.verify(receipt.bytes(), Optional.of(policy))).isEqualTo(wanted);
        assertThat(ReceiptVerifier.verify(receipt.bytes(), Optional.empty()))
                .isInstanceOfSatisfying(
                        Verdict.Proven.class,
                        proven -> assertThat(proven.trust()).isEqualTo(Verdict.Trust.ASSUMED));
        assertThat(Receipt.parse(receipt.bytes()).orElseThrow()).isEqualTo(receipt);
    }

    @Test
    @DisplayName("of each kind of entry is proved and put in words, in both languages")
    void words() throws IOException {
        TiledLog tiles = TiledLog.empty(new MemoryTileStore());
        tiles.append(SampleEntries.all().stream().map(Entry::bytes).toList());
        Note note = log.note(new Checkpoint(ORIGIN, tiles.head()).body());
        for (int i = 0; i < tiles.size(); i++) {
            TlogProof alone = new TlogProof(i, tiles.inclusionProof(i, tiles.size()), note);
            Entry each = SampleEntries.all().get(i);
            Receipt file = Receipt.of(each, alone, TrustPolicy.of(log.key()), List.of(), true);
            Verdict verdict = ReceiptVerifier.verify(file.bytes(), Optional.empty());
            assertThat(String.join(" ", VerdictText.of(verdict, Locale.ENGLISH)))
                    .contains("Proven: the node did:web:cars.example recorded at 2026-11-21T22:00:00.123Z")
                    .contains("entry " + i + " of the log `cars.example/log`")
                    .contains("no witness cosigned")
                    .contains("The keys were assumed from the receipt itself")
                    .contains("development mode");
            assertThat(String.join(" ", VerdictText.of(verdict, Locale.JAPAN)))
                    .contains("証明されました")
                    .contains(i + "番の記録")
                    .contains("開発モード");
        }
    }

    @Test
    @DisplayName("is put in words: who says what, and whose keys were trusted")
    void sentences() {
        Verdict verdict = ReceiptVerifier.verify(receipt.bytes(), Optional.of(policy));
        assertThat(VerdictText.of(verdict, Locale.ENGLISH))
                .containsExactly(
                        "Proven: the node did:web:cars.example recorded at 2026-11-21T22:00:00.123Z, by its own clock, that"
                                + " the agreement `agreement-1` on the dataset `footprints` stands, granted by"
                                + " did:web:cars.example to did:web:cells.example (SHA-256 "
                                + Hash.sha256(Leaves.entry("something")) + ").",
                        "This is entry 17 of the log `cars.example/log`, in its tree of 300 entries that was signed; in that"
                                + " tree it can be neither changed nor moved.",
                        "Signed by the log `cars.example/log`, whose key stands in the DID document of did:web:cars.example.",
                        "Cosigned by the witness `cells.example/log` at 2026-11-21T22:00:05Z, whose key stands in the DID"
                                + " document of did:web:cells.example.",
                        "Cosigned by the witness `regulator.example/w` at 2026-11-21T22:01:05Z.",
                        "Who says so: that it happened, the node alone; that it was recorded by 2026-11-21T22:00:05Z and that"
                                + " the log had shown them no other history, the witnesses.",
                        "The keys trusted are those of the policy you gave.");
    }

    @Test
    @DisplayName("with any one byte changed proves nothing, whichever policy is trusted, and the place is named")
    void everyByte() {
        TrustPolicy two = TrustPolicy.of(log.key(), List.of(peer.key()));
        TlogProof less = TlogProof.parse(proof.text().replace(line(2), "")).orElseThrow();
        Receipt small = Receipt.of(entry, less, two, receipt.didDocuments().subList(0, 1), false);
        byte[] right = small.bytes();
        assertThat(ReceiptVerifier.verify(right, Optional.of(two))).isInstanceOf(Verdict.Proven.class);
        Map<ReceiptPart, Integer> places = new EnumMap<>(ReceiptPart.class);
        for (int at = 0; at < right.length; at++) {
            int flip = 1 << at % 8;
            byte[] wrong = right.clone();
            wrong[at] ^= (byte) flip;
            Optional<TrustPolicy> given = at / 8 % 2 == 0 ? Optional.of(two) : Optional.empty();
            Verdict verdict = ReceiptVerifier.verify(wrong, given);
            assertThat(verdict).as("byte %d ^ %d", at, flip).isInstanceOf(Verdict.NotProven.class);
            Verdict.NotProven fault = (Verdict.NotProven) verdict;
            assertThat(fault.reason()).isNotBlank();
            places.merge(fault.part(), 1, Integer::sum);
        }
        assertThat(places)
                .containsKeys(
                        ReceiptPart.FILE,
                        ReceiptPart.ENTRY,
                        ReceiptPart.PROOF,
                        ReceiptPart.LOG_SIGNATURE,
                        ReceiptPart.COSIGNATURE,
                        ReceiptPart.POLICY,
                        ReceiptPart.DID_DOCUMENT,
                        ReceiptPart.CHECKSUM);
    }

    @Test
    @DisplayName("cut short, longer, or in another spelling of the same JSON is refused")
    void otherSpelling() {
        byte[] right = receipt.bytes();
        for (int length = 0; length < right.length; length += 37) {
            assertThat(fault(Arrays.copyOf(right, length), Optional.empty()).part())
                    .isEqualTo(ReceiptPart.FILE);
        }
        String text = new String(right, StandardCharsets.UTF_8);
        for (String bad : List.of(
                text + "\n",
                text.replace("\":", "\": "),
                text.replace("{\"dev", "{\"comment\":\"x\",\"dev"),
                text.replace("\"developmentMode\":false,", ""),
                text.replace("hasekura-receipt/1", "hasekura-receipt/2"))) {
            assertThat(fault(bad.getBytes(StandardCharsets.UTF_8), Optional.empty())
                            .part())
                    .isEqualTo(ReceiptPart.FILE);
        }
    }

    @Test
    @DisplayName("forged with a right checksum still fails: another entry, index, hash, size, signature or time")
    void forged() {
        String text = receipt.entry();
        Verdict.NotProven otherEntry =
                fault(rewritten(receipt, text.replace("footprints", "footprint5"), receipt.proof(), receipt.policy()));
        assertThat(otherEntry.part()).isEqualTo(ReceiptPart.ENTRY);
        assertThat(otherEntry.reason()).contains("the entry is not the one in the log at index 17");

        String changedHash = proof.text().replace(proof.path().get(2).base64(), MerkleTree.EMPTY_ROOT.base64());
        assertThat(fault(rewritten(receipt, text, changedHash, receipt.policy()))
                        .part())
                .isEqualTo(ReceiptPart.PROOF);
        String otherIndex = proof.text().replace("index 17\n", "index 16\n");
        assertThat(fault(rewritten(receipt, text, otherIndex, receipt.policy())).part())
                .isEqualTo(ReceiptPart.PROOF);
        String badHash = proof.text().replace(proof.path().get(2).base64(), "AAAA");
        assertThat(fault(rewritten(receipt, text, badHash, receipt.policy())).reason())
                .contains("proof hash 3");
        String otherSize = proof.text().replace("\n300\n", "\n301\n");
        assertThat(fault(rewritten(receipt, text, otherSize, receipt.policy())).part())
                .isEqualTo(ReceiptPart.LOG_SIGNATURE);
        String body = Note.parse(proof.checkpoint()).orElseThrow().text();
        String later = proof.text()
                .replace(line(1), peer.cosign(body + "x\n", COSIGNED_AT).line());
        assertThat(fault(rewritten(receipt, text, later, receipt.policy())).part())
                .isEqualTo(ReceiptPart.COSIGNATURE);
        String extra = proof.text().replace("\nindex", "\nextra AAAA\nindex");
        assertThat(fault(rewritten(receipt, text, extra, receipt.policy())).part())
                .isEqualTo(ReceiptPart.PROOF);
        String dropped = proof.text().replace(line(2), "");
        assertThat(fault(rewritten(receipt, text, dropped, receipt.policy())).reason())
                .contains("quorum `all-witnesses` is not reached");
        assertThat(fault(rewritten(receipt, text, receipt.proof(), "log x\nquorum none\n"))
                        .reason())
                .startsWith("line 1 of the policy");
    }

    private String line(int signature) {
        return Note.parse(proof.checkpoint())
                .orElseThrow()
                .signatures()
                .get(signature)
                .line();
    }

    @Test
    @DisplayName(
            "whose maker left witnesses out of policy and checkpoint is proved by its own keys, but not under a policy that asks for them")
    void weakened() {
        String alone = proof.text().replace(line(1), "").replace(line(2), "");
        Receipt weak = rewritten(
                receipt, receipt.entry(), alone, TrustPolicy.of(log.key()).text());
        assertThat(ReceiptVerifier.verify(weak.bytes(), Optional.empty()))
                .isInstanceOfSatisfying(
                        Verdict.Proven.class,
                        proven -> assertThat(proven.trust()).isEqualTo(Verdict.Trust.ASSUMED));
        assertThat(fault(weak.bytes(), Optional.of(policy)).part()).isEqualTo(ReceiptPart.COSIGNATURE);
    }

    @Test
    @DisplayName("made with somebody's own keys is proved only as long as these are assumed")
    void ownKeys() {
        NoteSigner stranger = TestKeys.log(ORIGIN, 99);
        Hash leaf = entry.leafHash();
        Note note = stranger.note(new Checkpoint(ORIGIN, new TreeHead(1, leaf)).body());
        TlogProof one = new TlogProof(0, List.of(), note);
        Receipt own = Receipt.of(entry, one, TrustPolicy.of(stranger.key()), List.of(), false);
        assertThat(ReceiptVerifier.verify(own.bytes(), Optional.empty()))
                .isInstanceOfSatisfying(
                        Verdict.Proven.class,
                        proven -> assertThat(
                                        VerdictText.of(proven, Locale.ENGLISH).getLast())
                                .contains("anybody could make such a receipt"));
        assertThat(fault(own.bytes(), Optional.of(policy)).part()).isEqualTo(ReceiptPart.LOG_SIGNATURE);

        Receipt withDocument = Receipt.of(
                entry, one, TrustPolicy.of(stranger.key()), List.of(document(SampleEntries.NODE, log.key())), false);
        assertThat(fault(withDocument).reason()).contains("names another key of `cars.example/log`");
    }

    @Test
    @DisplayName("is refused if the node's own DID document does not name the log, or is another's")
    void documents() {
        Receipt unnamed = Receipt.of(
                entry,
                proof,
                policy,
                List.of(new DidDocument(SampleEntries.NODE, "{\"id\":\"" + SampleEntries.NODE + "\"}")),
                false);
        assertThat(fault(unnamed).reason()).contains("does not name the log");
        Receipt others = Receipt.of(
                entry,
                proof,
                policy,
                List.of(new DidDocument(SampleEntries.NODE, "{\"id\":\"did:web:other.example\"}")),
                false);
        assertThat(fault(others).reason()).contains("it is the document of `did:web:other.example`");
    }

    @Test
    @DisplayName("takes its maker's word for policy, DID documents and development mode, which no signature covers")
    void unauthenticated() {
        Receipt trial = Receipt.of(entry, proof, policy, List.of(), true);
        assertThat(ReceiptVerifier.verify(trial.bytes(), Optional.of(policy)))
                .isInstanceOfSatisfying(
                        Verdict.Proven.class,
                        proven -> assertThat(proven.developmentMode()).isTrue());
    }
}
