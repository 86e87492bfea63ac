package org.hasekura.law;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes flows in the form that {@link FlowJson} reads: reading it again gives the same flow, but for what had no field to begin with. */
public final class FlowWriteJson {

    /** Whether flags that are not set and lists that are empty are written too. */
    private final boolean whole;

    private FlowWriteJson(boolean whole) {
        this.whole = whole;
    }

    /** Every fact about the flow, also what is not so. */
    static ObjectNode write(Flow flow) {
        return new FlowWriteJson(true).flow(object(), flow);
    }

    /** The flow as a case of a case file, so that every {@code law} command can take it. What is not stated is left out. */
    public static ObjectNode writeCase(String id, LocalDate day, Flow flow) {
        ObjectNode node = object().put("id", id).put("date", day.toString());
        return new FlowWriteJson(false).flow(node, flow);
    }

    private ObjectNode flow(ObjectNode node, Flow flow) {
        node.put("operation", flow.operation().code());
        node.set("exporter", party(flow.exporter()));
        node.set("importer", party(flow.importer()));
        node.set("data", data(flow.data()));
        node.put("purposeCode", flow.purposeCode());
        texts(node, "factCodes", flow.factCodes());
        if (whole || !flow.safeguards().isEmpty()) {
            ArrayNode safeguards = node.putArray("safeguards");
            flow.safeguards().forEach(each -> safeguards.add(safeguard(each)));
        }
        flow.onward().ifPresent(onward -> node.set("onward", onward(onward)));
        return node;
    }

    private ObjectNode party(Party party) {
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

    private ObjectNode data(FlowData data) {
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
        flag(node, "children", data.children());
        flag(node, "governmentId", data.governmentId());
        flag(node, "hr", data.hr());
        flag(node, "creditInformation", data.creditInformation());
        flag(node, "pnr", data.passengerNameRecord());
        if (whole || !data.automated()) {
            node.put("automated", data.automated()); // the one fact that holds unless it is denied
        }
        flag(node, "methodInfoDeleted", data.methodInfoDeleted());
        text(node, "appiClass", data.appiClass());
        text(node, "mixed", data.mixed());
        text(node, "nationalId", data.nationalId());
        text(node, "protected", data.protectedAs());
        text(node, "classification", data.classification());
        text(node, "system", data.system());
        data.controlledTech().ifPresent(tech -> node.set("controlledTech", tech(tech)));
        return node;
    }

    private ObjectNode tech(ControlledTech tech) {
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

    private void flag(ObjectNode node, String name, boolean value) {
        if (whole || value) {
            node.put(name, value);
        }
    }

    private static void text(ObjectNode node, String name, Optional<?> value) {
        value.ifPresent(each -> node.put(name, each.toString()));
    }

    private static void number(ObjectNode node, String name, OptionalInt value) {
        value.ifPresent(each -> node.put(name, each));
    }

    private void texts(ObjectNode node, String name, Collection<String> values) {
        if (whole || !values.isEmpty()) {
            ArrayNode array = node.putArray(name);
            values.stream().sorted().forEach(array::add);
        }
    }
}
