package org.hasekura.resilience;

import java.util.Arrays;

/** What damage leaves of each firm's capacity, from day to day. For one run. */
final class Capacity {

    private final InoueTodoLinks links;
    private final Damage damage;
    private final Recovery recovery;
    private final double[] share;
    private final double[] initial;
    private final int[] since;
    // Who was damaged at some time; the others need no look.
    private int[] damaged = new int[16];
    private int count;

    Capacity(InoueTodoLinks links, Damage damage, Recovery recovery) {
        this.links = links;
        this.damage = damage;
        this.recovery = recovery;
        this.share = new double[links.firms()];
        this.initial = new double[links.firms()];
        this.since = new int[links.firms()];
        Arrays.fill(since, -1);
    }

    /** The share that a firm cannot use. */
    double lost(int firm) {
        return share[firm];
    }

    /** Takes in what happens on this day. */
    void begin(int day) {
        for (int i = 0; i < damage.count(); i++) {
            if (damage.day()[i] == day) {
                int firm = damage.firm()[i];
                if (since[firm] < 0) {
                    remember(firm);
                }
                since[firm] = day;
                share[firm] = damage.share()[i];
                initial[firm] = damage.share()[i];
            }
        }
    }

    /** Repairs at the end of this day. */
    void repair(int day) {
        // Neighbours count with what they were when the pass reaches them, in order of the firms, as published.
        if (recovery instanceof Recovery.Damped) {
            Arrays.sort(damaged, 0, count);
        }
        for (int i = 0; i < count; i++) {
            int firm = damaged[i];
            if (share[firm] > 0) {
                share[firm] = Math.max(0, repaired(firm, day));
            }
        }
    }

    private double repaired(int firm, int day) {
        return switch (recovery) {
            case Recovery.Never _ -> share[firm];
            case Recovery.Linear(double days) -> share[firm] - initial[firm] / days;
            case Recovery.Exponential(double days) -> initial[firm] * Math.exp(-(day + 1 - since[firm]) / days);
            case Recovery.Damped(double days) -> share[firm] * (1 - soundness(firm) / days);
        };
    }

    private double soundness(int firm) {
        double sum = 0;
        int neighbours = 0;
        int first = links.linkStart()[links.slotStart()[firm]];
        int end = links.linkStart()[links.slotStart()[firm + 1]];
        for (int link = first; link < end; link++) {
            sum += share[links.supplier()[link]];
            neighbours++;
        }
        for (int i = links.sellStart()[firm]; i < links.sellStart()[firm + 1]; i++) {
            sum += share[links.client()[links.sell()[i]]];
            neighbours++;
        }
        return neighbours == 0 ? 1 : 1 - sum / neighbours;
    }

    private void remember(int firm) {
        if (count == damaged.length) {
            damaged = Arrays.copyOf(damaged, 2 * count);
        }
        damaged[count++] = firm;
    }
}
