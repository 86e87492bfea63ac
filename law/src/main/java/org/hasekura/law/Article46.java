package org.hasekura.law;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Appropriate safeguards of GDPR Art. 46, one function per tool. Each answers: holds (permitted if), an assessment is open
 * (undecided), a bar of its own (forbidden), or nothing: the tool is absent.
 */
final class Article46 {
    private static final Set<String> NO_GROUP =
            Set.of("client", "original-controller", "resident-researcher", "own-employee");

    private static final Set<String> ARTICLE_26 = Set.of(
            "SCC",
            "BCR",
            "ad-hoc-clauses",
            "administrative-arrangement",
            "international-agreement",
            "consent",
            "explicit-consent",
            "cookie-consent",
            "necessity-documented");

    private Article46() {}

    /** The best answer of all safeguards; empty where none is a tool of Art. 46. */
    static Optional<Opinion> best(Matter m) {
        return best(m, _ -> true);
    }

    /** The best answer of those safeguards that are asked for. */
    static Optional<Opinion> best(Matter m, Predicate<Safeguard> asked) {
        if (!EuropeanUnion.isGdpr(m)) {
            return article26(m, asked);
        }
        Optional<Opinion> best = Optional.empty();
        for (Safeguard safeguard : m.flow().inForce()) {
            Optional<Opinion> answer = asked.test(safeguard) ? tool(m, safeguard) : Optional.empty();
            if (answer.isPresent()
                    && (best.isEmpty()
                            || answer.get().outcome().compareTo(best.get().outcome()) < 0)) {
                best = answer;
            }
        }
        m.trace().step("EU", "safeguard", best.map(o -> o.outcome().code()).orElse("none"));
        return best;
    }

    /** Directive 95/46 Art. 26: the law data hold none of its grounds, so an instrument that may be one leaves the question open. */
    private static Optional<Opinion> article26(Matter m, Predicate<Safeguard> asked) {
        for (Safeguard safeguard : m.flow().inForce()) {
            if (ARTICLE_26.contains(safeguard.type()) && asked.test(safeguard)) {
                return Optional.of(m.undecided().on("DIR9546:25(1)").question("dir-26"));
            }
        }
        return Optional.empty();
    }

    private static Optional<Opinion> tool(Matter m, Safeguard safeguard) {
        return switch (safeguard.type()) {
            case "SCC" ->
                safeguard.set().isEmpty() || safeguard.set().get().equals("2021/914")
                        ? clauses2021(m, safeguard)
                        : oldClauses(m, safeguard);
            case "BCR" -> article47(m, safeguard);
            case "authority-clauses" -> approved(m, safeguard, "GDPR:46(2)(d)", "46:authority-clauses");
            case "code-of-conduct" -> committed(m, safeguard, "GDPR:46(2)(e)");
            case "certification" -> committed(m, safeguard, "GDPR:46(2)(f)");
            case "ad-hoc-clauses" -> authorised(m, safeguard, "GDPR:46(3)(a)");
            case "administrative-arrangement" ->
                betweenPublicBodies(m) ? authorised(m, safeguard, "GDPR:46(3)(b)") : Optional.empty();
            case "international-agreement" -> bindingInstrument(m, safeguard);
            default -> Optional.empty();
        };
    }

    /** GDPR Art. 46(2)(a): a binding instrument between public bodies that protects the data and covers the matter. */
    private static Optional<Opinion> bindingInstrument(Matter m, Safeguard instrument) {
        return betweenPublicBodies(m) && instrument.affirms("protectsData") && mayCover(m, instrument)
                ? Optional.of(assessed(m, instrument, "GDPR:46(2)(a)").condition("46:rights"))
                : Optional.empty();
    }

    /** An agreement that is named must cover the matter; of one that is not named, its being in force is presumed. */
    static boolean mayCover(Matter m, Safeguard agreement) {
        return agreement.ref().isEmpty()
                ? !m.has("no-international-agreement")
                : m.agreement().isPresent();
    }

