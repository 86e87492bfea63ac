package org.hasekura.resilience;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What an importer depends on in one year, product by product, the most concentrated first.
 *
 * @param products how many products the importer buys from outside at all
 * @param rows those that were asked for
 * @param common what another importer depends on too, by the same largest supplier; empty when none was named
 */
public record ImportReport(int year, int products, List<Row> rows, List<ImportDependence.Common> common) {

    /** Copies. */
    public ImportReport {
        rows = List.copyOf(rows);
        common = List.copyOf(common);
    }

    /**
     * One product.
     *
     * @param isPersistent flagged by CEPII's rule in two of the three years that end with this one
     */
    public record Row(ImportDependence dependence, boolean isPersistent) {

        /** Whether one of the two methods flags it. */
        public boolean isFlagged() {
            return dependence.isFlaggedByCommission() || dependence.isFlaggedByCepii();
        }
    }

    /**
     * Goes through all products of a table.
     *
     * @param members the importer: one country, or the members of a union
     * @param others another importer to compare with; empty for none
     * @param isEverythingShown products that no method flags, too
     */
    public static ImportReport of(
            TradeTable trade,
            Collection<String> members,
            Collection<String> others,
            int year,
            boolean isEverythingShown) {
        List<Row> rows = new ArrayList<>();
        int products = 0;
        for (String product : trade.products()) {
            ImportDependence found =
                    ImportDependence.of(trade, members, product, year).orElse(null);
            if (found != null) {
                products++;
                Row row = new Row(found, ImportDependence.isPersistent(trade, members, product, year));
                if (isEverythingShown || row.isFlagged()) {
                    rows.add(row);
                }
            }
        }
        rows.sort(Comparator.comparingDouble((Row row) -> -row.dependence().importHhi())
                .thenComparing(row -> row.dependence().product()));
        return new ImportReport(
                year,
                products,
                rows,
                others.isEmpty() ? List.of() : ImportDependence.common(trade, members, others, year));
    }
}
