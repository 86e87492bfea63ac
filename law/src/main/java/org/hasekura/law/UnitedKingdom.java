package org.hasekura.law;

import java.util.Optional;

/** Restricted transfers under the UK GDPR, since 1 January 2021. Until then Union law ruled there. */
final class UnitedKingdom implements LegalOrder {
    @Override
    public String name() {
        return "GB";
    }

    @Override
    public boolean claims(Matter m) {
        return m.data().isPersonal()
                && m.exporterIsIn("UK-GDPR")
                && !m.underUnionLaw(m.exporter().country());
    }

    @Override
    public Opinion rule(Matter m) {
        if (m.isDomestic() || m.isSameEntity() || m.isDirectCollection()) {
            return m.permitted().on("no-transfer").duty("GDPR:security");
        }
        if (!m.inForce("UK-GDPR:44") || LawEnforcement.applies(m)) {
            return m.notCovered(m.exporter().country());
        }
        if (Lawfulness.denied(m).isPresent()) {
            m.trace().step("GB", "lawful", "denied");
            return m.forbidden().on("UK-GDPR:44").condition("6:basis");
        }
        if (m.isForeignOrder()) {
            return m.undecided().on("UK-GDPR:44").question("48");
        }
        Optional<Decision> decision = m.decisionOf("GB");
        if (decision.isPresent()) {
            m.trace().step("GB", "adequacy", "yes", decision.get().act());
            Opinion opinion = m.permitted().on("UK-GDPR:45").on(decision.get().act());
            decision.get().duties().forEach(opinion::duty);
            return EuropeanUnion.generalDuties(m, opinion);
        }
        m.trace().step("GB", "adequacy", "none");
        Optional<Opinion> safeguard = article46(m);
        if (safeguard.isPresent() && safeguard.get().is(Opinion.Outcome.PERMITTED_IF)) {
            return safeguard.get();
        }
        Optional<Opinion> derogation = article49(m);
        if (derogation.isPresent() && derogation.get().is(Opinion.Outcome.PERMITTED_IF)) {
            return derogation.get();
        }
        return safeguard
                .or(() -> derogation)
                .orElseGet(() ->
                        m.forbidden().on("UK-GDPR:44").condition("UK:safeguard").condition("TIA"));
    }

    /**
     * The tools of the Union, and the two of the United Kingdom's own: the International Data Transfer Agreement, and the Addendum without
     * which the Union's standard clauses are none here. Each with the assessment of the recipient's law.
     */
    private static Optional<Opinion> article46(Matter m) {
        Optional<Opinion> tool =
                Article46.best(m, safeguard -> !safeguard.type().equals("SCC"));
        Optional<Opinion> clauses =
                Article46.best(m, safeguard -> safeguard.type().equals("SCC"));
        boolean addendum = m.inForce("UK:clauses") && m.flow().holds("UK-addendum");
        Optional<Opinion> agreement = transferAgreement(m);
        if (holds(tool) || holds(agreement) || (addendum && holds(clauses))) {
            return Optional.of(
                    m.permittedIf().on("UK-GDPR:46").condition("UK:safeguard").condition("TIA"));
        }
        Opinion open = m.undecided().on("UK-GDPR:46").on("UK-GDPR:44");
        tool.ifPresent(opinion -> ask(open, opinion));
        agreement.ifPresent(opinion -> ask(open, opinion));
        if (clauses.isPresent() && !clauses.get().is(Opinion.Outcome.FORBIDDEN)) {
            if (!addendum) {
                open.question("swiss-ukadd");
            }
            ask(open, clauses.get());
        }
        return open.questions().isEmpty() ? Optional.empty() : Optional.of(open);
    }

    /** DPA 2018 s. 119A, International Data Transfer Agreement: with a transfer risk assessment. */
    private static Optional<Opinion> transferAgreement(Matter m) {
        return m.inForce("UK:clauses")
                ? m.flow().safeguard("UK-IDTA").map(agreement -> TransferImpact.assessed(m, agreement, "UK-GDPR:46"))
                : Optional.empty();
    }

    private static boolean holds(Optional<Opinion> opinion) {
        return opinion.isPresent() && opinion.get().is(Opinion.Outcome.PERMITTED_IF);
    }

    /** The same questions under the provision of this law. */
    private static void ask(Opinion open, Opinion asked) {
        asked.questions().forEach(open::question);
        open.sure(asked.confidence());
    }

    private static Optional<Opinion> article49(Matter m) {
        Optional<Opinion> best = Article49.best(m);
        if (best.isEmpty() || best.get().is(Opinion.Outcome.FORBIDDEN)) {
            return Optional.empty();
        }
        if (best.get().is(Opinion.Outcome.PERMITTED_IF)) {
            return Optional.of(m.permittedIf().on("UK-GDPR:49").condition("UK:derogation"));
        }
        Opinion open = m.undecided().on("UK-GDPR:49").on("UK-GDPR:44");
        ask(open, best.get());
        return Optional.of(open);
    }
}
