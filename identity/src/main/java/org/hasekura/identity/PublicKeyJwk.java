package org.hasekura.identity;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A public key as a DID document carries it, Ed25519 or P-256, parsed once into the JDK's form.
 *
 * <p>Keeping the parsed key beside its text makes a cached document the cache of its keys. Equality is that of the
 * text, which is canonical.
 */
public final class PublicKeyJwk {

    /** The signature algorithms we verify, by their JOSE names (RFC 8037 §3.1, RFC 7518 §3.4). */
    public enum Algorithm {
        EdDSA("Ed25519", "Ed25519", "an Ed25519 key that is not canonical, of small order, or no point of the curve"),
        ES256("EC", "SHA256withECDSAinP1363Format", "a P-256 key that is not a point of the curve");

        private final String family;
        private final String jdkName;
        private final String notAPoint;

        Algorithm(String family, String jdkName, String notAPoint) {
            this.family = family;
            this.jdkName = jdkName;
            this.notAPoint = notAPoint;
        }
    }

    private static final int SIGNATURE_BYTES = 64;

    private final Algorithm algorithm;
    private final String x;
    private final Optional<String> y;
    private final PublicKey key;
    /** The point of an Ed25519 key; absent for P-256, which the JDK verifies. */
    private final Optional<Ed25519.PublicPoint> point;

    private PublicKeyJwk(
            Algorithm algorithm, String x, Optional<String> y, PublicKey key, Optional<Ed25519.PublicPoint> point) {
        this.algorithm = algorithm;
        this.x = x;
        this.y = y;
        this.key = key;
        this.point = point;
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

    /** The public half of one of our own keys. */
    public static PublicKeyJwk of(EdECPublicKey key) {
        return of(ed25519(Base64Url.encode(CurvePoints.ed25519Bytes(key))));
    }

    /** A P-256 key in the JDK's form, as a key store or a test hands it out. */
    public static PublicKeyJwk of(ECPublicKey key) {
        String x = Base64Url.encode(CurvePoints.coordinateBytes(key.getW().getAffineX()));
        String y = Base64Url.encode(CurvePoints.coordinateBytes(key.getW().getAffineY()));
        return of(p256(x, y));
    }

    private static PublicKeyJwk of(Parse parse) {
        return switch (parse) {
            case Parse.Parsed(PublicKeyJwk parsed) -> parsed;
            case Parse.Unusable(String words) -> throw new IllegalArgumentException(words);
        };
    }

    private static Parse parse(Algorithm algorithm, String x, Optional<String> y) {
        Optional<byte[]> xBytes = Base64Url.decode(x).filter(bytes -> bytes.length == CurvePoints.COORDINATE_BYTES);
        Optional<byte[]> yBytes =
                Base64Url.decode(y.orElse(x)).filter(bytes -> bytes.length == CurvePoints.COORDINATE_BYTES);
        if (xBytes.isEmpty() || yBytes.isEmpty()) {
            return new Parse.Unusable("a coordinate that is not 32 bytes in base64url without padding");
        }
        Optional<? extends KeySpec> spec = switch (algorithm) {
            case EdDSA -> CurvePoints.ed25519(xBytes.get());
            case ES256 -> CurvePoints.p256(new BigInteger(1, xBytes.get()), new BigInteger(1, yBytes.get()));
        };
        if (spec.isEmpty()) {
            return new Parse.Unusable(algorithm.notAPoint);
        }
        Optional<Ed25519.PublicPoint> point = algorithm == Algorithm.EdDSA
                ? Optional.ofNullable(Ed25519.validatePublicKeyFullExport(xBytes.get(), 0))
                : Optional.empty();
        if (algorithm == Algorithm.EdDSA && point.isEmpty()) {
            return new Parse.Unusable(algorithm.notAPoint);
        }
        try {
            return new Parse.Parsed(new PublicKeyJwk(algorithm, x, y, make(algorithm, spec.get()), point));
        } catch (InvalidKeyException _) {
            return new Parse.Unusable(algorithm.notAPoint);
        }
    }

    /** The JDK's key, tried once: that the number is no point of the curve shows only when a verifier takes it up. */
    private static PublicKey make(Algorithm algorithm, KeySpec spec) throws InvalidKeyException {
        try {
            PublicKey key = KeyFactory.getInstance(algorithm.family).generatePublic(spec);
            Signature.getInstance(algorithm.jdkName).initVerify(key);
            return key;
        } catch (InvalidKeySpecException e) {
            throw new InvalidKeyException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK lacks " + algorithm.jdkName, e);
        }
    }

    /**
     * Whether the signature, 64 bytes in the raw form of JOSE, is by this key over the input.
     *
     * <p>Ed25519 by Bouncy Castle, which refuses non-canonical signatures, P-256 by the JDK, which refuses numbers outside
     * their range.
     */
    public boolean verifies(byte[] input, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) {
            return false;
        }
        if (point.isPresent()) {
            return Ed25519.verify(signature, 0, point.get(), input, 0, input.length);
        }
        try {
            Signature verifier = Signature.getInstance(algorithm.jdkName);
            verifier.initVerify(key);
            verifier.update(input);
            return verifier.verify(signature);
        } catch (SignatureException e) {
            // The JDK throws for a signature that cannot be one, where others answer false.
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks " + algorithm.jdkName, e);
        }
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
