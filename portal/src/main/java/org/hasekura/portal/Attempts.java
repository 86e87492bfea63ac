package org.hasekura.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often somebody has tried to sign in and failed; who tries too often waits. In memory. */
final class Attempts {

    private static final int FAILURES_MAX = 10;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int KEPT_MAX = 10_000;

    private final Clock clock;
    // Owned by this object's monitor; the oldest come first.
    private final Map<String, Tally> failed = new LinkedHashMap<>();

    private record Tally(int count, Instant since) {}

    Attempts(Clock clock) {
        this.clock = clock;
    }

    /** @param who a name or an address */
    synchronized boolean mayTry(String who) {
        Tally tally = failed.getOrDefault(who, new Tally(0, clock.instant()));
        return tally.count < FAILURES_MAX || clock.instant().isAfter(tally.since.plus(WINDOW));
    }

    synchronized void failed(String who) {
        Instant now = clock.instant();
        failed.merge(
                who,
                new Tally(1, now),
                (old, one) -> now.isAfter(old.since.plus(WINDOW)) ? one : new Tally(old.count + 1, old.since));
        if (failed.size() > KEPT_MAX) {
            failed.remove(failed.keySet().iterator().next());
        }
    }

    synchronized void succeeded(String who) {
        failed.remove(who);
    }
}
