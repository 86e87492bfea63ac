package org.hasekura.policy;

import java.util.List;

/** What terms say to a situation. */
public sealed interface Outcome {

    /** It may be done, and these duties go with it. */
    record Allowed(List<Duty> duties) implements Outcome {
        public Allowed {
            duties = List.copyOf(duties);
        }
    }

    /** It may not be done: the rules that forbid it, or how each permission fails. */
    record Denied(List<String> reasons) implements Outcome {
        public Denied {
            reasons = List.copyOf(reasons);
        }
    }

    /** The terms say something that nobody here understands; they count as not allowing. */
    record NotUnderstood(List<String> what) implements Outcome {
        public NotUnderstood {
            what = List.copyOf(what);
        }
    }
}
