package org.hasekura.law;

import java.util.Set;

/** Personal data out of a country whose law the data do not hold: never permitted, named instead. */
final class NotHeld implements LegalOrder {
    private static final Set<String> HELD = Set.of("JP", "GB", "CH", "KR", "BR");

    @Override
    public String name() {
        return "not held";
    }

    @Override
    public boolean claims(Matter m) {
        String from = m.exporter().country();
        boolean outbound =
                m.law().country(from).map(c -> !c.outboundRules().isEmpty()).orElse(false);
        return m.data().isPersonal() && !m.underUnionLaw(from) && !HELD.contains(from) && !outbound;
    }

    @Override
    public Opinion rule(Matter m) {
        return m.notCovered(m.exporter().country());
    }
}
