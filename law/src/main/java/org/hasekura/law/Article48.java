package org.hasekura.law;

import java.util.Optional;

/** GDPR Art. 48: judgments and orders of third countries. */
final class Article48 {
    private Article48() {}

    /** A foreign judgment or order: recognised only under an agreement, or on another ground of Chapter V. */
    static Opinion rule(Matter m) {
        if (restsOnAgreement(m)) {
            boolean protects = m.flow().holds("international-agreement", s -> s.affirms("protectsData"));
            Opinion opinion = m.permittedIf()
                    .on("GDPR:48")
                    .on(protects ? "GDPR:46(2)(a)" : "GDPR:49(1)(d)")
                    .condition("48:agreement");
            Optional<Provision> agreement = m.agreement();
            m.trace()
                    .step(
                            "EU",
                            "foreign-order",
                            "agreement",
                            agreement.map(Provision::citation).orElse(""));
            return agreement.isPresent() ? opinion.on(agreement.get()) : opinion.sure(Confidence.LIKELY);
        }
        m.trace().step("EU", "foreign-order", "no-agreement");
        Optional<Opinion> tool = Article46.best(m);
        if (tool.isPresent() && tool.get().is(Opinion.Outcome.PERMITTED_IF)) {
            return tool.get();
        }
        Optional<Opinion> derogation = Article49.best(m);
        if (derogation.isPresent() && derogation.get().is(Opinion.Outcome.PERMITTED_IF)) {
            return derogation.get();
        }
        return m.undecided().on("GDPR:48").question("48");
    }

    /** Whether an agreement in force is the basis of the order: the one that is named covers it, or, where none is, the facts say so. */
    private static boolean restsOnAgreement(Matter m) {
        if (m.has("no-international-agreement") || m.has("safeguard-not-in-force")) {
            return false;
        }
        boolean named = m.flow().holds("international-agreement", s -> s.ref().isPresent());
        return named ? m.agreement().isPresent() : m.has("international-agreement");
    }
}
