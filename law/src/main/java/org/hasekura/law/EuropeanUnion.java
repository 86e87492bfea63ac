package org.hasekura.law;

import java.util.Optional;
import java.util.Set;

/**
 * Transfers under Union data protection law: GDPR Chapter V, before 25 May 2018 Directive 95/46. The questions and their order are
 * those of {@code docs/law.md}: transfer, lawfulness, foreign order, adequacy, safeguards, derogations.
 */
final class EuropeanUnion implements LegalOrder {
    private static final Set<String> ARTICLE_10_LAWS = Set.of("member-state-law", "union-law");

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
        Optional<Opinion> unlawful = unlawful(m);
        if (unlawful.isPresent()) {
            // What is open about the data opens no way where there is none: then the transfer is forbidden all the
            // same.
            return unlawful.get().is(Opinion.Outcome.UNDECIDED) && !isGdpr(m)
                    ? stricter(unlawful.get(), chapterFive(m))
                    : unlawful.get();
        }
        // Directive 95/46 knew no such article: under it an order is a transfer like any other.
        return isGdpr(m) && m.isForeignOrder() ? article48(m) : chapterFive(m);
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
    static Optional<Opinion> noTransfer(Matter m) {
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
                m.trace().step("EU", "transfer", "bridge", bridge.act().citation());
                Opinion opinion = m.permitted().on(bridge.bridge().get()).on("no-transfer");
                onAct(m, opinion, bridge);
                if (LawEnforcement.applies(m)) {
                    LawEnforcement.decision(m)
                            .ifPresent(decision -> opinion.on("LED:36").on(decision.act()));
                } else {
                    m.decisionOf("EU").ifPresent(decision -> adequacyGrounds(m, opinion, decision));
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

    /** Lawfulness of the processing itself (GDPR Art. 6, 9, 10, 28): no transfer ground cures its lack. */
    static Optional<Opinion> unlawful(Matter m) {
        boolean processorInvolved = Matter.isProcessor(m.exporter()) || Matter.isProcessor(m.importer());
        if (m.isUnlawful() || (m.has("no-art28-contract") && processorInvolved)) {
            m.trace().step("EU", "lawful", "denied");
            return Optional.of(noGround(m).condition("6:basis"));
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
                    isGdpr(m)
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
                    isGdpr(m)
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

    /** A foreign judgment or order: recognised only under an agreement, or on another ground of Chapter V. */
    private static Opinion article48(Matter m) {
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

    private static Opinion chapterFive(Matter m) {
        Optional<Decision> decision = m.decisionOf("EU");
        if (decision.isPresent()) {
            return article45(m, decision.get());
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
        boolean argued = m.data().pseudonymised() || Article46.hasOtherModule(m);
        Opinion bar = m.forbidden().sure(argued ? Confidence.LIKELY : Confidence.CERTAIN);
        derogation.ifPresent(opinion -> opinion.grounds().forEach(bar::on));
        tool.ifPresent(opinion -> opinion.grounds().forEach(bar::on));
        return cures(m, bar.on("GDPR:44").on("DIR9546:25(1)"));
    }

    /** Adequacy decision in force, with recipient, purpose and data inside its scope. */
    private static Opinion article45(Matter m, Decision decision) {
        m.trace().step("EU", "adequacy", "yes", decision.act().citation());
        Opinion opinion = adequacyGrounds(m, m.permitted(), decision);
        decision.duties().forEach(opinion::duty);
        return generalDuties(m, opinion.duty("GDPR:inform"));
    }

    private static Opinion adequacyGrounds(Matter m, Opinion opinion, Decision decision) {
        opinion.on("GDPR:45(3)").on("DIR9546:25(6)");
        if (decision.carriedOver()) {
            opinion.on("GDPR:45(9)");
        }
        return onAct(m, opinion, decision);
    }

    /** Rests on the act; as sure as it is that the exporter's state applies it, where that is in the EEA but not in the Union. */
    private static Opinion onAct(Matter m, Opinion opinion, Decision decision) {
        String exporter = m.exporter().country();
        boolean efta = m.inEea(exporter) && !m.inUnion(exporter);
        return opinion.on(decision.act())
                .sure(efta ? decision.eeaEfta() : Confidence.CERTAIN)
                .sure(decision.confidence(m.day()));
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
                intoScope(m, decision, bar);
            }
        }
        if (!isGdpr(m)) {
            return bar.condition("26:ground");
        }
        int module = Article46.moduleFor(m.flow());
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

    /** What keeps the flow outside a decision that is in force for the country. */
    private static void intoScope(Matter m, Decision decision, Opinion bar) {
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
