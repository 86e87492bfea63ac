package org.hasekura.resilience;

import java.util.Arrays;

/**
 * A network in the two orders in which losses travel: from supplier to the customer's slots, and from customer to
 * supplier. Arrays of links, made once, read by all threads.
 *
 * @param sectorOf of each firm
 * @param sales what each firm sells on its links
 * @param marketSales what the firms of each sector sell on their links
 * @param downStart by supplier, where its links in {@code downSlot} begin
 * @param downSlot the slot that a link adds to
 * @param downShare how much of the slot the link is
 * @param slotFirm to whom a slot belongs
 * @param upStart by customer, where its links in {@code upFirm} begin
 * @param upFirm the supplier at the other end
 * @param upShare how much of the supplier's sales the link is
 */
@SuppressWarnings("ArrayRecordComponent") // The flat arrays are the point; there is one of these per network.
record EsriLinks(
        int[] sectorOf,
        double[] sales,
        double[] marketSales,
        int[] downStart,
        int[] downSlot,
        double[] downShare,
        int[] slotFirm,
        int[] upStart,
        int[] upFirm,
        double[] upShare) {

    /**
     * Prepares a network.
     *
     * @param salesOf what {@code W(i,j)} is divided by upstream
     * @param purchasesOf what it is divided by where it is linear downstream
     */
    static EsriLinks of(FirmNetwork network, Essentiality essentiality, double[] salesOf, double[] purchasesOf) {
        if (essentiality.sectors() != network.sectors()) {
            throw new IllegalArgumentException(
                    "the network has " + network.sectors() + " sectors, the matrix " + essentiality.sectors());
        }
        int firms = network.firms();
        int[] supplier = network.suppliers();
        int[] byCustomer = FirmNetwork.order(network.customers(), firms);
        int[] upFirm = new int[byCustomer.length];
        double[] upShare = new double[byCustomer.length];
        for (int i = 0; i < byCustomer.length; i++) {
            upFirm[i] = supplier[byCustomer[i]];
            upShare[i] = share(network.amount(byCustomer[i]), salesOf[upFirm[i]]);
        }
        double[] sales = network.sales();
        double[] marketSales = new double[network.sectors()];
        for (int firm = 0; firm < firms; firm++) {
            marketSales[network.sector(firm)] += sales[firm];
        }
        Slots slots = Slots.of(network, essentiality, supplier, byCustomer);
        int[] downStart = new int[firms + 1];
        int[] downSlot = new int[slots.linksWithSlot];
        double[] downShare = new double[slots.linksWithSlot];
        int kept = 0;
        for (int firm = 0; firm < firms; firm++) {
            downStart[firm] = kept;
            for (int link = network.firstLink(firm); link < network.firstLink(firm + 1); link++) {
                int slot = slots.slotOf[link];
                if (slot >= 0) {
                    boolean isLinear = slots.isLinear[slot];
                    double whole = isLinear ? purchasesOf[network.customer(link)] : slots.total[slot];
                    downSlot[kept] = slot;
                    downShare[kept++] = share(network.amount(link), whole);
                }
            }
        }
        downStart[firms] = kept;
        return new EsriLinks(
                network.sectorOf(),
                sales,
                marketSales,
                downStart,
                downSlot,
                downShare,
                slots.firm,
                FirmNetwork.starts(network.customers(), firms),
                upFirm,
                upShare);
    }

    int firms() {
        return sectorOf.length;
    }

    private static double share(double part, double whole) {
        return whole > 0 ? part / whole : 0;
    }

    /** The slots of all firms, beside each other for each firm: one for all linear goods, one for each essential sector. */
    @SuppressWarnings("ArrayRecordComponent") // Lives as long as EsriLinks is made.
    private record Slots(int[] slotOf, int[] firm, double[] total, boolean[] isLinear, int linksWithSlot) {

        private static final int NO_SLOT = -1;

        static Slots of(FirmNetwork network, Essentiality essentiality, int[] supplier, int[] byCustomer) {
            int[] slotOf = new int[network.links()];
            int[] firm = new int[network.links()];
            double[] total = new double[network.links()];
            boolean[] isLinear = new boolean[network.links()];
            // The slot of each sector at the firm in hand; the last one is that of its linear goods.
            int[] slotOfSector = new int[network.sectors() + 1];
            Arrays.fill(slotOfSector, NO_SLOT);
            int slots = 0;
            int linksWithSlot = 0;
            int first = 0;
            for (int i = 0; i < byCustomer.length; i++) {
                int link = byCustomer[i];
                int customer = network.customer(link);
                int sector = network.sector(supplier[link]);
                byte need = essentiality.of(sector, network.sector(customer));
                if (need == Essentiality.NONE) {
                    slotOf[link] = NO_SLOT;
                } else {
                    int key = need == Essentiality.LINEAR ? network.sectors() : sector;
                    if (slotOfSector[key] == NO_SLOT) {
                        slotOfSector[key] = slots;
                        isLinear[slots] = need == Essentiality.LINEAR;
                        firm[slots++] = customer;
                    }
                    slotOf[link] = slotOfSector[key];
                    total[slotOf[link]] += network.amount(link);
                    linksWithSlot++;
                }
                boolean isLast = i + 1 == byCustomer.length || network.customer(byCustomer[i + 1]) != customer;
                if (isLast) {
                    for (int j = first; j <= i; j++) {
                        slotOfSector[network.sector(supplier[byCustomer[j]])] = NO_SLOT;
                    }
                    slotOfSector[network.sectors()] = NO_SLOT;
                    first = i + 1;
                }
            }
            return new Slots(
                    slotOf,
                    Arrays.copyOf(firm, slots),
                    Arrays.copyOf(total, slots),
                    Arrays.copyOf(isLinear, slots),
                    linksWithSlot);
        }
    }
}
