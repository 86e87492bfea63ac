package org.hasekura.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hasekura.policy.Understanding.Understood;

/**
 * Whether one set of constraints is at least as tight as another: whatever meets the first meets the second.
 *
 * <p>Decided by rules that never say yes wrongly; where two constraints would have to be combined to see it, the answer
 * is no. Constraints that read alike are equally tight even if nobody understands them.
 */
final class Tightness {

    private Tightness() {}

    /** Whether meeting all of {@code given} is enough to meet {@code wanted}. */
    static boolean enough(List<Constraint> given, Constraint wanted) {
        if (given.contains(wanted)) {
            return true;
        }
        return Understanding.ofAll(given) instanceof Understood(Condition had)
                && Understanding.of(wanted) instanceof Understood(Condition needed)
                && enough(had, needed);
    }

    private static boolean enough(Condition given, Condition wanted) {
        if (given.equals(wanted)) {
            return true;
        }
        if (wanted instanceof Condition.AllOf(List<Condition> parts)) {
            return parts.stream().allMatch(part -> enough(given, part));
        }
        // An alternative on the given side is enough only if each way of meeting it is.
        if (given instanceof Condition.AnyOf(List<Condition> parts)) {
            return parts.stream().allMatch(part -> enough(part, wanted));
        }
        if (given instanceof Condition.OneOf(List<Condition> parts)) {
            return parts.stream().allMatch(part -> enough(part, wanted));
        }
        if (given instanceof Condition.AllOf(List<Condition> parts)
                && parts.stream().anyMatch(part -> enough(part, wanted))) {
            return true;
        }
        if (wanted instanceof Condition.AnyOf(List<Condition> parts)) {
            return parts.stream().anyMatch(part -> enough(given, part));
        }
        return switch (given) {
            case Codes had -> wanted instanceof Codes needed && had.isEnoughFor(needed);
            case Since had -> wanted instanceof Since needed && had.isEnoughFor(needed);
            case Condition.Span had -> wanted instanceof Condition.Span needed && enough(had, needed);
            case Condition.Count had ->
                wanted instanceof Condition.Count needed && had.min() >= needed.min() && had.max() <= needed.max();
            case Condition.AllOf _, Condition.AnyOf _, Condition.OneOf _ -> false;
        };
    }

    private static boolean enough(Condition.Span had, Condition.Span needed) {
        return needed.from().map(start -> notBefore(had.from(), start)).orElse(true)
                && needed.before().map(end -> notAfter(had.before(), end)).orElse(true);
    }

    private static boolean notBefore(Optional<Instant> had, Instant needed) {
        return had.filter(start -> !start.isBefore(needed)).isPresent();
    }

    private static boolean notAfter(Optional<Instant> had, Instant needed) {
        return had.filter(end -> !end.isAfter(needed)).isPresent();
    }
}
