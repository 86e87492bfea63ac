package org.hasekura.evidence;

import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.time.Instant;

/** Signs checkpoints of others as a witness does: timestamped Ed25519, {@code cosignature/v1}. */
public interface Cosigner {

    /** What others verify with; of the type {@link SignatureType#COSIGNATURE_ED25519}. */
    VerifierKey key();

    /** The signature line for this checkpoint text at this time, to the second. Check consistency first: {@link Witness}. */
    NoteSignature cosign(String text, Instant at);

    /** A cosigner with an Ed25519 key pair of the JDK. One key pair must not serve two names. */
    static Cosigner ed25519(String name, KeyPair keys) {
        VerifierKey key = VerifierKey.of(name, SignatureType.COSIGNATURE_ED25519, keys.getPublic());
        return new Cosigner() {
            @Override
            public VerifierKey key() {
                return key;
            }

            @Override
            public NoteSignature cosign(String text, Instant at) {
                long seconds = at.getEpochSecond();
                byte[] signature = Ed25519.sign(keys.getPrivate(), Cosignature.message(seconds, text));
                return NoteSignature.of(
                        key,
                        ByteBuffer.allocate(Cosignature.BYTES)
                                .putLong(seconds)
                                .put(signature)
                                .array());
            }
        };
    }
}
