package org.hasekura.identity;

import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A public key as a DID document carries it, Ed25519 or P-256, parsed once into the form that verifies.
 *
 * <p>Keeping the parsed key beside its text makes a cached document the cache of its keys. Equality is that of the
 * text, which is canonical.
 */
public final class PublicKeyJwk {

    /** The signature algorithms we verify, by their JOSE names (RFC 8037 §3.1, RFC 7518 §3.4). */
    public enum Algorithm {
        EdDSA("an Ed25519 key that is not canonical, of small order, or no point of the curve"),
        ES256("a P-256 key that is not a point of the curve");

        private final String notAPoint;

        Algorithm(String notAPoint) {
            this.notAPoint = notAPoint;
        }
    }

    private static final int SIGNATURE_BYTES = 64;
    private static final String ES256_IN_JDK = "SHA256withECDSAinP1363Format";

    private final Algorithm algorithm;
    private final String x;
    private final Optional<String> y;
    private final Verifier verifier;

    private PublicKeyJwk(Algorithm algorithm, String x, Optional<String> y, Verifier verifier) {
        this.algorithm = algorithm;
        this.x = x;
        this.y = y;
        this.verifier = verifier;
    }

    /** The key in the form of whoever verifies with it. */
    private interface Verifier {

        /** @param signature 64 bytes */
        boolean verifies(byte[] input, byte[] signature);
    }

    /** The answer to "is this a usable public key?". */
    public sealed interface Parse {
        record Parsed(PublicKeyJwk key) implements Parse {}

        record Unusable(String words) implements Parse {}
    }

    /** A key of {@code kty} OKP and {@code crv} Ed25519, from its {@code x} in base64url (RFC 8037 §2). */
    public static Parse ed25519(String x) {
        return parse(Algorithm.EdDSA, x, Optional.empty());
    }

    /** A key of {@code kty} EC and {@code crv} P-256, from its coordinates in base64url (RFC 7518 §6.2.1). */
    public static Parse p256(String x, String y) {
        return parse(Algorithm.ES256, x, Optional.of(y));
    }

    /** The public half of one of our own keys, 32 bytes (RFC 8032 §5.1.5). */
    static PublicKeyJwk ofEd25519(byte[] key) {
        return of(ed25519(Base64Url.encode(key)));
    }

    /** A P-256 key in the JDK's form, as a key store or a test hands it out. */
    public static PublicKeyJwk of(ECPublicKey key) {
        String x = Base64Url.encode(P256.coordinateBytes(key.getW().getAffineX()));
        String y = Base64Url.encode(P256.coordinateBytes(key.getW().getAffineY()));
        return of(p256(x, y));
    }

    private static PublicKeyJwk of(Parse parse) {
        return switch (parse) {
            case Parse.Parsed(PublicKeyJwk parsed) -> parsed;
            case Parse.Unusable(String words) -> throw new IllegalArgumentException(words);
        };
    }

    private static Parse parse(Algorithm algorithm, String x, Optional<String> y) {
        Optional<byte[]> xBytes = Base64Url.decode(x).filter(bytes -> bytes.length == P256.COORDINATE_BYTES);
        Optional<byte[]> yBytes = Base64Url.decode(y.orElse(x)).filter(bytes -> bytes.length == P256.COORDINATE_BYTES);
        if (xBytes.isEmpty() || yBytes.isEmpty()) {
            return new Parse.Unusable("a coordinate that is not 32 bytes in base64url without padding");
        }
        Optional<Verifier> verifier = switch (algorithm) {
            case EdDSA -> ed25519(xBytes.get());
            case ES256 -> p256(new BigInteger(1, xBytes.get()), new BigInteger(1, yBytes.get()));
        };
        return verifier.<Parse>map(each -> new Parse.Parsed(new PublicKeyJwk(algorithm, x, y, each)))
                .orElseGet(() -> new Parse.Unusable(algorithm.notAPoint));
    }

    /**
     * By Bouncy Castle, faster than the JDK. It refuses signatures that are not canonical, and keys that are not, or that are
     * of small order: such a key would verify one signature over many messages, so that its owner could deny any of them.
     */
    private static Optional<Verifier> ed25519(byte[] key) {
        return Optional.ofNullable(Ed25519.validatePublicKeyFullExport(key, 0))
                .map(point -> (input, signature) -> Ed25519.verify(signature, 0, point, input, 0, input.length));
    }

    /** By the JDK, which refuses numbers outside their range. */
    private static Optional<Verifier> p256(BigInteger x, BigInteger y) {
        return P256.key(x, y).flatMap(PublicKeyJwk::usable).map(key -> (input, signature) -> {
            try {
                Signature verifier = es256(key);
                verifier.update(input);
                return verifier.verify(signature);
            } catch (SignatureException e) {
                // The JDK throws for a signature that cannot be one, where others answer false.
                return false;
            } catch (InvalidKeyException e) {
                throw new IllegalStateException("a key that was usable is no more", e);
            }
        });
    }

    /** The JDK's key, tried once: some of what it finds wrong shows only when a verifier takes the key up. */
    private static Optional<PublicKey> usable(ECPublicKeySpec spec) {
        try {
            PublicKey key = KeyFactory.getInstance("EC").generatePublic(spec);
            Signature _ = es256(key);
            return Optional.of(key);
        } catch (InvalidKeySpecException | InvalidKeyException _) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK lacks elliptic curves", e);
        }
    }

    private static Signature es256(PublicKey key) throws InvalidKeyException {
        try {
            Signature verifier = Signature.getInstance(ES256_IN_JDK);
            verifier.initVerify(key);
            return verifier;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK lacks " + ES256_IN_JDK, e);
        }
    }

    /** Whether the signature, 64 bytes in the raw form of JOSE, is by this key over the input. */
    public boolean verifies(byte[] input, byte[] signature) {
        return signature.length == SIGNATURE_BYTES && verifier.verifies(input, signature);
    }

    /** The one algorithm this key verifies; a token that names another is refused. */
    public Algorithm algorithm() {
        return algorithm;
    }

    /** The first coordinate, or the whole Ed25519 key, 32 bytes in base64url. */
    public String x() {
        return x;
    }

    /** The second coordinate of a P-256 key, 32 bytes in base64url. */
    public Optional<String> y() {
        return y;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicKeyJwk that
                && algorithm == that.algorithm
                && x.equals(that.x)
                && y.equals(that.y);
    }

    @Override
    public int hashCode() {
        return Objects.hash(algorithm, x, y);
    }

    @Override
    public String toString() {
        return algorithm + " " + x;
    }
}
