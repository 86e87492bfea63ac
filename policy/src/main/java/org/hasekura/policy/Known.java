package org.hasekura.policy;

import java.util.Set;

/**
 * What is known of something that can have one value or several.
 *
 * @param values those that it is known to have
 * @param isAll whether it is known to have no other
 */
public record Known(Set<String> values, boolean isAll) {

    private static final Known NOTHING = new Known(Set.of(), false);

    public Known {
        values = Set.copyOf(values);
    }

    /** These values and no other. */
    public static Known exactly(String... values) {
        return new Known(Set.of(values), true);
    }

    /** These values; whether there are others is not known. */
    public static Known atLeast(Set<String> values) {
        return new Known(values, false);
    }

    /** Not known at all. */
    public static Known nothing() {
        return NOTHING;
    }
}
