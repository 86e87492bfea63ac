package org.hasekura.identity;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.random.RandomGenerator;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * One of our own Ed25519 keys, with the name its signatures are found by.
 *
 * <p>The JDK makes it, Bouncy Castle signs with it, an order of magnitude faster than the JDK. Its text form never shows
 * the private half.
 */
public final class SigningKey {

    private static final String FAMILY = "Ed25519";

    private final String id;
    private final EdECPrivateKey privateKey;
    private final EdECPublicKey publicKey;
    private final byte[] seed;
    private final byte[] publicKeyBytes;

    private SigningKey(String id, KeyPair pair) {
        if (!id.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("key id `" + Words.shown(id) + "`: letters, digits, `-` and `_` only");
        }
        this.id = id;
        this.privateKey = (EdECPrivateKey) pair.getPrivate();
        this.publicKey = (EdECPublicKey) pair.getPublic();
        this.seed = privateKey.getBytes().orElseThrow();
        this.publicKeyBytes = CurvePoints.ed25519Bytes(publicKey);
    }

    /**
     * A new key from 32 bytes of the random source.
     *
     * @param id the fragment the key is published under, for example {@code token-1}
     * @param random a {@link SecureRandom} outside simulations; whoever can guess it owns the key
     */
    public static SigningKey generate(String id, RandomGenerator random) {
        byte[] seed = new byte[CurvePoints.COORDINATE_BYTES];
        random.nextBytes(seed);
        return new SigningKey(id, pairOf(seed));
    }

    /**
     * The key saved by {@link #pkcs8}.
     *
     * @throws IllegalArgumentException if the bytes are no Ed25519 key
     */
    public static SigningKey load(String id, byte[] pkcs8) {
        try {
            EdECPrivateKey saved =
                    (EdECPrivateKey) KeyFactory.getInstance(FAMILY).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return new SigningKey(id, pairOf(saved.getBytes().orElseThrow()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("key `" + id + "` is not an Ed25519 key in PKCS#8", e);
        }
    }

    /** PKCS#8 (RFC 8410) in DER. Secret: the caller protects what it writes. */
    public byte[] pkcs8() {
        return privateKey.getEncoded();
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
        return PublicKeyJwk.of(publicKey);
    }

    /** The public key, 32 bytes (RFC 8032 §5.1.5), as signed notes carry it. */
    public byte[] publicKeyBytes() {
        return publicKeyBytes.clone();
    }

    /** For rooms that sign by the JDK alone. */
    public EdECPrivateKey privateKey() {
        return privateKey;
    }

    public EdECPublicKey publicKey() {
        return publicKey;
    }

    @Override
    public String toString() {
        return "SigningKey " + id;
    }

    /** PKCS#8 holds the seed alone; the JDK derives the public half only while it generates, so it is handed the seed. */
    private static KeyPair pairOf(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(FAMILY);
            generator.initialize(NamedParameterSpec.ED25519, new FixedRandom(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks " + FAMILY, e);
        }
    }

    private static final class FixedRandom extends SecureRandom {

        private final byte[] seed;

        FixedRandom(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException(
                        "the JDK asked for " + bytes.length + " bytes where a seed has " + seed.length);
            }
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }
}
