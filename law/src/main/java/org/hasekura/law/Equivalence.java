package org.hasekura.law;

import java.util.Optional;

/** Countries of whose law on flows abroad the data hold only whom it recognised as equivalent, and the bar without that. */
final class Equivalence implements LegalOrder {

    /**
     * The law of such a country.
     *
     * @param ground the recognition
     * @param bar what forbids a flow without a ground
     * @param cure id of the condition that would lift the bar
     */
    record Rule(Provision ground, Provision bar, String cure) {}

    @Override
    public String name() {
        return "equivalence";
    }

    @Override
    public boolean claims(Matter m) {
        return m.data().isPersonal()
                && m.exporterCountry().isPresent()
                && m.exporterCountry().get().equivalence().isPresent();
    }

    @Override
    public Opinion rule(Matter m) {
        String country = m.exporter().country();
        if (m.isDomestic() || m.isDirectCollection()) {
            return m.permitted().on("no-transfer");
        }
        Rule rule = m.exporterCountry().orElseThrow().equivalence().orElseThrow();
        if (!rule.bar().inForceOn(m.day())) {
            return m.notCovered(country);
        }
        if (m.isForeignOrder()) {
            return m.undecided().on(rule.bar()).question("48");
        }
        if (m.isUnlawful()) {
            return m.forbidden().on(rule.bar()).condition(rule.cure());
        }
        Optional<Decision> decision = m.decisionOf(country);
        if (decision.isPresent()) {
            m.trace().step(country, "equivalence", "yes", decision.get().act());
            return m.permitted().on(rule.ground()).on(decision.get().act());
        }
        m.trace().step(country, "equivalence", "no");
        return withoutRecognition(m, rule);
    }

    /** Consent and contracts may open other routes, which the data do not hold; for a national number they do not. */
    private static Opinion withoutRecognition(Matter m, Rule rule) {
        boolean nothingElse = m.flow().inForce().isEmpty() && !m.isSameEntity();
        if (nothingElse || m.data().nationalId().isPresent()) {
            return m.forbidden().on(rule.bar()).condition(rule.cure());
        }
        return m.undecided().on(rule.bar()).question("other-route", rule.bar().citation());
    }
}
