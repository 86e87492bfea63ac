package org.hasekura.exchange;

import java.time.Duration;
import java.util.Optional;

/**
 * What this side does next by itself: an act, at once or after a while, or nothing because it is the peer's turn.
 *
 * @param rule the name of the dataset's rule that decided it, where one did
 */
public record Next<A>(Optional<A> act, Duration delay, Optional<String> rule) {

    public Next(Optional<A> act, Duration delay) {
        this(act, delay, Optional.empty());
    }

    /** The same, as decided by the rule of that name. */
    public Next<A> by(String ruleId) {
        return new Next<>(act, delay, Optional.of(ruleId));
    }

    public static <A> Next<A> now(A act) {
        return new Next<>(Optional.of(act), Duration.ZERO);
    }

    public static <A> Next<A> after(Duration delay, A act) {
        return new Next<>(Optional.of(act), delay);
    }

    public static <A> Next<A> nothing() {
        return new Next<>(Optional.empty(), Duration.ZERO);
    }

    /** The act that belongs into the same commit as the step it follows. */
    public Optional<A> atOnce() {
        return delay.isZero() ? act : Optional.empty();
    }
}
