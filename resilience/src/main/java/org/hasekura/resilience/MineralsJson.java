package org.hasekura.resilience;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Writes minerals as JSON; what nobody published is missing. */
public final class MineralsJson {

    private MineralsJson() {}

    /** One object with an array. */
    public static String write(List<Mineral> minerals) {
        ObjectNode object = ReportJson.object(_ -> {});
        var array = object.putArray("minerals");
        minerals.forEach(mineral -> put(array.addObject(), mineral));
        return ReportJson.write(object);
    }

    private static void put(ObjectNode object, Mineral mineral) {
        object.put("node", mineral.node()).put("symbol", mineral.symbol());
        Mineral.European eu = mineral.eu();
        ObjectNode inEu =
                object.putObject("eu").put("critical", eu.isCritical()).put("strategic", eu.isStrategic());
        text(inEu, "listedAs", eu.listedAs());
        inEu.put("listSource", eu.listSource()).put("listConfidence", eu.listConfidence());
        eu.importReliance()
                .ifPresent(percent -> inEu.put("importReliancePercent", percent).put("relianceOf", eu.relianceOf()));
        text(inEu, "mainSupplier", eu.mainSupplier());
        eu.mainSupplierPercent().ifPresent(percent -> inEu.put("mainSupplierPercent", percent));
        text(inEu, "figuresSource", eu.figuresSource());
        text(inEu, "figuresConfidence", eu.figuresConfidence());
        ObjectNode inJapan =
                object.putObject("japan").put("specified", mineral.japan().isSpecified());
        text(inJapan, "under", mineral.japan().under());
        text(inJapan, "since", mineral.japan().since());
        inJapan.put("confidence", mineral.japan().confidence());
        ObjectNode inUs = object.putObject("us");
        text(inUs, "netImportReliance2023Percent", mineral.us().netImportReliance());
        text(inUs, "source", mineral.us().source());
        text(inUs, "confidence", mineral.us().confidence());
    }

    private static void text(ObjectNode object, String field, String text) {
        if (!text.isEmpty()) {
            object.put(field, text);
        }
    }
}
