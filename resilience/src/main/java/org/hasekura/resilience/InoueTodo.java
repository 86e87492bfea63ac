package org.hasekura.resilience;

/**
 * The firm-level production network of H. Inoue and Y. Todo (Nature Sustainability 2:841, 2019; PLoS ONE 14:e0213648,
 * 2019, and 15:e0239251, 2020), which follows S. Hallegatte (Risk Analysis 28:779, 2008) to single firms. Its published
 * program is ProductionNetworkSimulator; the steps below are in its order.
 *
 * <p>Client {@code i} normally buys {@code A(i,j)} a day of supplier {@code j} and holds {@code n(i)} days of it as stock
 * {@code S(i,j)}. It orders {@code O(i,j)} and receives {@code R(i,j)}. A firm makes {@code P(i)} a day, normally
 * {@code P0(i) = C(i) + Σ A(k,i)}, with {@code C} final demand. Goods of suppliers in the same sector replace each other:
 * {@code A(i,s)} and {@code S(i,s)} are sums over a sector. Each day:
 *
 * <pre>
 *   1. S(i,j) = max(0, S(i,j) + R(i,j) − S(i,j) · P(i)/P0(i) · A(i,s)/S(i,s))           with s the sector of j, S(i,s) of yesterday
 *   2. O(i,j) = max(0, A(i,j) P(i)/P0(i) + 1/τ (n(i) A(i,j) P(i)/P0(i) − S(i,j)))
 *   3. D(i)   = C(i) + Σ O(k,i) over clients k
 *   4. P(i)   = min(P0(i) (1 − δ(i)), min over s: P0(i) S(i,s)/A(i,s), D(i))
 *   5. R(k,i) = by {@link Rationing}, from P(i), O(k,i), A(k,i) and C(i)
 *   6. value added = Σ v(i) P(i), v(i) = (P0(i) − Σ A(i,j)) / P0(i)
 *   7. δ becomes less by {@link Recovery}
 * </pre>
 *
 * <p>How it is calculated. Both kinds of rationing need one number per supplier: {@code R = O · fill} or
 * {@code R = min(O, A · level)}. So nothing is written per link on the supplier's side, and a day is two passes. The
 * client pass goes through links sorted by client, sector and supplier, does steps 5, 1 and 2 in one go, and finds the
 * scarcest input; it streams three arrays and looks up one number per supplier. The supplier pass collects each firm's
 * orders through a permutation and does steps 3 and 4; it waits for memory and is the bottleneck. All sums have an order of
 * their own, so the result is the same to the last bit for any number of threads.
 */
public final class InoueTodo {

    /** Days of stock that firms hold where nothing else is said. */
    public static final double STOCK_DAYS = 15;

    /** Days over which a firm fills up its stock. */
    public static final double TAU_DAYS = 6;

    private final InoueTodoLinks links;
    private final double[] stockDays;
    private final double tauDays;
    private final Rationing rationing;

    private InoueTodo(InoueTodoLinks links, double[] stockDays, double tauDays, Rationing rationing) {
        this.links = links;
        this.stockDays = stockDays;
        this.tauDays = tauDays;
        this.rationing = rationing;
    }

    /**
     * The model of a network.
     *
     * @param stockDays how long the stock of each firm lasts; one number stands for all
     * @param tauDays over how many days a firm fills up its stock
     */
    public static InoueTodo of(ProductionNetwork network, Rationing rationing, double tauDays, double... stockDays) {
        int firms = network.links().firms();
        if (stockDays.length != 1 && stockDays.length != firms) {
            throw new IllegalArgumentException(
                    "stock is given for " + stockDays.length + " firms, but there are " + firms);
        }
        for (double days : stockDays) {
            check(days, "stock lasts");
        }
        check(tauDays, "stock is filled up in");
        double[] each = new double[firms];
        for (int firm = 0; firm < firms; firm++) {
            each[firm] = stockDays[stockDays.length == 1 ? 0 : firm];
        }
        return new InoueTodo(InoueTodoLinks.of(network), each, tauDays, rationing);
    }

    /** A run from the normal state, in which nothing has happened yet. */
    public InoueTodoRun begin(Damage damage, Recovery recovery) {
        return new InoueTodoRun(links, stockDays, tauDays, rationing, new Capacity(links, damage, recovery));
    }

    /**
     * The value added of each day.
     *
     * @return {@code days + 1} numbers in money per day, the first is the normal one, before day 0
     */
    public double[] valueAdded(Damage damage, Recovery recovery, int days, Workers workers) {
        InoueTodoRun run = begin(damage, recovery);
        double[] series = new double[days + 1];
        series[0] = run.valueAdded(workers);
        for (int day = 0; day < days; day++) {
            run.day(workers);
            series[day + 1] = run.valueAdded(workers);
        }
        return series;
    }

    private static void check(double days, String what) {
        if (!(days > 0 && days < 1e6)) {
            throw new IllegalArgumentException(what + " a number of days above 0 and below a million, not " + days);
        }
    }
}
