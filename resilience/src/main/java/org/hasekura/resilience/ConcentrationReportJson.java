package org.hasekura.resilience;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what a data set concentrates on as one JSON object; {@code docs/resilience.md} lists the fields. */
public final class ConcentrationReportJson {

    private ConcentrationReportJson() {}

    public static String write(ConcentrationReport report) {
        ObjectNode object =
                ReportJson.object(it -> it.put("graph", report.name()).put("form", report.form()));
        ObjectNode summaries = object.putObject("summary");
        report.summaries().forEach((by, summary) -> putSummary(summaries.putObject(by), summary));
        ArrayNode rows = object.putArray("rows");
        report.rows().forEach(row -> putRow(rows.addObject(), row));
        ArrayNode common = object.putArray("commonDependence");
        report.dependences().forEach(each -> putCommon(common.addObject(), each));
        ArrayNode conflicts = object.putArray("conflicts");
        report.conflicts()
                .forEach(each -> ReportJson.texts(
                        conflicts
                                .addObject()
                                .put("id", each.id())
                                .put("topic", each.topic())
                                .put("node", each.node())
                                .put("holder", each.holder()),
                        "shares",
                        each.shares()));
        ArrayNode gaps = object.putArray("gaps");
        report.gaps().forEach(each -> gaps.addObject().put("node", each.node()).put("gap", each.what()));
        return ReportJson.write(object);
    }

    private static void putSummary(ObjectNode object, ConcentrationReport.Summary summary) {
        object.put("rows", summary.rows());
        object.put("hhiAbove0.25", summary.hhiAboveQuarter());
        object.put("hhiAbove0.4", summary.hhiAboveTwoFifths());
        ObjectNode top = object.putObject("topAtLeastPercent");
        summary.topAtLeast().forEach((percent, count) -> top.put(String.valueOf(percent), count));
        ObjectNode holders = object.putObject("topAtLeastHalf");
        summary.topHolders().forEach(holders::put);
    }

    private static void putRow(ObjectNode object, ConcentrationReport.Row row) {
        object.put("node", row.subject());
        object.put("name", row.subjectName());
        object.put("nameJa", row.subjectNameJa());
        object.put("by", row.by());
        object.put("series", row.series());
        object.put("basis", row.basis());
        row.year().ifPresentOrElse(year -> object.put("year", year), () -> object.putNull("year"));
        object.put("listed", row.distribution().listed());
        ReportJson.interval(object, "unknown", row.distribution().unknown());
        ReportJson.number(object, "hhiOfListed", row.distribution().hhiOfListed());
        Concentration measures = row.concentration();
        ReportJson.interval(object, "hhi", measures.hhi());
        ReportJson.interval(object, "hhiNormalised", measures.normalised());
        ReportJson.interval(object, "cr4", measures.cr4());
        ReportJson.interval(object, "effectiveNumber", measures.effectiveNumber());
        ReportJson.interval(object, "entropy", measures.entropy());
        ArrayNode holders = object.putArray("holders");
        for (Distribution.Part part : row.distribution().parts()) {
            ObjectNode holder = holders.addObject().put("id", part.holder());
            ReportJson.interval(holder, "share", part.fraction());
        }
        ReportJson.texts(object, "withoutFigure", row.withoutFigure());
        ReportJson.texts(object, "sources", row.sources());
        object.put("fromMemory", row.isFromMemory());
    }

    private static void putCommon(ObjectNode object, CommonDependence each) {
        object.put("node", each.node());
        object.put("partner", each.partner());
        object.put("eu", each.first());
        object.put("japan", each.second());
        object.put("strength", each.strength());
    }
}
