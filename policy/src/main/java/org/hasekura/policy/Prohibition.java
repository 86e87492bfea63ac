package org.hasekura.policy;

import java.util.List;

/** That the assignee may not do something, where every constraint holds. ODRL 2.2 §2.6.3. */
public record Prohibition(Action action, List<Constraint> constraints) {
    public Prohibition {
        constraints = List.copyOf(constraints);
    }

    public static Prohibition of(Action action) {
        return new Prohibition(action, List.of());
    }
}