    private static boolean betweenPublicBodies(Matter m) {
        return Matter.isPublic(m.exporter()) && Matter.isPublic(m.importer());
    }

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
    private static Optional<Opinion> clauses2021(Matter m, Safeguard clauses) {
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
        Opinion answer = needsAssessment ? assessed(m, clauses, "GDPR:46(2)(c)") : held(m, "GDPR:46(2)(c)");
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
    private static Optional<Opinion> oldClauses(Matter m, Safeguard clauses) {
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
        Opinion answer = assessed(m, clauses, "GDPR:46(2)(c)").on(act);
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

    /** Binding corporate rules, GDPR Art. 46(2)(b) and 47: inside a group only. */
    private static Optional<Opinion> article47(Matter m, Safeguard rules) {
        boolean outsider = m.importer().relation().isPresent()
                && NO_GROUP.contains(m.importer().relation().get());
        if (outsider || !rules.affirms("approved")) {
            return Optional.empty();
        }
        Opinion answer = assessed(m, rules, "GDPR:46(2)(b)").condition("BCR");
        if (!answer.is(Opinion.Outcome.FORBIDDEN)) {
            answer.on("GDPR:47");
        }
        return Optional.of(
                EuropeanUnion.generalDuties(m, answer.duty("TIA:update").duty("GDPR:inform")));
    }

    /** GDPR Art. 46(2)(e), (f): an approved code or mechanism, with binding and enforceable commitments of the importer. */
    private static Optional<Opinion> committed(Matter m, Safeguard safeguard, String token) {
        return safeguard.affirms("bindingCommitments")
                ? approved(m, safeguard, token, "46:commitments")
                : Optional.empty();
    }

    /** GDPR Art. 46(2)(d) to (f): nothing without the approval that the letter asks for. */
    private static Optional<Opinion> approved(Matter m, Safeguard safeguard, String token, String condition) {
        if (!safeguard.affirms("approved")) {
            return Optional.empty();
        }
        Opinion answer = assessed(m, safeguard, token).condition(condition);
        return Optional.of(
                EuropeanUnion.generalDuties(m, answer.duty("TIA:update").duty("GDPR:inform")));
    }

    /** GDPR Art. 46(3): nothing without the authorisation of the supervisory authority. */
    private static Optional<Opinion> authorised(Matter m, Safeguard safeguard, String token) {
        if (!safeguard.affirms("authorisedBySA")) {
            return Optional.empty();
        }
        Opinion answer =
                assessed(m, safeguard, token).condition("46:authorised").condition("46:rights");
        return Optional.of(
                EuropeanUnion.generalDuties(m, answer.duty("TIA:update").duty("GDPR:inform")));
    }

    private static boolean isLater(Optional<LocalDate> signed, Matter m) {
        return signed.isPresent() && signed.get().isAfter(m.day());
    }

    private static Opinion held(Matter m, String token) {
        return m.permittedIf().on(token);
    }

    /** The transfer impact assessment of GDPR Art. 46(1), asked for since C-311/18; stale when the third country's law has changed since. */
    static Opinion assessed(Matter m, Safeguard safeguard, String token) {
        String country = m.importer().country();
        String result = safeguard.tia().orElse("");
        boolean ineffective = safeguard.supplementaryMeasures().orElse("").equals("none-effective");
        if (result.equals("negative") || (result.equals("positive-with-measures") && ineffective)) {
            m.trace().step("EU", "assessment", "negative");
            return m.forbidden().on("GDPR:46(1)").on("GDPR:44").on("C-311/18");
        }
        if (!m.inForce("C-311/18")) {
            m.trace().step("EU", "assessment", "not-asked");
            return held(m, token);
        }
        boolean future =
                safeguard.tiaDate().isPresent() && safeguard.tiaDate().get().isAfter(m.day());
        if (result.isEmpty() || future) {
            m.trace().step("EU", "assessment", "missing");
            return m.undecided().on("GDPR:46(1)").on(token).on("C-311/18").question("tia", country);
        }
        if (ineffective) {
            return m.undecided().on("GDPR:46(1)").on(token).question("tia-measures");
        }
        // Without a day the assessment counts as of the day of the flow, unless anything has happened that calls for a
        // new one.
        LocalDate made = safeguard.tiaDate().orElse(LocalDate.MIN);
        Optional<Country.Event> event = m.law().country(country).flatMap(c -> c.reassessment(made, m.day()));
        if (event.isPresent()) {
            m.trace().step("EU", "assessment", "stale", event.get().day().toString());
            return m.undecided()
                    .on("GDPR:46(1)")
                    .on(token)
                    .on("C-311/18")
                    .question("tia-stale", country, event.get().day().toString())
                    .sure(event.get().confidence());
        }
        m.trace().step("EU", "assessment", result);
        Opinion holds = held(m, token).condition("TIA");
        return result.equals("positive-with-measures") ? holds.condition("TIA:measures") : holds;
    }
}
