package org.hasekura.exchange;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Which participants see a dataset that is on offer. To all others it does not exist. */
public sealed interface Visibility {

    /** Every participant in the register. */
    static Visibility everyone() {
        return new Everyone();
    }

    /** Of one dataset. */
    int GRANTS_MAX = 1_000;

    /** The grants as they are written, in order; none where everybody sees it. */
    NavigableSet<String> grants();

    /** Whether everybody in the register sees it. */
    default boolean isForEveryone() {
        return grants().isEmpty();
    }

    /** Unrestricted. */
    record Everyone() implements Visibility {
        @Override
        public NavigableSet<String> grants() {
            return Collections.emptyNavigableSet();
        }
    }

    /**
     * Restricted to those whom one of the grants names.
     *
     * @param to one at least; in the order of how they are written, each once
     */
    record Only(List<Grant> to) implements Visibility {
        public Only {
            to = to.stream()
                    .distinct()
                    .sorted(Comparator.comparing(Grant::text))
                    .toList();
            if (to.isEmpty() || to.size() > GRANTS_MAX) {
                throw new IllegalArgumentException(
                        "a restricted dataset is shown to 1 to " + GRANTS_MAX + " grants, not " + to.size());
            }
        }

        @Override
        public NavigableSet<String> grants() {
            var written = new TreeSet<String>();
            to.forEach(each -> written.add(each.text()));
            return Collections.unmodifiableNavigableSet(written);
        }
    }

    /** Restricted to these; without any, nobody would ever see it, so that it is not restricted. */
    static Visibility of(List<Grant> grants) {
        return grants.isEmpty() ? everyone() : new Only(grants);
    }
}
