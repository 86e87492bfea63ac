package org.hasekura.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.UnaryOperator;

/** A node's own clock, which may show something else than the time that it is. */
final class SkewedClock extends Clock {

    private final Clock right;
    private UnaryOperator<Instant> shown = UnaryOperator.identity();

    SkewedClock(Clock right) {
        this.right = right;
    }

    void show(UnaryOperator<Instant> value) {
        shown = value;
    }

    @Override
    public ZoneId getZone() {
        return right.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return right.withZone(zone);
    }

    @Override
    public Instant instant() {
        return shown.apply(right.instant());
    }
}
