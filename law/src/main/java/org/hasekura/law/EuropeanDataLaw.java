package org.hasekura.law;

/** Union law on data that are not personal: foreign orders to cloud providers (Data Act) and re-use of protected public data (Data Governance Act). */
final class EuropeanDataLaw implements LegalOrder {
    @Override
    public String name() {
        return "EU data";
    }

    @Override
    public boolean isLayer() {
        return true;
    }

    @Override
    public boolean claims(Matter m) {
        return (m.inUnion(m.exporter().country()) && isForeignOrder(m)) || isReuse(m);
    }

    private static boolean isForeignOrder(Matter m) {
        return m.isForeignOrder() && !m.data().isPersonal();
    }

    private static boolean isReuse(Matter m) {
        return m.has("dga-reuse")
                || m.exporter().role().equals("re-user")
                || (m.data().protectedAs().isPresent() && m.inUnion(m.exporter().country()));
    }

    @Override
    public Opinion rule(Matter m) {
        if (!m.inUnion(m.exporter().country())) {
            return m.notCovered(m.exporter().country());
        }
        if (m.inEea(m.importer().country())) {
            return m.permitted().on("outside-scope");
        }
        return isForeignOrder(m) ? dataActArticle32(m) : governanceActArticle5(m);
    }

    /** Third-country order to a provider of data processing services. */
    private static Opinion dataActArticle32(Matter m) {
        boolean provider = m.exporter().role().equals("data-processing-service");
        if (!provider && !m.exporter().role().equals("controller")) {
            return m.undecided().on("DATA-ACT:32(3)").question("roles");
        }
        if (!m.inForce("DATA-ACT:32(3)")) {
            return m.permitted().on("not-yet-applicable").duty("OTHER-LAW");
        }
        if (!provider) {
            return m.permitted().on("outside-scope").duty("OTHER-LAW");
        }
        if (m.isCoveredByAgreement()) {
            return m.permittedIf()
                    .on("DATA-ACT:32(2)")
                    .on(m.agreement().orElseThrow())
                    .condition("DATA-ACT:agreement")
                    .duty("DATA-ACT:32(5)");
        }
        return m.undecided().on("DATA-ACT:32(3)").question("data-act-32(3)").duty("DATA-ACT:32(5)");
    }

    /** Re-use abroad of data that a public body protects: notice first, then commitments. */
    private static Opinion governanceActArticle5(Matter m) {
        if (!m.inForce("DGA:5(9)")) {
            return m.permitted().on("not-yet-applicable").duty("OTHER-LAW");
        }
        boolean told = m.flow().holds("notified-intention-to-transfer");
        boolean committed = m.flow().holds("dga-5-10-contract");
        if (told && committed) {
            return m.permittedIf().on("DGA:5(10)").on("DGA:5(9)").condition("DGA:commit");
        }
        Opinion open = m.undecided().on("DGA:5(9)").on("DGA:5(10)");
        if (!told) {
            open.question("dga", "notified-intention-to-transfer");
        }
        if (!committed) {
            open.question("dga", "dga-5-10-contract");
        }
        return open;
    }
}
