package org.hasekura.partnership;

import java.util.Comparator;

/** An event with its name. */
public record Named(EventId id, Event event) {

    /** The one order of all that is shown: by the authors' clocks, then by name. */
    public static final Comparator<Named> ORDER =
            Comparator.comparing((Named each) -> each.event().at()).thenComparing(Named::id);

    public static Named of(Event event) {
        return new Named(EventJson.id(event), event);
    }
}
