package org.hasekura.law;

import java.time.LocalDate;
import java.util.List;

/** What became of a flow that somebody stated in words: the flow, or every reason why it is none. */
public sealed interface StatedFlow {

    /** The flow, with the day it is asked about. */
    record Valid(Flow flow, LocalDate day) implements StatedFlow {}

    /** Each reason names what was written and, where there is one, the nearest known word. */
    record Refused(List<String> reasons) implements StatedFlow {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
