package org.hasekura.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a flow from the fields of a JSON object. What it states beyond the known fields is kept by name, so that it is never ignored. */
final class FlowJson {
    private static final Set<String> FLAGS = Set.of(
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

    private FlowJson() {}

    /** Reads the flow; call it after everything else of the object has been asked for. */
    static Flow read(FieldsJson fields) throws LawDataException {
        String operation = fields.text("operation");
        List<String> unknown = new ArrayList<>();
        Party exporter = party("exporter", fields.object("exporter"), unknown);
        Party importer = party("importer", fields.object("importer"), unknown);
        if (Operation.parse(operation) == Operation.OTHER) {
            unknown.add("operation=" + operation);
        }
        List<Safeguard> safeguards = new ArrayList<>();
        for (FieldsJson safeguard : fields.objects("safeguards")) {
            safeguards.add(safeguard(safeguard, unknown));
        }
        FieldsJson dataFields = fields.object("data");
        FlowData.Builder data = data(dataFields);
        Optional<FieldsJson> onwardFields = fields.optionalObject("onward");
        Optional<Onward> onward =
                onwardFields.isEmpty() ? Optional.empty() : Optional.of(onward(onwardFields.get(), unknown));
        String purposeCode = fields.text("purposeCode");
        Set<String> factCodes = fields.codes("factCodes");
        dataFields.unasked().forEach(name -> unknown.add("data." + name));
        unknown.addAll(fields.unasked());
        unknown.forEach(data::unknown);
        return new Flow(
                Operation.parse(operation),
                exporter,
                importer,
                data.build(),
                purposeCode,
                factCodes,
                safeguards,
                onward);
    }

    private static Party party(String side, FieldsJson fields, List<String> unknown) throws LawDataException {
        Party party = new Party(
                fields.text("country"),
                fields.optionalText("role").orElse(Party.UNSTATED),
                fields.optionalText("kind").orElse(Party.UNSTATED),
                fields.optionalText("sector").orElse(Party.UNSTATED),
                fields.codes("certifiedUnder"),
                fields.codes("subjectTo"),
                fields.optionalText("relation"));
        fields.unasked().forEach(name -> unknown.add(side + "." + name));
        return party;
    }

    private static FlowData.Builder data(FieldsJson fields) throws LawDataException {
        FlowData.Builder data = FlowData.builder()
                .personal(fields.flag("personal"))
                .originRegime(fields.optionalText("originRegime").orElse(Party.UNSTATED))
                .categories(fields.codes("categories"))
                .special(fields.codes("special"))
                .criminal(fields.flag("criminal"))
                .pseudonymised(fields.flag("pseudonymised"))
                .anonymised(fields.flag("anonymised"))
                .nonPersonal(fields.flag("nonPersonal"))
                .industrial(fields.flag("industrial"))
                .children(fields.flag("children"))
                .governmentId(fields.flag("governmentId"))
                .hr(fields.flag("hr"))
                .creditInformation(fields.flag("creditInformation"))
                .passengerNameRecord(fields.flag("pnr"))
                .automated(fields.optionalFlag("automated").orElse(true))
                .methodInfoDeleted(fields.flag("methodInfoDeleted"));
        fields.optionalText("appiClass").ifPresent(data::appiClass);
        fields.optionalText("mixed").ifPresent(data::mixed);
        fields.optionalText("nationalId").ifPresent(data::nationalId);
        fields.optionalText("protected").ifPresent(data::protectedAs);
        fields.optionalText("classification").ifPresent(data::classification);
        fields.optionalText("system").ifPresent(data::system);
        Optional<FieldsJson> tech = fields.optionalObject("controlledTech");
        if (tech.isPresent()) {
            data.controlledTech(new ControlledTech(
                    tech.get().text("list"),
                    tech.get().optionalText("entry"),
                    tech.get().flag("annexIIExcluded")));
            tech.get().unasked().forEach(name -> data.unknown("data.controlledTech." + name));
        }
        return data;
    }

    static Safeguard safeguard(FieldsJson fields, List<String> unknown) throws LawDataException {
        Safeguard.Builder safeguard = Safeguard.of(fields.text("type"));
        fields.optionalText("set").ifPresent(safeguard::set);
        fields.optionalNumber("module").ifPresent(safeguard::module);
        fields.optionalDay("signed").ifPresent(safeguard::signed);
        fields.optionalText("tia").ifPresent(safeguard::tia);
        fields.optionalDay("tiaDate").ifPresent(safeguard::tiaDate);
        fields.optionalText("supplementaryMeasures").ifPresent(safeguard::supplementaryMeasures);
        fields.optionalText("ref").ifPresent(safeguard::ref);
        fields.optionalText("form").ifPresent(safeguard::form);
        fields.optionalText("scope").ifPresent(safeguard::scope);
        fields.optionalDay("obtained").ifPresent(safeguard::obtained);
        fields.optionalText("periodicCheck").ifPresent(safeguard::periodicCheck);
        fields.optionalNumber("filedWithinDays").ifPresent(safeguard::filedWithinDays);
        for (String flag : FLAGS) {
            fields.optionalFlag(flag).ifPresent(value -> safeguard.states(flag, value));
        }
        fields.unasked().forEach(name -> unknown.add("safeguards." + name));
        return safeguard.build();
    }

    private static Onward onward(FieldsJson fields, List<String> unknown) throws LawDataException {
        Onward onward = new Onward(
                fields.optionalText("originalExporterRegime").orElse(Party.UNSTATED),
                fields.optionalText("importerInJapanReliedOn").orElse(Party.UNSTATED));
        fields.unasked().forEach(name -> unknown.add("onward." + name));
        return onward;
    }
}
