package org.hasekura.law;

import java.util.Optional;

/** Personal data out of a country whose law the data do not hold: never permitted, named instead. */
final class NotHeld implements LegalOrder {
    @Override
    public String name() {
        return "not held";
    }

    @Override
    public boolean claims(Matter m) {
        String from = m.exporter().country();
        return m.data().isPersonal()
                && !m.underUnionLaw(from)
                && !m.exporterIsIn("data protection held")
                && !hasRules(m.exporterCountry());
    }

    private static boolean hasRules(Optional<Country> country) {
        return country.isPresent() && !country.get().outboundRules().isEmpty();
    }

    @Override
    public Opinion rule(Matter m) {
        return m.isDirectCollection() && !followsDataSubject(m)
                ? m.permitted().on("no-transfer")
                : m.notCovered(m.exporter().country());
    }

    /** Whether the law of the person's country reaches data that the person gives abroad. */
    static boolean followsDataSubject(Matter m) {
        Optional<Country> country = m.exporterCountry();
        return country.isPresent() && country.get().followsDataSubject();
    }
}
