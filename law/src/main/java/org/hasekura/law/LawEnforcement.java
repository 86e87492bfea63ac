package org.hasekura.law;

import java.util.Optional;

/** Directive (EU) 2016/680, Chapter V: from one law-enforcement authority to another for that purpose. GDPR adequacy does not help here. */
final class LawEnforcement {
    private LawEnforcement() {}

    static boolean applies(Matter m) {
        return m.exporter().kind().equals("law-enforcement")
                && m.importer().kind().equals("law-enforcement")
                && m.flow().purposeIs("law-enforcement");
    }

    static Opinion rule(Matter m) {
        if (!m.inForce("LED:35")) {
            return m.notCovered(m.exporter().country());
        }
        if (m.has("from-other-member-state")) {
            m.trace().step("EU", "led-authorisation", "not-stated");
            return m.forbidden().on("LED:35").condition("LED:authorisation");
        }
        for (Decision decision : m.decisionsOf("EU")) {
            if (decision.lawEnforcement() && decision.inForceOn(m.day()) && decision.covers(m.flow(), m.day())) {
                m.trace().step("EU", "led-adequacy", "yes", decision.act().citation());
                return m.permitted().on("LED:36").on(decision.act()).duty("LED:35(1)(c)");
            }
        }
        Optional<Opinion> instrument = article37(m);
        if (instrument.isPresent()) {
            return instrument.get();
        }
        Optional<Decision> ended = m.endedUnseen("EU");
        if (ended.isPresent()) {
            return m.undecided()
                    .on("LED:36")
                    .question(
                            "ground-ends",
                            ended.get().id(),
                            String.valueOf(ended.get().act().inForceTo().orElseThrow()));
        }
        return m.forbidden().on("LED:35").condition("LED:adequacy-or-instrument");
    }

    /** Art. 37(1)(a): a legally binding instrument with safeguards, in a criminal matter. */
    private static Optional<Opinion> article37(Matter m) {
        Optional<Provision> agreement = m.agreement();
        boolean protects = m.flow().holds("international-agreement", s -> s.affirms("protectsData"));
        return agreement.isPresent() && protects
                ? Optional.of(m.permittedIf()
                        .on("LED:37(1)(a)")
                        .on(agreement.get())
                        .condition("LED:instrument")
                        .duty("LED:35(1)(c)"))
                : Optional.empty();
    }
}
