package org.hasekura.resilience;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes where a data set breaks as one JSON object; {@code docs/resilience.md} lists the fields. */
public final class BreaksReportJson {

    private BreaksReportJson() {}

    public static String write(BreaksReport report) {
        ObjectNode object =
                ReportJson.object(it -> it.put("graph", report.name()).put("form", report.form()));
        if (!report.chains().isEmpty()) {
            ChainBreaks.Settings settings = report.settings();
            object.put("subtypes", lower(settings.subtypes()));
            object.put("combination", lower(settings.combination()));
            object.put("theta", settings.theta());
            ArrayNode targets = object.putArray("targets");
            report.chains().forEach(chain -> putChain(targets.addObject(), chain));
        }
        report.links().ifPresent(links -> putLinks(object.putObject("links"), links));
        report.cables().ifPresent(cables -> CableBreaksJson.put(object.putObject("cables"), cables));
        return ReportJson.write(object);
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static void putChain(ObjectNode object, ChainBreaks chain) {
        object.put("target", chain.target());
        object.put("needs", chain.needs());
        object.put("needsWithoutShares", chain.needsWithoutShares());
        putKnockedOut(object.putArray("countries"), chain.countries());
        putKnockedOut(object.putArray("firms"), chain.firms());
        ReportJson.texts(object, "singlePoints", chain.singlePoints());
        putCuts(object.putObject("nodeCutSets"), chain.nodeCuts());
        putCuts(object.putObject("countryCutSets"), chain.countryCuts());
        putCuts(object.putObject("firmCutSets"), chain.firmCuts());
        ArrayNode near = object.putArray("nearSingle");
        chain.nearSingle()
                .forEach(each -> near.addObject()
                        .put("node", each.node())
                        .put("holder", each.holder())
                        .put("share", each.fraction()));
        ArrayNode stages = object.putArray("stages");
        chain.stages().forEach(each -> putStage(stages.addObject(), each));
    }

    private static void putStage(ObjectNode object, StageExposure each) {
        object.put("stage", each.stage().id());
        object.put("name", each.stage().name());
        object.put("nameJa", each.stage().nameJa());
        ArrayNode countries = object.putArray("countries");
        for (StageExposure.Row row : each.countries()) {
            ObjectNode country = countries.addObject().put("country", row.country());
            ReportJson.interval(country, "direct", row.direct());
            ReportJson.interval(country, "exposure", row.exposure());
        }
    }

    private static void putKnockedOut(ArrayNode array, List<ChainBreaks.KnockedOut> rows) {
        for (ChainBreaks.KnockedOut row : rows) {
            ObjectNode object = array.addObject().put("removed", row.holder());
            ObjectNode left = object.putObject("availability");
            for (Subtypes subtypes : Subtypes.values()) {
                ReportJson.interval(left, lower(subtypes), row.left(subtypes));
            }
        }
    }

    private static void putCuts(ObjectNode object, ChainBreaks.Cuts cuts) {
        object.put("complete", cuts.isComplete());
        ArrayNode sets = object.putArray("sets");
        cuts.sets().forEach(set -> {
            ArrayNode one = sets.addArray();
            set.forEach(one::add);
        });
    }

    private static void putLinks(ObjectNode object, LinkBreaks links) {
        object.put("places", links.places());
        object.put("links", links.links());
        object.put("parts", links.parts());
        links.linkConnectivity()
                .ifPresentOrElse(k -> object.put("linkConnectivity", k), () -> object.putNull("linkConnectivity"));
        putPoints(object.putArray("articulationPoints"), links.articulationPoints());
        putPoints(object.putArray("bridges"), links.bridges());
        links.cut().ifPresent(cut -> putCut(object.putObject("cut"), cut));
    }

    private static void putPoints(ArrayNode array, List<LinkBreaks.Point> points) {
        points.forEach(each -> array.addObject().put("id", each.id()).put("cutOff", each.cutOff()));
    }

    private static void putCut(ObjectNode object, LinkBreaks.Cut cut) {
        ReportJson.texts(object, "from", cut.from());
        ReportJson.texts(object, "to", cut.to());
        object.put("possible", cut.isPossible());
        if (cut.isPossible()) {
            object.put("capacity", cut.capacityValue());
            ReportJson.texts(object, "links", cut.links());
            object.put("failures", cut.failures());
            ReportJson.texts(object, "risks", cut.risks());
            ReportJson.texts(object, "failedLinks", cut.failedLinks());
        }
        if (cut.placeFailures() < MinCut.NEVER) {
            object.put("placeFailures", cut.placeFailures());
        } else {
            object.putNull("placeFailures");
        }
    }
}
