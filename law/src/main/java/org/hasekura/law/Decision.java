package org.hasekura.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An act by which one legal order lets data flow to another: an adequacy decision, a designation, a bridge.
 *
 * @param act the decision as a provision that can be cited, with its days in force
 * @param knownFrom the day it was adopted: before it, nobody could know of it
 * @param carriedOver adopted under Directive 95/46 and kept in force by GDPR Art. 45(9)
 * @param lawEnforcement for law-enforcement authorities only
 * @param bridge token of a provision that for a time makes the flow no transfer at all
 * @param unionLawApplies whether the beneficiary applied Union law itself meanwhile
 * @param eeaEfta how sure it is that Iceland, Liechtenstein and Norway apply it too
 * @param sureUntil last day up to which somebody looked that it still stands, where that is in doubt; later days are marked
 * @param endIsSupposed whether its end is a hypothesis: then nobody asks what will follow it, since that is the hypothesis too
 */
record Decision(
        Provision act,
        String grantor,
        List<String> beneficiaries,
        LocalDate knownFrom,
        boolean carriedOver,
        boolean lawEnforcement,
        Optional<Provision> bridge,
        boolean unionLawApplies,
        Scope scope,
        List<Exclusion> excludes,
        List<Duty> duties,
        Confidence eeaEfta,
        Optional<LocalDate> sureUntil,
        boolean endIsSupposed) {

    /** Whom it covers. An empty set asks nothing. */
    record Scope(
            Set<String> subjectTo,
            Set<String> exporterKinds,
            Set<String> importerKinds,
            Set<String> purposeCodes,
            Set<String> certifiedAny,
            Set<String> certifiedAnyForHr,
            Set<String> certifiedAll,
            boolean passengerNameRecord) {

        /** The lists of which the importer must stand on one, for the data of this flow. */
        Set<String> certificates(Flow flow) {
            return flow.data().hr() && !certifiedAnyForHr.isEmpty() ? certifiedAnyForHr : certifiedAny;
        }

        boolean covers(Flow flow) {
            Party importer = flow.importer();
            Set<String> certificates = certificates(flow);
            return importer.subjectTo().containsAll(subjectTo)
                    && (exporterKinds.isEmpty()
                            || exporterKinds.contains(flow.exporter().kind()))
                    && (importerKinds.isEmpty() || importerKinds.contains(importer.kind()))
                    && (purposeCodes.isEmpty() || purposeCodes.contains(flow.purposeCode()))
                    && (certificates.isEmpty() || meet(certificates, importer.certifiedUnder()))
                    && importer.certifiedUnder().containsAll(certifiedAll)
                    && (!passengerNameRecord || flow.data().passengerNameRecord());
        }
    }

    /**
     * What it does not cover. It applies when every stated part matches and the day lies inside.
     *
     * @param automated matches data with exactly that answer to "is any stage automated?"
     */
    record Exclusion(
            String ref,
            Set<String> importerKinds,
            Set<String> purposeCodes,
            Set<String> subjectTo,
            Set<String> factCodes,
            Optional<Boolean> automated,
            boolean creditInformation,
            Optional<String> nationalId,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Confidence confidence) {

        boolean applies(Flow flow, LocalDate day) {
            return (importerKinds.isEmpty()
                            || importerKinds.contains(flow.importer().kind()))
                    && (purposeCodes.isEmpty() || purposeCodes.contains(flow.purposeCode()))
                    && (subjectTo.isEmpty() || meet(subjectTo, flow.importer().subjectTo()))
                    && (factCodes.isEmpty() || meet(factCodes, flow.factCodes()))
                    && (automated.isEmpty() || automated.get() == flow.data().automated())
                    && (!creditInformation || flow.data().creditInformation())
                    && (nationalId.isEmpty() || nationalId.equals(flow.data().nationalId()))
                    && (from.isEmpty() || !day.isBefore(from.get()))
                    && (to.isEmpty() || !day.isAfter(to.get()));
        }
    }

    String id() {
        return act.token();
    }

    /** The same decision, supposed to end with that day; without a day, to go on. */
    Decision ending(Optional<LocalDate> lastDay) {
        return new Decision(
                act.endingOn(lastDay),
                grantor,
                beneficiaries,
                knownFrom,
                carriedOver,
                lawEnforcement,
                bridge,
                unionLawApplies,
                scope,
                excludes,
                duties,
                eeaEfta,
                sureUntil,
                true);
    }

    /** How sure it is that it stands on the day. */
    Confidence confidence(LocalDate day) {
        boolean doubted = sureUntil.isPresent() && day.isAfter(sureUntil.get());
        return doubted ? Confidence.CHECK : act.confidence();
    }

    boolean inForceOn(LocalDate day) {
        return act.inForceOn(day);
    }

    Optional<Exclusion> exclusion(Flow flow, LocalDate day) {
        for (Exclusion exclusion : excludes) {
            if (exclusion.applies(flow, day)) {
                return Optional.of(exclusion);
            }
        }
        return Optional.empty();
    }

    boolean covers(Flow flow, LocalDate day) {
        return scope.covers(flow) && exclusion(flow, day).isEmpty();
    }

    private static boolean meet(Set<String> some, Set<String> others) {
        for (String one : some) {
            if (others.contains(one)) {
                return true;
            }
        }
        return false;
    }
}
