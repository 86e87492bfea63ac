package org.hasekura.law;

import java.util.Optional;

/**
 * Derogations of GDPR Art. 49 on strict facts. Each answers: holds (permitted if), a fact of the stated subject is missing
 * (undecided), closed to public powers (forbidden), or nothing.
 */
final class Article49 {
    private Article49() {}

    /** The best answer of all derogations. */
    static Optional<Opinion> best(Matter m) {
        if (!EuropeanUnion.isGdpr(m)) {
            return subject(m).isEmpty()
                    ? Optional.empty()
                    : Optional.of(m.undecided().on("DIR9546:25(1)").question("dir-26"));
        }
        Optional<Opinion> best = better(subjectOrConsent(m), compellingInterests(m));
        m.trace().step("EU", "derogation", best.map(o -> o.outcome().code()).orElse("none"));
        return best;
    }

    /** Those that other legal orders know too: by the stated subject, or on explicit consent. */
    static Optional<Opinion> subjectOrConsent(Matter m) {
        return better(bySubject(m), explicitConsent(m));
    }

    private static Optional<Opinion> better(Optional<Opinion> one, Optional<Opinion> other) {
        boolean otherIsMilder = other.isPresent()
                && (one.isEmpty() || other.get().outcome().compareTo(one.get().outcome()) < 0);
        return otherIsMilder ? other : one;
    }

    /** The purpose that names the subject of a derogation, if it does. */
    private static Optional<String> subject(Matter m) {
        return switch (m.flow().purposeCode()) {
            case "contract-with-data-subject", "legal-claims", "vital-interests", "patent-filing" ->
                Optional.of(m.flow().purposeCode());
            default -> Optional.empty();
        };
    }

    private static Optional<Opinion> bySubject(Matter m) {
        return switch (m.flow().purposeCode()) {
            case "contract-with-data-subject" ->
                necessaryAndOccasional(m, "GDPR:49(1)(b)", "49:necessary").map(o -> outsidePublicPowers(m, o));
            case "legal-claims" -> necessaryAndOccasional(m, "GDPR:49(1)(e)", "49:claims");
            case "vital-interests" -> vitalInterests(m);
            case "patent-filing" -> patentFiling(m);
            default -> Optional.empty();
        };
    }

    private static boolean isSystematic(Matter m) {
        return m.has("systematic") || m.flow().purposeIs("systematic-analytics");
    }

    private static boolean isNecessary(Matter m) {
        return m.has("necessary") || m.flow().holds("necessity-documented");
    }

    private static boolean isOccasional(Matter m) {
        boolean stated = m.has("occasional") || m.flow().holds("necessity-documented", s -> s.affirms("occasional"));
        return stated && !isContradicted(m);
    }

    /** Facts and the documented test contradict each other. */
    private static boolean isContradicted(Matter m) {
        return m.has("occasional") && m.flow().holds("necessity-documented", s -> s.denies("occasional"));
    }

    private static boolean isDeniedOccasional(Matter m) {
        return isSystematic(m)
                || (!m.has("occasional") && m.flow().holds("necessity-documented", s -> s.denies("occasional")));
    }

    /** Art. 49(1)(b) and (e): necessary, and by recital 111 occasional. */
    private static Optional<Opinion> necessaryAndOccasional(Matter m, String token, String condition) {
        if (isDeniedOccasional(m)) {
            return Optional.empty();
        }
        if (isNecessary(m) && isOccasional(m)) {
            return Optional.of(m.permittedIf().on(token).condition(condition).duty("GDPR:inform"));
        }
        Opinion open = m.undecided().on(token).on("GDPR:44");
        if (!isNecessary(m)) {
            open.question("49-fact", "necessary");
        }
        if (!isOccasional(m)) {
            open.question("49-fact", "occasional");
        }
        return Optional.of(open);
    }

