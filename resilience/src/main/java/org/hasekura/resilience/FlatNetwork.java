package org.hasekura.resilience;

import java.util.Arrays;

/**
 * The network on which ESRIcascade.jl is measured: eight links per firm, out-degrees with a tail of exponent 2.3 that ends
 * at 128, customers drawn alike from all firms, amounts 0.1 to 1.1, firm {@code i} in sector {@code i mod 616}. Nobody has
 * many suppliers, which flatters every program; {@link HubNetwork} does not. A degree is a Zipf number and a Poisson number
 * for the rest, which is how the degrees of the network of 10,000 firms that is compared with are distributed.
 */
final class FlatNetwork {

    private static final int SECTORS = 616;
    private static final double EXPONENT = 2.3;
    private static final int ZIPF_MAX = 128;
    private static final double LINKS_PER_FIRM = 8;
    private static final double INPUT_SHARE_MAX = 0.7;
    private static final int BLOCK = 1 << 13;

    private final int firms;
    private final long seed;
    private final Workers workers;

    FlatNetwork(int firms, long seed, Workers workers) {
        this.firms = firms;
        this.seed = seed;
        this.workers = workers;
    }

    ProductionNetwork make() {
        double[] zipf = new double[ZIPF_MAX];
        Arrays.setAll(zipf, i -> StrictMath.pow(i + 1.0, -EXPONENT));
        double rest = LINKS_PER_FIRM - mean(zipf);
        AliasTable table = AliasTable.of(zipf);
        int[] start = new int[firms + 1];
        for (int firm = 0; firm < firms; firm++) {
            start[firm + 1] = start[firm] + degree(table, rest, new Chance(seed, 30, firm));
        }
        long[] pairs = new long[start[firms]];
        workers.run(firms, BLOCK, (from, to) -> {
            for (int firm = from; firm < to; firm++) {
                Chance chance = new Chance(seed, 31, firm);
                for (int i = start[firm]; i < start[firm + 1]; i++) {
                    pairs[i] = (long) firm << 32 | otherThan(firm, chance);
                }
                Arrays.sort(pairs, start[firm], start[firm + 1]);
            }
        });
        return network(pairs, Pairs.distinct(pairs));
    }

    private static double mean(double[] weights) {
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            weighted += (i + 1) * weights[i];
        }
        return weighted / sum;
    }

    /** How many firms one sells to: Zipf by alias table, Poisson by counting exponential times. */
    private static int degree(AliasTable zipf, double rest, Chance chance) {
        int degree = 1 + zipf.draw(0, ZIPF_MAX, chance);
        for (double time = chance.exponential(); time < rest; time += chance.exponential()) {
            degree++;
        }
        return degree;
    }

    private int otherThan(int firm, Chance chance) {
        int drawn = chance.below(firms - 1);
        return drawn < firm ? drawn : drawn + 1;
    }

    private ProductionNetwork network(long[] pairs, int count) {
        int[] supplier = new int[count];
        int[] customer = new int[count];
        double[] amount = new double[count];
        for (int i = 0; i < count; i++) {
            supplier[i] = (int) (pairs[i] >>> 32);
            customer[i] = (int) pairs[i];
            amount[i] = 0.1 + new Chance(seed, 32, i).uniform();
        }
        int[] sector = new int[firms];
        Arrays.setAll(sector, firm -> firm % SECTORS);
        FirmNetwork links = FirmNetwork.of(SECTORS, sector, supplier, customer, amount);
        return new ProductionNetwork(links, finalDemand(links));
    }

    /** So much that inputs are at most 70 % of what a firm makes; what its customers buy alone may be less. */
    private static double[] finalDemand(FirmNetwork links) {
        double[] sales = links.sales();
        double[] purchases = links.purchases();
        double[] finalDemand = new double[sales.length];
        Arrays.setAll(
                finalDemand, firm -> Math.max(purchases[firm] / INPUT_SHARE_MAX - sales[firm], 0.02 * sales[firm]));
        return finalDemand;
    }
}
