package org.hasekura.node;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How fast bytes move now, from what was seen of them before: the mean between two looks that are at least a second apart, each
 * counted for half against all that came before. Nothing runs by itself; who looks seldom gets the mean of a longer time.
 */
final class Pace {

    private static final int KEPT_MAX = 1_000;
    private static final Duration APART = Duration.ofSeconds(1);
    private static final double NEWEST_SHARE = 0.5;

    private final Clock clock;
    // Owned by this object's monitor; the oldest come first.
    private final Map<String, Seen> seen = new LinkedHashMap<>();

    private record Seen(Instant at, long bytes, Optional<Double> perSecond) {}

    Pace(Clock clock) {
        this.clock = clock;
    }

    /**
     * Bytes in a second.
     *
     * @param began since when they move, for the first look
     * @return empty while too little is known
     */
    synchronized Optional<Long> of(String transfer, long bytes, Instant began) {
        Instant now = clock.instant();
        Seen before = seen.getOrDefault(transfer, new Seen(began, 0, Optional.empty()));
        Duration between = Duration.between(before.at(), now);
        // Fewer than before: it began anew.
        if (bytes < before.bytes()) {
            keep(transfer, new Seen(now, bytes, Optional.empty()));
            return Optional.empty();
        }
        if (between.compareTo(APART) < 0) {
            return before.perSecond().map(Math::round);
        }
        double mean = (bytes - before.bytes()) * 1_000.0 / between.toMillis();
        double steady = before.perSecond()
                .map(old -> NEWEST_SHARE * mean + (1 - NEWEST_SHARE) * old)
                .orElse(mean);
        keep(transfer, new Seen(now, bytes, Optional.of(steady)));
        return Optional.of(Math.round(steady));
    }

    private void keep(String transfer, Seen one) {
        seen.remove(transfer);
        seen.put(transfer, one);
        if (seen.size() > KEPT_MAX) {
            seen.remove(seen.keySet().iterator().next());
        }
    }
}
