package org.hasekura.law;

import java.time.LocalDate;
import java.util.Optional;

/** GDPR Art. 46(2)(c): the standard contractual clauses of the Commission, by set, module, roles and day. */
final class StandardClauses {
    private StandardClauses() {}

    /** Module of the clauses of 2021 that fits the roles; 0 where no module does. Roles in fact go before roles on paper. */
    static int moduleFor(Flow flow) {
        if (flow.has("actual-roles:C2C")) {
            return 1;
        }
        boolean fromProcessor = Matter.isProcessor(flow.exporter());
        boolean toProcessor = Matter.isProcessor(flow.importer());
        boolean known = (fromProcessor || flow.exporter().role().equals("controller"))
                && (toProcessor || flow.importer().role().equals("controller"));
        if (!known) {
            return 0;
        }
        return fromProcessor ? toProcessor ? 3 : 4 : toProcessor ? 2 : 1;
    }

    /** Whether clauses of 2021 were signed, but in a module for other roles. */
    static boolean hasOtherModule(Matter m) {
        for (Safeguard clauses : m.flow().inForce()) {
            int module = clauses.module().orElse(0);
            if (clauses.type().equals("SCC") && module != 0 && module != moduleFor(m.flow())) {
                return true;
            }
        }
        return false;
    }

    private static boolean rolesStated(Flow flow) {
        return !flow.exporter().role().equals(Party.UNSTATED)
                && !flow.importer().role().equals(Party.UNSTATED);
    }

    /** GDPR Art. 46(2)(c) with Decision (EU) 2021/914. */
    static Optional<Opinion> of2021(Matter m, Safeguard clauses) {
        if (!m.inForce("SCC:2021/914") || isLater(clauses.signed(), m)) {
            return Optional.empty();
        }
        if (!rolesStated(m.flow())) {
            return Optional.of(m.undecided().on("GDPR:46(2)(c)").question("roles"));
        }
        if (clauses.set().isEmpty()) {
            return Optional.of(m.undecided().on("GDPR:46(2)(c)").question("scc-module"));
        }
        // A module that is not stated is not signed: silence means absent.
        int module = clauses.module().orElse(0);
        if (module == 0 || module != moduleFor(m.flow())) {
            m.trace().step("EU", "clauses", "module-misfit", String.valueOf(module));
            return Optional.empty();
        }
        boolean needsAssessment = module != 4 || !m.has("no-eu-data-combined");
        Opinion answer = needsAssessment
                ? TransferImpact.assessed(m, clauses, "GDPR:46(2)(c)")
                : m.permittedIf().on("GDPR:46(2)(c)");
        if (!answer.is(Opinion.Outcome.FORBIDDEN) && m.importer().subjectTo().contains("GDPR-3(2)")) {
            return Optional.of(m.undecided()
                    .on("GDPR:46(2)(c)")
                    .on("GDPR:44")
                    .on("SCC:2021/914")
                    .question("scc-3(2)")
                    .sure(Confidence.LIKELY));
        }
        answer.on("SCC:2021/914").condition("SCC:unmodified");
        answer.duty("SCC:8")
                .duty("SCC:onward")
                .duty("SCC:15")
                .duty("TIA:update")
                .duty("GDPR:inform");
        if (module == 1) {
            answer.duty("SCC:8.2");
        }
        return Optional.of(EuropeanUnion.generalDuties(m, answer));
    }

    /** The sets of 2001, 2004 and 2010, kept by GDPR Art. 46(5) and ended by Decision (EU) 2021/914 Art. 4. */
    static Optional<Opinion> ofOldSet(Matter m, Safeguard clauses) {
        String set = clauses.set().orElseThrow();
        boolean toProcessor = set.equals("2010/87/EU");
        int roles = moduleFor(m.flow());
        if (!rolesStated(m.flow())) {
            return Optional.of(m.undecided().on("GDPR:46(2)(c)").question("roles"));
        }
        if (roles != (toProcessor ? 2 : 1) || isLater(clauses.signed(), m)) {
            return Optional.empty();
        }
        Provision act = m.law().provision("SCC:" + set);
        if (!act.inForceOn(m.day())) {
            Provision transition = m.law().provision("SCC:old-sets-transition");
            boolean carried = transition.inForceOn(m.day())
                    && m.has("processing-unchanged")
                    && clauses.signed().isPresent()
                    && clauses.signed().get().isBefore(transition.inForceFrom().orElseThrow());
            if (!carried) {
                m.trace().step("EU", "clauses", "set-ended", set);
                return Optional.of(m.forbidden().on("GDPR:44").on("EU-2021/914:4(4)"));
            }
        }
        Opinion answer = TransferImpact.assessed(m, clauses, "GDPR:46(2)(c)").on(act);
        if (answer.is(Opinion.Outcome.FORBIDDEN)) {
            return Optional.of(answer); // a ground that fails is not printed
        }
        answer.on("GDPR:46(5)");
        if (m.inForce("SCC:old-sets-transition")) {
            answer.on("EU-2021/914:4(4)");
        }
        answer.condition("SCC:unmodified").duty("GDPR:inform");
        return Optional.of(EuropeanUnion.generalDuties(m, answer));
    }

    private static boolean isLater(Optional<LocalDate> signed, Matter m) {
        return signed.isPresent() && signed.get().isAfter(m.day());
    }
}
