package org.hasekura.partnership;

import java.util.List;
import java.util.Optional;

/**
 * Two or more values of one slot that were given without sight of each other. None is lost: the register shows the last and
 * all of them, until a person replaces them by one.
 */
public record Contested(Slot slot, List<Named> values) {
    public Contested {
        values = List.copyOf(values);
    }

    /** What one of the values says; entered again in view of all of them it settles the conflict. */
    public Optional<Change> value(EventId id) {
        return values.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(each -> each.event().change());
    }

    /** To be named by the event that settles it. */
    public List<EventId> ids() {
        return values.stream().map(Named::id).toList();
    }
}
