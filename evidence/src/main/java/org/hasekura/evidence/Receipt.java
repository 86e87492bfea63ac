package org.hasekura.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What proves an entry to a third party, offline, in one file: canonical JSON and a newline.
 *
 * <p>The log's signature and the cosignatures authenticate the entry through the proof and the checkpoint. <b>Not
 * authenticated</b> by any signature are {@code policy}, {@code didDocuments} and {@code developmentMode}: they are the
 * word of whoever made the file. That is why a verifier brings its own policy, and is told whose keys were assumed if it
 * does not. The checksum guards all of the file against damage, not against forgery.
 *
 * @param entry the canonical text of the entry
 * @param proof the C2SP tlog-proof text, with the signed and cosigned checkpoint
 * @param policy the C2SP tlog-policy text it was made for; it names every key that signed the checkpoint
 * @param didDocuments the documents that show whose keys those are
 * @param developmentMode whether the node ran in development mode, in which a receipt proves nothing to others
 * @param leafHash hash of the entry as logged; tells a changed entry from a changed proof
 * @param checksum SHA-256 of the file's canonical JSON without this field
 */
public record Receipt(
        String entry,
        String proof,
        String policy,
        List<DidDocument> didDocuments,
        boolean developmentMode,
        Hash leafHash,
        Hash checksum) {

    /** The format of the receipts written here. */
    public static final String FORMAT = "hasekura-receipt/1";

    /** Largest receipt that is read, in bytes. */
    public static final int BYTES_MAX = 1 << 22;

    /** Most DID documents in a receipt. */
    public static final int DID_DOCUMENTS_MAX = 64;

    public Receipt {
        didDocuments = List.copyOf(didDocuments);
    }

    /**
     * Makes a receipt. Nothing is checked by this: pass the result through {@link ReceiptVerifier#verify} before handing
     * it out, under the policy it is for.
     */
    public static Receipt of(
            Entry entry, TlogProof proof, TrustPolicy policy, List<DidDocument> didDocuments, boolean developmentMode) {
        return ReceiptJson.sealed(
                new String(entry.bytes(), StandardCharsets.UTF_8),
                proof.text(),
                policy.text(),
                didDocuments,
                developmentMode,
                entry.leafHash());
    }

    /** Reads a receipt; anything but the one canonical form of one is refused. */
    public static Parsed<Receipt> parse(byte[] bytes) {
        return Parsed.reading(() -> ReceiptJson.read(bytes));
    }

    /** The file. */
    public byte[] bytes() {
        return ReceiptJson.bytes(this);
    }

    /** Whether the checksum is that of the rest. */
    boolean isUndamaged() {
        return ReceiptJson.checksum(this).equals(checksum);
    }
}
