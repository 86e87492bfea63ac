package org.hasekura.identity;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Optional;

/** The curve P-256 (FIPS 186-5), its points as public keys, and their coordinates as bytes. */
final class P256 {

    static final int COORDINATE_BYTES = 32;

    private static final ECParameterSpec CURVE = parameters();

    private P256() {}

    /** The key if the point lies on the curve: y² = x³ + ax + b. The JDK builds keys from points off the curve too. */
    static Optional<ECPublicKeySpec> key(BigInteger x, BigInteger y) {
        BigInteger prime = ((ECFieldFp) CURVE.getCurve().getField()).getP();
        BigInteger right = x.pow(3)
                .add(CURVE.getCurve().getA().multiply(x))
                .add(CURVE.getCurve().getB())
                .mod(prime);
        boolean onCurve = x.compareTo(prime) < 0
                && y.compareTo(prime) < 0
                && y.modPow(BigInteger.TWO, prime).equals(right);
        return onCurve ? Optional.of(new ECPublicKeySpec(new ECPoint(x, y), CURVE)) : Optional.empty();
    }

    /** A coordinate as 32 bytes in big-endian order. */
    static byte[] coordinateBytes(BigInteger coordinate) {
        byte[] shortest = coordinate.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        int length = Math.min(shortest.length, COORDINATE_BYTES);
        System.arraycopy(shortest, shortest.length - length, fixed, COORDINATE_BYTES - length, length);
        return fixed;
    }

    private static ECParameterSpec parameters() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks the curve P-256", e);
        }
    }
}
