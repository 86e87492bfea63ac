package org.hasekura.policy;

import java.util.List;

/**
 * What the assignee must do. A duty that the law attaches has an action of the form {@code urn:hasekura:duty:<id>}, with
 * the id of the duty in the law data. ODRL 2.2 §2.6.4.
 */
public record Duty(Action action, List<Constraint> constraints) {

    /** The beginning of every duty's action that comes from the law and not from the parties. */
    public static final String LAW = "urn:hasekura:duty:";

    public Duty {
        constraints = List.copyOf(constraints);
    }

    public static Duty of(String action) {
        return new Duty(new Action(action), List.of());
    }

    public boolean isFromLaw() {
        return action.iri().startsWith(LAW);
    }
}
