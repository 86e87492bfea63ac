package org.hasekura.exchange;

import java.util.List;

/** Whether somebody could have a dataset today, as far as terms and law say; no promise, since both can change. */
public sealed interface Qualification {

    /**
     * Terms and law allow it.
     *
     * @param duties what would follow, a sentence each
     */
    record Qualifies(List<String> duties) implements Qualification {
        public Qualifies {
            duties = List.copyOf(duties);
        }
    }

    /** Nobody can tell: what is missing, a question each. */
    record Open(List<String> missing) implements Qualification {
        public Open {
            missing = List.copyOf(missing);
        }
    }

    /** Terms or law do not allow it: why, and what would cure it. */
    record Refused(List<String> reasons) implements Qualification {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
