package org.hasekura.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A public key with its name, as a <i>vkey</i> of C2SP signed-note: {@code <name>+<8 hex key id>+base64(type || key)}.
 *
 * @param name key name; no space, no plus
 * @param keyId first four bytes of {@code SHA-256(name || 0x0A || type || key)}, for ECDSA of {@code SHA-256(SPKI)}
 * @param type how it signs
 * @param encoded base64 of type byte and key
 */
public record VerifierKey(String name, int keyId, SignatureType type, String encoded) {

    /** Reads a vkey. A key id that is not the one of the key is refused: it could only mislead. */
    public static Parsed<VerifierKey> parse(String vkey) {
        return Parsed.reading(() -> read(vkey));
    }

    static VerifierKey read(String vkey) throws MalformedException {
        // The base64 part may contain plus signs itself, so only the first two divide.
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3 || !isName(parts[0]) || !parts[1].matches("[0-9a-f]{8}")) {
            throw new MalformedException(
                    "`" + Texts.shown(vkey) + "` is not a key of the form <name>+<key id>+<base64>");
        }
        byte[] typed = Texts.base64(parts[2]);
        if (typed.length < 2) {
            throw new MalformedException("the key of `" + parts[0] + "` is empty");
        }
        int identifier = typed[0] & 0xff;
        SignatureType type = SignatureType.of(identifier)
                .orElseThrow(() -> new MalformedException(
                        "the key of `" + parts[0] + "` is of the unassigned type " + identifier));
        if (!type.fits(typed.length - 1)) {
            throw new MalformedException(
                    "the key of `" + parts[0] + "` has " + (typed.length - 1) + " bytes, wrong for " + type);
        }
        int keyId = keyId(parts[0], type, typed);
        if (keyId != HexFormat.fromHexDigits(parts[1])) {
            throw new MalformedException(
                    "the key id of `" + parts[0] + "` should be " + hex(keyId) + ", not " + parts[1]);
        }
        return new VerifierKey(parts[0], keyId, type, parts[2]);
    }

    /** The vkey of an Ed25519 key of the JDK, for signing notes ({@code ED25519}) or cosigning. */
    public static VerifierKey of(String name, SignatureType type, PublicKey key) {
        return of(name, type, Ed25519.raw(key));
    }

    /** The vkey of an Ed25519 key of 32 bytes, for signing notes ({@code ED25519}) or cosigning. */
    public static VerifierKey of(String name, SignatureType type, byte[] key) {
        if (!isName(name) || !type.canVerify() || !type.fits(key.length)) {
            throw new IllegalArgumentException("no key of type " + type + " with the name `" + name + "`");
        }
        byte[] typed = new byte[33];
        typed[0] = (byte) type.identifier();
        System.arraycopy(key, 0, typed, 1, 32);
        return new VerifierKey(
                name, keyId(name, type, typed), type, Base64.getEncoder().encodeToString(typed));
    }

    /**
     * The same Ed25519 key under the same name for the other use: a node may log and cosign with one key, the two kinds of
     * signature never cover the same bytes.
     */
    public VerifierKey as(SignatureType other) {
        if (!type.canVerify() || !other.canVerify()) {
            throw new IllegalArgumentException("a key of type " + type + " cannot be used as " + other);
        }
        byte[] typed = Base64.getDecoder().decode(encoded);
        typed[0] = (byte) other.identifier();
        return new VerifierKey(
                name, keyId(name, other, typed), other, Base64.getEncoder().encodeToString(typed));
    }

    /** Whether a text may be a key name: not empty, no Unicode space, no control character, no plus. */
    static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(c -> c == '+'
                                || Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || Character.isISOControl(c));
    }

    private static int keyId(String name, SignatureType type, byte[] typed) {
        byte[] key = Arrays.copyOfRange(typed, 1, typed.length);
        Hash hash = type == SignatureType.ECDSA
                ? Hash.sha256(key)
                : Hash.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typed);
        return (int) (hash.a() >>> 32);
    }

    /** The key itself, without the type byte. */
    public byte[] key() {
        byte[] typed = Base64.getDecoder().decode(encoded);
        return Arrays.copyOfRange(typed, 1, typed.length);
    }

    /** The vkey text. */
    public String vkey() {
        return name + "+" + hex(keyId) + "+" + encoded;
    }

    /** What this key says about a signature line that carries its name and id. */
    public KeyCheck check(String text, NoteSignature line) {
        byte[] signature = line.signature();
        return switch (type) {
            case ED25519 ->
                Ed25519.verify(key(), text.getBytes(StandardCharsets.UTF_8), signature)
                        ? new KeyCheck.Good(new VerifiedSignature(this, Optional.empty()))
                        : new KeyCheck.Bad("the signature of `" + name + "` does not fit the text");
            case COSIGNATURE_ED25519 -> checkCosignature(text, signature);
            default -> new KeyCheck.Unable("signatures of type " + type + " cannot be checked here");
        };
    }

    private KeyCheck checkCosignature(String text, byte[] signature) {
        if (signature.length != Cosignature.BYTES) {
            return new KeyCheck.Bad("the cosignature of `" + name + "` has " + signature.length + " bytes, not 72");
        }
        long seconds = ByteBuffer.wrap(signature).getLong();
        byte[] rest = Arrays.copyOfRange(signature, Long.BYTES, signature.length);
        if (seconds < 0 || seconds > Cosignature.LATEST_SECONDS) {
            return new KeyCheck.Bad("the cosignature of `" + name + "` has no possible time");
        }
        return Ed25519.verify(key(), Cosignature.message(seconds, text), rest)
                ? new KeyCheck.Good(new VerifiedSignature(this, Optional.of(Instant.ofEpochSecond(seconds))))
                : new KeyCheck.Bad("the cosignature of `" + name + "` does not fit the checkpoint and its time");
    }

    private static String hex(int keyId) {
        return HexFormat.of().toHexDigits(keyId);
    }

    @Override
    public String toString() {
        return vkey();
    }
}
