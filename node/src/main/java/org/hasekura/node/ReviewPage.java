package org.hasekura.node;

import java.util.Map;
import org.hasekura.evidence.ReviewTable;

/** The report of an adequacy review as one page in English or Japanese that needs nothing else. */
final class ReviewPage {

    private static final Map<String, String> TABLES_JA = Map.of(
            "flows by decision", "根拠とした認定別の移転",
            "flows by month", "月別の移転",
            "flows by kind of recipient", "受領者の種別ごとの移転",
            "flows by sector of recipient", "受領者の分野別の移転",
            "flows by onward transfer", "再移転の有無",
            "duties due", "生じた義務",
            "duties fulfilled", "履行された義務",
            "incidents by reason", "理由別の中断・終了");

    private static final Map<String, String> CELLS_JA =
            Map.of("onward", "再移転", "first", "最初の移転", "unknown", "不明", "unnamed", "理由の記載なし");

    private ReviewPage() {}

    static String of(ReviewReport report, Language language) {
        boolean ja = language == Language.ja;
        StringBuilder page = new StringBuilder();
        page.append("<!doctype html>\n<html lang=\"").append(language).append("\">\n<head><meta charset=\"utf-8\">\n");
        String title = ja ? "十分性認定の共同レビュー資料" : "Adequacy review pack";
        page.append("<title>")
                .append(title)
                .append("</title>\n<style>body{font:16px/1.7 sans-serif;max-width:50rem;")
                .append("margin:2rem auto;padding:0 1rem;color:#333}table{border-collapse:collapse;margin:0 0 2rem}")
                .append("th,td{border:1px solid #767676;padding:.25rem .75rem;text-align:left}td.n{text-align:right}")
                .append("caption{text-align:left;font-weight:700;padding:.5rem 0}code{overflow-wrap:anywhere}</style>")
                .append("</head>\n<body>\n<h1>")
                .append(title)
                .append("</h1>\n");
        page.append("<p>").append(lead(report, ja)).append("</p>\n");
        if (report.isTrial()) {
            page.append("<p><strong>")
                    .append(ja ? "開発モードのノードを含むため、試験用です。" : "A node ran in development mode: this is a trial.")
                    .append("</strong></p>\n");
        }
        report.tables().forEach(table -> table(page, table, ja));
        page.append("<h2>")
                .append(ja ? "証明" : "Proofs")
                .append("</h2>\n<p>")
                .append(proofs(ja))
                .append("</p>\n<ul>\n");
        for (ReviewReport.Source pack : report.packs()) {
            page.append("<li>")
                    .append(ja ? "資料" : "pack")
                    .append(" <code>")
                    .append(pack.sha256())
                    .append("</code>, ")
                    .append(ja ? "証拠束" : "bundle")
                    .append(" <code>")
                    .append(pack.proofs())
                    .append("</code></li>\n");
        }
        return page.append("</ul>\n</body></html>\n").toString();
    }

    private static String lead(ReviewReport report, boolean ja) {
        String from = report.first().toString();
        String to = report.last().toString();
        return ja
                ? from + "から" + to + "まで。参加に同意した" + report.packs().size() + "ノードの記録の集計です。" + report.threshold()
                        + "件未満の数値、およびそれを差し引きで復元できる数値は表示していません(「非表示」)。"
                : "From " + from + " to " + to + ", over the records of "
                        + report.packs().size()
                        + " nodes that consented. Counts below " + report.threshold()
                        + ", and counts by which these could be recovered, are withheld.";
    }

    private static String proofs(boolean ja) {
        return ja
                ? "各数値は次の資料の数値の合計です。資料の各行は、ノードのログの記録を番号で示し、その記録は証拠束で証明されます"
                        + "(hasekura review merge は集計前にすべてを検証します)。受領者の種別と分野は、登録簿を管理するノードの言明です。"
                : "Each figure is the sum of those in these packs. Each row of a pack names an entry of its node's log, which"
                        + " the bundle proves; `hasekura review merge` checks all of them before it counts. Kind and"
                        + " sector of recipients are the word of the node that keeps the register.";
    }

    private static void table(StringBuilder page, ReviewTable.Published table, boolean ja) {
        String withheld = ja ? "非表示" : "withheld";
        page.append("<table><caption>")
                .append(escaped(ja ? TABLES_JA.getOrDefault(table.name(), table.name()) : table.name()))
                .append("</caption>\n");
        table.cells().forEach((cell, count) -> row(page, name(cell, ja), String.valueOf(count)));
        table.withheld().forEach(cell -> row(page, name(cell, ja), withheld));
        row(page, ja ? "合計" : "total", table.total().map(String::valueOf).orElse(withheld));
        page.append("</table>\n");
    }

    private static String name(String cell, boolean ja) {
        return escaped(ja ? CELLS_JA.getOrDefault(cell, cell) : cell);
    }

    private static void row(StringBuilder page, String name, String count) {
        page.append("<tr><th scope=\"row\">")
                .append(name)
                .append("</th><td class=\"n\">")
                .append(count)
                .append("</td></tr>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
