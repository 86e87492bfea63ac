package org.hasekura.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Japanese law beside data protection: individual numbers, secrecy of communications, economic security. A hit without licence is a bar. */
final class JapaneseLayers implements LegalOrder {
    @Override
    public String name() {
        return "JP layers";
    }

    @Override
    public boolean isLayer() {
        return true;
    }

    @Override
    public boolean claims(Matter m) {
        return hasMyNumber(m)
                || (m.exporter().country().equals("JP")
                        && (m.has("communication-content")
                                || isCriticalFacility(m)
                                || isSpecifiedField(m)
                                || isDesignatedInformation(m)));
    }

    @Override
    public Opinion rule(Matter m) {
        List<Opinion> answers = new ArrayList<>();
        if (hasMyNumber(m)) {
            answers.add(myNumberArticle19(m));
        }
        if (m.exporter().country().equals("JP")) {
            telecommunicationsArticle4(m).ifPresent(answers::add);
            economicSecurityArticle52(m).ifPresent(answers::add);
            economicSecurityArticle78(m).ifPresent(answers::add);
            importantInformationArticle11(m).ifPresent(answers::add);
        }
        Opinion strictest = m.permitted();
        for (Opinion answer : answers) {
            if (answer.is(strictest.outcome())) {
                strictest.join(answer);
            } else if (answer.outcome().compareTo(strictest.outcome()) > 0) {
                strictest = answer;
            }
        }
        m.trace().step("JP", "layers", strictest.outcome().code());
        return strictest;
    }

    private static boolean hasMyNumber(Matter m) {
        return m.has("my-number-provision") || m.data().nationalId().orElse("").equals("JP-my-number");
    }

    /** My Number Act (番号法) Art. 19: nobody may provide the number but in the listed cases; consent is irrelevant. */
    private static Opinion myNumberArticle19(Matter m) {
        if (!m.inForce("MNA:19")) {
            return m.permitted().on("not-yet-applicable");
        }
        boolean unshared = m.isSameEntity() || m.has("provider-does-not-handle-data");
        if (unshared && !m.has("my-number-provision")) {
            return m.flow().purposeIs("statutory-tax")
                    ? m.permitted()
                    : m.undecided().on("MNA:19").question("mna-purpose");
        }
        boolean entrusted = m.flow().holds("entrustment") && !m.has("no-entrustment");
        if (!entrusted || !m.flow().purposeIs("statutory-tax")) {
            return m.forbidden().on("MNA:19").condition("MNA:19");
        }
        return m.permittedIf()
                .on("MNA:19-entrustment")
                .condition("MNA:supervision")
                .duty("MNA:10-11");
    }

    /** Telecommunications Business Act Art. 4: secrecy of communications (通信の秘密). */
    private static Optional<Opinion> telecommunicationsArticle4(Matter m) {
        boolean consent = m.flow().holds("consent") && !m.has("no-user-consent") && !m.has("no-consent");
        return m.has("communication-content") && !consent
                ? Optional.of(m.forbidden().on("TBA:4(1)").condition("TBA:4"))
                : Optional.empty();
    }

    private static boolean isCriticalFacility(Matter m) {
        return m.has("espa-critical-facility") || m.data().system().isPresent();
    }

    /** Economic Security Promotion Act Art. 52: prior notification of outsourced maintenance of critical facilities. */
    private static Optional<Opinion> economicSecurityArticle52(Matter m) {
        if (!isCriticalFacility(m)) {
            return Optional.empty();
        }
        if (!m.inForce("ESPA:52")) {
            return Optional.of(m.permitted().on("not-yet-applicable"));
        }
        boolean covered = m.exporter().kind().equals("designated-infrastructure-operator");
        if (!covered && !m.has("espa-critical-facility")) {
            return Optional.of(m.permitted().on("outside-scope"));
        }
        // No code says that it was notified, so silence is a bar here too.
        return Optional.of(m.forbidden().on("ESPA:52").condition("ESPA:52"));
    }

    private static boolean isSpecifiedField(Matter m) {
        boolean field = m.has("espa-specified-technology-field")
                || (m.data().controlledTech().isPresent()
                        && m.data().controlledTech().get().list().equals("JP-ESPA-FIELD"));
        return field && (m.flow().purposeIs("foreign-first-filing") || m.flow().purposeIs("patent-filing"));
    }

    /** Economic Security Promotion Act Art. 78: no first filing abroad for inventions in specified fields. */
    private static Optional<Opinion> economicSecurityArticle78(Matter m) {
        if (!isSpecifiedField(m) || m.isDomestic()) {
            return Optional.empty();
        }
        if (!m.inForce("ESPA:78")) {
            return Optional.of(m.permitted().on("not-yet-applicable"));
        }
        return Optional.of(
                m.flow().purposeIs("foreign-first-filing") || m.has("not-filed-in-japan-first")
                        ? m.forbidden().on("ESPA:78").condition("ESPA:78")
                        : m.undecided().on("ESPA:78").question("first-filing"));
    }

    private static boolean isDesignatedInformation(Matter m) {
        return m.has("designated-information") || m.data().classification().isPresent();
    }

    /** Act 27 of 2024 Art. 11: only persons found suitable (適性評価). */
    private static Optional<Opinion> importantInformationArticle11(Matter m) {
        if (!isDesignatedInformation(m)) {
            return Optional.empty();
        }
        if (!m.inForce("IESIA:11")) {
            return Optional.of(m.permitted().on("not-yet-applicable"));
        }
        boolean contractor = m.importer().kind().equals("qualified-contractor") && !m.has("no-clearance");
        return Optional.of(
                contractor
                        ? m.undecided().on("IESIA:11").question("suitable")
                        : m.forbidden().on("IESIA:11").condition("IESIA:11"));
    }
}
