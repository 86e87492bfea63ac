package org.hasekura.resilience;

/**
 * The parameters of {@link Ario}; times in days.
 *
 * @param stockDays how long stocks last that industries aim at
 * @param psi below which share of that a stock begins to slow production
 * @param stockTauDays in which time a gap in stocks is filled
 * @param overproductionMax what capacity can rise to, as a factor
 * @param overproductionTauDays in which time it rises or falls back
 */
public record ArioSettings(
        double stockDays, double psi, double stockTauDays, double overproductionMax, double overproductionTauDays) {

    /** The defaults of BoARIO. */
    public static final ArioSettings DEFAULT = new ArioSettings(90, 0.8, 60, 1.25, 365);

    /** Parameters that can be. */
    public ArioSettings {
        if (!(stockDays > 1 && psi > 0 && psi <= 1 && stockTauDays >= 1)) {
            throw new IllegalArgumentException(
                    "stocks last more than a day, ψ lies above 0 and at most at 1, and gaps take a day or more to fill");
        }
        if (!(overproductionMax >= 1 && overproductionTauDays >= 1)) {
            throw new IllegalArgumentException("overproduction is at least 1, and its time a day or more");
        }
    }

    /** The same with other stocks. */
    public ArioSettings withStockDays(double days) {
        return new ArioSettings(days, psi, stockTauDays, overproductionMax, overproductionTauDays);
    }
}
