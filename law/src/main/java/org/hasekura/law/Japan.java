package org.hasekura.law;

import java.util.Optional;

/**
 * The Japanese Act on the Protection of Personal Information (個人情報保護法) with the Supplementary Rules for data that came under the
 * adequacy decision. Article numbers are those of 1 April 2022 for every day.
 */
final class Japan implements LegalOrder {
    @Override
    public String name() {
        return "JP";
    }

    @Override
    public boolean claims(Matter m) {
        boolean from = m.exporter().country().equals("JP")
                && (m.data().isPersonal() || m.data().appiClass().isPresent() || AppiClasses.isAnonymisedBound(m));
        boolean collects = m.flow().operation() == Operation.DIRECT_COLLECTION
                && m.importer().country().equals("JP")
                && m.data().isPersonal();
        return from || collects;
    }

    @Override
    public Opinion rule(Matter m) {
        if (m.isDirectCollection()) {
            return article20(m);
        }
        boolean fromPublicSector = Matter.isPublic(m.exporter());
        if (!m.inForce("APPI:27(1)") || fromPublicSector) {
            return m.notCovered("JP");
        }
        Opinion opinion = article57(m) ? outsideChapterFour(m) : ask(m);
        boolean allows = opinion.is(Opinion.Outcome.PERMITTED) || opinion.is(Opinion.Outcome.PERMITTED_IF);
        boolean leaves = m.flow().operation() != Operation.HANDLING || !m.isDomestic();
        if (allows && leaves && firstHopOpen(m)) {
            m.trace().step("JP", "first-hop", "not-stated");
            Opinion open = m.undecided();
            for (Provision ground : opinion.grounds()) {
                if (ground.kind() != Provision.Kind.SCOPE) {
                    open.on(ground);
                }
            }
            return open.on("SR:4").question("onward-ground", m.data().originRegime());
        }
        return allows && bound(m) ? opinion.duty("SR:first-hop") : opinion;
    }

    /** Data that came under the adequacy decision are bound by the Supplementary Rules (補完的ルール). */
    static boolean bound(Matter m) {
        return m.flow().onward().isPresent()
                && m.flow().onward().get().importerInJapanReliedOn().equals("A45-3")
                && m.inForce("SR:4");
    }

    /** Data of a regime with rules on onward transfers, of which nobody says how they came, and which do not go back there. */
    private static boolean firstHopOpen(Matter m) {
        String origin = m.flow().onward().isPresent()
                ? m.flow().onward().get().originalExporterRegime()
                : m.data().originRegime();
        return !bound(m) && TravellingLaw.follows(m, origin);
    }

    /**
     * Art. 57 (until 31 March 2022 Art. 76): the duties of the act do not reach press, writers, religious and political bodies in that
     * work. Data that came under the decision stay bound: the decision excludes that work. The wider exception that universities had
     * before April 2022 is not applied.
     */
    private static boolean article57(Matter m) {
        boolean exempt = switch (m.exporter().kind()) {
            case "press", "broadcaster" -> m.flow().purposeIs("press");
            case "writer" -> m.flow().purposeIs("literary") || m.flow().purposeIs("press");
            case "religious-body" -> m.flow().purposeIs("religious-activity");
            case "political-body" -> m.flow().purposeIs("political-activity");
            default -> false;
        };
        return exempt && !bound(m);
    }

    private static Opinion outsideChapterFour(Matter m) {
        m.trace().step("JP", "article-57", "exempt");
        return m.permitted().on("outside-scope").on("APPI:57").duty("APPI:57");
    }

    private static Opinion ask(Matter m) {
        if (AppiClasses.keepsMethod(m)) {
            m.trace().step("JP", "anonymous", "method-kept");
            Opinion ordinary = ordinary(m);
            return ordinary.is(Opinion.Outcome.FORBIDDEN) ? ordinary.on("SR:5").condition("SR:5") : ordinary;
        }
        Optional<Opinion> byClass = AppiClasses.rule(m);
        return byClass.isPresent() ? byClass.get() : ordinary(m);
    }

    private static Opinion ordinary(Matter m) {
        if (m.has("access-request") && m.has("refused")) {
            return article33(m);
        }
        Optional<Opinion> purpose = article18(m);
        if (purpose.isPresent()) {
            return purpose.get();
        }
        boolean handling = m.flow().operation() == Operation.HANDLING
                && m.isDomestic()
                && m.exporter().kind().equals(m.importer().kind());
        if (m.isSameEntity() || handling) {
            m.trace().step("JP", "third-party", "one-entity");
            return m.permitted().on("no-transfer").on("APPI:23").duty("APPI:23");
        }
        return m.isDomestic() ? AppiArticle27.rule(m) : AppiArticle28.rule(m);
    }

    /** Acquisition of special care-required information (要配慮個人情報) needs consent. */
    private static Opinion article20(Matter m) {
        if (m.has("no-consent") && m.importer().country().equals("JP") && isSpecialCare(m, false)) {
            return m.forbidden().on("APPI:20(2)").condition("APPI:20");
        }
        return m.permitted().on("no-transfer");
    }

    /** Special care-required by the act or, for bound data, by Supplementary Rule (1) as well. */
    static boolean isSpecialCare(Matter m, boolean withRuleOne) {
        for (String type : m.data().special()) {
            boolean byTheAct = !isRuleOne(type) && !type.equals("biometric");
            if (byTheAct || (withRuleOne && isRuleOne(type))) {
                return true;
            }
        }
        return m.data().criminal();
    }

    private static boolean isRuleOne(String type) {
        return type.equals("sex-life") || type.equals("sexual-orientation") || type.equals("trade-union");
    }

    /** Use beyond the purpose needs consent; for bound data the purpose is that for which they came (Supplementary Rule (3)). */
    private static Optional<Opinion> article18(Matter m) {
        boolean beyond = m.has("purpose-change") || m.flow().purposeIs("other-than-original");
        if (!beyond || consentsToPurpose(m)) {
            return Optional.empty();
        }
        m.trace().step("JP", "purpose", "beyond");
        Opinion bar = m.forbidden().on("APPI:18(1)").condition("APPI:18");
        return Optional.of(bound(m) ? bar.on("SR:3") : bar);
    }

    /** A consent in place on the day. One that is stated for a provision says nothing about a new use inside the business. */
    private static boolean consentsToPurpose(Matter m) {
        if (m.has("no-consent")) {
            return false;
        }
        boolean use = m.flow().operation() == Operation.HANDLING;
        for (Safeguard safeguard : m.flow().inForce()) {
            boolean reaches = safeguard.type().equals("consent")
                    || (safeguard.type().equals("appi-consent")
                            && !(use && safeguard.scope().isPresent()));
            if (reaches && !AppiArticle27.isLater(safeguard.obtained(), m.day())) {
                return true;
            }
        }
        return false;
    }

    /** A request for disclosure. Before 1 April 2022 data to be deleted within six months were exempt, but not data from Europe. */
    private static Opinion article33(Matter m) {
        boolean exempt = m.has("retention-under-six-months") && m.inForce("APPI:2(7)-until-2022-03-31") && !bound(m);
        if (exempt) {
            return m.permitted().on("APPI:2(7)-until-2022-03-31").on("outside-scope");
        }
        Opinion bar = m.forbidden().on("APPI:33").condition("APPI:33");
        return bound(m) ? bar.on("SR:2") : bar;
    }
}
