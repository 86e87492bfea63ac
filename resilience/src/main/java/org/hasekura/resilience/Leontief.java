package org.hasekura.resilience;

import java.util.Arrays;
import java.util.List;

/**
 * What an input–output table says by itself, in one solution and without time: who stands behind a unit of final demand (W.
 * Leontief 1936), whom a unit of primary input reaches (A. Ghosh, Economica 25:58, 1958), what is lost when industries are
 * taken out (hypothetical extraction; R. Miller and P. Blair, Input–Output Analysis, ch. 12), and how inoperability
 * spreads (J. Santos and Y. Haimes, Risk Analysis 24:1437, 2004).
 *
 * <p>With deliveries {@code Z}, output {@code x} and final demand {@code y}: {@code A = Z/x} by column, {@code x = A x + y};
 * {@code B = Z/x} by row, {@code x' = x' B + v'}. Industries without output have zero columns and rows. All four questions
 * are linear equations, solved by elimination with pivots in {@code n³/3} steps; the residual is what a caller can check.
 */
public final class Leontief {

    private final IoTable table;
    private final int size;

    private Leontief(IoTable table) {
        this.table = table;
        this.size = table.size();
    }

    /** The model of a table as it was published, not balanced. */
    public static Leontief of(IoTable table) {
        return new Leontief(table);
    }

    /**
     * How much output of all industries stands behind one unit of final demand for each: the column sums of
     * {@code (I − A)⁻¹}.
     */
    public double[] demandMultipliers() {
        // Column sums of the inverse: m' (I − A) = 1'.
        return DenseSolver.solve(size, (row, column) -> identity(row, column) - input(column, row), ones());
    }

    /** How much output of all industries one unit of primary input into each makes possible: row sums of {@code (I − B)⁻¹}. */
    public double[] supplyMultipliers() {
        return DenseSolver.solve(size, (row, column) -> identity(row, column) - allocation(row, column), ones());
    }

    /** The output that this final demand needs: {@code (I − A)⁻¹ y}. */
    public double[] output(double[] finalDemand) {
        return DenseSolver.solve(size, (row, column) -> identity(row, column) - input(row, column), finalDemand);
    }

    /**
     * What the others no longer make when industries neither buy nor sell any more, their final demand included.
     *
     * @param taken which
     * @return loss of output by industry, in money per year; of the industries taken out, all of it
     */
    public double[] lossByExtraction(List<Integer> taken) {
        boolean[] isOut = new boolean[size];
        taken.forEach(each -> isOut[each] = true);
        double[] finalDemand = new double[size];
        for (int i = 0; i < size; i++) {
            finalDemand[i] = isOut[i] ? 0 : table.finalDemand(i);
        }
        double[] left = DenseSolver.solve(
                size,
                (row, column) -> identity(row, column) - (isOut[row] || isOut[column] ? 0 : input(row, column)),
                finalDemand);
        double[] before = output(finalDemandOfAll());
        double[] loss = new double[size];
        Arrays.setAll(loss, i -> before[i] - left[i]);
        return loss;
    }

    /**
     * By how much each industry fails to meet what it normally makes, when final demand falls: {@code q = A* q + c*} with
     * {@code A*(i,j) = Z(i,j)/x(i)}.
     *
     * @param fallOfDemand of each industry, as a share of its normal output
     */
    public double[] inoperability(double[] fallOfDemand) {
        return DenseSolver.solve(size, (row, column) -> identity(row, column) - allocation(row, column), fallOfDemand);
    }

    /** The largest eigenvalue of {@code A}, by power iteration; below 1 where the table can reproduce itself. */
    public double spectralRadius() {
        double[] vector = ones();
        double radius = 0;
        double moved = 1;
        for (int round = 0; round < 10_000 && moved > 1e-13; round++) {
            double[] next = new double[size];
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    next[i] += input(i, j) * vector[j];
                }
            }
            double length = Arrays.stream(next).sum();
            if (length == 0) {
                return 0;
            }
            vector = Arrays.stream(next).map(each -> each / length).toArray();
            double before = radius;
            radius = round == 0 ? 0 : length;
            moved = round < 2 ? 1 : Math.abs(radius - before) / radius;
        }
        return radius;
    }

    private double[] finalDemandOfAll() {
        double[] all = new double[size];
        Arrays.setAll(all, table::finalDemand);
        return all;
    }

    private double[] ones() {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double identity(int row, int column) {
        return row == column ? 1 : 0;
    }

    private double input(int seller, int buyer) {
        return share(seller, buyer, table.output()[buyer]);
    }

    private double allocation(int seller, int buyer) {
        return share(seller, buyer, table.output()[seller]);
    }

    private double share(int seller, int buyer, double whole) {
        return whole > 0 ? table.deliveries()[seller * size + buyer] / whole : 0;
    }
}
