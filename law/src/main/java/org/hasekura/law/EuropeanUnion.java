package org.hasekura.law;

import java.util.Optional;

/**
 * Transfers under Union data protection law: GDPR Chapter V, before 25 May 2018 Directive 95/46. The questions and their order are
 * those of {@code docs/law.md}: transfer, lawfulness, foreign order, adequacy, safeguards, derogations.
 */
final class EuropeanUnion implements LegalOrder {
    @Override
    public String name() {
        return "EU";
    }

    /** The exporter is established in the EU or EEA, or is under the GDPR by its Art. 3(2). */
    @Override
    public boolean claims(Matter m) {
        return m.data().isPersonal()
                && (m.underUnionLaw(m.exporter().country())
                        || (isGdpr(m) && m.exporter().subjectTo().contains("GDPR-3(2)")));
    }

    @Override
    public Opinion rule(Matter m) {
        return judged(m).sure(m.membership(m.exporter().country()));
    }

    private static Opinion judged(Matter m) {
        if (!isGdpr(m) && !m.inForce("DIR9546:25(1)")) {
            return m.notCovered(m.exporter().country());
        }
        Optional<Opinion> noTransfer = noTransfer(m);
        if (noTransfer.isPresent()) {
            return noTransfer.get();
        }
        if (LawEnforcement.applies(m)) {
            return LawEnforcement.rule(m);
        }
        Optional<Opinion> unlawful = Lawfulness.denied(m);
        if (unlawful.isPresent()) {
            // A question about the data opens no way where there is none: then the transfer is forbidden all the same.
            return unlawful.get().is(Opinion.Outcome.UNDECIDED) && !isGdpr(m)
                    ? stricter(unlawful.get(), chapterFive(m))
                    : unlawful.get();
        }
        // Directive 95/46 knew no such article: under it an order is a transfer like any other.
        return isGdpr(m) && m.isForeignOrder() ? Article48.rule(m) : chapterFive(m);
    }

    private static Opinion stricter(Opinion one, Opinion other) {
        return other.outcome().compareTo(one.outcome()) > 0 ? other : one;
    }

    static boolean isGdpr(Matter m) {
        return m.inForce("GDPR:44");
    }

    /** The bar where nothing holds: GDPR Art. 44, before it Directive 95/46 Art. 25(1). */
    static Opinion noGround(Matter m) {
        return m.forbidden().on("GDPR:44").on("DIR9546:25(1)");
    }

    /** EDPB Guidelines 05/2021: no transfer without another controller or processor in a third country. */
    private static Optional<Opinion> noTransfer(Matter m) {
        if (m.has("no-art6-basis")) {
            return Optional.empty(); // the disclosure is unlawful wherever it goes
        }
        String importerCountry = m.importer().country();
        if (m.inEea(importerCountry)) {
            m.trace().step("EU", "transfer", "inside-eea");
            return Optional.of(m.permitted().on("no-transfer").sure(m.membership(importerCountry)));
        }
        for (Decision bridge : m.law().decisions("EU", importerCountry)) {
            if (bridge.bridge().isPresent() && bridge.inForceOn(m.day())) {
                m.trace().step("EU", "transfer", "bridge", bridge.act());
                Opinion opinion = m.permitted().on(bridge.bridge().get()).on("no-transfer");
                Article45.onAct(m, opinion, bridge);
                if (LawEnforcement.applies(m)) {
                    LawEnforcement.decision(m)
                            .ifPresent(decision -> opinion.on("LED:36").on(decision.act()));
                } else {
                    m.decisionOf("EU").ifPresent(decision -> Article45.grounds(m, opinion, decision));
                }
                return Optional.of(opinion);
            }
        }
        if (m.isDirectCollection()) {
            m.trace().step("EU", "transfer", "from-data-subject");
            return Optional.of(m.permitted().on("no-transfer").on("EDPB-05/2021"));
        }
        if (m.importer().role().equals("data-subject")) {
            m.trace().step("EU", "transfer", "to-data-subject");
            return Optional.of(
                    m.permitted().on("no-transfer").on("EDPB-05/2021").duty("GDPR:security"));
        }
        if (m.isSameEntity()) {
            m.trace().step("EU", "transfer", "one-entity");
            return Optional.of(
                    m.permitted().on("no-transfer").on("EDPB-05/2021").duty("GDPR:security"));
        }
        m.trace().step("EU", "transfer", "yes");
        return Optional.empty();
    }

