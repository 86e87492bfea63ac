package org.hasekura.law;

import java.util.Optional;

/**
 * Provision to a third party in a foreign country (外国にある第三者への提供), APPI Art. 28: designated country, exemption, equivalent
 * system, consent. Supplementary Rule (4) narrows the routes for data that came under the adequacy decision.
 */
final class AppiArticle28 {
    private AppiArticle28() {}

    static Opinion rule(Matter m) {
        if (m.importer().role().equals("data-subject")) {
            return m.permitted().on("no-transfer");
        }
        if (m.has("provider-does-not-handle-data")) {
            return notHandled(m);
        }
        if (!m.inForce("APPI:28(1)")) {
            return AppiArticle27.rule(m); // before 30 May 2017 the act had no rule of its own for recipients abroad
        }
        Optional<Decision> designation = m.decisionOf("JP");
        if (designation.isPresent()) {
            return designated(m, designation.get());
        }
        Optional<AppiArticle27.Ground> ground = AppiArticle27.ground(m);
        if (ground.isPresent() && ground.get().exemption()) {
            return AppiArticle27.resting(m, ground.get(), m.permitted());
        }
        Optional<Opinion> system = equivalentSystem(m, ground);
        if (system.isPresent() && system.get().is(Opinion.Outcome.PERMITTED_IF)) {
            return system.get();
        }
        Optional<Opinion> consent = byConsent(m);
        if (consent.isPresent() && consent.get().is(Opinion.Outcome.PERMITTED_IF)) {
            return consent.get();
        }
        return system.or(() -> consent).orElseGet(() -> withoutRoute(m));
    }

    private static Opinion withoutRoute(Matter m) {
        m.trace().step("JP", "article-28", "no-route");
        if (AppiArticle27.lacksFactsOfLife(m)) {
            return AppiArticle27.open(m);
        }
        Opinion bar = m.forbidden().on("APPI:28(1)").condition("APPI:28-route");
        return Japan.bound(m) ? bar.on("SR:4").condition("SR:4-equivalent").condition("SR:4-consent") : bar;
    }

    /** PPC Q&A 7-53: a provider abroad that neither handles the data nor may do so receives nothing. */
    private static Opinion notHandled(Matter m) {
        m.trace().step("JP", "provision", "not-handled");
        return m.permitted()
                .on("no-transfer")
                .on("APPI:23")
                .duty("APPI:23")
                .sure(Japan.bound(m) ? Confidence.CHECK : Confidence.LIKELY);
    }

    /** A country designated by the commission: Art. 28 asks nothing, Art. 27 must be shown. */
    private static Opinion designated(Matter m, Decision designation) {
        m.trace().step("JP", "designated", "yes", designation.act());
        Optional<AppiArticle27.Ground> ground = AppiArticle27.ground(m);
        if (ground.isEmpty()) {
            return AppiArticle27.withoutGround(m);
        }
        Opinion free = m.permitted().on("APPI:28(1)-designated").on(designation.act());
        return AppiArticle27.resting(m, ground.get(), free);
    }

    /** Whether Art. 28 would ask for consent: the country is not designated, and the recipient has no equivalent system. */
    static boolean asksConsent(Matter m) {
        if (m.decisionOf("JP").isPresent()) {
            return false;
        }
        for (Safeguard safeguard : m.flow().inForce()) {
            if (isEquivalent(m, safeguard)) {
                return false;
            }
        }
        return true;
    }

