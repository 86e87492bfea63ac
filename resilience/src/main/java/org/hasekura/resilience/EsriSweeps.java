package org.hasekura.resilience;

import java.util.Arrays;

/**
 * The sweeps of {@link Esri} for one shock after another, in arrays that are cleared by the lists of what was touched.
 * For one thread.
 */
final class EsriSweeps {

    /** A market that makes less than this makes nothing: its firms cannot be replaced. */
    private static final double EMPTY_MARKET = 1e-10;

    private final EsriLinks links;
    private final boolean isReplaceable;
    private final double eps;
    private final double totalSales;

    // Invariant: between shocks every number below is zero and both lists are empty.
    private final double[] lossDown;
    private final double[] lossUp;
    private final int[] firmsDown;
    private final int[] firmsUp;
    private int countDown;
    private int countUp;

    private final double[] slotLoss;
    private final double[] newLoss;
    private final double[] marketLoss;
    private final int[] touchedFirms;
    private int[] touched = new int[1 << 10];

    private int sweeps;
    private double lost;
    private double lostDown;
    private double lostUp;

    EsriSweeps(EsriLinks links, Esri.Replaceability sigma, double eps) {
        this.links = links;
        this.isReplaceable = sigma == Esri.Replaceability.MARKET;
        this.eps = eps;
        int firms = links.firms();
        this.lossDown = new double[firms];
        this.lossUp = new double[firms];
        // One more than there are firms: the loops write first and then see whether the place is taken.
        this.firmsDown = new int[firms + 1];
        this.firmsUp = new int[firms + 1];
        this.slotLoss = new double[links.slotFirm().length];
        this.newLoss = new double[firms];
        this.marketLoss = new double[links.marketSales().length];
        this.touchedFirms = new int[firms + 1];
        this.totalSales = Arrays.stream(links.sales()).sum();
    }

    /** Closes one firm, lets the loss spread, and adds it up. */
    void close(int firm) {
        clear();
        begin(firm, 1);
        spread();
        addUp();
    }

    /** The same for any loss of capacity. */
    void shock(double[] capacityLoss) {
        if (capacityLoss.length != links.firms()) {
            throw new IllegalArgumentException(
                    "there are " + links.firms() + " firms, but " + capacityLoss.length + " losses");
        }
        clear();
        for (int firm = 0; firm < capacityLoss.length; firm++) {
            double loss = capacityLoss[firm];
            if (!(loss >= 0 && loss <= 1)) {
                throw new IllegalArgumentException("a loss lies between 0 and 1, that of firm " + firm + " is " + loss);
            }
            if (loss > 0) {
                begin(firm, loss);
            }
        }
        spread();
        addUp();
    }

    int count() {
        return sweeps;
    }

    double lost() {
        return lost;
    }

    double lostDown() {
        return lostDown;
    }

    double lostUp() {
        return lostUp;
    }

    EsriOutcome outcome() {
        return new EsriOutcome(lossDown.clone(), lossUp.clone(), lost, sweeps);
    }

    private void begin(int firm, double loss) {
        lossDown[firm] = loss;
        lossUp[firm] = loss;
        firmsDown[countDown++] = firm;
        firmsUp[countUp++] = firm;
    }

    // Capacity needs no arrays of its own: a loss begins at that of capacity and never falls.
    private void spread() {
        sweeps = 0;
        double moved;
        do {
            moved = Math.max(sweepDown(), sweepUp());
            sweeps++;
        } while (moved > eps);
    }

    private double sweepDown() {
        if (isReplaceable) {
            addUpMarkets();
        }
        int slots = pushDown();
        int firms = 0;
        for (int i = 0; i < slots; i++) {
            int slot = touched[i];
            int firm = links.slotFirm()[slot];
            double loss = slotLoss[slot];
            slotLoss[slot] = 0;
            double before = newLoss[firm];
            touchedFirms[firms] = firm;
            firms += before == 0 && loss > 0 ? 1 : 0;
            newLoss[firm] = Math.max(before, loss);
        }
        double moved = 0;
        for (int i = 0; i < firms; i++) {
            int firm = touchedFirms[i];
            double loss = Math.min(1, newLoss[firm]);
            newLoss[firm] = 0;
            double before = lossDown[firm];
            if (loss > before) {
                moved = Math.max(moved, loss - before);
                lossDown[firm] = loss;
                firmsDown[countDown] = firm;
                countDown += before == 0 ? 1 : 0;
            }
        }
        return moved;
    }

