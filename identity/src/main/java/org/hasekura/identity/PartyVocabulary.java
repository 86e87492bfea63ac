package org.hasekura.identity;

import java.util.List;
import java.util.Optional;

/**
 * The codes of the law's cases that describe a party, so that a slip of the pen in the register is noticed when it is
 * made.
 *
 * <p>Certifications, laws and sectors are left open: new ones come with new law data, and a code the law does not know
 * leaves its ruling undecided.
 */
final class PartyVocabulary {

    static final List<String> ROLES =
            List.of("controller", "data-processing-service", "data-subject", "processor", "re-user", "state");

    static final List<String> KINDS = List.of(
            "broadcaster",
            "business",
            "court",
            "designated-infrastructure-operator",
            "hospital",
            "individual",
            "international-organisation",
            "law-enforcement",
            "political-body",
            "press",
            "public-authority",
            "qualified-contractor",
            "religious-body",
            "same-legal-entity",
            "state",
            "university",
            "writer");

    static final List<String> RELATIONS = List.of(
            "branch",
            "client",
            "group",
            "original-controller",
            "own-employee",
            "parent",
            "resident-researcher",
            "subsidiary");

    static final List<String> SAFEGUARD_TYPES = List.of(
            "BCR",
            "SCC",
            "UK-IDTA",
            "UK-addendum",
            "access-control",
            "ad-hoc-clauses",
            "administrative-arrangement",
            "appi-consent",
            "art10-authorisation",
            "art28-contract",
            "art49-1-subpara2",
            "art9-basis",
            "authority-clauses",
            "cbpr",
            "certification",
            "code-of-conduct",
            "consent",
            "cookie-consent",
            "ctia-dossier",
            "dga-5-10-contract",
            "end-to-end-encryption",
            "entrustment",
            "equivalent-measures",
            "explicit-consent",
            "export-authorisation",
            "international-agreement",
            "joint-research-agreement",
            "local-copy",
            "necessity-documented",
            "no-access-contract",
            "no-reidentification-contract",
            "notified-intention-to-transfer",
            "parental-consent",
            "public-disclosure-of-items",
            "safeguards-confirmed",
            "supervision");

    static final List<String> SAFEGUARD_ATTRIBUTES = List.of(
            "approved",
            "authorisedBySA",
            "bindingCommitments",
            "coversSupplementaryRules",
            "dsInformed",
            "filedWithinDays",
            "form",
            "informed",
            "informedOfTransferRisk",
            "module",
            "nonRepetitive",
            "obtained",
            "occasional",
            "periodicCheck",
            "protectsData",
            "ref",
            "registered",
            "saInformed",
            "scope",
            "set",
            "signed",
            "suitableSafeguards",
            "supplementaryMeasures",
            "tia",
            "tiaDate");

    private PartyVocabulary() {}

    /** What is wrong with the value of a fact, in words for a person; empty if nothing is. */
    static Optional<String> fault(Fact.Name name, String value) {
        return switch (name) {
            case COUNTRY ->
                value.matches("[A-Z]{2}|EPO")
                        ? Optional.empty()
                        : Optional.of("country `" + Words.shown(value)
                                + "`; write two capital letters of ISO 3166-1, such as `JP`, or `EPO`");
            case ROLE -> unknownIn(ROLES, name, value);
            case KIND -> unknownIn(KINDS, name, value);
            case RELATION -> unknownIn(RELATIONS, name, value);
            case CERTIFIED_UNDER, SUBJECT_TO, NAME, SECTOR, CREDENTIAL, SUPPLIER -> Optional.empty();
        };
    }

    private static Optional<String> unknownIn(List<String> known, Fact.Name name, String value) {
        return known.contains(value) ? Optional.empty() : Optional.of(Words.unknown(name.text(), value, known));
    }
}
