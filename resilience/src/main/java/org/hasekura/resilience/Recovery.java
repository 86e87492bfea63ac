package org.hasekura.resilience;

/** How damage becomes less, from the day after it begins. The forms are those of Inoue's published simulator; time counts from
 * the day a firm was damaged. */
public sealed interface Recovery {

    /** It stays. */
    record Never() implements Recovery {}

    /**
     * By the same amount each day, so that all is repaired in time.
     *
     * @param days until nothing is left
     */
    record Linear(double days) implements Recovery {
        /** Over a time that passes. */
        public Linear {
            check(days);
        }
    }

    /**
     * To {@code e^(-t/days)} of what it was, {@code t} days after it began.
     *
     * @param days until a factor of e is repaired
     */
    record Exponential(double days) implements Recovery {
        /** Over a time that passes. */
        public Exponential {
            check(days);
        }
    }

    /**
     * By {@code h/days} of what is left each day, where {@code h} is how far the firm's suppliers and customers are
     * undamaged themselves, on average: who stands among ruins repairs slowly.
     *
     * @param days the time that a firm with sound neighbours needs for a factor of about e
     */
    record Damped(double days) implements Recovery {
        /** Over a time that passes. */
        public Damped {
            check(days);
        }
    }

    private static void check(double days) {
        if (!(days >= 1)) {
            throw new IllegalArgumentException("a recovery takes a day or more, not " + days);
        }
    }
}
