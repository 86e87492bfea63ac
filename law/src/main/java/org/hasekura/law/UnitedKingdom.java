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
        return m.data().isPersonal() && m.exporter().country().equals("GB") && !m.underUnionLaw("GB");
    }

    @Override
    public Opinion rule(Matter m) {
        if (m.isDomestic() || m.isSameEntity() || m.isDirectCollection()) {
            return m.permitted().on("no-transfer").duty("GDPR:security");
        }
        if (!m.inForce("UK-GDPR:44") || LawEnforcement.applies(m)) {
            return m.notCovered("GB");
        }
        if (EuropeanUnion.unlawful(m).isPresent()) {
            m.trace().step("GB", "lawful", "denied");
            return m.forbidden().on("UK-GDPR:44").condition("6:basis");
        }
        if (m.isForeignOrder()) {
            return m.undecided().on("UK-GDPR:44").question("48");
        }
        Optional<Decision> decision = m.decisionOf("GB");
        if (decision.isPresent()) {
            m.trace().step("GB", "adequacy", "yes", decision.get().act().citation());
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

    /** Binding rules and authorised clauses as in the Union; the Union's standard clauses only with the UK Addendum, which must be shown. */
    private static Optional<Opinion> article46(Matter m) {
        Optional<Opinion> tool =
                Article46.best(m, safeguard -> !safeguard.type().equals("SCC"));
        if (tool.isPresent() && tool.get().is(Opinion.Outcome.PERMITTED_IF)) {
            return Optional.of(
                    m.permittedIf().on("UK-GDPR:46").condition("UK:safeguard").condition("TIA"));
        }
        Optional<Opinion> clauses =
                Article46.best(m, safeguard -> safeguard.type().equals("SCC"));
        Opinion open = m.undecided().on("UK-GDPR:46").on("UK-GDPR:44");
        tool.ifPresent(opinion -> opinion.questions().forEach(open::question));
        if (clauses.isPresent() && !clauses.get().is(Opinion.Outcome.FORBIDDEN)) {
            open.question("swiss-ukadd");
            clauses.get().questions().forEach(open::question);
        }
        return open.questions().isEmpty() ? Optional.empty() : Optional.of(open);
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
        best.get().questions().forEach(open::question);
        return Optional.of(open);
    }
}
