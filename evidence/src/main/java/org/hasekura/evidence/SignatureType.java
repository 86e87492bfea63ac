package org.hasekura.evidence;

import java.util.Optional;

/** The signature types of C2SP signed-note, by their identifier byte. All can be read; {@link #canVerify} says which can be checked here. */
public enum SignatureType {
    /** Ed25519 over the note text. */
    ED25519(0x01, 32),
    /** ECDSA as in transparency-dev/witness; the key is an SPKI. */
    ECDSA(0x02, 0),
    /** Timestamped Ed25519 cosignature, C2SP tlog-cosignature {@code cosignature/v1}. */
    COSIGNATURE_ED25519(0x04, 32),
    /** RFC 6962 TreeHeadSignature, C2SP static-ct-api. */
    TREE_HEAD(0x05, 0),
    /** Timestamped ML-DSA-44 (sub)tree cosignature. */
    COSIGNATURE_ML_DSA_44(0x06, 1312),
    /** Anything without an assigned byte. */
    OTHER(0xff, 0);

    private final int identifier;
    private final int keyBytes;

    SignatureType(int identifier, int keyBytes) {
        this.identifier = identifier;
        this.keyBytes = keyBytes;
    }

    /** The type with this identifier byte. */
    public static Optional<SignatureType> of(int identifier) {
        for (SignatureType type : values()) {
            if (type.identifier == identifier) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The identifier byte, 0–255. */
    public int identifier() {
        return identifier;
    }

    /** Whether a witness may sign with it: it carries a time. */
    public boolean isCosignature() {
        return this == COSIGNATURE_ED25519 || this == COSIGNATURE_ML_DSA_44;
    }

    /** Whether {@link VerifierKey#check} knows how to check it. */
    public boolean canVerify() {
        return this == ED25519 || this == COSIGNATURE_ED25519;
    }

    boolean fits(int length) {
        return keyBytes == 0 || keyBytes == length;
    }
}
