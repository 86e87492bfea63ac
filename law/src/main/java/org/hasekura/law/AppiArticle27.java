package org.hasekura.law;

import java.time.LocalDate;
import java.util.Optional;

/** Provision to a third party (第三者提供), APPI Art. 27: the ground that every provision needs, inside Japan and towards designated countries. */
final class AppiArticle27 {
    private AppiArticle27() {}

    /**
     * A ground for a provision.
     *
     * @param exemption a case of Art. 27(1), which lifts Art. 28 too
     */
    record Ground(String token, boolean exemption) {}

    /** A provision inside Japan. */
    static Opinion rule(Matter m) {
        Optional<Ground> ground = ground(m);
        if (Japan.bound(m) && leavesTheDecision(m)) {
            return recital38(m, ground);
        }
        if (ground.isEmpty()) {
            return withoutGround(m);
        }
        m.trace()
                .step(
                        "JP",
                        "article-27",
                        "ground",
                        m.law().provision(ground.get().token()));
        return resting(m, ground.get(), m.permitted());
    }

    /** Adds the ground: an exemption makes the flow conditional, any other ground leaves it as it is. */
    static Opinion resting(Matter m, Ground ground, Opinion free) {
        if (ground.exemption()) {
            Opinion exempt = m.permittedIf().on(ground.token()).condition("APPI:27-exemption");
            return Japan.bound(m) && !m.isDomestic() ? exempt.on("SR:4") : exempt;
        }
        free.on(ground.token());
        return ground.token().equals("APPI:27(5)(i)") ? free.duty("APPI:25") : free.duty("APPI:29-30");
    }

    static Opinion withoutGround(Matter m) {
        m.trace().step("JP", "article-27", "no-ground");
        if (m.has("route:opt-out") && isOptOutClosed(m)) {
            Opinion bar = m.forbidden().on("APPI:27(2)").condition("APPI:27-ground");
            boolean byRuleOne = !Japan.isSpecialCare(m, false) && Japan.isSpecialCare(m, Japan.bound(m));
            return (byRuleOne ? bar.on("SR:1") : bar).on("APPI:27(1)");
        }
        if (lacksFactsOfLife(m)) {
            return open(m);
        }
        return m.forbidden().on("APPI:27(1)").condition("APPI:27-ground");
    }

    /** The purpose names life or body, but the facts of Art. 27(1)(ii) are not stated. */
    static boolean lacksFactsOfLife(Matter m) {
        return m.flow().purposeIs("vital-interests") && !(m.has("life-or-body") && m.has("consent-impracticable"));
    }

    static Opinion open(Matter m) {
        Opinion open = m.undecided().on("APPI:27(1)(ii)").on(m.isDomestic() ? "APPI:27(1)" : "APPI:28(1)");
        if (!m.has("life-or-body")) {
            open.question("27-fact", "life-or-body");
        }
        if (!m.has("consent-impracticable")) {
            open.question("27-fact", "consent-impracticable");
        }
        return open;
    }

    /** The ground that the facts state, exemptions first. */
    static Optional<Ground> ground(Matter m) {
        Optional<Ground> exemption = exemption(m);
        if (exemption.isPresent()) {
            return exemption;
        }
        if ((m.flow().holds("entrustment") && !m.has("no-entrustment")) || returnsToClient(m)) {
            return Optional.of(new Ground("APPI:27(5)(i)", false));
        }
        if (hasConsent(m)) {
            return Optional.of(new Ground("APPI:27(1)", false));
        }
        if (m.has("route:opt-out") && !m.has("no-opt-out") && !isOptOutClosed(m)) {
            return Optional.of(new Ground("APPI:27(2)", false));
        }
        return Optional.empty();
    }

    /** A trustee that gives the data back to the party that entrusted them stays inside the entrustment (委託). */
    private static boolean returnsToClient(Matter m) {
        return Matter.isProcessor(m.exporter())
                && (m.importer().relationIs("client") || m.importer().relationIs("original-controller"));
    }

    private static Optional<Ground> exemption(Matter m) {
        if (m.has("life-or-body") && m.has("consent-impracticable")) {
            return Optional.of(new Ground("APPI:27(1)(ii)", true));
        }
        if (m.isForeignOrder() && m.has("via-central-authority") && m.isCoveredByAgreement()) {
            return Optional.of(
                    new Ground("APPI:27(1)(i)", true)); // executed under Japanese law on assistance to foreign states
        }
        boolean research = m.has("academic-research-necessary") && m.has("no-unjust-infringement");
        if (!research || !m.inForce("APPI:27(1)(vii)")) {
            return Optional.empty();
        }
        if (m.importer().kind().equals("university")) {
            return Optional.of(new Ground("APPI:27(1)(vii)", true));
        }
        boolean joint = m.has("joint-research") || m.flow().holds("joint-research-agreement");
        return m.exporter().kind().equals("university") && joint
                ? Optional.of(new Ground("APPI:27(1)(vi)", true))
                : Optional.empty();
    }

    /** A consent to the provision that is in place on the day. */
    static boolean hasConsent(Matter m) {
        if (m.has("no-consent")) {
            return false;
        }
        if (m.flow().holds("consent")) {
            return true;
        }
        for (Safeguard safeguard : m.flow().inForce()) {
            if (safeguard.type().equals("appi-consent")
                    && safeguard.scope().isPresent()
                    && !isLater(safeguard.obtained(), m.day())) {
                return true;
            }
        }
        return false;
    }

    static boolean isLater(Optional<LocalDate> day, LocalDate than) {
        return day.isPresent() && day.get().isAfter(than);
    }

    /** Art. 27(2): no opt-out (オプトアウト) for special care-required information. */
    static boolean isOptOutClosed(Matter m) {
        return Japan.isSpecialCare(m, Japan.bound(m)) || m.data().nationalId().isPresent();
    }

    private static boolean leavesTheDecision(Matter m) {
        if (m.has("excluded-entity-purpose")) {
            return true;
        }
        for (Decision decision : m.law().decisions("EU", "JP")) {
            for (Decision.Exclusion exclusion : decision.excludes()) {
                if (exclusion.ref().startsWith("Art 1(2)") && exclusion.applies(m.flow(), m.day())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Decision (EU) 2019/419 recital 38: data that leave its scope inside Japan are treated as sent abroad; consent is needed. */
    private static Opinion recital38(Matter m, Optional<Ground> ground) {
        if (ground.isPresent() && ground.get().exemption()) {
            return resting(m, ground.get(), m.permitted());
        }
        Optional<Safeguard> consent = AppiArticle28.consent(m);
        if (consent.isPresent() && consent.get().affirms("informed")) {
            return m.permittedIf()
                    .on("SR:4")
                    .on("APPI:28(1)-consent")
                    .on("EU-JP-2019:recital-38")
                    .condition("SR:4-consent");
        }
        m.trace().step("JP", "recital-38", "left");
        return m.forbidden()
                .on("SR:4")
                .on("APPI:28(1)")
                .on("APPI:27(1)")
                .on("EU-JP-2019:recital-38")
                .condition("SR:4-consent");
    }
}
