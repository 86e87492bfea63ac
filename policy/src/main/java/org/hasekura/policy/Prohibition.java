package org.hasekura.policy;

import java.util.List;

/**
 * That the assignee may not do something, where every constraint holds. ODRL 2.2 §2.6.3.
 *
 * @param remedies what must be done once it was done all the same; it does not allow doing it
 */
public record Prohibition(Action action, List<Constraint> constraints, List<Duty> remedies) {
    public Prohibition {
        constraints = List.copyOf(constraints);
        remedies = List.copyOf(remedies);
    }

    public Prohibition(Action action, List<Constraint> constraints) {
        this(action, constraints, List.of());
    }

    public static Prohibition of(Action action) {
        return new Prohibition(action, List.of());
    }
}