    private static Opinion chapterFive(Matter m) {
        Optional<Decision> decision = m.decisionOf("EU");
        if (decision.isPresent()) {
            return Article45.rule(m, decision.get());
        }
        m.trace().step("EU", "adequacy", "none");
        Optional<Opinion> tool = Article46.best(m);
        if (tool.isPresent() && tool.get().is(Opinion.Outcome.PERMITTED_IF)) {
            return tool.get();
        }
        Optional<Opinion> derogation = Article49.best(m);
        if (derogation.isPresent() && derogation.get().is(Opinion.Outcome.PERMITTED_IF)) {
            return derogation.get();
        }
        if (tool.isPresent() && tool.get().is(Opinion.Outcome.UNDECIDED)) {
            return tool.get();
        }
        if (derogation.isPresent() && derogation.get().is(Opinion.Outcome.UNDECIDED)) {
            return derogation.get();
        }
        return withoutGround(m, tool, derogation);
    }

    private static Opinion withoutGround(Matter m, Optional<Opinion> tool, Optional<Opinion> derogation) {
        Optional<Decision> ended = m.endedUnseen("EU");
        if (ended.isPresent()) {
            return m.undecided()
                    .on("GDPR:45(3)")
                    .on("GDPR:44")
                    .question(
                            "ground-ends",
                            ended.get().id(),
                            String.valueOf(ended.get().act().inForceTo().orElseThrow()));
        }
        boolean relative = m.data().pseudonymised() && m.inForce("C-413/23P");
        if (relative && tool.isEmpty() && m.flow().holds("no-reidentification-contract")) {
            m.trace().step("EU", "personal", "open");
            return m.undecided()
                    .on("GDPR:4(1)")
                    .on("GDPR:44")
                    .on("C-413/23P")
                    .question("4(1)")
                    .sure(Confidence.LIKELY);
        }
        m.trace().step("EU", "ground", "none");
        // Whether such data are personal for the recipient, and whether another module protects as well, is argued.
        boolean argued = m.data().pseudonymised() || StandardClauses.hasOtherModule(m);
        Opinion bar = m.forbidden().sure(argued ? Confidence.LIKELY : Confidence.CERTAIN);
        derogation.ifPresent(opinion -> opinion.grounds().forEach(bar::on));
        tool.ifPresent(opinion -> opinion.grounds().forEach(bar::on));
        return cures(m, bar.on("GDPR:44").on("DIR9546:25(1)"));
    }

    /** Duties that follow from the data and the roles, whatever the ground. */
    static Opinion generalDuties(Matter m, Opinion opinion) {
        if (Matter.isProcessor(m.exporter()) || Matter.isProcessor(m.importer())) {
            opinion.duty("GDPR:28-contract");
        }
        if (m.data().children()) {
            opinion.duty("GDPR:children");
        }
        if (m.data().hr()) {
            opinion.duty("GDPR:hr");
        }
        if (!m.data().special().isEmpty()) {
            opinion.duty("GDPR:special");
        }
        return opinion;
    }

    /** What would lift the prohibition, narrowest decision first. */
    private static Opinion cures(Matter m, Opinion bar) {
        for (Decision decision : m.decisionsOf("EU")) {
            if (decision.inForceOn(m.day()) && !decision.lawEnforcement()) {
                Article45.intoScope(m, decision, bar);
            }
        }
        if (!isGdpr(m)) {
            return bar.condition("26:ground");
        }
        int module = StandardClauses.moduleFor(m.flow());
        if (module > 0 && m.inForce("SCC:2021/914")) {
            bar.condition("SCC:module", String.valueOf(module));
        }
        bar.condition("TIA").condition("BCR").condition("46:other");
        if (Matter.isPublic(m.exporter()) && Matter.isPublic(m.importer())) {
            bar.condition("46:public").condition("49:public");
        } else {
            bar.condition("49:narrow");
        }
        return bar;
    }
}
