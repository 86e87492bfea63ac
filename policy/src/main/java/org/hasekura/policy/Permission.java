package org.hasekura.policy;

import java.util.List;

/** That the assignee may do something, where every constraint holds and every duty is done. ODRL 2.2 §2.6.2. */
public record Permission(Action action, List<Constraint> constraints, List<Duty> duties) {
    public Permission {
        constraints = List.copyOf(constraints);
        duties = List.copyOf(duties);
    }

    /** Permission to use, where these constraints hold. */
    public static Permission use(Constraint... constraints) {
        return new Permission(Action.USE, List.of(constraints), List.of());
    }
}
