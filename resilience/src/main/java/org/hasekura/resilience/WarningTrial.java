package org.hasekura.resilience;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * How good the warnings are, measured: false alarms on series in which nothing happens, and months until a warning on
 * series into which a shock was put.
 *
 * <p>A series in which nothing happens is a real one with its years mixed: each calendar month keeps its values and loses
 * their order, so season and spread stay and every story goes. A shock takes away part of the quantity and raises the
 * unit value from some month on, for some months.
 */
public final class WarningTrial {

    private WarningTrial() {}

    /**
     * What to put in.
     *
     * @param quantityLost from 0 to 1
     * @param unitValueRise 0.5 makes it half as much again
     */
    public record Shock(double quantityLost, double unitValueRise, int months) {}

    /**
     * What was measured.
     *
     * @param falseAlarmsPerYear beginnings of warnings for each product and year of shuffled series, where all rules can fire
     * @param detected part of the shocks that were warned of while they lasted
     * @param medianDelayMonths from the first month of a shock to its first warning, of those detected; 0 is the same month
     */
    public record Result(double falseAlarmsPerYear, double detected, OptionalDouble medianDelayMonths, int trials) {}

    /** Months that the rules need before they can speak. */
    private static final int SETTLED = 12 + 36;

    /**
     * Tries both on one series.
     *
     * @param random makes the trial repeatable: the same seed gives the same result
     */
    public static Result of(
            MonthlySeries series, EarlyWarning.Settings settings, Shock shock, int trials, RandomGenerator random) {
        int speaking = series.months() - SETTLED;
        if (speaking < shock.months()) {
            throw new IllegalArgumentException(
                    "a trial needs at least " + (SETTLED + shock.months()) + " months, not " + series.months());
        }
        int alarms = 0;
        var delays = new ArrayList<Integer>();
        for (int trial = 0; trial < trials; trial++) {
            MonthlySeries shuffled = shuffled(series, random);
            alarms += beginnings(shuffled, EarlyWarning.of(shuffled, true, settings));
            int start = SETTLED + random.nextInt(speaking - shock.months() + 1);
            delay(shuffled, settings, shock, start, delays);
        }
        double years = trials * speaking / 12.0;
        return new Result(alarms / years, (double) delays.size() / trials, median(delays), trials);
    }

    private static void delay(
            MonthlySeries series, EarlyWarning.Settings settings, Shock shock, int start, List<Integer> delays) {
        List<EarlyWarning.Warning> without = EarlyWarning.of(series, true, settings);
        for (EarlyWarning.Warning warning : EarlyWarning.of(shocked(series, shock, start), true, settings)) {
            boolean isDuring = !warning.month().isBefore(series.month(start))
                    && warning.month().isBefore(series.month(start).plusMonths(shock.months()));
            // A rule that fires without the shock too has not seen it.
            boolean isOwn = without.stream()
                    .noneMatch(each ->
                            each.month().equals(warning.month()) && each.rules().containsAll(warning.rules()));
            if (isDuring && isOwn) {
                delays.add((int) series.month(start).until(warning.month(), ChronoUnit.MONTHS));
                return;
            }
        }
    }

    private static int beginnings(MonthlySeries series, List<EarlyWarning.Warning> warnings) {
        int count = 0;
        for (int at = 0; at < warnings.size(); at++) {
            boolean goesOn = at > 0
                    && warnings.get(at - 1)
                            .month()
                            .plusMonths(1)
                            .equals(warnings.get(at).month());
            boolean speaks = !warnings.get(at).month().isBefore(series.month(SETTLED));
            count += speaks && !goesOn ? 1 : 0;
        }
        return count;
    }

    private static OptionalDouble median(List<Integer> delays) {
        int[] sorted = delays.stream().mapToInt(Integer::intValue).sorted().toArray();
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        int middle = sorted.length / 2;
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0);
    }

    /** The same months in another order of years, each calendar month on its own (Fisher and Yates). */
    static MonthlySeries shuffled(MonthlySeries series, RandomGenerator random) {
        int[] from = new int[series.months()];
        Arrays.setAll(from, at -> at);
        for (int calendarMonth = 0; calendarMonth < 12; calendarMonth++) {
            int years = (series.months() - calendarMonth + 11) / 12;
            for (int year = years - 1; year > 0; year--) {
                int other = random.nextInt(year + 1);
                int swapped = from[calendarMonth + 12 * year];
                from[calendarMonth + 12 * year] = from[calendarMonth + 12 * other];
                from[calendarMonth + 12 * other] = swapped;
            }
        }
        return MonthlySeries.of(
                series.month(0),
                Arrays.stream(from).mapToDouble(series::value).toArray(),
                Arrays.stream(from).mapToDouble(series::quantity).toArray(),
                Arrays.stream(from).mapToDouble(series::topShare).toArray());
    }

    /** The series with a shock from one month on. */
    static MonthlySeries shocked(MonthlySeries series, Shock shock, int start) {
        double[] value = new double[series.months()];
        double[] quantity = new double[series.months()];
        double[] topShare = new double[series.months()];
        for (int at = 0; at < value.length; at++) {
            boolean isHit = at >= start && at < start + shock.months();
            double left = isHit ? 1 - shock.quantityLost() : 1;
            quantity[at] = series.quantity(at) * left;
            value[at] = series.value(at) * left * (isHit ? 1 + shock.unitValueRise() : 1);
            topShare[at] = series.topShare(at);
        }
        return MonthlySeries.of(series.month(0), value, quantity, topShare);
    }
}