    /** Adds every firm's loss to the slots of its customers; answers how many slots are in {@link #touched}. */
    private int pushDown() {
        int[] start = links.downStart();
        int[] slotOf = links.downSlot();
        double[] share = links.downShare();
        int count = 0;
        for (int i = 0; i < countDown; i++) {
            int firm = firmsDown[i];
            int end = start[firm + 1];
            double loss = lossDown[firm] * sigma(firm);
            ensure(count + end - start[firm]);
            for (int link = start[firm]; link < end; link++) {
                int slot = slotOf[link];
                double before = slotLoss[slot];
                slotLoss[slot] = before + loss * share[link];
                touched[count] = slot;
                count += before == 0 ? 1 : 0;
            }
        }
        return count;
    }

    private double sweepUp() {
        int[] start = links.upStart();
        int[] firmOf = links.upFirm();
        double[] share = links.upShare();
        int count = 0;
        for (int i = 0; i < countUp; i++) {
            int firm = firmsUp[i];
            int end = start[firm + 1];
            double loss = lossUp[firm];
            ensure(count + end - start[firm]);
            for (int link = start[firm]; link < end; link++) {
                int supplier = firmOf[link];
                double before = newLoss[supplier];
                newLoss[supplier] = before + loss * share[link];
                touched[count] = supplier;
                count += before == 0 ? 1 : 0;
            }
        }
        double moved = 0;
        for (int i = 0; i < count; i++) {
            int firm = touched[i];
            double loss = Math.min(1, newLoss[firm]);
            newLoss[firm] = 0;
            double before = lossUp[firm];
            if (loss > before) {
                moved = Math.max(moved, loss - before);
                lossUp[firm] = loss;
                firmsUp[countUp] = firm;
                countUp += before == 0 ? 1 : 0;
            }
        }
        return moved;
    }

    private void addUpMarkets() {
        Arrays.fill(marketLoss, 0);
        for (int i = 0; i < countDown; i++) {
            int firm = firmsDown[i];
            marketLoss[links.sectorOf()[firm]] += links.sales()[firm] * lossDown[firm];
        }
    }

    private double sigma(int firm) {
        if (!isReplaceable) {
            return 1;
        }
        int sector = links.sectorOf()[firm];
        double stillMade = links.marketSales()[sector] - marketLoss[sector];
        return stillMade <= EMPTY_MARKET ? 1 : Math.min(1, links.sales()[firm] / stillMade);
    }

    private void addUp() {
        double down = 0;
        double both = 0;
        double up = 0;
        for (int i = 0; i < countDown; i++) {
            int firm = firmsDown[i];
            double sales = links.sales()[firm];
            down += sales * lossDown[firm];
            both += sales * Math.max(lossDown[firm], lossUp[firm]);
        }
        for (int i = 0; i < countUp; i++) {
            int firm = firmsUp[i];
            double sales = links.sales()[firm];
            up += sales * lossUp[firm];
            both += lossDown[firm] == 0 ? sales * lossUp[firm] : 0;
        }
        lost = totalSales > 0 ? both / totalSales : 0;
        lostDown = totalSales > 0 ? down / totalSales : 0;
        lostUp = totalSales > 0 ? up / totalSales : 0;
    }

    private void ensure(int slots) {
        if (slots >= touched.length) {
            touched = Arrays.copyOf(touched, Math.max(2 * touched.length, slots + 1));
        }
    }

    private void clear() {
        for (int i = 0; i < countDown; i++) {
            lossDown[firmsDown[i]] = 0;
        }
        for (int i = 0; i < countUp; i++) {
            lossUp[firmsUp[i]] = 0;
        }
        countDown = 0;
        countUp = 0;
    }
}
