package org.hasekura.node;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import org.hasekura.law.ControlledTech;
import org.hasekura.law.Flow;
import org.hasekura.law.FlowData;
import org.hasekura.law.Onward;
import org.hasekura.law.Party;
import org.hasekura.law.Safeguard;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a flow as a case of a case file, so that every {@code law} command can take it. What is not stated is left out. */
final class FlowCaseJson {

    private FlowCaseJson() {}

    static ObjectNode write(String id, LocalDate day, Flow flow) {
        ObjectNode node = object();
        node.put("id", id).put("date", day.toString());
        node.put("operation", flow.operation().code());
        node.set("exporter", party(flow.exporter()));
        node.set("importer", party(flow.importer()));
        node.set("data", data(flow.data()));
        node.put("purposeCode", flow.purposeCode());
        texts(node, "factCodes", flow.factCodes());
        if (!flow.safeguards().isEmpty()) {
            ArrayNode safeguards = node.putArray("safeguards");
            flow.safeguards().forEach(each -> safeguards.add(safeguard(each)));
        }
        flow.onward().ifPresent(onward -> node.set("onward", onward(onward)));
        return node;
    }

    private static ObjectNode party(Party party) {
        ObjectNode node = object();
        node.put("country", party.country());
        stated(node, "role", party.role());
        stated(node, "kind", party.kind());
        stated(node, "sector", party.sector());
        texts(node, "certifiedUnder", party.certifiedUnder());
        texts(node, "subjectTo", party.subjectTo());
        text(node, "relation", party.relation());
        return node;
    }

    private static ObjectNode data(FlowData data) {
        ObjectNode node = object();
        flag(node, "personal", data.personal());
        stated(node, "originRegime", data.originRegime());
        texts(node, "categories", data.categories());
        texts(node, "special", data.special());
        flag(node, "criminal", data.criminal());
        flag(node, "pseudonymised", data.pseudonymised());
        flag(node, "anonymised", data.anonymised());
        flag(node, "nonPersonal", data.nonPersonal());
        flag(node, "industrial", data.industrial());
        data.controlledTech().ifPresent(tech -> node.set("controlledTech", tech(tech)));
        flag(node, "children", data.children());
        flag(node, "governmentId", data.governmentId());
        flag(node, "hr", data.hr());
        flag(node, "creditInformation", data.creditInformation());
        flag(node, "pnr", data.passengerNameRecord());
        if (!data.automated()) {
            node.put("automated", false);
        }
        flag(node, "methodInfoDeleted", data.methodInfoDeleted());
        text(node, "appiClass", data.appiClass());
        text(node, "mixed", data.mixed());
        text(node, "nationalId", data.nationalId());
        text(node, "protected", data.protectedAs());
        text(node, "classification", data.classification());
        text(node, "system", data.system());
        return node;
    }

    private static ObjectNode tech(ControlledTech tech) {
        ObjectNode node = object().put("list", tech.list());
        text(node, "entry", tech.entry());
        flag(node, "annexIIExcluded", tech.annexIiExcluded());
        return node;
    }

    private static ObjectNode safeguard(Safeguard safeguard) {
        ObjectNode node = object().put("type", safeguard.type());
        text(node, "set", safeguard.set());
        number(node, "module", safeguard.module());
        text(node, "signed", safeguard.signed());
        text(node, "tia", safeguard.tia());
        text(node, "tiaDate", safeguard.tiaDate());
        text(node, "supplementaryMeasures", safeguard.supplementaryMeasures());
        text(node, "ref", safeguard.ref());
        text(node, "form", safeguard.form());
        text(node, "scope", safeguard.scope());
        text(node, "obtained", safeguard.obtained());
        text(node, "periodicCheck", safeguard.periodicCheck());
        number(node, "filedWithinDays", safeguard.filedWithinDays());
        safeguard.affirmed().stream().sorted().forEach(name -> node.put(name, true));
        safeguard.denied().stream().sorted().forEach(name -> node.put(name, false));
        return node;
    }

    private static ObjectNode onward(Onward onward) {
        ObjectNode node = object();
        stated(node, "originalExporterRegime", onward.originalExporterRegime());
        stated(node, "importerInJapanReliedOn", onward.importerInJapanReliedOn());
        return node;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static void stated(ObjectNode node, String name, String value) {
        if (!value.equals(Party.UNSTATED)) {
            node.put(name, value);
        }
    }

    private static void flag(ObjectNode node, String name, boolean value) {
        if (value) {
            node.put(name, true);
        }
    }

    private static void text(ObjectNode node, String name, Optional<?> value) {
        value.ifPresent(each -> node.put(name, each.toString()));
    }

    private static void number(ObjectNode node, String name, OptionalInt value) {
        value.ifPresent(each -> node.put(name, each));
    }

    private static void texts(ObjectNode node, String name, Collection<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = node.putArray(name);
            values.stream().sorted().forEach(array::add);
        }
    }
}
