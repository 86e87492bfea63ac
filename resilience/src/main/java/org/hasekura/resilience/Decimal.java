package org.hasekura.resilience;

import java.nio.charset.StandardCharsets;

/**
 * Decimal numbers read from bytes, to the nearest {@code double}. Up to 2⁵³ and powers of ten up to 10²² both factors are
 * exact, so one multiplication or division rounds once and correctly (W. D. Clinger, PLDI 1990); what is longer goes to
 * {@link Double#parseDouble}.
 */
final class Decimal {

    private static final long EXACT_MAX = 1L << 53;
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private Decimal() {}

    /** The number, or NaN if it is none. */
    static double parse(byte[] bytes, int start, int end) {
        int at = start;
        boolean negative = at < end && bytes[at] == '-';
        if (at < end && (bytes[at] == '-' || bytes[at] == '+')) {
            at++;
        }
        long digits = 0;
        int scale = 0;
        int count = 0;
        boolean afterPoint = false;
        for (; at < end; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                if (digits > (EXACT_MAX - 9) / 10) {
                    return slowly(bytes, start, end);
                }
                digits = 10 * digits + digit;
                scale += afterPoint ? 1 : 0;
                count++;
            } else if (bytes[at] == '.' && !afterPoint) {
                afterPoint = true;
            } else {
                return slowly(bytes, start, end);
            }
        }
        if (count == 0 || scale >= POWERS_OF_TEN.length) {
            return slowly(bytes, start, end);
        }
        double value = digits / POWERS_OF_TEN[scale];
        return negative ? -value : value;
    }

    private static double slowly(byte[] bytes, int start, int end) {
        // Java also reads "1f", "0x1p3" and "NaN", which are no decimal numbers.
        for (int at = start; at < end; at++) {
            byte b = bytes[at];
            boolean known = (b >= '0' && b <= '9') || b == '.' || b == '-' || b == '+' || b == 'e' || b == 'E';
            if (!known) {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1));
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }
}
