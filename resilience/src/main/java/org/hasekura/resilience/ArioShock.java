package org.hasekura.resilience;

/**
 * Capacity that industries lose for a time.
 *
 * @param pattern which industries, as {@link IoTable#matching} reads it
 * @param share how much they lose, from 0 to 1
 * @param startDay the day on which it happens; production feels it on the next
 * @param days how long all of it stays lost
 * @param recoveryDays in how many days it then comes back, by the same amount each day
 */
public record ArioShock(String pattern, double share, int startDay, int days, int recoveryDays) {

    /** A shock that can be. */
    public ArioShock {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a loss lies between 0 and 1, not at " + share);
        }
        if (startDay < 0 || days < 1 || recoveryDays < 1) {
            throw new IllegalArgumentException(
                    "a shock begins on day 0 or later, and lasts and recovers for a day or more");
        }
    }

    /** What is lost on a day, as production feels it. */
    double lost(int day) {
        // BoARIO takes an event over into its capacity one step after it happened and one step after each repair.
        int felt = day - 1 - startDay;
        if (felt < 0) {
            return 0;
        }
        int repaired = Math.max(0, felt - days - 1);
        double left = share * (1 - (double) repaired / recoveryDays);
        return repaired == 0 ? share : Math.max(0, Math.rint(left * 1e6) / 1e6);
    }
}
