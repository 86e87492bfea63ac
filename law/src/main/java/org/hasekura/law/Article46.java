package org.hasekura.law;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Appropriate safeguards of GDPR Art. 46, one function per tool. Each answers: holds (permitted if), an assessment is open
 * (undecided), a bar of its own (forbidden), or nothing: the tool is absent.
 */
final class Article46 {
    private static final Set<String> NO_GROUP =
            Set.of("client", "original-controller", "resident-researcher", "own-employee");

    private static final Set<String> ARTICLE_26 = Set.of(
            "SCC",
            "BCR",
            "ad-hoc-clauses",
            "administrative-arrangement",
            "international-agreement",
            "consent",
            "explicit-consent",
            "cookie-consent",
            "necessity-documented");

    private Article46() {}

    /** The best answer of all safeguards; empty where none is a tool of Art. 46. */
    static Optional<Opinion> best(Matter m) {
        return best(m, _ -> true);
    }

    /** The best answer of those safeguards that are asked for. */
    static Optional<Opinion> best(Matter m, Predicate<Safeguard> asked) {
        if (!EuropeanUnion.isGdpr(m)) {
            return article26(m, asked);
        }
        Optional<Opinion> best = Optional.empty();
        for (Safeguard safeguard : m.flow().inForce()) {
            Optional<Opinion> answer = asked.test(safeguard) ? tool(m, safeguard) : Optional.empty();
            if (answer.isPresent()
                    && (best.isEmpty()
                            || answer.get().outcome().compareTo(best.get().outcome()) < 0)) {
                best = answer;
            }
        }
        m.trace().step("EU", "safeguard", best.map(o -> o.outcome().code()).orElse("none"));
        return best;
    }

    /** Directive 95/46 Art. 26: the law data hold none of its grounds, so an instrument that may be one leaves the question open. */
    private static Optional<Opinion> article26(Matter m, Predicate<Safeguard> asked) {
        for (Safeguard safeguard : m.flow().inForce()) {
            if (ARTICLE_26.contains(safeguard.type()) && asked.test(safeguard)) {
                return Optional.of(m.undecided().on("DIR9546:25(1)").question("dir-26"));
            }
        }
        return Optional.empty();
    }

    private static Optional<Opinion> tool(Matter m, Safeguard safeguard) {
        return switch (safeguard.type()) {
            case "SCC" ->
                safeguard.set().isEmpty() || safeguard.set().get().equals("2021/914")
                        ? StandardClauses.of2021(m, safeguard)
                        : StandardClauses.ofOldSet(m, safeguard);
            case "BCR" -> article47(m, safeguard);
            case "authority-clauses" -> approved(m, safeguard, "GDPR:46(2)(d)", "46:authority-clauses");
            case "code-of-conduct" -> committed(m, safeguard, "GDPR:46(2)(e)", "46:code");
            case "certification" -> committed(m, safeguard, "GDPR:46(2)(f)", "46:certificate");
            case "ad-hoc-clauses" -> authorised(m, safeguard, "GDPR:46(3)(a)");
            case "administrative-arrangement" ->
                betweenPublicBodies(m) ? authorised(m, safeguard, "GDPR:46(3)(b)") : Optional.empty();
            case "international-agreement" -> bindingInstrument(m, safeguard);
            default -> Optional.empty();
        };
    }

    /** GDPR Art. 46(2)(a): a binding instrument between public bodies that protects the data and covers the matter. */
    private static Optional<Opinion> bindingInstrument(Matter m, Safeguard instrument) {
        return betweenPublicBodies(m) && instrument.affirms("protectsData") && mayCover(m, instrument)
                ? Optional.of(
                        TransferImpact.assessed(m, instrument, "GDPR:46(2)(a)").condition("46:rights"))
                : Optional.empty();
    }

    /** An agreement that is named must cover the matter; of one that is not named, its being in force is presumed. */
    static boolean mayCover(Matter m, Safeguard agreement) {
        return agreement.ref().isEmpty()
                ? !m.has("no-international-agreement")
                : m.agreement().isPresent();
    }

    private static boolean betweenPublicBodies(Matter m) {
        return Matter.isPublic(m.exporter()) && Matter.isPublic(m.importer());
    }

    /** Binding corporate rules, GDPR Art. 46(2)(b) and 47: inside a group only. */
    private static Optional<Opinion> article47(Matter m, Safeguard rules) {
        boolean outsider = m.importer().relation().isPresent()
                && NO_GROUP.contains(m.importer().relation().get());
        if (outsider || !rules.affirms("approved")) {
            return Optional.empty();
        }
        Opinion answer = TransferImpact.assessed(m, rules, "GDPR:46(2)(b)").condition("BCR");
        if (!answer.is(Opinion.Outcome.FORBIDDEN)) {
            answer.on("GDPR:47");
        }
        return Optional.of(
                EuropeanUnion.generalDuties(m, answer.duty("TIA:update").duty("GDPR:inform")));
    }

    /** GDPR Art. 46(2)(e), (f): an approved code or mechanism, with binding and enforceable commitments of the importer. */
    private static Optional<Opinion> committed(Matter m, Safeguard safeguard, String token, String condition) {
        return safeguard.affirms("bindingCommitments") ? approved(m, safeguard, token, condition) : Optional.empty();
    }

    /** GDPR Art. 46(2)(d) to (f): nothing without the approval that the letter asks for. */
    private static Optional<Opinion> approved(Matter m, Safeguard safeguard, String token, String condition) {
        if (!safeguard.affirms("approved")) {
            return Optional.empty();
        }
        Opinion answer = TransferImpact.assessed(m, safeguard, token).condition(condition);
        return Optional.of(
                EuropeanUnion.generalDuties(m, answer.duty("TIA:update").duty("GDPR:inform")));
    }

    /** GDPR Art. 46(3): nothing without the authorisation of the supervisory authority. */
    private static Optional<Opinion> authorised(Matter m, Safeguard safeguard, String token) {
        if (!safeguard.affirms("authorisedBySA")) {
            return Optional.empty();
        }
        Opinion answer = TransferImpact.assessed(m, safeguard, token)
                .condition("46:authorised")
                .condition("46:rights");
        return Optional.of(
                EuropeanUnion.generalDuties(m, answer.duty("TIA:update").duty("GDPR:inform")));
    }
}
