package org.hasekura.resilience;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Says month by month whether imports of a product are in distress: less comes in, and it costs more.
 *
 * <p>Season is taken out by comparing each month with the same month a year before: {@code x = ln(q[t] / q[t-12])}, and the
 * same for the unit value {@code u = v / q}. How unusual that is comes from the median and the median absolute deviation
 * of the last 36 to 60 such changes, the present one left out: {@code z = 0.6745 (x - median) / MAD}. Three rules:
 * <ul>
 * <li>SQUEEZE: {@code z_q < -2} and {@code z_u > 2} in two of three months;
 * <li>PARTNER: the largest partner's share is more than ten points above its mean over the twelve months before;
 * <li>DRIFT: the sum {@code S = max(0, S + (z_u - z_q) / 2 - 0.5)} is above 5 (CUSUM of Page 1954 on the mean distress).
 * </ul>
 * A rule counts only where the imports of the last twelve months are above a threshold and the product is a structural
 * dependence. Where a change cannot be told (no quantity, too few months) nothing fires.
 */
public final class EarlyWarning {

    /** What fired. */
    public enum Rule {
        SQUEEZE,
        PARTNER,
        DRIFT
    }

    /**
     * When to warn.
     *
     * @param zBound of the squeeze
     * @param shareRise of the largest partner, as a fraction
     * @param slack taken off the sum every month
     * @param driftBound of the sum
     * @param valueMin of the last twelve months, in the currency of the series
     */
    public record Settings(double zBound, double shareRise, double slack, double driftBound, double valueMin) {
        public static final Settings USUAL = new Settings(2, 0.10, 0.5, 5, 0);
    }

    /** A month in which something fired. */
    public record Warning(YearMonth month, Set<Rule> rules, double zQuantity, double zUnitValue, double drift) {
        public Warning {
            rules = Set.copyOf(rules);
        }
    }

    private static final int YEAR = 12;
    private static final int WINDOW_MIN = 36;
    private static final int WINDOW_MAX = 60;
    /** Of a change after a window without any, which no deviation can measure. */
    private static final double Z_MAX = 10;

    private EarlyWarning() {}

    /**
     * Goes through a series.
     *
     * @param isDependence whether the product is a structural dependence, for example by {@link ImportDependence}
     */
    public static List<Warning> of(MonthlySeries series, boolean isDependence, Settings settings) {
        int months = series.months();
        double[] zQuantity = new double[months];
        double[] zUnitValue = new double[months];
        double[] quantityChange = new double[months];
        double[] unitValueChange = new double[months];
        Arrays.fill(quantityChange, Double.NaN);
        Arrays.fill(unitValueChange, Double.NaN);
        var warnings = new ArrayList<Warning>();
        double drift = 0;
        for (int at = YEAR; at < months; at++) {
            quantityChange[at] = change(series.quantity(at), series.quantity(at - YEAR));
            unitValueChange[at] = change(series.unitValue(at), series.unitValue(at - YEAR));
            zQuantity[at] = z(quantityChange, at);
            zUnitValue[at] = z(unitValueChange, at);
            drift = Math.max(0, drift + (zUnitValue[at] - zQuantity[at]) / 2 - settings.slack());
            Set<Rule> fired = EnumSet.noneOf(Rule.class);
            if (squeezed(zQuantity, zUnitValue, at, settings.zBound()) >= 2) {
                fired.add(Rule.SQUEEZE);
            }
            if (series.topShare(at) - meanShare(series, at) > settings.shareRise()) {
                fired.add(Rule.PARTNER);
            }
            if (drift > settings.driftBound()) {
                fired.add(Rule.DRIFT);
            }
            if (!fired.isEmpty() && isDependence && valueOfYear(series, at) > settings.valueMin()) {
                warnings.add(new Warning(series.month(at), fired, zQuantity[at], zUnitValue[at], drift));
            }
        }
        return warnings;
    }

    private static double change(double now, double before) {
        return now > 0 && before > 0 ? Math.log(now / before) : Double.NaN;
    }

    /** How unusual a change is; 0 where that cannot be told. */
    private static double z(double[] changes, int at) {
        double[] window = Arrays.stream(changes, Math.max(0, at - WINDOW_MAX), at)
                .filter(each -> !Double.isNaN(each))
                .sorted()
                .toArray();
        if (window.length < WINDOW_MIN || Double.isNaN(changes[at])) {
            return 0;
        }
        double median = median(window);
        double[] deviations = Arrays.stream(window)
                .map(each -> Math.abs(each - median))
                .sorted()
                .toArray();
        double difference = changes[at] - median;
        double mad = median(deviations);
        double z = difference == 0 ? 0 : 0.6745 * difference / mad;
        return Math.clamp(z, -Z_MAX, Z_MAX);
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static int squeezed(double[] zQuantity, double[] zUnitValue, int at, double bound) {
        int count = 0;
        for (int month = Math.max(0, at - 2); month <= at; month++) {
            count += zQuantity[month] < -bound && zUnitValue[month] > bound ? 1 : 0;
        }
        return count;
    }

    private static double meanShare(MonthlySeries series, int at) {
        double sum = 0;
        int count = 0;
        for (int month = at - YEAR; month < at; month++) {
            if (!Double.isNaN(series.topShare(month))) {
                sum += series.topShare(month);
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private static double valueOfYear(MonthlySeries series, int at) {
        double sum = 0;
        for (int month = at - YEAR + 1; month <= at; month++) {
            sum += series.value(month);
        }
        return sum;
    }
}
