package org.hasekura.partnership;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * One dated change, by somebody, for a reason. Events are never altered or taken away; the register is what they add up to.
 *
 * @param at as the author's clock had it; it orders what is shown and decides nothing
 * @param replaces of the same slot, the values that the author saw and means to replace, in order
 */
public record Event(Author author, Instant at, String reason, List<EventId> replaces, Change change) {

    public Event {
        replaces = replaces.stream().distinct().sorted().toList();
        if (change.slot().isEmpty() && !replaces.isEmpty()) {
            throw new IllegalArgumentException("what only adds replaces nothing: " + change);
        }
    }

    public static Event first(Author author, Instant at, String reason, Change change) {
        return new Event(author, at, reason, List.of(), change);
    }

    /** The same in view of the values that now stand in its slot. */
    public Event inViewOf(Collection<EventId> values) {
        return new Event(author, at, reason, change.slot().isEmpty() ? List.of() : List.copyOf(values), change);
    }
}
