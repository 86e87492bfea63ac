package org.hasekura.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hasekura.resilience.Ensemble;
import org.hasekura.resilience.InoueTodo;
import org.hasekura.resilience.Rationing;
import org.hasekura.resilience.Recovery;
import org.hasekura.resilience.Synthetic;
import org.hasekura.resilience.Workers;

/**
 * A shock that somebody asks about: who is hit, how much, and how long repairs take. All in whole numbers, so that the address says
 * it and the same address gives the same answer.
 *
 * @param hit per cent of the firms, each by chance
 * @param loss per cent of its capacity that a firm loses at most; at least half of that
 * @param repair days until a firm has repaired all, by the same amount each day
 */
record Shock(int hit, int loss, int repair) {

    static final int FIRMS = 1_000;
    static final int DAYS = 90;
    static final int RUNS = 20;
    static final int REPAIR_MAX = 365;

    private static final long NETWORK = 1;
    private static final int KEPT_MAX = 200;

    /** What was worked out: the same question is asked again when a page is shared. Thread-safe by itself. */
    private static final Map<Shock, Course> KEPT = new ConcurrentHashMap<>();

    /** Made when the first shock is asked about. */
    private static final class Economy {
        private static final InoueTodo MODEL = made();

        private static InoueTodo made() {
            try (Workers workers = Workers.of(1)) {
                Synthetic made = Synthetic.of(Synthetic.Recipe.HUB, FIRMS, NETWORK, workers);
                return InoueTodo.of(made.network(), Rationing.LEVEL, InoueTodo.TAU_DAYS, InoueTodo.STOCK_DAYS);
            }
        }
    }

    /**
     * What is lost, day by day from the first, as shares of normal value added.
     *
     * @param low a tenth of the runs lose less
     * @param median half of the runs lose less
     * @param high a tenth of the runs lose more
     */
    record Course(List<Double> low, List<Double> median, List<Double> high) {
        Course {
            low = List.copyOf(low);
            median = List.copyOf(median);
            high = List.copyOf(high);
        }

        /** Of the median, the day on which most is lost, counted from 1. */
        int worstDay() {
            int worst = 0;
            for (int day = 1; day < median.size(); day++) {
                if (median.get(day) > median.get(worst)) {
                    worst = day;
                }
            }
            return worst + 1;
        }

        /** Of the median, what is lost in all: days of normal value added. */
        double daysLost() {
            return median.stream().mapToDouble(each -> each).sum();
        }
    }

    /** Reads one; empty where a number is missing or cannot be. */
    static Optional<Shock> read(Fields query, String suffix) {
        Optional<Integer> hit = number(query, "hit" + suffix, 100);
        Optional<Integer> loss = number(query, "loss" + suffix, 100);
        Optional<Integer> repair = number(query, "repair" + suffix, REPAIR_MAX);
        return hit.isPresent() && loss.isPresent() && repair.isPresent()
                ? Optional.of(new Shock(hit.get(), loss.get(), repair.get()))
                : Optional.empty();
    }

    private static Optional<Integer> number(Fields query, String name, int max) {
        return query.text(name)
                .filter(text -> text.matches("[1-9][0-9]{0,2}"))
                .map(Integer::parseInt)
                .filter(each -> each <= max);
    }

    /** The same for the same shock: chance is drawn from seeds 1 to {@value #RUNS}. */
    Course course() {
        if (KEPT.size() > KEPT_MAX) {
            KEPT.clear();
        }
        return KEPT.computeIfAbsent(this, Shock::run);
    }

    private static Course run(Shock shock) {
        long[] seeds = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
            seeds[i] = 1L + i;
        }
        double most = shock.loss() / 100.0;
        try (Workers workers = Workers.of(1)) {
            double[][] series = new Ensemble(shock.hit() / 100.0, most / 2, most)
                    .run(Economy.MODEL, FIRMS, new Recovery.Linear(shock.repair()), DAYS, seeds, workers);
            return new Course(lost(series, 0.9), lost(series, 0.5), lost(series, 0.1));
        }
    }

    /** What is made more is lost less: the quantiles turn round. */
    private static List<Double> lost(double[][] series, double share) {
        double[] made = Ensemble.quantile(series, share);
        double normal = series[0][0];
        return java.util.Arrays.stream(made, 1, made.length)
                .map(each -> Math.max(0, 1 - each / normal))
                .boxed()
                .toList();
    }
}
