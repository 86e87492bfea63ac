package org.hasekura.law;

import java.util.Locale;

/** What becomes of a flow when decisions end. */
public enum Fate {
    /** Allowed the day before, forbidden from that day on. */
    FALLS,
    /** Allowed the day before; from that day on somebody has to establish something first, so it must not go on meanwhile. */
    UNDECIDED,
    /** It rested on a decision that ends, and is allowed on another ground. */
    HOLDS_OTHERWISE,
    /** It rested on nothing that ends. */
    UNTOUCHED,
    /** It was not allowed the day before either. */
    NOT_ALLOWED_BEFORE;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Such as {@code holds-otherwise}. */
    public String code() {
        return code;
    }

    /** Whether somebody has to act. */
    public boolean asksForWork() {
        return this == FALLS || this == UNDECIDED;
    }
}
