package org.hasekura.law;

import java.util.Optional;

/** Legal orders of which the law data hold only the equivalence they granted and the bar without it: Korea and Brazil. */
record Equivalence(String country, String ground, String bar, String cure) implements LegalOrder {
    static final Equivalence KOREA = new Equivalence("KR", "PIPA:28-8(1)5", "PIPA:28-8(1)", "KR:equivalence");
    static final Equivalence BRAZIL = new Equivalence("BR", "LGPD:33(I)", "LGPD:33", "BR:instrument");

    @Override
    public String name() {
        return country;
    }

    @Override
    public boolean claims(Matter m) {
        return m.data().isPersonal() && m.exporter().country().equals(country);
    }

    @Override
    public Opinion rule(Matter m) {
        if (m.isDomestic()) {
            return m.permitted().on("no-transfer");
        }
        if (!m.inForce(bar)) {
            return m.notCovered(country);
        }
        if (m.isForeignOrder()) {
            return m.undecided().on(bar).question("48");
        }
        if (m.isUnlawful()) {
            return m.forbidden().on(bar).condition(cure);
        }
        Optional<Decision> decision = m.decisionOf(country);
        if (decision.isPresent()) {
            m.trace().step(country, "equivalence", "yes", decision.get().act().citation());
            return m.permitted().on(ground).on(decision.get().act());
        }
        m.trace().step(country, "equivalence", "no");
        if (m.data().nationalId().isPresent()) {
            return m.forbidden().on(bar).condition(cure); // consent does not open the way for a national number
        }
        // Consent and contracts may open other routes there; the law data do not hold them.
        return m.flow().inForce().isEmpty() && !m.isSameEntity()
                ? m.forbidden().on(bar).condition(cure)
                : m.undecided()
                        .on(bar)
                        .question("other-route", m.law().provision(bar).citation());
    }
}
