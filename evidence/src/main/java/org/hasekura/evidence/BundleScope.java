package org.hasekura.evidence;

import java.time.Instant;
import java.util.List;

/** Of what a bundle shows the evidence. */
public sealed interface BundleScope {

    /**
     * Everything in the log from one time to another, whatever it is about, by the clock of the node.
     *
     * @param from the first moment
     * @param until the moment after the last
     */
    record Period(Instant from, Instant until) implements BundleScope {
        public Period {
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("no period from " + from + " until " + until);
            }
        }

        boolean contains(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    /**
     * Everything about some negotiations, transfers and agreements.
     *
     * @param processes what the node calls them
     */
    record Exchange(List<String> processes) implements BundleScope {
        public Exchange {
            processes = List.copyOf(processes);
            if (processes.isEmpty()) {
                throw new IllegalArgumentException("a bundle of no exchange");
            }
        }
    }
}
