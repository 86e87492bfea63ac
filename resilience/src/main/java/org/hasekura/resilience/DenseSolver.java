package org.hasekura.resilience;

/** Linear equations with a full matrix: Gauss elimination with partial pivoting, row by row. */
final class DenseSolver {

    private DenseSolver() {}

    /** An entry of a matrix. */
    @FunctionalInterface
    interface Entry {
        double at(int row, int column);
    }

    /**
     * The {@code x} of {@code M x = right}.
     *
     * @throws IllegalArgumentException if the matrix is singular
     */
    static double[] solve(int size, Entry matrix, double[] right) {
        double[][] rows = new double[size][size + 1];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                rows[i][j] = matrix.at(i, j);
            }
            rows[i][size] = right[i];
        }
        for (int k = 0; k < size; k++) {
            pivot(rows, k);
            for (int i = k + 1; i < size; i++) {
                eliminate(rows[i], rows[k], k);
            }
        }
        double[] x = new double[size];
        for (int i = size - 1; i >= 0; i--) {
            double sum = rows[i][size];
            for (int j = i + 1; j < size; j++) {
                sum -= rows[i][j] * x[j];
            }
            x[i] = sum / rows[i][i];
        }
        return x;
    }

    private static void pivot(double[][] rows, int k) {
        int best = k;
        for (int i = k + 1; i < rows.length; i++) {
            best = Math.abs(rows[i][k]) > Math.abs(rows[best][k]) ? i : best;
        }
        if (rows[best][k] == 0) {
            throw new IllegalArgumentException("the equations have no single solution: column " + k + " is empty");
        }
        double[] held = rows[k];
        rows[k] = rows[best];
        rows[best] = held;
    }

    private static void eliminate(double[] row, double[] by, int k) {
        double factor = row[k] / by[k];
        if (factor != 0) {
            for (int j = k; j < row.length; j++) {
                row[j] -= factor * by[j];
            }
        }
    }
}