    /** Art. 28(1) and (3): a system of measures equal to the act (基準適合体制). Art. 27 is presumed beside it, until the facts deny it. */
    private static Optional<Opinion> equivalentSystem(Matter m, Optional<AppiArticle27.Ground> ground) {
        Optional<Opinion> obstacle = Optional.empty();
        for (Safeguard safeguard : m.flow().inForce()) {
            if (!isEquivalent(m, safeguard)) {
                continue;
            }
            if (deniesArticle27(m) || (m.has("route:opt-out") && AppiArticle27.isOptOutClosed(m))) {
                m.trace().step("JP", "article-27", "denied");
                return Optional.of(m.forbidden().on("APPI:27(1)").condition("APPI:27-ground"));
            }
            if (safeguard.periodicCheck().orElse("").equals("obstacle-found")) {
                m.trace().step("JP", "equivalent-system", "obstacle");
                obstacle = Optional.of(m.undecided()
                        .on("APPI:28(3)")
                        .on("APPI:28(1)-equivalent")
                        .question("28(3)"));
                continue;
            }
            m.trace().step("JP", "equivalent-system", "holds", safeguard.type());
            Opinion held = m.permittedIf()
                    .on("APPI:28(1)-equivalent")
                    .condition("APPI:28-equivalent")
                    .condition("APPI:28(3)")
                    .condition("APPI:27-ground")
                    .duty("APPI:28(3)");
            ground.ifPresent(g -> AppiArticle27.resting(m, g, held));
            if (m.importer().certifiedUnder().contains("GLOBAL-CBPR")
                    && safeguard.type().equals("cbpr")) {
                held.sure(Confidence.CHECK); // recognition of the Global CBPR in the guidelines is not confirmed
            }
            return Optional.of(
                    Japan.bound(m)
                            ? held.on("SR:4").condition("SR:4-equivalent").duty("SR:next-hop")
                            : held);
        }
        return obstacle;
    }

    private static boolean isEquivalent(Matter m, Safeguard safeguard) {
        return switch (safeguard.type()) {
            case "equivalent-measures" -> !Japan.bound(m) || safeguard.affirms("coversSupplementaryRules");
            case "cbpr" ->
                !Japan.bound(m)
                        && (m.importer().certifiedUnder().contains("APEC-CBPR")
                                || m.importer().certifiedUnder().contains("GLOBAL-CBPR"));
            default -> false;
        };
    }

    private static boolean deniesArticle27(Matter m) {
        return m.has("no-art27-basis") || (m.has("no-consent") && m.has("no-opt-out") && m.has("no-entrustment"));
    }

    /** The consent to provision to a third party abroad that is in place on the day, an informed one first. */
    static Optional<Safeguard> consent(Matter m) {
        if (m.has("no-consent")) {
            return Optional.empty();
        }
        Optional<Safeguard> found = Optional.empty();
        for (Safeguard safeguard : m.flow().inForce()) {
            if (safeguard.type().equals("appi-consent")
                    && safeguard.scope().orElse("").equals("foreign-third-party")
                    && !AppiArticle27.isLater(safeguard.obtained(), m.day())) {
                if (safeguard.affirms("informed")) {
                    return Optional.of(safeguard);
                }
                found = Optional.of(safeguard);
            }
        }
        return found;
    }

    /** Art. 28(1) and (2): consent, given on information if it was obtained since 1 April 2022 or the data are bound. */
    private static Optional<Opinion> byConsent(Matter m) {
        Optional<Safeguard> consent = consent(m);
        if (consent.isEmpty()) {
            return Optional.empty();
        }
        Provision rule = m.law().provision("APPI:28(2)");
        boolean informedAsked =
                Japan.bound(m) || rule.inForceOn(consent.get().obtained().orElse(m.day()));
        if (informedAsked && !consent.get().affirms("informed")) {
            m.trace().step("JP", "consent", "uninformed");
            Opinion bar = m.forbidden().on("APPI:28(2)").on("APPI:28(1)").condition("APPI:28(2)-inform");
            return Optional.of(Japan.bound(m) ? bar.on("SR:4") : bar);
        }
        m.trace().step("JP", "consent", "given");
        Opinion held = m.permittedIf().on("APPI:28(1)-consent").condition("APPI:28-consent");
        return Optional.of(Japan.bound(m) ? held.on("SR:4") : held);
    }
}
