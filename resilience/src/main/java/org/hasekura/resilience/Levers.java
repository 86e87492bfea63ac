package org.hasekura.resilience;

import java.util.Arrays;

/** What can be changed about a network before a shock, each giving a new network. Stock and recovery are parameters of runs. */
public final class Levers {

    private static final int SECOND_SOURCE = 50;

    private Levers() {}

    /** Which goods replace each other. */
    public enum Substitution {
        /** None: a client needs each of its suppliers. */
        NONE,
        /** Those of suppliers in the same sector, which is the published model. */
        SECTOR,
        /** All: any supplier of a client replaces any other. */
        ALL
    }

    /** The same links, with other sectors where another substitution needs them. */
    public static ProductionNetwork substituting(ProductionNetwork network, Substitution substitution) {
        FirmNetwork links = network.links();
        int[] sector = new int[links.firms()];
        switch (substitution) {
            case SECTOR -> {
                return network;
            }
            case NONE -> Arrays.setAll(sector, firm -> firm);
            case ALL -> Arrays.fill(sector, 0);
        }
        int sectors = substitution == Substitution.NONE ? links.firms() : 1;
        return new ProductionNetwork(
                FirmNetwork.of(sectors, sector, links.suppliers(), links.customers(), links.amounts()),
                network.finalDemand());
    }

    /**
     * A network in which clients who have one supplier in a sector get a second one there, of which they buy half. The
     * second is drawn among the firms of the sector by what they make; total purchases of every client stay what they are.
     *
     * @param share how many of these clients do so, from 0 to 1
     * @param seed which of them, and who becomes the second
     */
    public static ProductionNetwork withSecondSources(ProductionNetwork network, double share, long seed) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share lies between 0 and 1, not at " + share);
        }
        FirmNetwork links = network.links();
        Makers makers = Makers.of(network);
        boolean[] isSingle = single(links);
        int[] supplier = Arrays.copyOf(links.suppliers(), 2 * links.links());
        int[] customer = Arrays.copyOf(links.customers(), 2 * links.links());
        double[] amount = Arrays.copyOf(links.amounts(), 2 * links.links());
        int count = links.links();
        for (int link = 0; link < links.links(); link++) {
            Chance chance = new Chance(seed, SECOND_SOURCE, link);
            if (isSingle[link] && chance.uniform() < share) {
                int second = makers.draw(links.sector(supplier[link]), chance);
                if (second != supplier[link] && second != customer[link]) {
                    supplier[count] = second;
                    customer[count] = customer[link];
                    amount[count++] = amount[link] / 2;
                    amount[link] /= 2;
                }
            }
        }
        FirmNetwork changed = FirmNetwork.of(
                links.sectors(),
                links.sectorOf(),
                Arrays.copyOf(supplier, count),
                Arrays.copyOf(customer, count),
                Arrays.copyOf(amount, count));
        return new ProductionNetwork(changed, network.finalDemand());
    }

    /** Which links are the only one of their client to their sector. */
    private static boolean[] single(FirmNetwork links) {
        int[] supplier = links.suppliers();
        int[] byCustomer = FirmNetwork.order(links.customers(), links.firms());
        boolean[] isSingle = new boolean[links.links()];
        int[] lastLink = new int[links.sectors()];
        int[] lastCustomer = new int[links.sectors()];
        Arrays.fill(lastCustomer, -1);
        for (int link : byCustomer) {
            int sector = links.sector(supplier[link]);
            boolean isFirst = lastCustomer[sector] != links.customer(link);
            isSingle[link] = isFirst;
            if (!isFirst) {
                isSingle[lastLink[sector]] = false;
            }
            lastCustomer[sector] = links.customer(link);
            lastLink[sector] = link;
        }
        return isSingle;
    }

    /** The firms of each sector, to be drawn by what they make. */
    @SuppressWarnings("ArrayRecordComponent") // Lives as long as second sources are drawn.
    private record Makers(int[] firmAt, int[] start, AliasTable table) {

        static Makers of(ProductionNetwork network) {
            FirmNetwork links = network.links();
            int[] firmAt = FirmNetwork.order(links.sectorOf(), links.sectors());
            int[] start = FirmNetwork.starts(links.sectorOf(), links.sectors());
            double[] output = network.output();
            double[] weights = new double[firmAt.length];
            // Nobody is impossible, so that every sector can be drawn from.
            Arrays.setAll(weights, place -> Math.max(Double.MIN_NORMAL, output[firmAt[place]]));
            AliasTable table = new AliasTable(firmAt.length);
            for (int sector = 0; sector < links.sectors(); sector++) {
                if (start[sector + 1] > start[sector]) {
                    table.fill(start[sector], start[sector + 1], weights);
                }
            }
            return new Makers(firmAt, start, table);
        }

        int draw(int sector, Chance chance) {
            return firmAt[table.draw(start[sector], start[sector + 1], chance)];
        }
    }
}
