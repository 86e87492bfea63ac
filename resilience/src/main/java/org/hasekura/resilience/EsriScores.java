package org.hasekura.resilience;

/**
 * The index of some firms, one array per column.
 *
 * @param firms which firms
 * @param esri the share of all sales that is lost when the firm closes
 * @param down the share lost for want of supplies alone
 * @param up the share lost for want of orders alone
 * @param sweeps how many sweeps it took until nothing moved by more than {@code eps}
 * @param eps the threshold, which is part of the model
 */
@SuppressWarnings("ArrayRecordComponent") // Columns of up to a million numbers; nobody compares two of these by equals.
public record EsriScores(int[] firms, double[] esri, double[] down, double[] up, int[] sweeps, double eps) {

    static EsriScores empty(int[] firms, double eps) {
        int count = firms.length;
        return new EsriScores(firms, new double[count], new double[count], new double[count], new int[count], eps);
    }

    /** How many firms there are. */
    public int count() {
        return firms.length;
    }

    int firm(int row) {
        return firms[row];
    }

    void set(int row, EsriSweeps from) {
        esri[row] = from.lost();
        down[row] = from.lostDown();
        up[row] = from.lostUp();
        sweeps[row] = from.count();
    }
}
