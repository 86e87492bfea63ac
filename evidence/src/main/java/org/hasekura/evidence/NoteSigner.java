package org.hasekura.evidence;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.List;

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
        VerifierKey key = VerifierKey.of(name, SignatureType.ED25519, keys.getPublic());
        return new NoteSigner() {
            @Override
            public VerifierKey key() {
                return key;
            }

            @Override
            public NoteSignature sign(String text) {
                return NoteSignature.of(key, Ed25519.sign(keys.getPrivate(), text.getBytes(StandardCharsets.UTF_8)));
            }
        };
    }
}
