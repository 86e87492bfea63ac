package org.hasekura.resilience;

import java.util.Arrays;

/**
 * Who sells how much to whom: firms numbered from 0, each in one sector, and the links between them as one array per
 * property, sorted by supplier and within a supplier by customer (compressed sparse rows). What links of the same pair
 * amount to is added up. Immutable; a million firms with five million links take 70 MB.
 */
public final class FirmNetwork {

    private final int sectors;
    private final int[] sectorOf;
    private final int[] start;
    private final int[] customer;
    private final double[] amount;

    private FirmNetwork(int sectors, int[] sectorOf, int[] start, int[] customer, double[] amount) {
        this.sectors = sectors;
        this.sectorOf = sectorOf;
        this.start = start;
        this.customer = customer;
        this.amount = amount;
    }

    /**
     * A network of links in any order. The arrays are not kept.
     *
     * @param sectors how many sectors there are
     * @param sectorOf the sector of each firm; its length is the number of firms
     * @param supplier the selling firm of each link
     * @param customer the buying firm of each link
     * @param amount what is sold, not negative, per any unit of time
     */
    public static FirmNetwork of(int sectors, int[] sectorOf, int[] supplier, int[] customer, double[] amount) {
        if (supplier.length != customer.length || supplier.length != amount.length) {
            throw new IllegalArgumentException("a link needs a supplier, a customer and an amount");
        }
        for (int sector : sectorOf) {
            if (sector < 0 || sector >= sectors) {
                throw new IllegalArgumentException("there is no sector " + sector + " among " + sectors);
            }
        }
        int firms = sectorOf.length;
        Links sorted = new Links(supplier, customer, amount).by(customer, firms);
        sorted = sorted.by(sorted.supplier, firms).merged();
        return new FirmNetwork(
                sectors, sectorOf.clone(), starts(sorted.supplier, firms), sorted.customer, sorted.amount);
    }

    /** How many firms there are. */
    public int firms() {
        return sectorOf.length;
    }

    /** How many pairs trade. */
    public int links() {
        return customer.length;
    }

    /** How many sectors there are. */
    public int sectors() {
        return sectors;
    }

    /** The sector of a firm. */
    public int sector(int firm) {
        return sectorOf[firm];
    }

    /** The first link that a firm supplies; its last is before the first of the next firm. */
    public int firstLink(int firm) {
        return start[firm];
    }

    /** Who buys on a link. */
    public int customer(int link) {
        return customer[link];
    }

    /** What is sold on a link. */
    public double amount(int link) {
        return amount[link];
    }

    /** What each firm sells to others: the sums over its customers. */
    public double[] sales() {
        double[] sums = new double[firms()];
        for (int firm = 0; firm < sums.length; firm++) {
            for (int link = start[firm]; link < start[firm + 1]; link++) {
                sums[firm] += amount[link];
            }
        }
        return sums;
    }

    /** What each firm buys from others: the sums over its suppliers. */
    public double[] purchases() {
        double[] sums = new double[firms()];
        for (int link = 0; link < customer.length; link++) {
            sums[customer[link]] += amount[link];
        }
        return sums;
    }

    // The arrays themselves, for the engines of this package; nobody writes to them.

    int[] sectorOf() {
        return sectorOf;
    }

    int[] start() {
        return start;
    }

    int[] customers() {
        return customer;
    }

    double[] amounts() {
        return amount;
    }

    /** The supplier of each link. */
    int[] suppliers() {
        int[] supplier = new int[customer.length];
        for (int firm = 0; firm < firms(); firm++) {
            Arrays.fill(supplier, start[firm], start[firm + 1], firm);
        }
        return supplier;
    }

    /** Where each firm's links begin when links are sorted by this end of theirs. */
    static int[] starts(int[] end, int firms) {
        int[] start = new int[firms + 1];
        for (int firm : end) {
            start[firm + 1]++;
        }
        for (int firm = 0; firm < firms; firm++) {
            start[firm + 1] += start[firm];
        }
        return start;
    }

    /** The numbers of links in the order of this end of theirs; links of one firm stay in their order. */
    static int[] order(int[] end, int firms) {
        int[] next = starts(end, firms);
        int[] order = new int[end.length];
        for (int link = 0; link < end.length; link++) {
            order[next[end[link]]++] = link;
        }
        return order;
    }

    @SuppressWarnings("ArrayRecordComponent") // Lives as long as a network is sorted.
    private record Links(int[] supplier, int[] customer, double[] amount) {

        Links by(int[] end, int firms) {
            int[] order = order(end, firms);
            Links sorted = new Links(new int[order.length], new int[order.length], new double[order.length]);
            for (int i = 0; i < order.length; i++) {
                sorted.supplier[i] = supplier[order[i]];
                sorted.customer[i] = customer[order[i]];
                sorted.amount[i] = amount[order[i]];
            }
            return sorted;
        }

        /** Pairs that stand beside each other made one. */
        Links merged() {
            int kept = 0;
            for (int i = 0; i < supplier.length; i++) {
                if (kept > 0 && supplier[kept - 1] == supplier[i] && customer[kept - 1] == customer[i]) {
                    amount[kept - 1] += amount[i];
                } else {
                    supplier[kept] = supplier[i];
                    customer[kept] = customer[i];
                    amount[kept++] = amount[i];
                }
            }
            return kept == supplier.length
                    ? this
                    : new Links(
                            Arrays.copyOf(supplier, kept), Arrays.copyOf(customer, kept), Arrays.copyOf(amount, kept));
        }
    }
}
