package org.hasekura.resilience;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Imports of one product month by month: value, quantity, and the share of the largest partner. Months without imports have
 * zero value. Immutable.
 */
public final class MonthlySeries {

    private final YearMonth first;
    private final double[] value;
    private final double[] quantity;
    private final double[] topShare;

    private MonthlySeries(YearMonth first, double[] value, double[] quantity, double[] topShare) {
        this.first = first;
        this.value = value;
        this.quantity = quantity;
        this.topShare = topShare;
    }

    /**
     * A series from its numbers.
     *
     * @param topShare of the largest partner from 0 to 1, NaN where unknown, [month]
     */
    public static MonthlySeries of(YearMonth first, double[] value, double[] quantity, double[] topShare) {
        if (value.length != quantity.length || value.length != topShare.length) {
            throw new IllegalArgumentException(
                    value.length + " values, " + quantity.length + " quantities, " + topShare.length + " shares");
        }
        return new MonthlySeries(first, value.clone(), quantity.clone(), topShare.clone());
    }

    public int months() {
        return value.length;
    }

    public YearMonth month(int at) {
        return first.plusMonths(at);
    }

    public double value(int at) {
        return value[at];
    }

    public double quantity(int at) {
        return quantity[at];
    }

    public double topShare(int at) {
        return topShare[at];
    }

    /** What one unit costs; NaN where no quantity is known. */
    public double unitValue(int at) {
        return quantity[at] > 0 ? value[at] / quantity[at] : Double.NaN;
    }

    /** Adds up lines of trade statistics. */
    static final class Builder {
        private final TreeMap<Integer, Map<String, double[]>> months = new TreeMap<>();

        void add(int period, String partner, double value, double quantity) {
            double[] sums =
                    months.computeIfAbsent(period, _ -> new HashMap<>()).computeIfAbsent(partner, _ -> new double[2]);
            sums[0] += value;
            sums[1] += quantity;
        }

        Optional<MonthlySeries> build() {
            if (months.isEmpty()) {
                return Optional.empty();
            }
            YearMonth first = YearMonth.of(months.firstKey() / 100, months.firstKey() % 100);
            YearMonth last = YearMonth.of(months.lastKey() / 100, months.lastKey() % 100);
            int count = (int) first.until(last, ChronoUnit.MONTHS) + 1;
            double[] value = new double[count];
            double[] quantity = new double[count];
            double[] topShare = new double[count];
            for (int at = 0; at < count; at++) {
                YearMonth month = first.plusMonths(at);
                int period = month.getYear() * 100 + month.getMonthValue();
                double largest = 0;
                for (double[] sums : months.getOrDefault(period, Map.of()).values()) {
                    value[at] += sums[0];
                    quantity[at] += sums[1];
                    largest = Math.max(largest, sums[0]);
                }
                topShare[at] = value[at] > 0 ? largest / value[at] : Double.NaN;
            }
            return Optional.of(new MonthlySeries(first, value, quantity, topShare));
        }
    }
}
