package org.hasekura.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that people can put in place for a flow; whether it helps is for the law to say.
 *
 * @param ifRelation offered only when the importer stands in one of these relations; empty for any
 * @param ifPersonnel offered only for data of employees
 * @param renewsAssessments makes the assessments of the safeguards in place anew, with a positive result
 * @param safeguard to be added; its dates are those of the day on which it is tried
 * @param certifiedUnder lists that the importer enters
 * @param factCodes facts that are established
 */
record Remedy(
        String id,
        Effort effort,
        String textEn,
        String textJa,
        Provision provision,
        Set<String> ifRelation,
        boolean ifPersonnel,
        boolean renewsAssessments,
        Optional<Safeguard> safeguard,
        Set<String> certifiedUnder,
        Set<String> factCodes) {
    private static final Set<String> TOOLS =
            Set.of("SCC", "BCR", "ad-hoc-clauses", "administrative-arrangement", "international-agreement");

    /** The flow with it in place on the day; empty where it is not on offer or changes nothing. */
    Optional<Flow> tried(Flow flow, LocalDate day) {
        boolean isOffered = (ifRelation.isEmpty()
                        || flow.importer()
                                .relation()
                                .filter(ifRelation::contains)
                                .isPresent())
                && (!ifPersonnel || flow.data().hr())
                && (!renewsAssessments || flow.safeguards().stream().anyMatch(Remedy::canBeAssessed));
        if (!isOffered) {
            return Optional.empty();
        }
        Flow tried =
                flow.safeguards(safeguards(flow, day)).importer(importer(flow)).moreFacts(factCodes);
        return tried.equals(flow) ? Optional.empty() : Optional.of(tried);
    }

    private List<Safeguard> safeguards(Flow flow, LocalDate day) {
        List<Safeguard> safeguards = new ArrayList<>();
        for (Safeguard each : flow.safeguards()) {
            safeguards.add(renewsAssessments && canBeAssessed(each) ? each.assessed(day) : each);
        }
        safeguard.ifPresent(each -> safeguards.add(each.datedOn(day)));
        return safeguards;
    }

    /** A negative result is a finding; nobody wishes it away. */
    private static boolean canBeAssessed(Safeguard safeguard) {
        return TOOLS.contains(safeguard.type()) && !safeguard.tia().orElse("").equals("negative");
    }

    private Party importer(Flow flow) {
        return certifiedUnder.isEmpty() ? flow.importer() : flow.importer().alsoCertifiedUnder(certifiedUnder);
    }
}
