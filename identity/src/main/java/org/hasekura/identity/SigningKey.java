package org.hasekura.identity;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * One of our own Ed25519 keys, with the name its signatures are found by.
 *
 * <p>Bouncy Castle signs with it, an order of magnitude faster than the JDK. Its text form never shows the private half.
 */
public final class SigningKey {

    /** Everything of a PKCS#8 file of an Ed25519 key that comes before its 32 bytes (RFC 8410 §7). */
    private static final byte[] PKCS8_HEAD = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final String id;
    private final byte[] seed;
    private final byte[] publicKeyBytes;

    private SigningKey(String id, byte[] seed) {
        if (!id.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("key id `" + Words.shown(id) + "`: letters, digits, `-` and `_` only");
        }
        this.id = id;
        this.seed = seed;
        this.publicKeyBytes = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(seed, 0, publicKeyBytes, 0);
    }

    /**
     * A new key from 32 bytes of the random source.
     *
     * @param id the fragment the key is published under, for example {@code token-1}
     * @param random a {@link SecureRandom} outside simulations; whoever can guess it owns the key
     */
    public static SigningKey generate(String id, RandomGenerator random) {
        byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
        random.nextBytes(seed);
        return new SigningKey(id, seed);
    }

    /**
     * The key saved by {@link #pkcs8}.
     *
     * @throws IllegalArgumentException if the bytes are no Ed25519 key
     */
    public static SigningKey load(String id, byte[] pkcs8) {
        boolean isShort = pkcs8.length == PKCS8_HEAD.length + Ed25519.SECRET_KEY_SIZE
                && Arrays.equals(PKCS8_HEAD, Arrays.copyOf(pkcs8, PKCS8_HEAD.length));
        return new SigningKey(
                id, isShort ? Arrays.copyOfRange(pkcs8, PKCS8_HEAD.length, pkcs8.length) : seed(id, pkcs8));
    }

    /** Of a key that was brought along, with whatever else PKCS#8 allows in it. */
    private static byte[] seed(String id, byte[] pkcs8) {
        try {
            EdECPrivateKey saved =
                    (EdECPrivateKey) KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return saved.getBytes().orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("key `" + id + "` is not an Ed25519 key in PKCS#8", e);
        }
    }

    /** PKCS#8 (RFC 8410) in DER. Secret: the caller protects what it writes. */
    public byte[] pkcs8() {
        return ByteBuffer.allocate(PKCS8_HEAD.length + seed.length)
                .put(PKCS8_HEAD)
                .put(seed)
                .array();
    }

    /** The signature over the input, 64 bytes. */
    public byte[] sign(byte[] input) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, publicKeyBytes, 0, input, 0, input.length, signature, 0);
        return signature;
    }

    /** The fragment the key is published under. */
    public String id() {
        return id;
    }

    public PublicKeyJwk publicKeyJwk() {
        return PublicKeyJwk.ofEd25519(publicKeyBytes);
    }

    /** The public key, 32 bytes (RFC 8032 §5.1.5), as signed notes carry it. */
    public byte[] publicKeyBytes() {
        return publicKeyBytes.clone();
    }

    @Override
    public String toString() {
        return "SigningKey " + id;
    }
}
