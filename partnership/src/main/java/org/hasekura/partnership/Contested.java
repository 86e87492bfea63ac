package org.hasekura.partnership;

import java.util.List;

/**
 * Two or more values of one slot that were given without sight of each other. None is lost: the register shows the last and
 * all of them, until a person replaces them by one.
 */
public record Contested(Slot slot, List<Named> values) {
    public Contested {
        values = List.copyOf(values);
    }

    /** To be named by the event that settles it. */
    public List<EventId> ids() {
        return values.stream().map(Named::id).toList();
    }
}
