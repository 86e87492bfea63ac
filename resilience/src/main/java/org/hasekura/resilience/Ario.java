package org.hasekura.resilience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The adaptive regional input–output model with inventories (S. Hallegatte, Risk Analysis 28:779, 2008, and 34:152, 2014),
 * in the steps of BoARIO 0.6 (S. Juhel, JOSS 2024), model {@code ARIOPsi}, orders {@code alt}.
 *
 * <p>Industry {@code f} makes {@code x(f)} a day, normally {@code x0(f)}. It needs {@code a(p,f)} of product {@code p} per
 * unit, of whatever region, and holds a stock {@code ω(p,f)} of it that is to last {@code s} days. {@code Z} are the daily
 * deliveries of the table and {@code Y} its final demand. Each day:
 *
 * <pre>
 *   capacity(f) = α(f) (1 − Δ(f)) x0(f)
 *   demand(f)   = Σ orders(f,g) over buyers g + Y(f)
 *   wished(f)   = min(demand(f), capacity(f))
 *   x(f)        = wished(f) · min(1, min over p: ω(p,f) / (ψ s a(p,f) wished(f)))
 *   received    = orders(f,g) x(f)/demand(f), and of final demand the same share
 *   ω(p,f)      = ω(p,f) + received(p,f) − a(p,f) x(f)
 *   wanted(p,f) = max(0, s a(p,f) wished(f) − ω(p,f)) / τ + a(p,f) x(f)
 *   orders(f,g) = wanted(p,g) · Z(f,g) capacity(f)/x0(f) / Σ over makers f' of p: Z(f',g) capacity(f')/x0(f')
 *   scarcity    = (demand(f) − x(f)) / demand(f), with the new orders
 *   α(f)        = max(1, α(f) + ((αmax − α(f)) scarcity, or 1 − α(f) where there is none) / τα)
 * </pre>
 *
 * <p>Two habits of BoARIO are kept, since its numbers depend on them: stocks stand still on days on which everything
 * received equals everything used within {@value #CLOSE}, and no gap is filled while all stocks are that close to their
 * aim; and an event is felt a day after it happens ({@link ArioShock}). Left out: rebuilding demand after loss of capital.
 *
 * <p>How it is calculated: {@code orders} is never kept. What an industry receives of a product is one pass over the
 * table with a factor per seller, its demand another, so a day is three passes over {@code Z}, row by row.
 */
public final class Ario {

    /** Relative difference below which amounts count as equal, as in NumPy's {@code allclose}. */
    static final double CLOSE = 1e-5;

    static final double CLOSE_ABSOLUTE = 1e-8;

    private static final double DAYS_PER_YEAR = 365;

    private final IoTable table;
    private final ArioSettings settings;
    private final ArioDay start;

    private Ario(IoTable table, ArioSettings settings, ArioDay start) {
        this.table = table;
        this.settings = settings;
        this.start = start;
    }

    /** The model of a table, which is balanced first: {@link IoTable#balanced}. */
    public static Ario of(IoTable published, ArioSettings settings) {
        IoTable table = published.balanced();
        int size = table.size();
        List<String> sectors = table.sectors();
        int[] product = new int[size];
        for (int i = 0; i < size; i++) {
            product[i] = sectors.indexOf(table.sector(i));
        }
        double[] daily = scaled(table.deliveries());
        double[] bought = new double[size];
        for (int i = 0; i < size; i++) {
            bought[i] = table.finalDemand(i);
        }
        return new Ario(
                table,
                settings,
                new ArioDay(settings, product, sectors.size(), daily, scaled(bought), scaled(table.output())));
    }

    /**
     * What each industry makes on each day.
     *
     * @return {@code [day][industry]}, in money per day
     * @throws IllegalArgumentException if a shock means no industry of the table
     */
    public double[][] production(List<ArioShock> shocks, int days) {
        List<int[]> industries = new ArrayList<>();
        for (ArioShock shock : shocks) {
            int[] hit = table.matching(shock.pattern()).stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            if (hit.length == 0) {
                throw new IllegalArgumentException("no industry is called `" + shock.pattern() + "`; one is `"
                        + table.industries().name(0) + "`");
            }
            industries.add(hit);
        }
        ArioDay day = start.copy();
        double[][] production = new double[days][];
        double[] lost = new double[table.size()];
        for (int number = 0; number < days; number++) {
            Arrays.fill(lost, 0);
            for (int i = 0; i < shocks.size(); i++) {
                double share = shocks.get(i).lost(number);
                for (int industry : industries.get(i)) {
                    lost[industry] = Math.max(lost[industry], share);
                }
            }
            day.run(number, lost);
            production[number] = day.production();
        }
        return production;
    }

    /** The parameters. */
    public ArioSettings settings() {
        return settings;
    }

    private static double[] scaled(double[] yearly) {
        return Arrays.stream(yearly).map(each -> each / DAYS_PER_YEAR).toArray();
    }
}
