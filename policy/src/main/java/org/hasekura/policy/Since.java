package org.hasekura.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * A span of time told from an event on: from one instant on, before another.
 *
 * @param from begins when so much has passed
 * @param before ends when so much has passed
 */
record Since(Start start, Optional<Bound> from, Optional<Bound> before) implements Condition {

    /** What the time is told from. */
    enum Start {
        FIRST_USE,
        AGREEMENT
    }

    /**
     * An instant after the event.
     *
     * @param isNext whether it is the next instant that can be told from that one
     */
    record Bound(Elapse elapse, boolean isNext) {

        Instant after(Instant start) {
            Instant passed = elapse.after(start);
            return isNext && passed.isBefore(Instant.MAX) ? passed.plusNanos(1) : passed;
        }

        boolean isWithin(Bound other) {
            return elapse.isWithin(other.elapse) && (!isNext || other.isNext || !other.elapse.isWithin(elapse));
        }
    }

    @Override
    public Truth in(Situation situation) {
        Optional<Instant> began = began(situation);
        if (began.isEmpty()) {
            return Truth.OPEN;
        }
        return span(began.get()).in(situation);
    }

    /** The instants that it comes to, where its beginning is known. */
    Optional<Span> span(Situation situation) {
        return began(situation).map(this::span);
    }

    private Span span(Instant began) {
        return new Span(from.map(bound -> bound.after(began)), before.map(bound -> bound.after(began)));
    }

    private Optional<Instant> began(Situation situation) {
        return switch (start) {
            case FIRST_USE -> situation.uses().map(uses -> uses.first().orElse(situation.now()));
            case AGREEMENT -> situation.agreed();
        };
    }

    /** Whether meeting this is enough to meet the other, whenever the event was. */
    boolean isEnoughFor(Since other) {
        return start == other.start
                && other.from
                        .map(bound -> from.filter(bound::isWithin).isPresent())
                        .orElse(true)
                && other.before
                        .map(bound ->
                                before.filter(each -> each.isWithin(bound)).isPresent())
                        .orElse(true);
    }
}
