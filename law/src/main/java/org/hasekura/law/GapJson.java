package org.hasekura.law;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes assessments as JSON, one object for each country. */
public final class GapJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Gap gap;
    private final boolean japanese;

    private GapJson(Gap gap, Locale language) {
        this.gap = gap;
        this.japanese = language.getLanguage().equals("ja");
    }

    /** The assessment in one line, without line end. Texts in Japanese for that language, else in English. */
    public static String line(Gap gap, GapReport report, Locale language) {
        return new GapJson(gap, language).report(report).toString();
    }

    private ObjectNode report(GapReport report) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("country", report.country());
        json.put("name", pick(report.nameEn(), report.nameJa()));
        json.put("gapsAgainst", "WP254");
        json.put("day", report.day().toString());
        json.put("lawData", report.lawData());
        (japanese ? report.statusJa() : report.statusEn()).ifPresent(status -> json.put("status", status));
        report.nextChange().ifPresent(day -> json.put("nextReview", day.toString()));
        ObjectNode counts = json.putObject("counts");
        for (GapStatus status : GapStatus.values()) {
            counts.put(status.code(), report.count(status));
        }
        ids(json, "blockingGaps", report.blocking());
        ids(json, "toEstablish", report.open());
        ArrayNode criteria = json.putArray("criteria");
        report.cells().forEach(cell -> criteria.add(cell(cell, report)));
        ArrayNode remedies = json.putArray("remedies");
        for (Criteria.Help help : gap.criteria().remedies().values()) {
            if (!report.gaps(help.id()).isEmpty()) {
                ObjectNode remedy = remedies.addObject();
                remedy.put("id", help.id());
                remedy.put("text", pick(help.en(), help.ja()));
                remedy.put("help", pick(help.helpEn(), help.helpJa()));
                ids(remedy, "gaps", report.gaps(help.id()));
            }
        }
        ArrayNode routes = json.putArray("nearTermRoutes");
        report.routes().forEach(route -> routes.add(route(route)));
        ArrayNode bridges = json.putArray("bridges");
        report.bridges().forEach(each -> bridges.add(pick(each.textEn(), each.textJa())));
        json.put("adequacyDecision", false);
        return json;
    }

    private ObjectNode cell(GapCell cell, GapReport report) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("criterion", cell.criterion().id());
        cell.pass().ifPresent(pass -> json.put("pass", pass));
        json.put(
                "question", pick(cell.criterion().questionEn(), cell.criterion().questionJa()));
        json.put("provision", cell.criterion().provision());
        json.put("blocking", cell.criterion().blocking());
        json.put("status", cell.status().code());
        ArrayNode evidence = json.putArray("evidence");
        for (GapCell.Evidence each : cell.evidence()) {
            ObjectNode one = evidence.addObject();
            one.put("text", pick(each.textEn(), each.textJa()));
            each.from().ifPresent(day -> one.put("from", day.toString()));
        }
        json.put("confidence", cell.confidence().code());
        json.put("source", report.source());
        return json;
    }

    private static ObjectNode route(GapReport.Route route) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("from", route.id());
        json.put("outcome", route.ruling().outcome());
        ArrayNode basis = json.putArray("basis");
        route.ruling().basis().forEach(basis::add);
        return json;
    }

    private static void ids(ObjectNode json, String field, List<GapCell> cells) {
        ArrayNode ids = json.putArray(field);
        cells.forEach(cell -> ids.add(cell.id()));
    }

    private String pick(String en, String ja) {
        return japanese ? ja : en;
    }
}
