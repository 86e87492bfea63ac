package org.hasekura.policy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A constraint as it is understood: something a situation meets, fails or leaves open.
 *
 * <p>On this form both questions are asked, whether a situation meets it ({@link #in}) and whether it is at least as tight
 * as another ({@link Tightness}).
 */
sealed interface Condition
        permits Codes, Since, Condition.Span, Condition.Count, Condition.AllOf, Condition.AnyOf, Condition.OneOf {

    /**
     * Three-valued: what is not known leaves a condition on it open (Kleene's logic), so that knowing more never turns a
     * yes into a no or a no into a yes.
     */
    Truth in(Situation situation);

    /** Whether a condition holds. A permission needs {@code HOLDS}; a prohibition applies unless {@code FAILS}. */
    enum Truth {
        HOLDS,
        FAILS,
        OPEN;

        static Truth of(boolean holds) {
            return holds ? HOLDS : FAILS;
        }

        Truth not() {
            return switch (this) {
                case HOLDS -> FAILS;
                case FAILS -> HOLDS;
                case OPEN -> OPEN;
            };
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

        Stream<Instant> ends() {
            return Stream.concat(from.stream(), before.stream());
        }
    }

    /** The number of uses, with the one that is asked about, is from {@code min} to {@code max}. */
    record Count(long min, long max) implements Condition {
        @Override
        public Truth in(Situation situation) {
            return situation
                    .uses()
                    .map(uses -> Truth.of(uses.count() >= min && uses.count() <= max))
                    .orElse(Truth.OPEN);
        }
    }

    record AllOf(List<Condition> parts) implements Condition {
        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public Truth in(Situation situation) {
            Truth all = Truth.HOLDS;
            for (Condition part : parts) {
                Truth one = part.in(situation);
                if (one == Truth.FAILS) {
                    return Truth.FAILS;
                }
                all = one == Truth.OPEN ? one : all;
            }
            return all;
        }
    }

    record AnyOf(List<Condition> parts) implements Condition {
        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public Truth in(Situation situation) {
            Truth any = Truth.FAILS;
            for (Condition part : parts) {
                Truth one = part.in(situation);
                if (one == Truth.HOLDS) {
                    return Truth.HOLDS;
                }
                any = one == Truth.OPEN ? one : any;
            }
            return any;
        }
    }

    /** Exactly one. */
    record OneOf(List<Condition> parts) implements Condition {
        public OneOf {
            parts = List.copyOf(parts);
        }

        @Override
        public Truth in(Situation situation) {
            int hold = 0;
            int open = 0;
            for (Condition part : parts) {
                Truth one = part.in(situation);
                hold += one == Truth.HOLDS ? 1 : 0;
                open += one == Truth.OPEN ? 1 : 0;
            }
            return hold > 1 ? Truth.FAILS : open > 0 ? Truth.OPEN : Truth.of(hold == 1);
        }
    }

    /** What it looks at. */
    default Set<Operand> operands() {
        Set<Operand> all = EnumSet.noneOf(Operand.class);
        switch (this) {
            case Codes codes -> all.add(codes.operand());
            case Since since ->
                all.add(since.start() == Since.Start.AGREEMENT ? Operand.IN_FORCE : Operand.ELAPSED_TIME);
            case Span _ -> all.add(Operand.DATE_TIME);
            case Count _ -> all.add(Operand.COUNT);
            case AllOf(List<Condition> parts) -> parts.forEach(part -> all.addAll(part.operands()));
            case AnyOf(List<Condition> parts) -> parts.forEach(part -> all.addAll(part.operands()));
            case OneOf(List<Condition> parts) -> parts.forEach(part -> all.addAll(part.operands()));
        }
        return all;
    }

    /** What it looks at and leaves it open. */
    default Set<Operand> missing(Situation situation) {
        Set<Operand> all = EnumSet.noneOf(Operand.class);
        switch (this) {
            case AllOf(List<Condition> parts) -> parts.forEach(part -> all.addAll(part.missing(situation)));
            case AnyOf(List<Condition> parts) -> parts.forEach(part -> all.addAll(part.missing(situation)));
            case OneOf(List<Condition> parts) -> parts.forEach(part -> all.addAll(part.missing(situation)));
            case Codes _, Since _, Span _, Count _ -> {
                if (in(situation) == Truth.OPEN) {
                    all.addAll(operands());
                }
            }
        }
        return all;
    }

    /** The instants at which its answer may become another while nothing else changes. */
    default Stream<Instant> instants(Situation situation) {
        return switch (this) {
            case Span span -> span.ends();
            case Since since -> since.span(situation).stream().flatMap(Span::ends);
            case Codes _, Count _ -> Stream.empty();
            case AllOf(List<Condition> parts) -> parts.stream().flatMap(part -> part.instants(situation));
            case AnyOf(List<Condition> parts) -> parts.stream().flatMap(part -> part.instants(situation));
            case OneOf(List<Condition> parts) -> parts.stream().flatMap(part -> part.instants(situation));
        };
    }
}
