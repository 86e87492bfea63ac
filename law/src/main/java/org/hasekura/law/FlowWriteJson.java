package org.hasekura.law;

import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes flows in the form that {@link FlowJson} reads. */
final class FlowWriteJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private FlowWriteJson() {}

    /** Writes the flow as the facts of a case; reading it again gives the same flow, but for what had no field to begin with. */
    static ObjectNode write(Flow flow) {
        ObjectNode object = MAPPER.createObjectNode();
        object.put("operation", flow.operation().code());
        object.set("exporter", party(flow.exporter()));
        object.set("importer", party(flow.importer()));
        object.set("data", data(flow.data()));
        object.put("purposeCode", flow.purposeCode());
        texts(object, "factCodes", flow.factCodes());
        ArrayNode safeguards = object.putArray("safeguards");
        flow.safeguards().forEach(safeguard -> safeguards.add(safeguard(safeguard)));
        flow.onward().ifPresent(hop -> {
            ObjectNode onward = object.putObject("onward");
            stated(onward, "originalExporterRegime", hop.originalExporterRegime());
            stated(onward, "importerInJapanReliedOn", hop.importerInJapanReliedOn());
        });
        return object;
    }

    private static ObjectNode party(Party party) {
        ObjectNode object = MAPPER.createObjectNode();
        object.put("country", party.country());
        stated(object, "role", party.role());
        stated(object, "kind", party.kind());
        stated(object, "sector", party.sector());
        texts(object, "certifiedUnder", party.certifiedUnder());
        texts(object, "subjectTo", party.subjectTo());
        party.relation().ifPresent(code -> object.put("relation", code));
        return object;
    }

    private static ObjectNode data(FlowData data) {
        ObjectNode object = MAPPER.createObjectNode();
        object.put("personal", data.personal());
        stated(object, "originRegime", data.originRegime());
        texts(object, "categories", data.categories());
        texts(object, "special", data.special());
        object.put("criminal", data.criminal());
        object.put("pseudonymised", data.pseudonymised());
        object.put("anonymised", data.anonymised());
        object.put("nonPersonal", data.nonPersonal());
        object.put("industrial", data.industrial());
        object.put("children", data.children());
        object.put("governmentId", data.governmentId());
        object.put("hr", data.hr());
        object.put("creditInformation", data.creditInformation());
        object.put("pnr", data.passengerNameRecord());
        object.put("automated", data.automated());
        object.put("methodInfoDeleted", data.methodInfoDeleted());
        data.appiClass().ifPresent(code -> object.put("appiClass", code));
        data.mixed().ifPresent(code -> object.put("mixed", code));
        data.nationalId().ifPresent(code -> object.put("nationalId", code));
        data.protectedAs().ifPresent(code -> object.put("protected", code));
        data.classification().ifPresent(code -> object.put("classification", code));
        data.system().ifPresent(code -> object.put("system", code));
        data.controlledTech().ifPresent(tech -> {
            ObjectNode node = object.putObject("controlledTech").put("list", tech.list());
            tech.entry().ifPresent(entry -> node.put("entry", entry));
            node.put("annexIIExcluded", tech.annexIiExcluded());
        });
        return object;
    }

    private static ObjectNode safeguard(Safeguard safeguard) {
        ObjectNode object = MAPPER.createObjectNode();
        object.put("type", safeguard.type());
        safeguard.set().ifPresent(code -> object.put("set", code));
        safeguard.module().ifPresent(number -> object.put("module", number));
        safeguard.signed().ifPresent(day -> object.put("signed", day.toString()));
        safeguard.tia().ifPresent(code -> object.put("tia", code));
        safeguard.tiaDate().ifPresent(day -> object.put("tiaDate", day.toString()));
        safeguard.supplementaryMeasures().ifPresent(code -> object.put("supplementaryMeasures", code));
        safeguard.ref().ifPresent(code -> object.put("ref", code));
        safeguard.form().ifPresent(code -> object.put("form", code));
        safeguard.scope().ifPresent(code -> object.put("scope", code));
        safeguard.obtained().ifPresent(day -> object.put("obtained", day.toString()));
        safeguard.periodicCheck().ifPresent(code -> object.put("periodicCheck", code));
        safeguard.filedWithinDays().ifPresent(days -> object.put("filedWithinDays", days));
        safeguard.affirmed().forEach(flag -> object.put(flag, true));
        safeguard.denied().forEach(flag -> object.put(flag, false));
        return object;
    }

    private static void stated(ObjectNode object, String field, String code) {
        if (!code.equals(Party.UNSTATED)) {
            object.put(field, code);
        }
    }

    private static void texts(ObjectNode object, String field, Set<String> codes) {
        ArrayNode array = object.putArray(field);
        codes.stream().sorted().forEach(array::add);
    }
}
