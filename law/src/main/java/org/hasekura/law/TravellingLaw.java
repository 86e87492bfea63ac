package org.hasekura.law;

/**
 * Protected data in a third country that go on to another: the regime of their origin follows them (GDPR Art. 44, onward transfers). In
 * Japan the Supplementary Rules speak to that; elsewhere the ground of the first hop does, and the facts do not state it.
 */
final class TravellingLaw implements LegalOrder {
    @Override
    public String name() {
        return "origin";
    }

    @Override
    public boolean isLayer() {
        return true;
    }

    @Override
    public boolean claims(Matter m) {
        String from = m.exporter().country();
        return m.data().isPersonal()
                && follows(m, m.data().originRegime())
                && !m.isDomestic()
                && !m.underUnionLaw(from)
                && !m.exporter().subjectTo().contains("GDPR-3(2)")
                && !m.exporterIsIn("onward rules held");
    }

    /** Whether the regime has rules on onward transfers and the data do not go back to where it rules. */
    static boolean follows(Matter m, String origin) {
        String to = m.importer().country();
        return switch (origin) {
            case "EU" -> !m.underUnionLaw(to);
            case "UK" -> !to.equals("GB");
            case "CH" -> !to.equals("CH");
            default -> false;
        };
    }

    @Override
    public Opinion rule(Matter m) {
        Opinion open = m.undecided().question("onward-ground", m.data().originRegime());
        return switch (m.data().originRegime()) {
            case "UK" -> open.on("UK-GDPR:44");
            case "CH" -> open.on("FADP:16(1)");
            default -> open.on("GDPR:44").on("DIR9546:25(1)");
        };
    }
}
