package org.hasekura.policy;

import java.util.List;
import org.hasekura.law.Question;

/** What terms say to a situation, with the reasons for it. Only {@link Permitted} allows anything. */
public sealed interface Decision {

    /** Why. */
    List<Finding> findings();

    /** It may be done. The findings are the constraints that are met; these duties go with it. */
    record Permitted(List<Finding> findings, List<Duty> duties) implements Decision {
        public Permitted {
            findings = List.copyOf(findings);
            duties = List.copyOf(duties);
        }
    }

    /** It may not be done: the rules that forbid it, or how each permission fails. */
    record Refused(List<Finding> findings) implements Decision {
        public Refused {
            findings = List.copyOf(findings);
        }
    }

    /** It may be done or not, by facts that are not known. Whoever finds them out asks again. */
    record Open(List<Finding> findings, List<Question> missing) implements Decision {
        public Open {
            findings = List.copyOf(findings);
            missing = List.copyOf(missing);
        }
    }

    /** The terms say something that is not understood here; they count as not allowing. */
    record NotUnderstood(List<Finding> findings) implements Decision {
        public NotUnderstood {
            findings = List.copyOf(findings);
        }
    }
}
