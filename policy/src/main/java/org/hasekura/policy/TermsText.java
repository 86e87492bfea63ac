package org.hasekura.policy;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Terms as a sentence for people, in English and Japanese. The sentence explains the terms and does not replace them:
 * what nobody here understands appears as it was written.
 */
public final class TermsText {

    private TermsText() {}

    /** For example: {@code use for customer-service until 31 Dec 2027; not allowed: distribute; must: …}. */
    public static String english(Terms terms, Collection<DutyText> texts) {
        return EnglishText.terms(terms, List.copyOf(texts));
    }

    public static String english(Terms terms) {
        return english(terms, List.of());
    }

    /** The same in Japanese. */
    public static String japanese(Terms terms, Collection<DutyText> texts) {
        return JapaneseText.terms(terms, List.copyOf(texts));
    }

    public static String japanese(Terms terms) {
        return japanese(terms, List.of());
    }

    static String english(Action action) {
        return EnglishText.action(action);
    }

    static String english(Constraint constraint) {
        return EnglishText.constraint(constraint);
    }

    static String english(Prohibition prohibition) {
        return EnglishText.rule(prohibition.action(), prohibition.constraints());
    }

    static String english(Duty duty) {
        return EnglishText.duty(duty, List.of());
    }

    /** The text of a duty that comes from the law. */
    static Optional<DutyText> textOf(Duty duty, List<DutyText> texts) {
        return texts.stream()
                .filter(text -> duty.action().iri().equals(Duty.LAW + text.id()))
                .findFirst();
    }
}
