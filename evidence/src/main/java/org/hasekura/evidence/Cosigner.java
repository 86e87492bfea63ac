package org.hasekura.evidence;

import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Signs checkpoints of others as a witness does: timestamped Ed25519, {@code cosignature/v1}. */
public interface Cosigner {

    /** What others verify with; of the type {@link SignatureType#COSIGNATURE_ED25519}. */
    VerifierKey key();

    /** The signature line for this checkpoint text at this time, to the second. Check consistency first: {@link Witness}. */
    NoteSignature cosign(String text, Instant at);

    /** A cosigner with an Ed25519 key pair of the JDK. One key pair must not serve two names. */
    static Cosigner ed25519(String name, KeyPair keys) {
        return ed25519(name, Ed25519.raw(keys.getPublic()), message -> Ed25519.sign(keys.getPrivate(), message));
    }

    /**
     * A cosigner whose key is with somebody else.
     *
     * @param publicKey 32 bytes (RFC 8032 §5.1.5)
     * @param signing the Ed25519 signature, 64 bytes, over a message
     */
    static Cosigner ed25519(String name, byte[] publicKey, UnaryOperator<byte[]> signing) {
        VerifierKey key = VerifierKey.of(name, SignatureType.COSIGNATURE_ED25519, publicKey);
        return new Cosigner() {
            @Override
            public VerifierKey key() {
                return key;
            }

            @Override
            public NoteSignature cosign(String text, Instant at) {
                long seconds = at.getEpochSecond();
                byte[] signature = signing.apply(Cosignature.message(seconds, text));
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
