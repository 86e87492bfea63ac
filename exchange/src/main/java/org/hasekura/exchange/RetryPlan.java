package org.hasekura.exchange;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and how long a silent peer is asked again: growing, jittered delays, then an end.
 *
 * @param first the delay before the second try
 * @param longest no delay is longer
 * @param attemptsMax after so many tries the exchange is ended with a reason
 */
public record RetryPlan(Duration first, Duration longest, int attemptsMax) {

    /** Asks for about two days: quickly at first, then every half hour. */
    public static final RetryPlan STANDARD = new RetryPlan(Duration.ofMillis(200), Duration.ofMinutes(30), 110);

    /** The delay after the given number of tries: doubled each time, between half and all of it. */
    public Duration delayAfter(int attempts, RandomGenerator random) {
        long full = Math.min(longest.toMillis(), first.toMillis() << Math.min(attempts - 1, 30));
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }
}
