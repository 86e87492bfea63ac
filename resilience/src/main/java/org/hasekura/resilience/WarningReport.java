package org.hasekura.resilience;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The early warnings on one product.
 *
 * @param series empty when the importer bought none of it
 * @param isDependence whether the Commission's three indicators flag the product in the year before the last month; warnings
 *     on others are held back unless everything is wanted
 * @param trial how good the rules are on this very series; empty when it was not asked for
 */
public record WarningReport(
        String product,
        Optional<MonthlySeries> series,
        boolean isDependence,
        List<EarlyWarning.Warning> warnings,
        Optional<WarningTrial.Result> trial) {

    /** Copies. */
    public WarningReport {
        warnings = List.copyOf(warnings);
    }

    /**
     * Looks at a product.
     *
     * @param members the importer; trade among its members is left out
     * @param isEverythingShown warns of products that are no structural dependence, too
     */
    public static WarningReport of(
            TradeTable trade,
            Collection<String> members,
            String product,
            EarlyWarning.Settings settings,
            boolean isEverythingShown) {
        Optional<MonthlySeries> series = trade.monthly(members, product, members);
        if (series.isEmpty()) {
            return new WarningReport(product, series, false, List.of(), Optional.empty());
        }
        int lastYear =
                series.get().month(series.get().months() - 1).minusMonths(11).getYear();
        boolean isDependence = ImportDependence.of(trade, members, product, lastYear)
                .filter(ImportDependence::isFlaggedByCommission)
                .isPresent();
        return new WarningReport(
                product,
                series,
                isDependence,
                EarlyWarning.of(series.get(), isDependence || isEverythingShown, settings),
                Optional.empty());
    }

    /** The same, with a trial of the rules. */
    public WarningReport with(WarningTrial.Result result) {
        return new WarningReport(product, series, isDependence, warnings, Optional.of(result));
    }
}
