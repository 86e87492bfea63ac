package org.hasekura.law;

/** A measure of a state under trade and Union law: not a flow, but a rule that hinders flows. */
final class TradeMeasures {
    private TradeMeasures() {}

    private static final String PARTNERSHIP = "EU-JP-EPA:8.81";

    static Opinion rule(Matter m) {
        boolean union =
                m.inUnion(m.exporter().country()) && m.inUnion(m.importer().country());
        if (m.has("scope:EU-JP")
                && !m.has("scope:intra-EU")
                && m.isBetweenParties(m.law().group(PARTNERSHIP))) {
            return partnershipAgreement(m);
        }
        if (m.has("scope:intra-EU") && !m.has("scope:EU-JP") && union) {
            return regulation20181807(m);
        }
        return otherAgreements(m);
    }

    /** What binds the two states is named, to be read: of other agreements the data hold parties and days, but not the articles. */
    private static Opinion otherAgreements(Matter m) {
        Opinion open = m.undecided().question("measure-scope");
        m.law().groups().forEach((token, parties) -> {
            if (parties.tradeAgreement() && m.inForce(token) && m.isBetweenParties(parties)) {
                Provision agreement = m.law().provision(token);
                m.trace().step("trade", "agreement", "in-force", agreement);
                open.on(agreement).question("measure-agreement", agreement.citation());
            }
        });
        return open;
    }

    private static boolean localises(Matter m) {
        return m.has("measure:localisation") || m.has("measure:computing-facilities");
    }

    /** EU-Japan EPA Art. 8.81 and 8.82, with the Protocol in force since 1 July 2024. */
    private static Opinion partnershipAgreement(Matter m) {
        if (!localises(m) && !m.has("measure:transfer-restriction")) {
            return m.undecided().question("measure-scope");
        }
        if (!m.inForce(PARTNERSHIP)) {
            return m.permitted().on("not-yet-applicable");
        }
        if (m.has("no-legitimate-public-policy-objective")) {
            return m.forbidden().on("EU-JP-EPA:8.81").condition("EPA:objective");
        }
        boolean protection =
                m.has("personal-data-protection") && !localises(m) && m.data().isPersonal();
        if (protection && m.has("instruments-of-general-application")) {
            return m.permittedIf().on("EU-JP-EPA:8.82").on("EU-JP-EPA:8.81").condition("EPA:general");
        }
        Opinion open = m.undecided().on("EU-JP-EPA:8.81");
        return protection ? open.on("EU-JP-EPA:8.82").question("measure-general") : open.question("measure-objective");
    }

    /** Regulation (EU) 2018/1807 Art. 4(1): no localisation of non-personal data inside the Union but for public security. */
    private static Opinion regulation20181807(Matter m) {
        if (m.data().isPersonal() || !localises(m)) {
            return m.undecided().question("measure-scope");
        }
        if (!m.inForce("EU-2018/1807:4(1)")) {
            return m.permitted().on("not-yet-applicable");
        }
        return m.has("no-public-security-ground")
                ? m.forbidden().on("EU-2018/1807:4(1)").condition("1807:repeal")
                : m.undecided().on("EU-2018/1807:4(1)").question("measure-security");
    }
}
