package org.hasekura.resilience;

import java.util.ArrayList;
import java.util.List;

/**
 * Follows what binds from firm to firm: of capacity, the scarcest input and demand, in this order, the one that is least;
 * then, within a scarce input, the supplier whose stock has fallen the most, and within demand, the customer whose orders
 * have. A circle ends the chain: two firms can starve each other long after what began it is repaired.
 */
final class InoueTodoReasons {

    /** Production this close to normal is normal. */
    private static final double NOTICEABLE = 1e-9;

    private final InoueTodoRun run;
    private final InoueTodoLinks links;

    InoueTodoReasons(InoueTodoRun run) {
        this.run = run;
        this.links = run.links();
    }

    ShockChain chain(int firm) {
        List<ShockChain.Link> chain = new ArrayList<>();
        int at = firm;
        while (at >= 0 && !isIn(chain, at)) {
            ShockChain.Link link = link(at);
            chain.add(link);
            at = switch (link) {
                case ShockChain.Link.Untouched _, ShockChain.Link.Damaged _ -> -1;
                case ShockChain.Link.LacksInput lacks -> lacks.supplier();
                case ShockChain.Link.LacksOrders lacks -> lacks.customer();
            };
        }
        return new ShockChain(chain);
    }

    private static boolean isIn(List<ShockChain.Link> chain, int firm) {
        return chain.stream().anyMatch(each -> each.firm() == firm);
    }

    private ShockChain.Link link(int firm) {
        double output = links.output()[firm];
        double level = output > 0 ? run.production(firm) / output : 1;
        if (level >= 1 - NOTICEABLE) {
            return new ShockChain.Link.Untouched(firm, level);
        }
        double able = output * (1 - run.lostCapacity(firm));
        double least = Math.min(able, Math.min(run.inputLimit(firm), run.demand(firm)));
        if (least == able) {
            return new ShockChain.Link.Damaged(firm, level, run.lostCapacity(firm));
        }
        // Who makes nothing also gets few orders from those it starves: want of input is the reason, not that.
        return least == run.inputLimit(firm)
                ? lacksInput(firm, level)
                : new ShockChain.Link.LacksOrders(firm, level, mostLostCustomer(firm));
    }

    private ShockChain.Link lacksInput(int firm, double level) {
        int scarcest = links.slotStart()[firm];
        for (int slot = scarcest + 1; slot < links.slotStart()[firm + 1]; slot++) {
            double ratio = run.slotStock(slot) / links.slotNormal()[slot];
            if (ratio < run.slotStock(scarcest) / links.slotNormal()[scarcest]) {
                scarcest = slot;
            }
        }
        int worst = links.linkStart()[scarcest];
        for (int link = worst + 1; link < links.linkStart()[scarcest + 1]; link++) {
            if (missing(link, run.stock(link)) > missing(worst, run.stock(worst))) {
                worst = link;
            }
        }
        int supplier = links.supplier()[worst];
        return new ShockChain.Link.LacksInput(firm, level, links.sectorOf()[supplier], supplier);
    }

    private int mostLostCustomer(int firm) {
        int customer = -1;
        double most = 0;
        for (int i = links.sellStart()[firm]; i < links.sellStart()[firm + 1]; i++) {
            int link = links.sell()[i];
            double missing = links.normal()[link] - run.order(link);
            if (missing > most) {
                most = missing;
                customer = links.client()[link];
            }
        }
        return customer;
    }

    /** How far a stock is below what it was at the beginning, in money. */
    private double missing(int link, double stock) {
        return run.stockAtFirst(link) - stock;
    }
}
