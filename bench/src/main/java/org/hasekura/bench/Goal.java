package org.hasekura.bench;

/**
 * What a figure is to reach, in its own unit.
 *
 * @param words how the bound came about, for example from the fsync of the same run
 */
record Goal(double bound, boolean isAtMost, String unit, String words) {

    static Goal atMost(double bound, String unit, String words) {
        return new Goal(bound, true, unit, words);
    }

    static Goal atLeast(double bound, String unit, String words) {
        return new Goal(bound, false, unit, words);
    }

    boolean isMetBy(Amount amount) {
        return isAtMost ? amount.median() <= bound : amount.median() >= bound;
    }

    /** How many times the bound was measured. */
    double ratio(Amount amount) {
        return amount.median() / bound;
    }

    String text() {
        String number = (isAtMost ? "≤ " : "≥ ") + Amount.number(bound) + " " + unit;
        return words.isEmpty() ? number : number + " (" + words + ")";
    }
}
