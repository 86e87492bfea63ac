package org.hasekura.resilience;

/**
 * Capacity that firms lose on certain days: one entry each in three arrays, in order of the days of a firm.
 *
 * @param firm who loses
 * @param share how much, from 0 to 1; 0 ends what began earlier
 * @param day from which day on, the first day of a run is 0
 */
@SuppressWarnings("ArrayRecordComponent") // Up to a million entries; nobody compares two of these by equals.
public record Damage(int[] firm, double[] share, int[] day) {

    /** Damage whose shares can be. */
    public Damage {
        if (firm.length != share.length || firm.length != day.length) {
            throw new IllegalArgumentException("a damage needs a firm, a share and a day");
        }
        for (double each : share) {
            if (!(each >= 0 && each <= 1)) {
                throw new IllegalArgumentException("a share lies between 0 and 1, not at " + each);
            }
        }
    }

    /** Nothing happens. */
    public static Damage none() {
        return new Damage(new int[0], new double[0], new int[0]);
    }

    /** How many entries there are. */
    public int count() {
        return firm.length;
    }
}
