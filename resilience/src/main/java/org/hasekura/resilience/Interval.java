package org.hasekura.resilience;

/**
 * What is known of a number: it lies between two ends, both included. What sources leave open stays open as width; an
 * engine carries both ends through and never takes the middle.
 */
public record Interval(double low, double high) {

    /** From nothing to everything: a share of which nothing is known. */
    public static final Interval UNKNOWN_SHARE = new Interval(0, 1);

    public static final Interval ZERO = exactly(0);

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval needs low <= high, not " + low + " and " + high);
        }
    }

    public static Interval exactly(double value) {
        return new Interval(value, value);
    }

    public boolean isExact() {
        return low == high;
    }

    public Interval plus(Interval other) {
        return new Interval(low + other.low, high + other.high);
    }

    /** Both ends times the same non-negative number. */
    public Interval times(double factor) {
        return new Interval(low * factor, high * factor);
    }

    /** The smallest interval that holds both: two sources, each of which may be right. */
    public Interval hull(Interval other) {
        return new Interval(Math.min(low, other.low), Math.max(high, other.high));
    }

    /** Both ends moved into the bounds. */
    public Interval within(double floor, double ceiling) {
        return new Interval(Math.clamp(low, floor, ceiling), Math.clamp(high, floor, ceiling));
    }

    public boolean holds(double value) {
        return low <= value && value <= high;
    }
}
