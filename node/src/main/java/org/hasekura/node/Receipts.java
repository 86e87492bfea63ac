package org.hasekura.node;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.evidence.AddCheckpoint;
import org.hasekura.evidence.Checkpoint;
import org.hasekura.evidence.DidDocument;
import org.hasekura.evidence.Note;
import org.hasekura.evidence.Parsed;
import org.hasekura.evidence.Receipt;
import org.hasekura.evidence.ReceiptVerifier;
import org.hasekura.evidence.SignatureType;
import org.hasekura.evidence.TrustPolicy;
import org.hasekura.evidence.Verdict;
import org.hasekura.evidence.VerifierKey;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Admission;
import org.hasekura.identity.Did;
import org.hasekura.identity.Service;

/**
 * Makes receipts: an entry, its proof, and a checkpoint that the counterparty has cosigned, so that neither side can
 * later show another history of this log. Each one is verified here before it is handed out.
 */
final class Receipts {

    private static final int ANSWER_BYTES_MAX = 64 * 1024;

    private final OwnIdentity own;
    private final PublishedLog published;
    private final Counterparty counterparty;
    private final PeerClient client;
    private final Tokens tokens;
    private final Cosigning cosigning;
    private final StandingWitnesses standing;
    private final GuestSigned guests;

    Receipts(
            OwnIdentity own,
            PublishedLog published,
            Counterparty counterparty,
            PeerClient client,
            Tokens tokens,
            Cosigning cosigning,
            StandingWitnesses standing,
            GuestSigned guests) {
        this.own = own;
        this.published = published;
        this.counterparty = counterparty;
        this.client = client;
        this.tokens = tokens;
        this.cosigning = cosigning;
        this.standing = standing;
        this.guests = guests;
    }

    /** How many entries the log has, the newest included. */
    long count() throws IOException {
        return Checkpoint.parse(published.refresh().text()).orElseThrow().head().size();
    }

    /**
     * The receipt of one entry, cosigned by these witnesses.
     *
     * @throws OwnLogFailed when this node's own files are in the way
     * @throws IOException when a witness does not answer or refuses: ask again later; the entry itself is safe
     */
    Receipt of(long index, List<Did> witnesses) throws IOException {
        Optional<Signed> byGuest = byGuest(witnesses, index + 1);
        if (byGuest.isPresent()) {
            return receipt(index, byGuest.get());
        }
        Signed signed = standing.cosignedByQuorum(signed(published.refresh()));
        for (Did witness : witnesses) {
            signed = cosigned(signed, witness);
        }
        return receipt(index, signed);
    }

    /** Where the other side is a guest: the head that they signed, if it holds the first so many entries of the log. */
    Optional<Signed> byGuest(List<Did> witnesses, long entries) throws StoreFailed {
        for (Did each : witnesses) {
            if (guests.isGuest(each)) {
                return guests.covering(each, entries);
            }
        }
        return Optional.empty();
    }

    /**
     * The receipt of one entry under a checkpoint that holds it.
     *
     * @throws OwnLogFailed when this node's own files are in the way
     */
    Receipt receipt(long index, Signed signed) throws IOException {
        TrustPolicy policy = signed.policy();
        Note note = signed.note();
        Receipt receipt = Receipt.of(
                published.read(log -> log.entry(index)),
                published.read(log -> log.proof(index, note)),
                policy,
                signed.documents(),
                own.admission() == Admission.DEVELOPMENT);
        if (ReceiptVerifier.verify(receipt.bytes(), Optional.of(policy)) instanceof Verdict.NotProven broken) {
            throw new IllegalStateException("our own receipt of entry " + index + " does not hold: " + broken);
        }
        return receipt;
    }

    /**
     * A checkpoint of the log with those who have signed it.
     *
     * @param witnesses keys of those who cosigned
     * @param documents whose keys these are
     */
    record Signed(Note note, VerifierKey log, List<VerifierKey> witnesses, List<DidDocument> documents) {

        /** Trusts the log, and wants the cosignatures of all of them. */
        TrustPolicy policy() {
            return TrustPolicy.of(log, witnesses);
        }
    }

    /** As the log alone signed it. */
    Signed signed(Note note) {
        var document = new DidDocument(own.did().text(), own.documentText());
        return new Signed(note, published.log().key(), List.of(), List.of(document));
    }

    /**
     * The same with the cosignature of a participant; a guest has no node that could be asked, and signs once on a page.
     *
     * @throws IOException when it does not answer or refuses
     */
    Signed cosigned(Signed signed, Did witness) throws IOException {
        if (guests.isGuest(witness)) {
            return signed;
        }
        VerifierKey key = witnessKey(witness);
        Note note = cosigning.cosigned(signed.note(), witness.text(), key, request -> ask(request, witness));
        var witnesses = new ArrayList<>(signed.witnesses());
        witnesses.add(key);
        var documents = new ArrayList<>(signed.documents());
        documents.add(new DidDocument(witness.text(), counterparty.documentText(witness)));
        return new Signed(note, signed.log(), witnesses, documents);
    }

    private PeerAnswer ask(AddCheckpoint request, Did witness) throws IOException {
        Map<String, String> headers = tokens.headers(witness, Map.of("Content-Type", "text/plain; charset=utf-8"));
        return client.post(witnessAddress(witness), headers, request.body(), ANSWER_BYTES_MAX);
    }

    private URI witnessAddress(Did witness) throws IOException {
        return counterparty
                .document(witness)
                .service(Service.TRANSPARENCY_LOG)
                .flatMap(service -> service.endpoint().address())
                .map(log -> URI.create(log).resolve("/witness/add-checkpoint"))
                .orElseThrow(
                        () -> new IOException("`" + witness + "` announces no TransparencyLog in its DID document"));
    }

    /** The peer cosigns with its log key, under the same name, as another type of signature. */
    private VerifierKey witnessKey(Did witness) throws IOException {
        List<VerifierKey> keys =
                switch (new DidDocument(witness.text(), counterparty.documentText(witness)).logKeys()) {
                    case Parsed.Valid<List<VerifierKey>>(List<VerifierKey> named) -> named;
                    case Parsed.Malformed<List<VerifierKey>>(String reason) ->
                        throw new IOException("the DID document of `" + witness + "`: " + reason);
                };
        if (keys.isEmpty()) {
            throw new IOException("`" + witness + "` announces no TransparencyLog in its DID document");
        }
        return keys.getFirst().as(SignatureType.COSIGNATURE_ED25519);
    }
}
