package org.hasekura.law;

import java.util.Optional;

/** GDPR Art. 45, before it Directive 95/46 Art. 25(6): adequacy decisions. */
final class Article45 {
    private Article45() {}

    /** Adequacy decision in force, with recipient, purpose and data inside its scope. */
    static Opinion rule(Matter m, Decision decision) {
        m.trace().step("EU", "adequacy", "yes", decision.act());
        Opinion opinion = grounds(m, m.permitted(), decision);
        decision.duties().forEach(opinion::duty);
        return EuropeanUnion.generalDuties(m, opinion.duty("GDPR:inform"));
    }

    /** The tokens of adequacy on the day, with the act. */
    static Opinion grounds(Matter m, Opinion opinion, Decision decision) {
        opinion.on("GDPR:45(3)").on("DIR9546:25(6)");
        if (decision.carriedOver()) {
            opinion.on("GDPR:45(9)");
        }
        return onAct(m, opinion, decision);
    }

    /** Rests on the act; as sure as it is that the exporter's state applies it, where that is in the EEA but not in the Union. */
    static Opinion onAct(Matter m, Opinion opinion, Decision decision) {
        String exporter = m.exporter().country();
        boolean efta = m.inEea(exporter) && !m.inUnion(exporter);
        return opinion.on(decision.act())
                .sure(efta ? decision.eeaEfta() : Confidence.CERTAIN)
                .sure(decision.confidence(m.day()));
    }

    /** What keeps the flow outside a decision that is in force for the country. */
    static void intoScope(Matter m, Decision decision, Opinion bar) {
        Optional<Decision.Exclusion> exclusion = decision.exclusion(m.flow(), m.day());
        if (exclusion.isPresent()) {
            bar.condition("45:excluded", decision.id(), exclusion.get().ref())
                    .sure(exclusion.get().confidence());
        }
        Decision.Scope scope = decision.scope();
        if (!m.importer().subjectTo().containsAll(scope.subjectTo())) {
            bar.condition("45:subject-to", decision.id(), String.join(", ", scope.subjectTo()));
        }
        if (!scope.certifiedAny().isEmpty()) {
            bar.condition("45:certified", decision.id(), String.join(", ", scope.certificates(m.flow())));
        }
    }
}
