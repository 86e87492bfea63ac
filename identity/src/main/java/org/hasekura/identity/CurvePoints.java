package org.hasekura.identity;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The curve points we accept as public keys, and their bytes.
 *
 * <p>An Ed25519 key of small order would verify one signature over many messages, so that its owner could deny any of
 * them; such keys are refused, as are encodings that are not canonical (RFC 8032 §5.1.3).
 */
final class CurvePoints {

    static final int COORDINATE_BYTES = 32;

    private static final BigInteger ED25519_PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

    /** The second coordinates of the eight points of small order: y = 0, 1, -1 and two of order eight. */
    private static final Set<BigInteger> ED25519_SMALL_ORDER = Stream.of(
                    "0000000000000000000000000000000000000000000000000000000000000000",
                    "0100000000000000000000000000000000000000000000000000000000000000",
                    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a")
            .map(hex -> littleEndian(HexFormat.of().parseHex(hex)))
            .collect(Collectors.toUnmodifiableSet());

    private static final ECParameterSpec P256 = p256Parameters();

    private CurvePoints() {}

    /** The key of 32 bytes: y in little-endian order, the sign of x in the highest bit (RFC 8032 §5.1.2). */
    static Optional<EdECPublicKeySpec> ed25519(byte[] encoded) {
        byte[] magnitude = encoded.clone();
        boolean xIsOdd = magnitude[COORDINATE_BYTES - 1] < 0;
        magnitude[COORDINATE_BYTES - 1] &= 0x7f;
        BigInteger y = littleEndian(magnitude);
        if (y.compareTo(ED25519_PRIME) >= 0 || ED25519_SMALL_ORDER.contains(y)) {
            return Optional.empty();
        }
        return Optional.of(new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(xIsOdd, y)));
    }

    static byte[] ed25519Bytes(EdECPublicKey key) {
        byte[] encoded = reversed(coordinateBytes(key.getPoint().getY()));
        if (key.getPoint().isXOdd()) {
            encoded[COORDINATE_BYTES - 1] |= (byte) 0x80;
        }
        return encoded;
    }

    /** The point if it lies on P-256: y² = x³ + ax + b. The JDK builds keys from points off the curve too. */
    static Optional<ECPublicKeySpec> p256(BigInteger x, BigInteger y) {
        BigInteger prime = ((ECFieldFp) P256.getCurve().getField()).getP();
        BigInteger right = x.pow(3)
                .add(P256.getCurve().getA().multiply(x))
                .add(P256.getCurve().getB())
                .mod(prime);
        boolean onCurve = x.compareTo(prime) < 0
                && y.compareTo(prime) < 0
                && y.modPow(BigInteger.TWO, prime).equals(right);
        return onCurve ? Optional.of(new ECPublicKeySpec(new ECPoint(x, y), P256)) : Optional.empty();
    }

    /** A coordinate as 32 bytes in big-endian order. */
    static byte[] coordinateBytes(BigInteger coordinate) {
        byte[] shortest = coordinate.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        int length = Math.min(shortest.length, COORDINATE_BYTES);
        System.arraycopy(shortest, shortest.length - length, fixed, COORDINATE_BYTES - length, length);
        return fixed;
    }

    private static BigInteger littleEndian(byte[] bytes) {
        return new BigInteger(1, reversed(bytes));
    }

    static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    private static ECParameterSpec p256Parameters() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks the curve P-256", e);
        }
    }
}
