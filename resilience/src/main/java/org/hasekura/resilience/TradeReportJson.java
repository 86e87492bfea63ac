package org.hasekura.resilience;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what trade statistics say as JSON; {@code docs/resilience.md} lists the fields. */
public final class TradeReportJson {

    private TradeReportJson() {}

    /** One object. */
    public static String write(ImportReport report) {
        ObjectNode object =
                ReportJson.object(it -> it.put("year", report.year()).put("products", report.products()));
        ArrayNode rows = object.putArray("dependences");
        for (ImportReport.Row row : report.rows()) {
            ImportDependence each = row.dependence();
            ObjectNode put = rows.addObject().put("product", each.product());
            ReportJson.number(put, "importHhi", each.importHhi());
            ReportJson.number(put, "outsideFraction", each.outsideFraction());
            ReportJson.number(put, "importsOverExports", each.importsOverExports());
            ReportJson.number(put, "worldExportHhi", each.worldExportHhi());
            put.put("topPartner", each.topPartner());
            ReportJson.number(put, "topShare", each.topShare());
            put.put("commission", each.isFlaggedByCommission())
                    .put("cepii", each.isFlaggedByCepii())
                    .put("persistent", row.isPersistent());
        }
        ArrayNode common = object.putArray("common");
        for (ImportDependence.Common each : report.common()) {
            ObjectNode put = common.addObject().put("product", each.product()).put("partner", each.partner());
            ReportJson.number(put, "strength", each.strength());
        }
        return ReportJson.write(object);
    }

    /** One object with an array. */
    public static String write(List<WarningReport> reports) {
        ObjectNode object = ReportJson.object(_ -> {});
        ArrayNode products = object.putArray("products");
        reports.forEach(report -> put(products.addObject(), report));
        return ReportJson.write(object);
    }

    private static void put(ObjectNode object, WarningReport report) {
        object.put("product", report.product());
        report.series()
                .ifPresent(series -> object.put("first", series.month(0).toString())
                        .put("last", series.month(series.months() - 1).toString()));
        object.put("dependence", report.isDependence());
        ArrayNode warnings = object.putArray("warnings");
        for (EarlyWarning.Warning each : report.warnings()) {
            ObjectNode put = warnings.addObject().put("month", each.month().toString());
            ReportJson.texts(
                    put, "rules", each.rules().stream().map(Enum::name).sorted().toList());
            ReportJson.number(put, "zQuantity", each.zQuantity());
            ReportJson.number(put, "zUnitValue", each.zUnitValue());
            ReportJson.number(put, "drift", each.drift());
        }
        report.trial().ifPresent(trial -> {
            ObjectNode put = object.putObject("trial").put("trials", trial.trials());
            ReportJson.number(put, "falseAlarmsPerYear", trial.falseAlarmsPerYear());
            ReportJson.number(put, "detected", trial.detected());
            trial.medianDelayMonths().ifPresent(months -> put.put("medianDelayMonths", months));
        });
    }
}
