package org.hasekura.resilience;

import java.util.Arrays;

/** A run of {@link InoueTodo} from day to day. Not for several callers at once; the threads are in the workers. */
public final class InoueTodoRun {

    private static final int FIRMS_PER_BLOCK = 4096;

    private final InoueTodoLinks links;
    private final double[] stockDays;
    private final double tauDays;
    private final Rationing rationing;
    private final Capacity capacity;

    // By link, in the order of the clients.
    private final double[] stock;
    private final double[] order;
    // By slot.
    private final double[] slotStock;
    // By firm.
    private final double[] production;
    private final double[] demand;
    private final double[] inputLimit;
    // By supplier. Invariant: what a client receives on a link follows from its order and these.
    private final double[] fill;
    private final double[] first;
    private final double[] reached;

    private int day;

    InoueTodoRun(InoueTodoLinks links, double[] stockDays, double tauDays, Rationing rationing, Capacity capacity) {
        this.links = links;
        this.stockDays = stockDays;
        this.tauDays = tauDays;
        this.rationing = rationing;
        this.capacity = capacity;
        this.stock = new double[links.normal().length];
        this.order = links.normal().clone();
        this.slotStock = new double[links.slotNormal().length];
        this.production = links.output().clone();
        this.demand = links.output().clone();
        this.inputLimit = new double[links.firms()];
        this.fill = new double[links.firms()];
        this.first = new double[rationing == Rationing.PUBLISHED_LEVEL ? links.firms() : 0];
        this.reached = new double[first.length];
        Arrays.fill(reached, Double.POSITIVE_INFINITY);
        Arrays.fill(fill, rationing == Rationing.PROPORTIONAL ? 1 : Double.POSITIVE_INFINITY);
        fillStocks();
    }

    private void fillStocks() {
        for (int firm = 0; firm < links.firms(); firm++) {
            for (int slot = links.slotStart()[firm]; slot < links.slotStart()[firm + 1]; slot++) {
                for (int link = links.linkStart()[slot]; link < links.linkStart()[slot + 1]; link++) {
                    stock[link] = links.normal()[link] * stockDays[firm];
                    slotStock[slot] += stock[link];
                }
            }
        }
    }

    /** The next day. */
    public void day(Workers workers) {
        capacity.begin(day);
        workers.run(links.firms(), FIRMS_PER_BLOCK, () -> {
            double[] received = new double[links.purchasesMax()];
            return (from, to) -> receiveAndOrder(from, to, received);
        });
        workers.run(links.firms(), FIRMS_PER_BLOCK, () -> {
            WaterLevel level = new WaterLevel(links.salesMax() + 1);
            return (from, to) -> produceAndRation(from, to, level);
        });
        capacity.repair(day);
        day++;
    }

    /** How many days have passed. */
    public int days() {
        return day;
    }

    /** Value added by all firms on the last day, in money per day. */
    public double valueAdded(Workers workers) {
        double[] share = links.valueAddedShare();
        return workers.sum(links.firms(), FIRMS_PER_BLOCK, (from, to) -> {
            double sum = 0;
            for (int firm = from; firm < to; firm++) {
                sum += share[firm] * production[firm];
            }
            return sum;
        });
    }

    /** What a firm made on the last day. */
    public double production(int firm) {
        return production[firm];
    }

    /** What a firm makes when nothing has happened. */
    public double normalProduction(int firm) {
        return links.output()[firm];
    }

    /** Why a firm does not make what it normally makes: the chain of what binds, from the firm to the origin. */
    public ShockChain why(int firm) {
        return new InoueTodoReasons(this).chain(firm);
    }

    // --- Steps 5, 1 and 2 of yesterday's and today's day, by client
    // ------------------------------------------------------

    private void receiveAndOrder(int from, int to, double[] received) {
        for (int firm = from; firm < to; firm++) {
            int first = links.slotStart()[firm];
            int last = links.slotStart()[firm + 1];
            if (first == last) {
                inputLimit[firm] = Double.POSITIVE_INFINITY;
            } else if (links.output()[firm] > 0) {
                receive(links.linkStart()[first], links.linkStart()[last], received);
                inputLimit[firm] = renew(firm, first, last, received);
            }
        }
    }

