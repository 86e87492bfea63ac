package org.hasekura.law;

import java.util.Locale;

/** How sure a fact of the law data is. A ruling carries the weakest of the facts it rests on; it never changes the outcome. */
public enum Confidence {
    CERTAIN,
    LIKELY,
    CHECK;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** {@code certain}, {@code likely} or {@code check}. */
    public String code() {
        return code;
    }

    /** The less sure of the two. */
    public Confidence weaker(Confidence other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
