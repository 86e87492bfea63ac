package org.hasekura.policy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A constraint as it is understood: something a situation meets, fails or leaves open.
 *
 * <p>Purpose and place are compared as sets, time as a half-open span; on that form both questions are asked, whether a
 * situation meets it ({@link #in}) and whether it is at least as tight as another ({@link Tightness}).
 */
sealed interface Condition {

    /** Three-valued: a purpose or country that is not known leaves a condition on it open (Kleene's logic). */
    Truth in(Situation situation);

    /** Whether a condition holds. A permission needs {@code HOLDS}; a prohibition applies unless {@code FAILS}. */
    enum Truth {
        HOLDS,
        FAILS,
        OPEN;

        static Truth of(boolean holds) {
            return holds ? HOLDS : FAILS;
        }
    }

    /** What a comparison looks at. */
    enum Operand {
        PURPOSE,
        COUNTRY
    }

    /** One of these values, or with {@code among} false none of them. */
    record Values(Operand operand, Set<String> values, boolean among) implements Condition {
        public Values {
            values = Set.copyOf(values);
        }

        @Override
        public Truth in(Situation situation) {
            Optional<String> actual = switch (operand) {
                case PURPOSE -> situation.purpose().map(Purpose::compact);
                case COUNTRY -> situation.country();
            };
            return actual.map(value -> Truth.of(values.contains(value) == among))
                    .orElse(Truth.OPEN);
        }
    }

    /** From an instant on, before another. */
    record Span(Optional<Instant> from, Optional<Instant> before) implements Condition {
        @Override
        public Truth in(Situation situation) {
            Instant now = situation.now();
            return Truth.of(from.map(start -> !now.isBefore(start)).orElse(true)
                    && before.map(now::isBefore).orElse(true));
        }
    }

    record AllOf(List<Condition> parts) implements Condition {
        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public Truth in(Situation situation) {
            Set<Truth> truths = truths(parts, situation);
            if (truths.contains(Truth.FAILS)) {
                return Truth.FAILS;
            }
            return truths.contains(Truth.OPEN) ? Truth.OPEN : Truth.HOLDS;
        }
    }

    record AnyOf(List<Condition> parts) implements Condition {
        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public Truth in(Situation situation) {
            Set<Truth> truths = truths(parts, situation);
            if (truths.contains(Truth.HOLDS)) {
                return Truth.HOLDS;
            }
            return truths.contains(Truth.OPEN) ? Truth.OPEN : Truth.FAILS;
        }
    }

    /** Exactly one. */
    record OneOf(List<Condition> parts) implements Condition {
        public OneOf {
            parts = List.copyOf(parts);
        }

        @Override
        public Truth in(Situation situation) {
            long hold = parts.stream()
                    .filter(part -> part.in(situation) == Truth.HOLDS)
                    .count();
            if (hold > 1) {
                return Truth.FAILS;
            }
            return truths(parts, situation).contains(Truth.OPEN) ? Truth.OPEN : Truth.of(hold == 1);
        }
    }

    private static Set<Truth> truths(List<Condition> parts, Situation situation) {
        return parts.stream()
                .map(part -> part.in(situation))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Truth.class)));
    }
}
