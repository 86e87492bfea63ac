package org.hasekura.resilience;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * How much a country or union depends on imports of one product, by two published methods.
 *
 * @param importHhi CDI1 and C1: sum of squared shares of outside partners in outside imports; flagged above 0.4
 * @param outsideFraction CDI2: outside imports in all imports; flagged above 0.5; 1 for a country
 * @param importsOverExports CDI3 and C3: outside imports over exports; flagged above 1; {@value #NO_EXPORTS} without exports
 * @param worldExportHhi C2: concentration of world exports; flagged above 0.4; NaN where exports of the world are not known
 * @param topPartner the largest outside partner
 * @param topShare its share in outside imports
 */
public record ImportDependence(
        String product,
        double importHhi,
        double outsideFraction,
        double importsOverExports,
        double worldExportHhi,
        String topPartner,
        double topShare) {

    /** What stands for a division by no exports (CEPII GeoDep). */
    public static final double NO_EXPORTS = 9999;

    /** The European Commission's bottom-up method, SWD(2021) 352: all three indicators flagged. */
    public boolean isFlaggedByCommission() {
        return importHhi > 0.4 && outsideFraction > 0.5 && importsOverExports > 1;
    }

    /** CEPII GeoDep in one year: concentrated imports, concentrated world supply, more imports than exports. */
    public boolean isFlaggedByCepii() {
        return importHhi > 0.4 && worldExportHhi > 0.4 && importsOverExports > 1;
    }

    /**
     * The dependence of one year.
     *
     * @param members the importer: one country, or the members of a union, whose trade among themselves is inside
     * @return nothing where there are no imports from outside
     */
    public static Optional<ImportDependence> of(
            TradeTable trade, Collection<String> members, String product, int year) {
        IntPredicate inYear = period -> period == year || period / 100 == year;
        Map<String, Double> imports = trade.byPartner(members, product, TradeTable.Flow.IMPORT, inYear);
        double all = sum(imports);
        members.forEach(imports::remove);
        double outside = sum(imports);
        if (!(outside > 0)) {
            return Optional.empty();
        }
        double exports = sum(trade.byPartner(members, product, TradeTable.Flow.EXPORT, inYear));
        Distribution partners = Distribution.ofAmounts(imports);
        Map<String, Double> world = trade.byReporter(product, TradeTable.Flow.EXPORT, inYear);
        Distribution.Part top = partners.parts().getFirst();
        return Optional.of(new ImportDependence(
                product,
                partners.hhiOfListed(),
                outside / all,
                exports > 0 ? outside / exports : NO_EXPORTS,
                Distribution.ofAmounts(world).hhiOfListed(),
                top.holder(),
                top.fraction().low()));
    }

    private static double sum(Map<String, Double> amounts) {
        return amounts.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** CEPII's C4: whether a product is flagged in at least two of the three years that end with this one. */
    public static boolean isPersistent(TradeTable trade, Collection<String> members, String product, int lastYear) {
        int flagged = 0;
        for (int year = lastYear - 2; year <= lastYear; year++) {
            flagged += of(trade, members, product, year)
                            .filter(ImportDependence::isFlaggedByCepii)
                            .isPresent()
                    ? 1
                    : 0;
        }
        return flagged >= 2;
    }

    /**
     * Two importers flagged by the Commission's indicators for the same product with the same largest supplier.
     *
     * @param strength the smaller of the two shares
     */
    public record Common(String product, String partner, double strength) {}

    /** All common dependences of two importers, strongest first. */
    public static List<Common> common(TradeTable trade, Collection<String> one, Collection<String> other, int year) {
        Map<String, ImportDependence> first = flagged(trade, one, year);
        Map<String, ImportDependence> second = flagged(trade, other, year);
        var common = new ArrayList<Common>();
        first.forEach((product, mine) -> {
            ImportDependence theirs = second.get(product);
            boolean isThird = !one.contains(mine.topPartner()) && !other.contains(mine.topPartner());
            if (theirs != null && isThird && theirs.topPartner().equals(mine.topPartner())) {
                common.add(new Common(product, mine.topPartner(), Math.min(mine.topShare(), theirs.topShare())));
            }
        });
        common.sort(
                Comparator.comparingDouble((Common each) -> -each.strength()).thenComparing(Common::product));
        return common;
    }

    private static Map<String, ImportDependence> flagged(TradeTable trade, Collection<String> members, int year) {
        Map<String, ImportDependence> flagged = new TreeMap<>();
        for (String product : trade.products()) {
            of(trade, members, product, year)
                    .filter(ImportDependence::isFlaggedByCommission)
                    .ifPresent(each -> flagged.put(product, each));
        }
        return flagged;
    }
}
