package org.hasekura.law;

import java.util.Optional;
import java.util.Set;

/** Whether the processing itself is lawful (GDPR Art. 6, 9, 10, 28), the first of the two steps of every transfer. */
final class Lawfulness {
    private static final Set<String> ARTICLE_10_LAWS = Set.of("member-state-law", "union-law");

    private Lawfulness() {}

    /** Why it is not lawful, or not shown to be; no transfer ground cures that. Empty where nothing denies it. */
    static Optional<Opinion> denied(Matter m) {
        boolean processorInvolved = Matter.isProcessor(m.exporter()) || Matter.isProcessor(m.importer());
        if (m.isUnlawful() || (m.has("no-art28-contract") && processorInvolved)) {
            m.trace().step("EU", "lawful", "denied");
            return Optional.of(EuropeanUnion.noGround(m).condition("6:basis"));
        }
        if (!m.data().special().isEmpty()) {
            Optional<Opinion> article9 = article9(m);
            if (article9.isPresent()) {
                return article9;
            }
        }
        return m.data().criminal() ? article10(m) : Optional.empty();
    }

    private static Optional<Opinion> article9(Matter m) {
        if (!m.flow().holds("art9-basis")) {
            m.trace().step("EU", "lawful", "article-9-none");
            return Optional.of(
                    EuropeanUnion.isGdpr(m)
                            ? m.forbidden().on("GDPR:9(1)").condition("9:basis")
                            : m.undecided().question("dir-8").sure(Confidence.CHECK));
        }
        boolean stated = m.flow().holds("art9-basis", s -> s.ref().orElse("").startsWith("9(2)"));
        m.trace().step("EU", "lawful", stated ? "article-9-stated" : "article-9-open");
        return stated
                ? Optional.empty()
                : Optional.of(m.undecided().on("GDPR:9(1)").question("9-ref"));
    }

    private static Optional<Opinion> article10(Matter m) {
        if (!m.flow().holds("art10-authorisation")) {
            m.trace().step("EU", "lawful", "article-10-none");
            return Optional.of(
                    EuropeanUnion.isGdpr(m)
                            ? m.forbidden().on("GDPR:10").condition("10:basis")
                            : m.undecided().question("dir-8").sure(Confidence.CHECK));
        }
        return m.flow()
                        .holds(
                                "art10-authorisation",
                                s -> ARTICLE_10_LAWS.contains(s.ref().orElse("")))
                ? Optional.empty()
                : Optional.of(m.undecided().on("GDPR:10").question("10-ref"));
    }
}
