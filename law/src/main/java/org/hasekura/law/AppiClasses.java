package org.hasekura.law;

import java.util.Optional;

/**
 * Classes of information with rules of their own, asked before those on personal data: personally referable, pseudonymously processed,
 * anonymously processed. Supplementary Rule (5) and its revision of 2023 narrow the last two for data that came under the decision.
 */
final class AppiClasses {
    private AppiClasses() {}

    /** What the class of the data says. Empty where the ordinary rules decide. */
    static Optional<Opinion> rule(Matter m) {
        String byFact = isAnonymisedBound(m) ? "anonymously-processed" : "";
        return switch (m.data().appiClass().orElse(byFact)) {
            case "personally-referable" -> article31(m);
            case "pseudonymously-processed" -> m.inForce("APPI:41") ? article41(m) : Optional.empty();
            case "anonymously-processed" -> m.inForce("APPI:43") ? articles43And44(m) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Called anonymous, made from bound data: Supplementary Rule (5) says when that counts. */
    static boolean isAnonymisedBound(Matter m) {
        return m.data().anonymised() && Japan.bound(m);
    }

    /** Supplementary Rule (5): bound data whose method of anonymisation is kept stay ordinary personal information. */
    static boolean keepsMethod(Matter m) {
        boolean anonymous = m.data().appiClassIs("anonymously-processed")
                || (m.data().appiClass().isEmpty() && m.data().anonymised());
        return anonymous && Japan.bound(m) && !m.data().methodInfoDeleted();
    }

    /** Personally referable information (個人関連情報) to a recipient who will link it to a person. */
    private static Optional<Opinion> article31(Matter m) {
        boolean linked = m.has("recipient-will-link-to-person");
        if (!linked || m.isSameEntity()) {
            return m.data().isPersonal()
                    ? Optional.empty()
                    : Optional.of(m.permitted().on("not-personal"));
        }
        if (!m.inForce("APPI:31(1)")) {
            return m.data().isPersonal()
                    ? Optional.empty()
                    : Optional.of(m.permitted().on("not-yet-applicable"));
        }
        m.trace().step("JP", "class", "linked");
        return Optional.of(
                isConfirmed(m) ? confirmed(m) : m.forbidden().on("APPI:31(1)").condition("APPI:31"));
    }

    /** Art. 31(1)(i), and abroad (ii): the person consented, on information about the country where Art. 28 would ask for it. */
    private static boolean isConfirmed(Matter m) {
        if (m.has("consent-not-confirmed")) {
            return false;
        }
        if (m.isDomestic() || !AppiArticle28.asksConsent(m)) {
            return AppiArticle27.hasConsent(m);
        }
        Optional<Safeguard> consent = AppiArticle28.consent(m);
        return consent.isPresent() && consent.get().affirms("informed");
    }

    private static Opinion confirmed(Matter m) {
        Opinion held = m.permittedIf().condition("APPI:31");
        return !m.isDomestic() && AppiArticle28.asksConsent(m) ? held.on("APPI:28(1)-consent") : held.on("APPI:27(1)");
    }

    /** Pseudonymously processed information (仮名加工情報): inside the business, and for bound data for statistics only. */
    private static Optional<Opinion> article41(Matter m) {
        boolean ruled = Japan.bound(m) && m.inForce("SR:pseudonymous");
        boolean inside = m.isSameEntity() || m.flow().operation() == Operation.HANDLING;
        if (ruled && !m.flow().purposeIs("statistics")) {
            return Optional.of(m.forbidden().on("SR:pseudonymous").on("APPI:41").condition("SR:statistics"));
        }
        if (inside && (ruled || !Japan.bound(m))) {
            Opinion held = m.permittedIf().on("APPI:41").condition("APPI:41");
            return Optional.of(ruled ? held.on("SR:pseudonymous").condition("SR:statistics") : held);
        }
        if (inside) {
            return Optional.empty(); // before the rule of 2023: the ordinary rules on the purpose
        }
        if (!m.flow().holds("entrustment") || m.has("no-entrustment")) {
            return Optional.of(m.forbidden().on("APPI:41").condition("APPI:41"));
        }
        boolean trustee = m.isDomestic() && !Japan.bound(m);
        return Optional.of(
                trustee
                        ? m.permittedIf()
                                .on("APPI:41")
                                .on("APPI:27(5)(i)")
                                .condition("APPI:41")
                                .duty("APPI:25")
                        : m.undecided().on("APPI:41").question("41-entrusted"));
    }

    /** Anonymously processed information (匿名加工情報); bound data only when nobody can reverse it (Supplementary Rule (5)). */
    private static Optional<Opinion> articles43And44(Matter m) {
        boolean inside = m.isSameEntity() || m.flow().operation() == Operation.HANDLING;
        if (!inside && !m.flow().holds("public-disclosure-of-items")) {
            return Optional.of(m.undecided().on("APPI:44").on("APPI:43").question("44-published"));
        }
        Opinion held = m.permittedIf().on("APPI:43").condition("APPI:43-44");
        if (!inside) {
            held.on("APPI:44");
        }
        return Optional.of(Japan.bound(m) ? held.on("SR:5") : held);
    }
}
