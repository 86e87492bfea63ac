package org.hasekura.exchange;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and how long a silent peer is asked again: growing, jittered delays, then an end.
 *
 * @param first the delay before the second try
 * @param factor by which each delay is longer than the one before, at least 1
 * @param longest no delay is longer
 * @param attemptsMax after so many tries the exchange is ended with a reason
 * @param giveUpAfter so long after the first try the exchange is ended with a reason, if as many tries were made as belong
 *     into that time: a clock that jumps, or a node that was stopped for long, is no sign that the peer is silent
 */
public record RetryPlan(Duration first, double factor, Duration longest, int attemptsMax, Duration giveUpAfter) {

    /** Quickly at first, then every five minutes, for a day. */
    public static final RetryPlan STANDARD =
            new RetryPlan(Duration.ofMillis(500), 2, Duration.ofMinutes(5), 500, Duration.ofHours(24));

    public RetryPlan {
        if (!first.isPositive() || factor < 1 || attemptsMax < 1 || !giveUpAfter.isPositive()) {
            throw new IllegalArgumentException("cannot be kept: first " + first + ", factor " + factor + ", attempts "
                    + attemptsMax + ", give up after " + giveUpAfter);
        }
    }

    /** The delay after the given number of tries: between half and all of what the plan says. */
    public Duration delayAfter(int attempts, RandomGenerator random) {
        double grown = first.toMillis() * Math.pow(factor, attempts - 1.0);
        long full = (long) Math.min((double) longest.toMillis(), grown);
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }

    /** Whether another try is worth it. */
    public boolean goesOn(int attempts, Duration sinceFirst) {
        boolean isTooLate = sinceFirst.compareTo(giveUpAfter) >= 0 && attempts >= fewestTriesUntilGivingUp();
        return attempts < attemptsMax && !isTooLate;
    }

    /** How many tries there are until then if each delay is as long as it can be. */
    private int fewestTriesUntilGivingUp() {
        double left = (double) giveUpAfter.toMillis();
        int tries = 1;
        for (double delay = (double) first.toMillis(); left > 0 && tries < attemptsMax; delay *= factor, tries++) {
            left -= Math.min(delay, (double) longest.toMillis());
        }
        return tries;
    }
}