    /** What came on these links after yesterday's rationing. */
    private void receive(int from, int to, double[] received) {
        int[] supplier = links.supplier();
        double[] normal = links.normal();
        switch (rationing) {
            case PROPORTIONAL -> {
                for (int link = from; link < to; link++) {
                    received[link - from] = order[link] * fill[supplier[link]];
                }
            }
            case LEVEL -> {
                for (int link = from; link < to; link++) {
                    received[link - from] = Math.min(order[link], normal[link] * fill[supplier[link]]);
                }
            }
            case PUBLISHED_LEVEL -> {
                for (int link = from; link < to; link++) {
                    received[link - from] = receivedAsPublished(link, supplier[link]);
                }
            }
        }
    }

    private double receivedAsPublished(int link, int supplier) {
        double normal = links.normal()[link];
        double ratio = order[link] / normal;
        if (ratio <= WaterLevel.ZERO) {
            return normal * first[supplier];
        }
        return ratio <= reached[supplier] ? order[link] : normal * fill[supplier];
    }

    /** Renews stocks and orders of a firm, slot by slot; answers how much its scarcest input lets it make. */
    private double renew(int firm, int firstSlot, int lastSlot, double[] received) {
        double[] normal = links.normal();
        int[] linkStart = links.linkStart();
        double output = links.output()[firm];
        double pace = production[firm] / output;
        double target = stockDays[firm];
        double haste = 1 / tauDays;
        double limit = Double.POSITIVE_INFINITY;
        int begin = linkStart[firstSlot];
        for (int slot = firstSlot; slot < lastSlot; slot++) {
            double held = slotStock[slot];
            double used = held > WaterLevel.ZERO ? pace * (links.slotNormal()[slot] / held) : 0;
            double sum = 0;
            for (int link = linkStart[slot]; link < linkStart[slot + 1]; link++) {
                double before = stock[link];
                double after = Math.max(0, before + received[link - begin] - before * used);
                double wanted = normal[link] * pace;
                stock[link] = after;
                order[link] = Math.max(0, wanted + haste * (target * wanted - after));
                sum += after;
            }
            slotStock[slot] = sum;
            limit = Math.min(limit, sum / links.slotNormal()[slot] * output);
        }
        return limit;
    }

    // --- Steps 3, 4 and the supplier's part of 5, by supplier
    // ------------------------------------------------------------

    private void produceAndRation(int from, int to, WaterLevel level) {
        int[] sell = links.sell();
        double[] orders = level.orders();
        for (int firm = from; firm < to; firm++) {
            double ordered = 0;
            int begin = links.sellStart()[firm];
            int end = links.sellStart()[firm + 1];
            for (int i = begin; i < end; i++) {
                double each = order[sell[i]];
                orders[i - begin] = each;
                ordered += each;
            }
            double wanted = links.finalDemand()[firm] + ordered;
            double able = Math.min(links.output()[firm] * (1 - capacity.lost(firm)), inputLimit[firm]);
            demand[firm] = wanted;
            production[firm] = Math.min(able, wanted);
            switch (rationing) {
                case PROPORTIONAL -> fill[firm] = wanted > 0 ? production[firm] / wanted : 0;
                case LEVEL -> fill[firm] = able < wanted ? level(firm, level) : Double.POSITIVE_INFINITY;
                case PUBLISHED_LEVEL -> {
                    level.clients(links.sellNormal(), begin, end);
                    fill[firm] = level.solvePublished(links.finalDemand()[firm], production[firm]);
                    first[firm] = level.first();
                    reached[firm] = level.reached();
                }
            }
        }
    }

    private double level(int firm, WaterLevel level) {
        level.clients(links.sellNormal(), links.sellStart()[firm], links.sellStart()[firm + 1]);
        level.addFinalDemand(links.finalDemand()[firm]);
        return level.solve(production[firm]);
    }

    // --- For InoueTodoReasons
    // -------------------------------------------------------------------------------------------

    InoueTodoLinks links() {
        return links;
    }

    double lostCapacity(int firm) {
        return capacity.lost(firm);
    }

    double stockAtFirst(int link) {
        return links.normal()[link] * stockDays[links.client()[link]];
    }

    double demand(int firm) {
        return demand[firm];
    }

    double inputLimit(int firm) {
        return inputLimit[firm];
    }

    double slotStock(int slot) {
        return slotStock[slot];
    }

    double stock(int link) {
        return stock[link];
    }

    double order(int link) {
        return order[link];
    }
}
