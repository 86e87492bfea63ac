package org.hasekura.resilience;

/**
 * Random numbers that depend on a seed and on what they are for, never on who asks first: SplitMix64 (G. Steele, D. Lea,
 * C. Flood, OOPSLA 2014), begun anew for each purpose and index. The same on every machine and in any number of threads.
 */
final class Chance {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;

    /**
     * The numbers of one thing.
     *
     * @param purpose keeps draws for different purposes apart
     * @param index of the thing, for example the number of a firm
     */
    Chance(long seed, int purpose, long index) {
        state = mix(mix(seed + GOLDEN * purpose) + GOLDEN * index);
    }

    /** A number from 0 up to but not including 1, in steps of 2⁻⁵³. */
    double uniform() {
        state += GOLDEN;
        return (mix(state) >>> 11) * 0x1p-53;
    }

    /** A whole number below {@code bound}. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** A number of the standard normal distribution (Box and Muller 1958; the second of the pair is not used). */
    double normal() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * Math.PI * uniform());
    }

    /** A number of the exponential distribution with mean 1. */
    double exponential() {
        return -StrictMath.log(1 - uniform());
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /**
     * How likely a standard normal number is larger: {@code erfc(z/√2)/2}, by a rational Chebyshev approximation with a
     * relative error below 1.2·10⁻⁷ everywhere (W. Press et al., Numerical Recipes, §6.2).
     */
    static double normalAbove(double z) {
        double x = Math.abs(z) / Math.sqrt(2);
        double t = 1 / (1 + 0.5 * x);
        double exponent = 0.17087277;
        double[] coefficients = {
            -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196, 1.00002368
        };
        for (double each : coefficients) {
            exponent = each + t * exponent;
        }
        double tail = 0.5 * t * StrictMath.exp(-x * x - 1.26551223 + t * exponent);
        return z >= 0 ? tail : 1 - tail;
    }
}
