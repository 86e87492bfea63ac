package org.hasekura.resilience;

import java.util.Arrays;

/**
 * A production network in the two orders that {@link InoueTodo} needs. Links are sorted by client, sector of the supplier
 * and supplier; a slot is the links of one client to one sector.
 *
 * @param sectorOf of each firm
 * @param slotStart by client, where its slots begin
 * @param linkStart by slot, where its links begin
 * @param client who buys on a link
 * @param supplier who sells on a link
 * @param normal what is normally bought on a link in a day
 * @param slotNormal the same for a slot
 * @param sellStart by supplier, where its sales begin
 * @param sell the link of each sale
 * @param sellNormal what is normally sold, in the order of the sales
 * @param finalDemand of each firm
 * @param output what each firm normally makes
 * @param valueAddedShare of each firm's output
 */
@SuppressWarnings("ArrayRecordComponent") // The flat arrays are the point; there is one of these per network.
record InoueTodoLinks(
        int[] sectorOf,
        int[] slotStart,
        int[] linkStart,
        int[] client,
        int[] supplier,
        double[] normal,
        double[] slotNormal,
        int[] sellStart,
        int[] sell,
        double[] sellNormal,
        double[] finalDemand,
        double[] output,
        double[] valueAddedShare) {

    static InoueTodoLinks of(ProductionNetwork network) {
        FirmNetwork links = network.links();
        int firms = links.firms();
        int[] seller = links.suppliers();
        int[] order = bySectorThenClient(links, seller);
        int[] supplier = new int[order.length];
        int[] client = new int[order.length];
        double[] normal = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            supplier[i] = seller[order[i]];
            client[i] = links.customer(order[i]);
            normal[i] = links.amount(order[i]);
        }
        int[] sell = FirmNetwork.order(supplier, firms);
        double[] sellNormal = new double[sell.length];
        for (int i = 0; i < sell.length; i++) {
            sellNormal[i] = normal[sell[i]];
        }
        double[] output = output(network, FirmNetwork.starts(supplier, firms), sellNormal);
        Slots slots = Slots.of(links, client, supplier, normal);
        return new InoueTodoLinks(
                links.sectorOf(),
                slots.slotStart,
                slots.linkStart,
                client,
                supplier,
                normal,
                slots.normal,
                FirmNetwork.starts(supplier, firms),
                sell,
                sellNormal,
                network.finalDemand().clone(),
                output,
                valueAddedShare(output, client, normal));
    }

    int firms() {
        return output.length;
    }

    /** The most links on which one firm buys. */
    int purchasesMax() {
        int most = 0;
        for (int firm = 0; firm < firms(); firm++) {
            most = Math.max(most, linkStart[slotStart[firm + 1]] - linkStart[slotStart[firm]]);
        }
        return most;
    }

    /** The most links on which one firm sells. */
    int salesMax() {
        int most = 0;
        for (int firm = 0; firm < firms(); firm++) {
            most = Math.max(most, sellStart[firm + 1] - sellStart[firm]);
        }
        return most;
    }

    /** The links that carry something, by client, sector and supplier. They come by supplier, and sorting keeps ties. */
    private static int[] bySectorThenClient(FirmNetwork links, int[] seller) {
        int[] sectorOfLink = new int[links.links()];
        for (int link = 0; link < sectorOfLink.length; link++) {
            sectorOfLink[link] = links.sector(seller[link]);
        }
        int[] bySector = FirmNetwork.order(sectorOfLink, links.sectors());
        int[] buyer = new int[bySector.length];
        int kept = 0;
        for (int link : bySector) {
            if (links.amount(link) > 0) {
                bySector[kept] = link;
                buyer[kept++] = links.customer(link);
            }
        }
        int[] byClient = FirmNetwork.order(Arrays.copyOf(buyer, kept), links.firms());
        for (int i = 0; i < kept; i++) {
            byClient[i] = bySector[byClient[i]];
        }
        return byClient;
    }

    private static double[] output(ProductionNetwork network, int[] sellStart, double[] sellNormal) {
        double[] output = network.finalDemand().clone();
        for (int firm = 0; firm < output.length; firm++) {
            double sales = 0;
            for (int i = sellStart[firm]; i < sellStart[firm + 1]; i++) {
                sales += sellNormal[i];
            }
            output[firm] += sales;
        }
        return output;
    }

    private static double[] valueAddedShare(double[] output, int[] client, double[] normal) {
        double[] input = new double[output.length];
        for (int link = 0; link < client.length; link++) {
            input[client[link]] += normal[link];
        }
        double[] share = new double[output.length];
        for (int firm = 0; firm < output.length; firm++) {
            share[firm] = output[firm] > 0 ? (output[firm] - input[firm]) / output[firm] : 0;
        }
        return share;
    }

    @SuppressWarnings("ArrayRecordComponent") // Lives as long as the links are made.
    private record Slots(int[] slotStart, int[] linkStart, double[] normal) {

        static Slots of(FirmNetwork links, int[] client, int[] supplier, double[] normal) {
            int[] slotStart = new int[links.firms() + 1];
            int[] linkStart = new int[client.length + 1];
            double[] slotNormal = new double[client.length];
            int slots = 0;
            for (int link = 0; link < client.length; link++) {
                boolean isNew = link == 0
                        || client[link] != client[link - 1]
                        || links.sector(supplier[link]) != links.sector(supplier[link - 1]);
                if (isNew) {
                    linkStart[slots++] = link;
                    slotStart[client[link] + 1]++;
                }
                slotNormal[slots - 1] += normal[link];
            }
            linkStart[slots] = client.length;
            for (int firm = 0; firm < links.firms(); firm++) {
                slotStart[firm + 1] += slotStart[firm];
            }
            return new Slots(slotStart, Arrays.copyOf(linkStart, slots + 1), Arrays.copyOf(slotNormal, slots));
        }
    }
}
