package org.hasekura.resilience;

import java.util.Arrays;

/**
 * Many runs of {@link InoueTodo} that differ in who is hit: which result is typical, and how far results lie apart. Each
 * run depends on its own seed alone, so runs can be shared out, repeated and added to.
 *
 * @param hitShare which part of all firms is hit, each by chance
 * @param lossMin the least share of capacity that a firm loses
 * @param lossMax the largest
 */
public record Ensemble(double hitShare, double lossMin, double lossMax) {

    private static final int HIT = 60;

    /** Shares that can be. */
    public Ensemble {
        if (!(hitShare >= 0 && hitShare <= 1 && lossMin >= 0 && lossMin <= lossMax && lossMax <= 1)) {
            throw new IllegalArgumentException(
                    "shares lie between 0 and 1, and the least loss is not above the largest");
        }
    }

    /** Who is hit under a seed, and how hard; all on day 0. */
    public Damage damage(int firms, long seed) {
        int[] firm = new int[firms];
        double[] share = new double[firms];
        int count = 0;
        for (int i = 0; i < firms; i++) {
            Chance chance = new Chance(seed, HIT, i);
            if (chance.uniform() < hitShare) {
                firm[count] = i;
                share[count++] = lossMin + chance.uniform() * (lossMax - lossMin);
            }
        }
        return new Damage(Arrays.copyOf(firm, count), Arrays.copyOf(share, count), new int[count]);
    }

    /**
     * Runs the model once for each seed.
     *
     * @return value added, {@code [seed][day]}, as {@link InoueTodo#valueAdded} answers
     */
    public double[][] run(InoueTodo model, int firms, Recovery recovery, int days, long[] seeds, Workers workers) {
        double[][] series = new double[seeds.length][];
        workers.run(seeds.length, 1, (from, to) -> {
            try (Workers alone = Workers.of(1)) {
                for (int i = from; i < to; i++) {
                    series[i] = model.valueAdded(damage(firms, seeds[i]), recovery, days, alone);
                }
            }
        });
        return series;
    }

    /**
     * The value below which a share of the runs lies, day by day.
     *
     * @param share from 0, the least, to 1, the largest; the nearest run is taken
     */
    public static double[] quantile(double[][] series, double share) {
        if (series.length == 0 || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("there must be a run, and a share between 0 and 1");
        }
        double[] quantile = new double[series[0].length];
        double[] ofDay = new double[series.length];
        for (int day = 0; day < quantile.length; day++) {
            for (int run = 0; run < series.length; run++) {
                ofDay[run] = series[run][day];
            }
            Arrays.sort(ofDay);
            quantile[day] = ofDay[(int) Math.round(share * (ofDay.length - 1))];
        }
        return quantile;
    }
}
