package org.hasekura.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hasekura.identity.ParticipantFacts;
import org.hasekura.law.Party;
import org.hasekura.law.Question;
import org.hasekura.law.Safeguard;

/** What the participant register says of a party on a day, in the law's words. What it does not say is asked for. */
final class RegisterFacts {

    private static final Set<String> YES_OR_NO = Set.of(
            "approved",
            "authorisedBySA",
            "bindingCommitments",
            "coversSupplementaryRules",
            "dsInformed",
            "informed",
            "informedOfTransferRisk",
            "nonRepetitive",
            "occasional",
            "protectsData",
            "registered",
            "saInformed",
            "suitableSafeguards");

    private RegisterFacts() {}

    /** The party as far as it is known; what is missing goes to {@code missing}. */
    static Party party(String side, ParticipantFacts facts, List<Question> missing) {
        return new Party(
                known(side, facts, "country", facts.country(), missing),
                known(side, facts, "role", facts.role(), missing),
                known(side, facts, "kind", facts.kind(), missing),
                facts.sector().orElse(Party.UNSTATED),
                facts.certifiedUnder(),
                facts.subjectTo(),
                facts.relation());
    }

    private static String known(
            String side, ParticipantFacts facts, String name, Optional<String> value, List<Question> missing) {
        if (value.isEmpty()) {
            missing.add(Questions.party(side, facts.did().text(), name));
        }
        return value.orElse(Party.UNSTATED);
    }

    /** What terms may ask of the recipient. That somebody holds no other certification is never known. */
    static Map<Operand, Known> known(Optional<ParticipantFacts> recipient) {
        Map<Operand, Known> known = new EnumMap<>(Operand.class);
        recipient.ifPresent(facts -> {
            known.put(Operand.RECIPIENT, Known.exactly(facts.did().text()));
            facts.country().ifPresent(country -> known.put(Operand.PLACE, Known.exactly(country)));
            facts.sector().ifPresent(sector -> known.put(Operand.SECTOR, Known.exactly(sector)));
            Set<String> held = new HashSet<>(facts.credentials());
            held.addAll(facts.certifiedUnder());
            known.put(Operand.CREDENTIAL, Known.atLeast(held));
        });
        return known;
    }

    /** The safeguards in force that day; an attribute that cannot be read is asked for, never passed over. */
    static List<Safeguard> safeguards(ParticipantFacts importer, List<Question> missing) {
        List<Safeguard> safeguards = new ArrayList<>();
        for (org.hasekura.identity.Safeguard recorded : importer.safeguards()) {
            Safeguard.Builder safeguard = Safeguard.of(recorded.type());
            for (Map.Entry<String, String> attribute : new TreeMap<>(recorded.attributes()).entrySet()) {
                String name = attribute.getKey();
                String value = attribute.getValue();
                if (!put(safeguard, name, value)) {
                    missing.add(Questions.safeguard(
                            recorded.type(),
                            name,
                            "attribute " + Words.shown(name) + " cannot be " + Words.shown(value)));
                }
            }
            safeguards.add(safeguard.build());
        }
        return safeguards;
    }

    private static boolean put(Safeguard.Builder safeguard, String name, String value) {
        try {
            switch (name) {
                case "set" -> safeguard.set(value);
                case "module" -> safeguard.module(Integer.parseInt(value));
                case "signed" -> safeguard.signed(LocalDate.parse(value));
                case "tia" -> safeguard.tia(value);
                case "tiaDate" -> safeguard.tiaDate(LocalDate.parse(value));
                case "supplementaryMeasures" -> safeguard.supplementaryMeasures(value);
                case "ref" -> safeguard.ref(value);
                case "form" -> safeguard.form(value);
                case "scope" -> safeguard.scope(value);
                case "obtained" -> safeguard.obtained(LocalDate.parse(value));
                case "periodicCheck" -> safeguard.periodicCheck(value);
                case "filedWithinDays" -> safeguard.filedWithinDays(Integer.parseInt(value));
                default -> {
                    boolean isYesOrNo = value.equals("true") || value.equals("false");
                    if (!YES_OR_NO.contains(name) || !isYesOrNo) {
                        return false;
                    }
                    safeguard.states(name, value.equals("true"));
                }
            }
            return true;
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
    }
}
