package org.hasekura.exchange;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** New names for things: UUIDs of version 7, which sort by the millisecond they were made in. Source: RFC 9562 §5.7. */
public final class Ids {
    private final Clock clock;
    private final RandomGenerator random;

    /** The random source must be safe for use by several threads. */
    public Ids(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public String next() {
        long time = clock.millis() << 16;
        long high = time | 0x7000L | (random.nextLong() & 0x0fffL);
        long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
