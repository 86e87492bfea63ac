package org.hasekura.resilience;

import java.util.Arrays;

/**
 * A network with the traits that studies of Japanese firms report: five links per firm, tails of the degrees with exponents
 * 2.26 and 2.35 (Y. Fujiwara and H. Aoyama, Eur. Phys. J. B 77:565, 2010), about half of all firms in the giant strongly
 * connected component, sectors that buy of certain sectors, sizes with a heavy tail that go with the degrees.
 *
 * <p>Each firm has a sector and three correlated normal numbers, for how much it likes to sell, to buy, and for its size.
 * The first two become Pareto weights. A link is drawn as a client by weight, then a supplier's sector by the client's
 * sector (a quarter of the time any firm), then a supplier in it by weight; pairs drawn twice are drawn again. A supplier's
 * sales to firms are split among its clients by their size, and every client's inputs are scaled to at most 70 % of its
 * sales; what is not sold to firms is final demand (H. Inoue and Y. Todo 2019 split sales in the same way).
 *
 * <p>Every draw has a number of its own ({@link Chance}), so threads do not change the result.
 */
final class HubNetwork {

    private static final int SECTORS = 187;
    private static final double SECTOR_ZIPF = 0.8;
    private static final int SUPPLIER_SECTORS = 12;
    private static final double OWN_RECIPE = 0.75;
    private static final double OUT_EXPONENT = 1.26;
    private static final double IN_EXPONENT = 1.35;
    private static final double OUT_IN_CORRELATION = 0.6;
    private static final double SIZE_CORRELATION = 0.75;
    private static final double NO_SALES_TO_FIRMS = 0.15;
    private static final double NO_PURCHASES = 0.12;
    private static final double FAINT = 0.02;
    private static final int LINKS_PER_FIRM = 5;
    private static final double SOLD_TO_FIRMS = 0.5;
    private static final double INPUT_SHARE_MAX = 0.7;
    private static final double FINAL_SHARE_MIN = 0.02;
    private static final int BLOCK = 1 << 13;
    private static final int ROUNDS_MAX = 1000;

    // Purposes of draws.
    private static final int FIRM = 1;
    private static final int RECIPE = 2;
    private static final int LINK = 3;

    private final int firms;
    private final long seed;
    private final Workers workers;
    private final int[] sector;
    private final double[] sellWeight;
    private final double[] buyWeight;
    private final double[] sales;

    HubNetwork(int firms, long seed, Workers workers) {
        this.firms = firms;
        this.seed = seed;
        this.workers = workers;
        this.sector = new int[firms];
        this.sellWeight = new double[firms];
        this.buyWeight = new double[firms];
        this.sales = new double[firms];
    }

    ProductionNetwork make() {
        drawFirms();
        long[] pairs = drawLinks();
        int[] supplier = new int[pairs.length];
        int[] customer = new int[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            supplier[i] = (int) (pairs[i] >>> 32);
            customer[i] = (int) pairs[i];
        }
        double[] amount = amounts(supplier, customer);
        FirmNetwork links = FirmNetwork.of(SECTORS, sector, supplier, customer, amount);
        double[] sold = links.sales();
        double[] finalDemand = new double[firms];
        Arrays.setAll(finalDemand, i -> Math.max(sales[i] - sold[i], FINAL_SHARE_MIN * sales[i]));
        return new ProductionNetwork(links, finalDemand);
    }

    private void drawFirms() {
        double[] zipf = new double[SECTORS];
        Arrays.setAll(zipf, i -> StrictMath.pow(i + 1.0, -SECTOR_ZIPF));
        AliasTable sectors = AliasTable.of(zipf);
        double largest = 8 * 0.35 * Math.sqrt(firms) * StrictMath.log(firms);
        workers.run(firms, BLOCK, (from, to) -> {
            for (int firm = from; firm < to; firm++) {
                drawFirm(firm, sectors, largest);
            }
        });
    }

    private void drawFirm(int firm, AliasTable sectors, double largest) {
        Chance chance = new Chance(seed, FIRM, firm);
        sector[firm] = sectors.draw(0, SECTORS, chance);
        double sell = chance.normal();
        double buy =
                OUT_IN_CORRELATION * sell + Math.sqrt(1 - OUT_IN_CORRELATION * OUT_IN_CORRELATION) * chance.normal();
        // The mean of both has this deviation, by which it is made standard again.
        double mean = (sell + buy) / 2 / Math.sqrt((1 + OUT_IN_CORRELATION) / 2);
        double size = SIZE_CORRELATION * mean + Math.sqrt(1 - SIZE_CORRELATION * SIZE_CORRELATION) * chance.normal();
        sellWeight[firm] = pareto(sell, OUT_EXPONENT, largest) * (chance.uniform() < NO_SALES_TO_FIRMS ? FAINT : 1);
        buyWeight[firm] = pareto(buy, IN_EXPONENT, largest) * (chance.uniform() < NO_PURCHASES ? FAINT : 1);
        sales[firm] = StrictMath.exp(2 * size + 5);
    }

