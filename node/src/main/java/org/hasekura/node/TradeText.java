package org.hasekura.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hasekura.resilience.EarlyWarning;
import org.hasekura.resilience.ImportDependence;
import org.hasekura.resilience.ImportReport;
import org.hasekura.resilience.WarningReport;

/** What trade statistics say, as tables for people, in English and Japanese. */
final class TradeText {

    private static final int ROWS_MAX = 60;

    private final boolean japanese;

    TradeText(Language language) {
        this.japanese = language == Language.ja;
    }

    private String say(String english, String inJapanese) {
        return japanese ? inJapanese : english;
    }

    String of(ImportReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                say("product", "品目"),
                "CDI1/C1",
                "CDI2",
                "CDI3/C3",
                "C2",
                say("largest supplier", "最大の供給国"),
                say("share", "割合"),
                say("Commission", "欧州委員会"),
                "CEPII",
                say("persists", "持続")));
        for (ImportReport.Row row :
                report.rows().subList(0, Math.min(ROWS_MAX, report.rows().size()))) {
            ImportDependence each = row.dependence();
            rows.add(List.of(
                    each.product(),
                    number(each.importHhi()),
                    number(each.outsideFraction()),
                    number(each.importsOverExports()),
                    number(each.worldExportHhi()),
                    each.topPartner(),
                    number(each.topShare()),
                    yes(each.isFlaggedByCommission()),
                    yes(each.isFlaggedByCepii()),
                    yes(row.isPersistent())));
        }
        long commission = report.rows().stream()
                .filter(row -> row.dependence().isFlaggedByCommission())
                .count();
        long cepii = report.rows().stream()
                .filter(row -> row.dependence().isFlaggedByCepii())
                .count();
        StringBuilder text = new StringBuilder(Table.write(rows));
        int more = report.rows().size() - ROWS_MAX;
        if (more > 0) {
            text.append(say(more + " more: --json has all of them\n", "ほか" + more + "件は--jsonで\n"));
        }
        text.append(say(
                report.year() + ": " + report.products() + " products bought outside; flagged by the Commission's three"
                        + " indicators " + commission + ", by CEPII's " + cepii + "\n",
                report.year() + "年：域外から輸入した" + report.products() + "品目のうち、欧州委員会の3指標すべてに該当" + commission
                        + "件、CEPIIの基準に該当" + cepii + "件\n"));
        report.common()
                .forEach(each -> text.append(say(
                        "both depend on " + each.partner() + " for " + each.product() + ": at least "
                                + number(each.strength()) + " of imports\n",
                        "双方とも" + each.product() + "を" + each.partner() + "に依存：輸入の少なくとも" + number(each.strength())
                                + "\n")));
        return text.toString();
    }

    String of(List<WarningReport> reports) {
        StringBuilder text = new StringBuilder();
        reports.forEach(report -> append(text, report));
        return text.toString();
    }

    private void append(StringBuilder text, WarningReport report) {
        report.series()
                .ifPresent(series -> text.append(say(
                        "## " + report.product() + ", " + series.month(0) + " to " + series.month(series.months() - 1)
                                + (report.isDependence() ? ", a structural dependence" : ", no structural dependence"),
                        "## " + report.product() + "（" + series.month(0) + "～" + series.month(series.months() - 1)
                                + (report.isDependence() ? "、構造的依存" : "、構造的依存ではない") + "）")));
        text.append('\n');
        if (report.warnings().isEmpty()) {
            text.append(say(
                    report.isDependence() ? "no warning\n" : "no warning (--all warns of such products, too)\n",
                    report.isDependence() ? "警告なし\n" : "警告なし（--allは構造的依存でない品目も対象にする）\n"));
        } else {
            text.append(Table.write(warnings(report.warnings())));
        }
        report.trial()
                .ifPresent(trial -> text.append(say(
                        trial.trials() + " trials: " + number(trial.falseAlarmsPerYear())
                                + " false alarms a year on shuffled years; of shocks (half the quantity for six months, at"
                                + " half as much again) "
                                + number(trial.detected()) + " were warned of, after "
                                + months(
                                        trial.medianDelayMonths().isPresent(),
                                        trial.medianDelayMonths().orElse(0))
                                + " months (median)\n",
                        trial.trials() + "回の試行：年を入れ替えた系列での誤警報は年" + number(trial.falseAlarmsPerYear())
                                + "件。衝撃（6か月間、数量半減・単価5割増）の検知率" + number(trial.detected()) + "、遅れの中央値"
                                + months(
                                        trial.medianDelayMonths().isPresent(),
                                        trial.medianDelayMonths().orElse(0))
                                + "か月\n")));
    }

    private List<List<String>> warnings(List<EarlyWarning.Warning> warnings) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(say("month", "月"), say("rules", "規則"), "z(q)", "z(u)", say("drift", "累積")));
        for (EarlyWarning.Warning each : warnings) {
            rows.add(List.of(
                    each.month().toString(),
                    String.join(
                            " ", each.rules().stream().map(Enum::name).sorted().toList()),
                    number(each.zQuantity()),
                    number(each.zUnitValue()),
                    number(each.drift())));
        }
        return rows;
    }

    private static String months(boolean isKnown, double months) {
        return isKnown ? String.format(Locale.ROOT, "%.1f", months) : "–";
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "–";
    }

    private String yes(boolean isSo) {
        return isSo ? say("yes", "該当") : "";
    }
}
