package org.hasekura.evidence;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.List;
import java.util.function.UnaryOperator;

/** Signs notes as a log does: Ed25519 over the text. The key may be in memory or elsewhere. */
public interface NoteSigner {

    /** What others verify with. */
    VerifierKey key();

    /** The signature line for this note text, which must end in a newline. */
    NoteSignature sign(String text);

    /** A signed note with this signature alone. */
    default Note note(String text) {
        return new Note(text, List.of(sign(text)));
    }

    /** A signer with an Ed25519 key pair of the JDK. */
    static NoteSigner ed25519(String name, KeyPair keys) {
        return ed25519(name, Ed25519.raw(keys.getPublic()), message -> Ed25519.sign(keys.getPrivate(), message));
    }

    /**
     * A signer whose key is with somebody else.
     *
     * @param publicKey 32 bytes (RFC 8032 §5.1.5)
     * @param signing the Ed25519 signature, 64 bytes, over a message
     */
    static NoteSigner ed25519(String name, byte[] publicKey, UnaryOperator<byte[]> signing) {
        VerifierKey key = VerifierKey.of(name, SignatureType.ED25519, publicKey);
        return new NoteSigner() {
            @Override
            public VerifierKey key() {
                return key;
            }

            @Override
            public NoteSignature sign(String text) {
                return NoteSignature.of(key, signing.apply(text.getBytes(StandardCharsets.UTF_8)));
            }
        };
    }
}