    /** Art. 49(1)(f): the data subject cannot consent, and life or body is at stake. */
    private static Optional<Opinion> vitalInterests(Matter m) {
        boolean needed = m.has("life-or-body") || m.has("necessary");
        if (needed && m.has("consent-impracticable")) {
            return Optional.of(m.permittedIf().on("GDPR:49(1)(f)").condition("49:vital"));
        }
        Opinion open = m.undecided().on("GDPR:49(1)(f)").on("GDPR:44");
        if (!needed) {
            open.question("49-fact", "life-or-body");
        }
        if (!m.has("consent-impracticable")) {
            open.question("49-fact", "consent-impracticable");
        }
        return Optional.of(open);
    }

    /** A filing for the applicant: a contract with the data subject where that person asked for it, else open. */
    private static Optional<Opinion> patentFiling(Matter m) {
        if (isDeniedOccasional(m)) {
            return Optional.empty();
        }
        if (isNecessary(m) && isOccasional(m) && m.has("at-request-of-data-subject")) {
            Opinion holds = m.permittedIf().on("GDPR:49(1)(b)").condition("49:necessary");
            return Optional.of(outsidePublicPowers(m, holds.duty("GDPR:inform")));
        }
        Opinion open = m.undecided()
                .on("GDPR:49(1)(b)")
                .on("GDPR:49(1)(c)")
                .on("GDPR:49(1)(d)")
                .on("GDPR:49(1)(e)")
                .on("GDPR:44");
        if (!isNecessary(m)) {
            open.question("49-fact", "necessary");
        }
        if (!isOccasional(m)) {
            open.question("49-fact", "occasional");
        }
        if (!m.has("at-request-of-data-subject")) {
            open.question("49-fact", "at-request-of-data-subject");
        }
        return Optional.of(open);
    }

    /** Art. 49(1)(a): explicit, informed of the risks, never for systematic transfers. */
    private static Optional<Opinion> explicitConsent(Matter m) {
        if (!m.flow().holds("explicit-consent")) {
            return Optional.empty();
        }
        if (isPublicPowers(m)) {
            return closedToPublicPowers(m);
        }
        boolean informed = m.flow().holds("explicit-consent", s -> s.affirms("informedOfTransferRisk"));
        if (!informed || isSystematic(m) || m.has("no-consent")) {
            return Optional.empty();
        }
        Opinion holds = m.permittedIf().on("GDPR:49(1)(a)").condition("49:consent");
        return Optional.of(outsidePublicPowers(m, holds.duty("GDPR:inform")));
    }

    /** Art. 49(1) second subparagraph: every one of its facts. */
    private static Optional<Opinion> compellingInterests(Matter m) {
        if (!m.flow().holds("art49-1-subpara2")) {
            return Optional.empty();
        }
        if (isPublicPowers(m)) {
            return closedToPublicPowers(m);
        }
        boolean holds = m.has("compelling-interest")
                && m.has("balancing-done")
                && m.has("non-repetitive")
                && m.has("limited-data-subjects")
                && m.has("no-other-basis")
                && m.flow()
                        .holds(
                                "art49-1-subpara2",
                                s -> s.affirms("nonRepetitive")
                                        && s.affirms("saInformed")
                                        && s.affirms("dsInformed")
                                        && s.affirms("suitableSafeguards"))
                && !isSystematic(m);
        if (!holds) {
            return Optional.empty();
        }
        Opinion opinion = m.permittedIf().on("GDPR:49(1)-subpara2").condition("49:compelling");
        return Optional.of(outsidePublicPowers(m, opinion.duty("49:record").duty("GDPR:inform")));
    }

    private static boolean isPublicPowers(Matter m) {
        return m.flow().purposeIs("public-powers");
    }

    /** Art. 49(3): consent, contract and compelling interests are closed to public authorities in the exercise of public powers. */
    private static Optional<Opinion> closedToPublicPowers(Matter m) {
        return Optional.of(m.forbidden().on("GDPR:49(3)").on("GDPR:44"));
    }

    /** Art. 49(3) asks what a public body does, not what it is: where another purpose is stated, that becomes a condition. */
    private static Opinion outsidePublicPowers(Matter m, Opinion opinion) {
        return opinion.is(Opinion.Outcome.PERMITTED_IF) && Matter.isPublic(m.exporter())
                ? opinion.condition("49:not-public-powers").sure(Confidence.LIKELY)
                : opinion;
    }
}
