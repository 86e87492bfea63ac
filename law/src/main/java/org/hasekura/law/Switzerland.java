package org.hasekura.law;

import java.util.Optional;

/** Swiss Federal Act on Data Protection, Art. 16 and 17, since 1 September 2023. */
final class Switzerland implements LegalOrder {
    @Override
    public String name() {
        return "CH";
    }

    @Override
    public boolean claims(Matter m) {
        return m.data().isPersonal() && m.exporterIsIn("FADP");
    }

    @Override
    public Opinion rule(Matter m) {
        if (m.isDomestic() || m.isSameEntity() || m.isDirectCollection()) {
            return m.permitted().on("no-transfer").duty("GDPR:security");
        }
        if (!m.inForce("FADP:16(1)")) {
            return m.notCovered(m.exporter().country());
        }
        if (m.isUnlawful()) {
            return m.forbidden().on("FADP:16(1)").condition("6:basis");
        }
        if (m.isForeignOrder()) {
            return m.undecided().on("FADP:16(1)").question("48");
        }
        Optional<Decision> listed = m.decisionOf("CH");
        if (listed.isPresent()) {
            m.trace().step("CH", "listed", "yes", listed.get().act());
            return m.permitted().on("FADP:16(1)-listed").on(listed.get().act());
        }
        m.trace().step("CH", "listed", "no");
        Optional<Opinion> safeguard = article16(m);
        if (safeguard.isPresent() && safeguard.get().is(Opinion.Outcome.PERMITTED_IF)) {
            return safeguard.get();
        }
        Optional<Opinion> exception = article17(m);
        if (exception.isPresent() && exception.get().is(Opinion.Outcome.PERMITTED_IF)) {
            return exception.get();
        }
        return safeguard
                .or(() -> exception)
                .orElseGet(() -> m.forbidden()
                        .on("FADP:16(1)")
                        .condition("CH:safeguard")
                        .sure(Confidence.LIKELY)); // as sure as the list on which the State does not stand
    }

    /** Art. 16(2): the tools of the Union, adapted to Swiss law, with the same assessment of the law of the recipient. */
    private static Optional<Opinion> article16(Matter m) {
        Optional<Opinion> tool = Article46.best(m);
        if (tool.isEmpty() || tool.get().is(Opinion.Outcome.FORBIDDEN)) {
            return Optional.empty();
        }
        if (tool.get().is(Opinion.Outcome.PERMITTED_IF)) {
            return Optional.of(m.permittedIf()
                    .on("FADP:16(2)")
                    .condition("CH:safeguard")
                    .condition("TIA")
                    .sure(Confidence.LIKELY));
        }
        return Optional.of(open(m, "FADP:16(2)", tool.get()));
    }

    /** Art. 17: explicit consent, contract, claims, life or body, on the same strict facts as in the Union. */
    private static Optional<Opinion> article17(Matter m) {
        Optional<Opinion> derogation = Article49.subjectOrConsent(m);
        if (derogation.isEmpty() || derogation.get().is(Opinion.Outcome.FORBIDDEN)) {
            return Optional.empty();
        }
        return Optional.of(
                derogation.get().is(Opinion.Outcome.PERMITTED_IF)
                        ? m.permittedIf()
                                .on("FADP:17")
                                .condition("CH:exception")
                                .sure(Confidence.LIKELY)
                        : open(m, "FADP:17", derogation.get()));
    }

    /** The same questions under the provision of this law. */
    private static Opinion open(Matter m, String token, Opinion asked) {
        Opinion open = m.undecided().on(token).on("FADP:16(1)").sure(Confidence.LIKELY);
        asked.questions().forEach(open::question);
        return open.sure(asked.confidence());
    }
}
