package org.hasekura.evidence;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * One signature line of a note: {@code — <key name> <base64 of key id and signature>}.
 *
 * @param keyName name of the key that is said to have signed
 * @param encoded base64 of the four bytes of key id and the signature
 */
public record NoteSignature(String keyName, String encoded) {

    private static final String DASH = "\u2014 ";

    static NoteSignature of(VerifierKey key, byte[] signature) {
        byte[] bytes = ByteBuffer.allocate(4 + signature.length)
                .putInt(key.keyId())
                .put(signature)
                .array();
        return new NoteSignature(key.name(), Base64.getEncoder().encodeToString(bytes));
    }

    /** Reads one line, without its newline. */
    public static Parsed<NoteSignature> parse(String line) {
        return Parsed.reading(() -> read(line));
    }

    static NoteSignature read(String line) throws MalformedException {
        String[] parts = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
        if (parts.length != 2 || !VerifierKey.isName(parts[0])) {
            throw new MalformedException("`" + Texts.shown(line) + "` is not a signature line");
        }
        if (Texts.base64(parts[1]).length < 5) {
            throw new MalformedException("the signature of `" + Texts.shown(parts[0]) + "` is too short");
        }
        return new NoteSignature(parts[0], parts[1]);
    }

    /** The id of the key; identifies, proves nothing. */
    public int keyId() {
        return ByteBuffer.wrap(Base64.getDecoder().decode(encoded)).getInt();
    }

    /** Whether it says it is by this key: name and key id. */
    public boolean isOf(VerifierKey key) {
        return key.name().equals(keyName) && key.keyId() == keyId();
    }

    /** The signature without the key id. */
    public byte[] signature() {
        byte[] bytes = Base64.getDecoder().decode(encoded);
        return Arrays.copyOfRange(bytes, 4, bytes.length);
    }

    /** The line, with its newline. */
    public String line() {
        return DASH + keyName + " " + encoded + "\n";
    }
}
