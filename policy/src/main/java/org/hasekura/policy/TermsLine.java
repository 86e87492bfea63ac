package org.hasekura.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of terms, for people: the tree of rules from the top down. Two terms that differ differ in lines, so that a
 * reader sees what was changed.
 *
 * @param depth how far below the top
 * @param english what it says; empty where its kind says all
 * @param japanese the same in Japanese
 */
public record TermsLine(Kind kind, int depth, String english, String japanese) {

    /** What a line says of those below it, or of what is allowed. */
    public enum Kind {
        MAY,
        MAY_NOT,
        MUST,
        /** Where this holds. */
        WHERE,
        ALL_OF,
        ALL_IN_ORDER,
        ANY_OF,
        EXACTLY_ONE_OF,
        /** If it was done all the same. */
        OTHERWISE
    }

    /**
     * The lines of the terms, in their order.
     *
     * @param texts the words of duties that come from the law, see {@link DutyText}
     */
    public static List<TermsLine> of(Terms terms, List<DutyText> texts) {
        var lines = new ArrayList<TermsLine>();
        for (Permission permission : terms.permissions()) {
            lines.add(line(Kind.MAY, 0, permission.action()));
            permission.constraints().forEach(each -> constraint(each, 1, lines));
            permission.duties().forEach(each -> duty(each, Kind.MUST, 1, texts, lines));
        }
        for (Prohibition prohibition : terms.prohibitions()) {
            lines.add(line(Kind.MAY_NOT, 0, prohibition.action()));
            prohibition.constraints().forEach(each -> constraint(each, 1, lines));
            prohibition.remedies().forEach(each -> duty(each, Kind.OTHERWISE, 1, texts, lines));
        }
        terms.obligations().forEach(each -> duty(each, Kind.MUST, 0, texts, lines));
        return List.copyOf(lines);
    }

    private static TermsLine line(Kind kind, int depth, Action action) {
        return new TermsLine(kind, depth, EnglishText.action(action), JapaneseText.action(action));
    }

    private static void constraint(Constraint constraint, int depth, List<TermsLine> lines) {
        switch (constraint) {
            case Constraint.Atomic atomic ->
                lines.add(new TermsLine(
                        Kind.WHERE, depth, EnglishText.constraint(atomic), JapaneseText.constraint(atomic)));
            case Constraint.Logical logical -> {
                Kind kind = switch (logical.join()) {
                    case AND -> Kind.ALL_OF;
                    case AND_SEQUENCE -> Kind.ALL_IN_ORDER;
                    case OR -> Kind.ANY_OF;
                    case XONE -> Kind.EXACTLY_ONE_OF;
                };
                lines.add(new TermsLine(kind, depth, "", ""));
                logical.parts().forEach(each -> constraint(each, depth + 1, lines));
            }
        }
    }

    private static void duty(Duty duty, Kind kind, int depth, List<DutyText> texts, List<TermsLine> lines) {
        lines.add(new TermsLine(kind, depth, EnglishText.duty(duty, texts), JapaneseText.duty(duty, texts)));
    }
}
