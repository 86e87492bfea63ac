package org.hasekura.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A random sample that anybody can draw again: from the seed, the number of things to draw from, and nothing else.
 *
 * <p>The method, in full. For i = 0, 1, 2, …: let x be the first eight bytes of SHA-256 over the seed in UTF-8, a newline,
 * and i in decimal, read as an unsigned big-endian number. If x is not below the largest multiple of the population that is
 * at most 2^64, go on with the next i, so that all are equally likely. Otherwise draw number x mod population, unless it was
 * drawn before. Stop when there are as many as wanted, or all.
 */
public final class EntrySample {

    /** The largest sample. */
    public static final int SIZE_MAX = 1_000;

    private EntrySample() {}

    /**
     * Numbers from 0 to {@code population - 1}, each at most once, in the order in which they were drawn.
     *
     * @param size 1 to {@link #SIZE_MAX}
     */
    public static List<Long> of(String seed, long population, int size) {
        if (size < 1 || size > SIZE_MAX || population < 0) {
            throw new IllegalArgumentException("no sample of " + size + " out of " + population);
        }
        Set<Long> drawn = new LinkedHashSet<>();
        long wanted = Math.min(size, population);
        for (long i = 0; drawn.size() < wanted; i++) {
            long x = ByteBuffer.wrap(Hash.sha256((seed + "\n" + i).getBytes(StandardCharsets.UTF_8))
                            .bytes())
                    .getLong();
            if (isFair(x, population)) {
                drawn.add(Long.remainderUnsigned(x, population));
            }
        }
        return List.copyOf(drawn);
    }

    /** Whether x, unsigned, lies below the largest multiple of the population that is at most 2^64. */
    private static boolean isFair(long x, long population) {
        // 2^64 mod population, by unsigned wrap-around: (2^64 - population) mod population.
        long beyond = Long.remainderUnsigned(-population, population);
        return beyond == 0 || Long.compareUnsigned(x, -beyond) < 0;
    }
}
