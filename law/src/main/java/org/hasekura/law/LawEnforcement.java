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
        Optional<Decision> decision = decision(m);
        if (decision.isPresent()) {
            m.trace().step("EU", "led-adequacy", "yes", decision.get().act());
            return m.permitted().on("LED:36").on(decision.get().act()).duty("LED:35(1)(c)");
        }
        Optional<Opinion> instrument = article37(m);
        if (instrument.isPresent()) {
            return instrument.get();
        }
        Optional<Opinion> derogation = article38(m);
        if (derogation.isPresent() && derogation.get().is(Opinion.Outcome.PERMITTED_IF)) {
            return derogation.get();
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
        return derogation.orElseGet(() -> m.forbidden().on("LED:35").condition("LED:adequacy-or-instrument"));
    }

    /** Art. 36: an adequacy decision under this directive, in force on the day. */
    static Optional<Decision> decision(Matter m) {
        for (Decision decision : m.decisionsOf("EU")) {
            if (decision.lawEnforcement() && decision.inForceOn(m.day()) && decision.covers(m.flow(), m.day())) {
                return Optional.of(decision);
            }
        }
        return Optional.empty();
    }

    /** Art. 37(1)(a): a legally binding instrument with safeguards, in a criminal matter. */
    private static Optional<Opinion> article37(Matter m) {
        boolean criminal = m.has("criminal-matter") || m.data().criminal();
        boolean held = criminal
                && m.flow()
                        .holds("international-agreement", s -> s.affirms("protectsData") && Article46.mayCover(m, s));
        if (!held) {
            return Optional.empty();
        }
        Opinion opinion = m.permittedIf().on("LED:37(1)(a)").condition("LED:instrument");
        Optional<Provision> agreement = m.agreement();
        opinion = agreement.isPresent() ? opinion.on(agreement.get()) : opinion.sure(Confidence.LIKELY);
        return Optional.of(opinion.duty("LED:35(1)(c)"));
    }

    /** Art. 38(1)(a): life or body of a person is at stake and the transfer is necessary for it, in a specific case. */
    private static Optional<Opinion> article38(Matter m) {
        if (!m.has("life-or-body") || m.has("systematic")) {
            return Optional.empty();
        }
        return Optional.of(
                m.has("necessary")
                        ? m.permittedIf()
                                .on("LED:38")
                                .condition("LED:specific-case")
                                .duty("LED:35(1)(c)")
                                .sure(Confidence.LIKELY)
                        : m.undecided().on("LED:38").on("LED:35").question("49-fact", "necessary"));
    }
}
