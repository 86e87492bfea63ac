package org.hasekura.law;

import java.util.Optional;

/** Export control of technology, whatever else the data are: Regulation (EU) 2021/821 and the Japanese Foreign Exchange and Foreign Trade Act (外為法). */
final class ExportControl implements LegalOrder {
    private static final String EU_LIST = "EU-ANNEX-I";
    private static final String JP_LIST = "JP-FEO-TABLE";
    private static final Codes OF_A_MEMBER_STATE = Codes.of("individual", "global");
    private static final Codes GENERAL = Codes.of("EU001");
    private static final Codes METI_INDIVIDUAL = Codes.of("METI-individual");
    private static final Codes METI_BULK = Codes.of("METI-bulk");

    @Override
    public String name() {
        return "export control";
    }

    @Override
    public boolean isLayer() {
        return true;
    }

    @Override
    public boolean claims(Matter m) {
        return m.has("catch-all-end-use") || isOn(m, EU_LIST) || isOn(m, JP_LIST);
    }

    private static boolean isOn(Matter m, String list) {
        return m.data().controlledTech().isPresent()
                && m.data().controlledTech().get().list().equals(list);
    }

    @Override
    public Opinion rule(Matter m) {
        String from = m.exporter().country();
        if (m.inUnion(from)) {
            return regulation2021821(m);
        }
        return from.equals("JP") ? foreignExchangeActArticle25(m) : m.notCovered(from);
    }

    private static boolean isEncryptedStorage(Matter m) {
        boolean keysAtHome = m.has("keys-in-exporter-country") || m.flow().holds("end-to-end-encryption");
        return m.has("stored-abroad") && m.has("no-access-abroad") && keysAtHome;
    }

    /** A licence with one of these references, in force, registered where that is asked, and not contradicted by the facts. */
    private static boolean isLicensed(Matter m, Codes refs) {
        if (m.has("no-licence") || m.has("no-authorisation")) {
            return false;
        }
        for (Safeguard licence : m.flow().inForce()) {
            if (licence.type().equals("export-authorisation")
                    && !licence.denies("registered")
                    && refs.has(licence.ref().orElse(""))) {
                return true;
            }
        }
        return false;
    }

    private static Opinion regulation2021821(Matter m) {
        if (!m.inForce("EU-2021/821:3(1)")) {
            return m.notCovered(m.exporter().country());
        }
        if (m.inUnion(m.importer().country())) {
            m.trace().step("EU", "export", "inside-union");
            return m.permitted().on("outside-scope");
        }
        if (isOn(m, JP_LIST)) {
            return m.undecided().on("EU-2021/821:3(1)").question("controlled-list", JP_LIST);
        }
        if (isLicensed(m, OF_A_MEMBER_STATE)) {
            return m.permittedIf()
                    .on("EU-2021/821:12(1)")
                    .condition("DUALUSE:kept")
                    .duty("EXPORT:records");
        }
        if (generalAuthorisation(m)) {
            m.trace().step("EU", "export", "eu001");
            return m.permittedIf()
                    .on("EU-2021/821:EU001")
                    .condition("DUALUSE:EU001")
                    .duty("EXPORT:records");
        }
        if (isEncryptedStorage(m)) {
            return m.undecided().on("EU-2021/821:2(2)(d)").question("encrypted").sure(Confidence.CHECK);
        }
        m.trace().step("EU", "export", "no-authorisation");
        return m.forbidden().on("EU-2021/821:3(1)").condition("DUALUSE:licence");
    }

    /** EU001: named destinations, not for excluded items, never with a catch-all end use. */
    private static boolean generalAuthorisation(Matter m) {
        return isLicensed(m, GENERAL)
                && m.law().isInGroup("EU001", m.importer().country(), m.day())
                && m.data().controlledTech().isPresent()
                && !m.data().controlledTech().get().annexIiExcluded()
                && !m.has("catch-all-end-use");
    }

    private static Opinion foreignExchangeActArticle25(Matter m) {
        Optional<Opinion> resident = m.isDomestic() ? insideJapan(m) : Optional.empty();
        if (resident.isPresent()) {
            return resident.get();
        }
        if (isOn(m, EU_LIST)) {
            return m.undecided().on("FEFA:25(1)").question("controlled-list", EU_LIST);
        }
        if (!isOn(m, JP_LIST) && m.law().isInGroup("FEFA group A", m.importer().country(), m.day())) {
            return catchAllToGroupA(m);
        }
        boolean licensed = isLicensed(m, METI_INDIVIDUAL) || (isLicensed(m, METI_BULK) && !m.has("catch-all-end-use"));
        if (licensed) {
            return m.permittedIf().on("FEFA:25(1)-licence").condition("FEFA:kept");
        }
        if (!m.isDomestic() && isEncryptedStorage(m)) {
            return m.undecided().on("FEFA:25(1)").question("encrypted").sure(Confidence.CHECK);
        }
        m.trace().step("JP", "export", "no-licence");
        return m.forbidden().on("FEFA:25(1)").condition("FEFA:licence");
    }

    /** Technology on no list to a Group A country: no catch-all control, until the ministry could demand a licence there too. */
    private static Opinion catchAllToGroupA(Matter m) {
        return m.inForce("FEFA:group-A")
                ? m.permitted().on("outside-scope").on("FEFA:group-A")
                : m.undecided().on("FEFA:25(1)").question("catch-all-demand");
    }

    /** To a resident no licence is asked, but since 1 May 2022 to a resident under strong foreign-government influence (特定類型). Empty: a licence is asked. */
    private static Optional<Opinion> insideJapan(Matter m) {
        boolean resident = m.has("resident-six-months");
        if (m.has("foreign-government-influence")) {
            boolean before = resident && !m.inForce("FEFA:deemed-export");
            return before ? Optional.of(m.permitted().on("not-yet-applicable").on("outside-scope")) : Optional.empty();
        }
        if (m.importer().relationIs("resident-researcher") && !resident) {
            return Optional.empty(); // nothing says that the researcher has become a resident
        }
        if (m.importer().kind().equals("individual") && !resident) {
            return Optional.of(m.undecided().on("FEFA:25(1)").question("resident"));
        }
        return Optional.of(m.permitted().on("outside-scope"));
    }
}
