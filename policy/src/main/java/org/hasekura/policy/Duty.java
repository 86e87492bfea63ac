package org.hasekura.policy;

import java.util.List;
import java.util.Optional;

/**
 * What the assignee must do. A duty that the law attaches has an action of the form {@code urn:hasekura:duty:<id>}, with
 * the id of the duty in the law data. ODRL 2.2 §2.6.4.
 *
 * @param consequences what must be done as well once it was not done in time. ODRL 2.2 §2.6.5
 * @param until until when it binds, or by when it is to be done, in words; a day or a period stands as a constraint, too
 */
public record Duty(Action action, List<Constraint> constraints, Optional<Until> until, List<Duty> consequences) {

    /** The beginning of every duty's action that comes from the law and not from the parties. */
    public static final String LAW = "urn:hasekura:duty:";

    /**
     * Until when, in both languages, as the law says it: for example {@code as long as the data are held}.
     *
     * @param english follows "until when?"
     * @param japanese the same in Japanese
     */
    public record Until(String english, String japanese) {}

    public Duty {
        constraints = List.copyOf(constraints);
        consequences = List.copyOf(consequences);
    }

    public Duty(Action action, List<Constraint> constraints, Optional<Until> until) {
        this(action, constraints, until, List.of());
    }

    /** A duty whose end, if it has one, stands in its constraints alone. */
    public Duty(Action action, List<Constraint> constraints) {
        this(action, constraints, Optional.empty());
    }

    public static Duty of(String action) {
        return new Duty(new Action(action), List.of());
    }

    public boolean isFromLaw() {
        return action.iri().startsWith(LAW);
    }
}
