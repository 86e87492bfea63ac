package org.hasekura.policy;

import java.time.LocalDate;
import java.util.Set;

/**
 * A condition on the codes of one operand.
 *
 * <p>What is known may be incomplete: a code that is known can only show that there is one, or that there is a wrong one;
 * that there is no other shows only where everything is known.
 */
record Codes(Operand operand, Quantifier quantifier, Set<Match> matches) implements Condition {

    /** How many of the operand's values have to fit. */
    enum Quantifier {
        /** One of them fits one match. */
        ANY,
        /** None of them fits any. */
        NONE,
        /** Each match is fitted by one of them. */
        ALL,
        /** Each of them fits one; that there is none ({@code none}) fits, too. */
        ONLY
    }

    /** A code, and how a value has to stand to it. */
    record Match(Relation relation, String code) {

        boolean fits(Operand operand, String value, LocalDate day) {
            return value.equals(code)
                    || switch (relation) {
                        case SAME -> false;
                        case WITHIN -> Broader.of(operand, value, day).contains(code);
                        case AROUND -> Broader.of(operand, code, day).contains(value);
                    };
        }

        /** Whether whatever fits this fits the other, on any day. */
        boolean isEnoughFor(Operand operand, Match other) {
            if (equals(other)) {
                return true;
            }
            return switch (other.relation) {
                case SAME -> relation == Relation.SAME && code.equals(other.code);
                case WITHIN ->
                    relation != Relation.AROUND && Broader.always(operand, code).contains(other.code);
                case AROUND ->
                    relation != Relation.WITHIN
                            && Broader.always(operand, other.code).contains(code);
            };
        }

        /** Whether nothing can fit both. */
        boolean excludes(Operand operand, Match other) {
            if (relation == Relation.SAME) {
                return switch (other.relation) {
                    case SAME -> !code.equals(other.code);
                    // A membership can begin: that a country lies outside a region today excludes nothing.
                    case WITHIN ->
                        operand != Operand.PLACE
                                && operand != Operand.ONWARD
                                && !Broader.always(operand, code).contains(other.code);
                    case AROUND -> false;
                };
            }
            return other.relation == Relation.SAME && other.excludes(operand, this);
        }
    }

    /** How a value stands to a code. */
    enum Relation {
        /** It is the code. */
        SAME,
        /** It is the code or lies within it. */
        WITHIN,
        /** It is the code or the code lies within it. */
        AROUND
    }

    /** That the data are not passed on. */
    static final String NONE = "none";

    Codes {
        matches = Set.copyOf(matches);
    }

    @Override
    public Truth in(Situation situation) {
        Known known = situation.of(operand);
        LocalDate day = situation.day();
        return switch (quantifier) {
            case ANY -> any(known, day);
            case NONE -> any(known, day).not();
            case ALL -> all(known, day);
            case ONLY -> only(known, day);
        };
    }

    private Truth any(Known known, LocalDate day) {
        boolean some = known.values().stream().anyMatch(value -> fits(value, day));
        return some ? Truth.HOLDS : known.isAll() ? Truth.FAILS : Truth.OPEN;
    }

    private Truth all(Known known, LocalDate day) {
        boolean each = matches.stream()
                .allMatch(match -> known.values().stream().anyMatch(value -> match.fits(operand, value, day)));
        return each ? Truth.HOLDS : known.isAll() ? Truth.FAILS : Truth.OPEN;
    }

    private Truth only(Known known, LocalDate day) {
        boolean each = known.values().stream().allMatch(value -> value.equals(NONE) || fits(value, day));
        return !each ? Truth.FAILS : known.isAll() ? Truth.HOLDS : Truth.OPEN;
    }

    private boolean fits(String value, LocalDate day) {
        for (Match match : matches) {
            if (match.fits(operand, value, day)) {
                return true;
            }
        }
        return false;
    }

    /** Whether meeting this is enough to meet the other, whatever is known. Never says yes wrongly. */
    boolean isEnoughFor(Codes other) {
        if (operand != other.operand) {
            return false;
        }
        return switch (other.quantifier) {
            case ANY ->
                switch (quantifier) {
                    case ANY -> matches.stream().allMatch(match -> isEnough(match, other));
                    case ALL -> matches.stream().anyMatch(match -> isEnough(match, other));
                    case NONE, ONLY -> false;
                };
            case ALL -> {
                boolean hasEach = quantifier == Quantifier.ALL || (quantifier == Quantifier.ANY && matches.size() == 1);
                yield hasEach
                        && other.matches.stream()
                                .allMatch(wanted ->
                                        matches.stream().anyMatch(match -> match.isEnoughFor(operand, wanted)));
            }
            case NONE ->
                switch (quantifier) {
                    case NONE ->
                        other.matches.stream()
                                .allMatch(barred ->
                                        matches.stream().anyMatch(match -> barred.isEnoughFor(operand, match)));
                    case ANY -> !operand.isPlural() && excludesAll(other);
                    case ALL, ONLY -> false;
                };
            case ONLY -> quantifier == Quantifier.ONLY && matches.stream().allMatch(match -> isEnough(match, other));
        };
    }

    private boolean isEnough(Match match, Codes other) {
        return other.matches.stream().anyMatch(wanted -> match.isEnoughFor(operand, wanted));
    }

    private boolean excludesAll(Codes other) {
        return matches.stream()
                .allMatch(match -> other.matches.stream().allMatch(barred -> match.excludes(operand, barred)));
    }
}