    private static double pareto(double normal, double exponent, double largest) {
        return Math.min(largest, StrictMath.pow(Chance.normalAbove(normal), -1 / exponent));
    }

    /**
     * What links are drawn from.
     *
     * @param firmAt the firms, sector by sector
     * @param start where each sector begins in it
     * @param suppliers by place in {@code firmAt}, one set for each sector
     * @param anyone all firms as suppliers
     * @param clients all firms as clients
     * @param recipes by sector, over the sectors it buys of
     * @param sectorsOf which these are
     */
    @SuppressWarnings("ArrayRecordComponent") // Lives as long as a network is drawn.
    private record Market(
            int[] firmAt,
            int[] start,
            AliasTable suppliers,
            AliasTable anyone,
            AliasTable clients,
            AliasTable[] recipes,
            int[][] sectorsOf) {}

    private Market market() {
        int[] firmAt = FirmNetwork.order(sector, SECTORS);
        int[] start = FirmNetwork.starts(sector, SECTORS);
        double[] weights = new double[firms];
        Arrays.setAll(weights, place -> sellWeight[firmAt[place]]);
        AliasTable suppliers = new AliasTable(firms);
        AliasTable[] recipes = new AliasTable[SECTORS];
        int[][] sectorsOf = new int[SECTORS][];
        for (int i = 0; i < SECTORS; i++) {
            suppliers.fill(start[i], start[i + 1], weights);
            Chance chance = new Chance(seed, RECIPE, i);
            sectorsOf[i] = someSectors(chance, start);
            double[] shares = new double[sectorsOf[i].length];
            // Gamma(1/2) is half a squared normal number; scaled to 1 these are Dirichlet(1/2).
            Arrays.setAll(shares, _ -> square(chance.normal()));
            recipes[i] = AliasTable.of(shares);
        }
        return new Market(
                firmAt, start, suppliers, AliasTable.of(sellWeight), AliasTable.of(buyWeight), recipes, sectorsOf);
    }

    /** Different sectors, of those that have firms. */
    private static int[] someSectors(Chance chance, int[] start) {
        int[] all = new int[SECTORS];
        int count = 0;
        for (int i = 0; i < SECTORS; i++) {
            if (start[i + 1] > start[i]) {
                all[count++] = i;
            }
        }
        int wanted = Math.min(SUPPLIER_SECTORS, count);
        for (int i = 0; i < wanted; i++) {
            int other = i + chance.below(count - i);
            int held = all[i];
            all[i] = all[other];
            all[other] = held;
        }
        return Arrays.copyOf(all, wanted);
    }

    private static double square(double number) {
        return number * number;
    }

    /** As many different pairs as wanted, sorted: what is missing after a round is drawn in the next. */
    private long[] drawLinks() {
        int wanted = LINKS_PER_FIRM * firms;
        Market market = market();
        long[] pairs = new long[wanted];
        int count = 0;
        long drawn = 0;
        for (int round = 0; count < wanted && round < ROUNDS_MAX; round++) {
            long[] more = new long[wanted - count];
            long first = drawn;
            workers.run(more.length, BLOCK, (from, to) -> {
                for (int i = from; i < to; i++) {
                    more[i] = drawLink(new Chance(seed, LINK, first + i), market);
                }
            });
            drawn += more.length;
            Arrays.parallelSort(more);
            count = Pairs.merge(pairs, count, more);
        }
        return Arrays.copyOf(pairs, count);
    }

    private long drawLink(Chance chance, Market market) {
        while (true) {
            int client = market.clients.draw(0, firms, chance);
            int supplier;
            if (chance.uniform() < OWN_RECIPE) {
                int[] sectors = market.sectorsOf[sector[client]];
                int of = sectors[market.recipes[sector[client]].draw(0, sectors.length, chance)];
                supplier = market.firmAt[market.suppliers.draw(market.start[of], market.start[of + 1], chance)];
            } else {
                supplier = market.anyone.draw(0, firms, chance);
            }
            if (supplier != client) {
                return (long) supplier << 32 | client;
            }
        }
    }

    private double[] amounts(int[] supplier, int[] customer) {
        double[] clientsSales = new double[firms];
        for (int i = 0; i < supplier.length; i++) {
            clientsSales[supplier[i]] += sales[customer[i]];
        }
        double[] amount = new double[supplier.length];
        double[] inputs = new double[firms];
        for (int i = 0; i < supplier.length; i++) {
            amount[i] = SOLD_TO_FIRMS * sales[supplier[i]] * sales[customer[i]] / clientsSales[supplier[i]];
            inputs[customer[i]] += amount[i];
        }
        for (int i = 0; i < supplier.length; i++) {
            double most = INPUT_SHARE_MAX * sales[customer[i]];
            amount[i] *= inputs[customer[i]] > most ? most / inputs[customer[i]] : 1;
        }
        return amount;
    }
}
