package org.hasekura.node;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.hasekura.evidence.ReviewRow;
import org.hasekura.evidence.ReviewTable;

/**
 * The tables of an adequacy review over the nodes that gave a pack, with small counts withheld.
 *
 * @param packs by their hashes: each figure is the sum of theirs, and whoever has them makes the same report again
 * @param threshold the smallest count that is shown
 * @param isTrial whether a node ran in development mode
 */
record ReviewReport(
        YearMonth first,
        YearMonth last,
        List<Source> packs,
        long threshold,
        boolean isTrial,
        List<ReviewTable.Published> tables) {

    ReviewReport {
        packs = List.copyOf(packs);
        tables = List.copyOf(tables);
    }

    /**
     * A pack that was counted.
     *
     * @param sha256 of it
     * @param proofs SHA-256 of the bundle that proves it
     */
    record Source(String sha256, String proofs) {}

    /** Of packs of the same months. */
    static ReviewReport of(List<ReviewPack> packs, List<Source> sources, long threshold) {
        List<ReviewRow> rows = new ArrayList<>();
        packs.forEach(pack -> rows.addAll(pack.rows()));
        return new ReviewReport(
                packs.getFirst().first(),
                packs.getFirst().last(),
                sources,
                threshold,
                packs.stream().anyMatch(ReviewPack::developmentMode),
                ReviewRow.tables(rows).stream()
                        .map(table -> table.published(threshold))
                        .toList());
    }

    /** A line for each figure; one that is withheld has none. */
    String csv() {
        StringBuilder csv = new StringBuilder("table,cell,count,withheld\n");
        for (ReviewTable.Published table : tables) {
            csv.append(quoted(table.name())).append(",total,");
            csv.append(table.total().map(String::valueOf).orElse(""));
            csv.append(table.total().isEmpty() ? ",true\n" : ",false\n");
            table.cells()
                    .forEach((cell, count) -> csv.append(quoted(table.name()))
                            .append(',')
                            .append(quoted(cell))
                            .append(',')
                            .append(count)
                            .append(",false\n"));
            table.withheld()
                    .forEach(cell -> csv.append(quoted(table.name()))
                            .append(',')
                            .append(quoted(cell))
                            .append(",,true\n"));
        }
        return csv.toString();
    }

    /** Quoted, and never a formula where a spreadsheet opens it. */
    private static String quoted(String text) {
        String safe = text.matches("[=+\\-@].*") ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
