package org.hasekura.node;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hasekura.evidence.Entry;

/**
 * By when evidence must be stamped, and what follows when it is not.
 *
 * @param interval no entry waits longer than so for the appointment at which its checkpoint is stamped
 * @param grace for so long after a missed appointment work goes on
 * @param needed so many authorities must have stamped an entry
 */
record TimestampTerms(Duration interval, Duration grace, int needed) {

    /** When an entry is to be stamped. */
    Instant appointment(Instant recorded) {
        return recorded.plus(interval);
    }

    /** From when on nothing new is begun if the entry is not stamped until then. */
    Instant refusesFrom(Instant recorded) {
        return recorded.plus(interval).plus(grace);
    }

    /**
     * How it stands.
     *
     * @param waiting when the oldest entry was recorded that too few authorities have stamped; absent if there is none
     */
    Entry.Timestamping state(Optional<Instant> waiting, Instant now) {
        if (waiting.isEmpty() || now.isBefore(appointment(waiting.get()))) {
            return Entry.Timestamping.CURRENT;
        }
        return now.isBefore(refusesFrom(waiting.get())) ? Entry.Timestamping.OVERDUE : Entry.Timestamping.REFUSING;
    }
}
