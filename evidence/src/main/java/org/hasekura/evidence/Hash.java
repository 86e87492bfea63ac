package org.hasekura.evidence;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A SHA-256 value: 32 bytes, held as four big-endian words so that equality is by value and nothing can be changed.
 *
 * @param a bytes 0–7
 * @param b bytes 8–15
 * @param c bytes 16–23
 * @param d bytes 24–31
 */
public record Hash(long a, long b, long c, long d) {

    /** Size of a hash in bytes. */
    public static final int BYTES = 32;

    private static final MessageDigest UNUSED_DIGEST = unusedDigest();

    /** The hash whose 32 bytes stand in {@code bytes} from {@code offset} on. */
    public static Hash at(byte[] bytes, int offset) {
        ByteBuffer words = ByteBuffer.wrap(bytes, offset, BYTES);
        return new Hash(words.getLong(), words.getLong(), words.getLong(), words.getLong());
    }

    /** The hash that these 32 bytes are; {@link IllegalArgumentException} for any other length. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return at(bytes, 0);
    }

    /** SHA-256 of the parts one after another. */
    public static Hash sha256(byte[]... parts) {
        MessageDigest digest = sha256Digest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return at(digest.digest(), 0);
    }

    /** Reads standard base64 with padding (RFC 4648 §4); 44 characters and no other spelling of the same bytes. */
    public static Parsed<Hash> parseBase64(String text) {
        return Parsed.reading(() -> fromBase64(text));
    }

    /** Reads 64 lower-case hexadecimal digits. */
    public static Parsed<Hash> parseHex(String text) {
        return Parsed.reading(() -> fromHex(text));
    }

    static Hash fromBase64(String text) throws MalformedException {
        byte[] bytes = Texts.base64(text);
        if (bytes.length != BYTES) {
            throw new MalformedException("a hash has 32 bytes, `" + Texts.shown(text) + "` has " + bytes.length);
        }
        return at(bytes, 0);
    }

    static Hash fromHex(String text) throws MalformedException {
        if (text.length() != 2 * BYTES || !text.chars().allMatch(Hash::isLowerHexDigit)) {
            throw new MalformedException("`" + Texts.shown(text) + "` is not 64 lower-case hexadecimal digits");
        }
        return at(HexFormat.of().parseHex(text), 0);
    }

    private static boolean isLowerHexDigit(int each) {
        return (each >= '0' && each <= '9') || (each >= 'a' && each <= 'f');
    }

    /** A fresh digest. Cloned from one that nothing is ever put into: to look it up costs as much as a short hash. */
    static MessageDigest sha256Digest() {
        try {
            return (MessageDigest) UNUSED_DIGEST.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
        }
    }

    private static MessageDigest unusedDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The 32 bytes, a fresh array each time. */
    public byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        put(bytes, 0);
        return bytes;
    }

    void put(byte[] into, int offset) {
        ByteBuffer.wrap(into, offset, BYTES).putLong(a).putLong(b).putLong(c).putLong(d);
    }

    /** Standard base64 with padding, as in checkpoints and proofs. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes());
    }

    /** 64 lower-case hexadecimal digits, as in entries. */
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    @Override
    public String toString() {
        return hex();
    }
}
