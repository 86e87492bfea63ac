package org.hasekura.law;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A small set of codes that rules ask often, nearly always for one that is not there: one bit answers that, without a look at the
 * strings. Immutable. Sorted, so that equal sets have equal texts.
 */
final class Codes extends AbstractSet<String> {
    private static final Codes NONE = new Codes();

    private final String[] sorted;

    // Invariant: for every code in the set, the bit named by the low six bits of its hash is set.
    private final long bits;

    private Codes(String... sorted) {
        this.sorted = sorted;
        long all = 0;
        for (String code : sorted) {
            all |= bit(code);
        }
        this.bits = all;
    }

    static Codes of(String... codes) {
        return copyOf(Set.of(codes));
    }

    /** The same codes. */
    static Codes copyOf(Set<String> codes) {
        if (codes instanceof Codes same) {
            return same;
        }
        if (codes.isEmpty()) {
            return NONE;
        }
        String[] sorted = codes.toArray(String[]::new);
        Arrays.sort(sorted);
        return new Codes(sorted);
    }

    private static long bit(String code) {
        return 1L << code.hashCode();
    }

    boolean has(String code) {
        return (bits & bit(code)) != 0 && isAmong(code);
    }

    private boolean isAmong(String code) {
        for (String one : sorted) {
            if (one.equals(code)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean contains(@Nullable Object code) {
        return code instanceof String text && has(text);
    }

    @Override
    public int size() {
        return sorted.length;
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.asList(sorted).iterator();
    }
}
