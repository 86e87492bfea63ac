package org.hasekura.resilience;

import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what a removal does as one JSON object; {@code docs/resilience.md} lists the fields. */
public final class WhatIfJson {

    private WhatIfJson() {}

    public static String write(WhatIf whatIf) {
        ObjectNode object = ReportJson.object(it -> it.put("graph", whatIf.name()));
        ObjectNode removed = object.putObject("removed");
        ReportJson.texts(removed, "countries", whatIf.removal().countries());
        ReportJson.texts(removed, "firms", whatIf.removal().firms());
        ReportJson.texts(removed, "nodes", whatIf.removal().nodes());
        object.put("subtypes", whatIf.settings().subtypes().name().toLowerCase(Locale.ROOT));
        object.put("combination", whatIf.settings().combination().name().toLowerCase(Locale.ROOT));
        ArrayNode hit = object.putArray("hit");
        for (WhatIf.Hit each : whatIf.hit()) {
            ObjectNode one = hit.addObject()
                    .put("node", each.node().id())
                    .put("name", each.node().name())
                    .put("nameJa", each.node().nameJa())
                    .put("kind", each.node().kind().word());
            ReportJson.interval(one, "availability", each.left());
            ReportJson.texts(one, "chain", each.chain());
        }
        ArrayNode controls = object.putArray("controls");
        for (ExportControl each : whatIf.controls()) {
            ObjectNode one = controls.addObject()
                    .put("id", each.id())
                    .put("issuer", each.issuer())
                    .put("type", each.type())
                    .put("effective", each.effective())
                    .put("until", each.until())
                    .put("state", each.state())
                    .put("stateOn", each.stateOn())
                    .put("confidence", each.confidence().word());
            ReportJson.texts(one, "nodes", each.nodes());
            ReportJson.texts(one, "sources", each.sources());
        }
        ArrayNode disruptions = object.putArray("disruptions");
        for (Disruption each : whatIf.disruptions()) {
            ObjectNode one = disruptions
                    .addObject()
                    .put("id", each.id())
                    .put("name", each.name())
                    .put("nameJa", each.nameJa())
                    .put("start", each.start())
                    .put("end", each.end())
                    .put("confidence", each.confidence().word());
            ReportJson.texts(one, "sources", each.sources());
        }
        return ReportJson.write(object);
    }

    /** What a loss of cables does. */
    public static String write(CableLoss loss) {
        ObjectNode object = ReportJson.object(it -> it.put("graph", loss.name()));
        ObjectNode removed = object.putObject("removed");
        ReportJson.texts(removed, "cables", loss.lost().cables());
        ReportJson.texts(removed, "corridors", loss.lost().corridors());
        ReportJson.texts(removed, "landings", loss.lost().landings());
        object.put("segmentsLost", loss.segmentsLost());
        ReportJson.texts(object, "cutOff", loss.cutOff());
        ReportJson.texts(object, "from", loss.from());
        ReportJson.texts(object, "to", loss.to());
        object.put("waysBefore", loss.waysBefore());
        object.put("waysAfter", loss.waysAfter());
        return ReportJson.write(object);
    }
}
