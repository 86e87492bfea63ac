package org.hasekura.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.hasekura.law.Law;

/**
 * A law with the days on which it changes, which are dear to find.
 *
 * @param days see {@link AnswerHistory#days}
 */
record LawDays(Law law, List<LocalDate> days) {

    LawDays {
        days = List.copyOf(days);
    }

    static LawDays of(Law law) {
        return new LawDays(law, AnswerHistory.days(law));
    }

    /** Finds the days once for each law that the node comes to use. */
    static Supplier<LawDays> remembering(Supplier<Law> laws) {
        return new Supplier<>() {
            // Replaced whole; two threads may find the same days twice, and either may stay.
            private volatile List<LawDays> known = List.of();

            @Override
            public LawDays get() {
                Law now = laws.get();
                List<LawDays> found = known;
                if (found.isEmpty() || found.getFirst().law() != now) {
                    found = List.of(of(now));
                    known = found;
                }
                return found.getFirst();
            }
        };
    }
}
