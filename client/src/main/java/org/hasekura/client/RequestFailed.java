package org.hasekura.client;

import java.io.IOException;
import java.util.Optional;

/** A node refused, or gave no answer, and the caller has no way on. */
public final class RequestFailed extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Problem> problem;

    RequestFailed(Problem problem) {
        super(problem.detail());
        this.problem = Optional.of(problem);
    }

    RequestFailed(String reason) {
        super(reason);
        this.problem = Optional.empty();
    }

    /** What the node said; empty when it gave no answer. */
    public Optional<Problem> problem() {
        return problem;
    }
}
