package org.hasekura.partnership;

import java.util.List;

/** A meeting with what it decided. */
public record Held(Meeting meeting, List<Told<Decision>> decisions, List<Contested> contested) {
    public Held {
        decisions = List.copyOf(decisions);
        contested = List.copyOf(contested);
    }
}
