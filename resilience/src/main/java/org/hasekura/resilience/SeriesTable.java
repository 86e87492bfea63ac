package org.hasekura.resilience;

import java.io.IOException;

/** A number for each day as a table: a header, then a row for each day. */
public final class SeriesTable {

    private SeriesTable() {}

    /**
     * Writes {@code day,va}; day -1 is the normal state.
     *
     * @param series as {@link InoueTodo#valueAdded} answers
     * @throws IOException if the text cannot be written; part of it may have been
     */
    public static void writeValueAdded(double[] series, Appendable out) throws IOException {
        out.append("day,va\n");
        for (int i = 0; i < series.length; i++) {
            out.append(Integer.toString(i - 1))
                    .append(',')
                    .append(Double.toString(series[i]))
                    .append('\n');
        }
    }

    /**
     * Writes {@code day,low,median,high,SEED,…}: the runs of an ensemble beside each other, and the tenth, half and nine
     * tenths of them before.
     *
     * @param series as {@link Ensemble#run} answers
     * @throws IOException if the text cannot be written; part of it may have been
     */
    public static void writeEnsemble(double[][] series, long[] seeds, Appendable out) throws IOException {
        out.append("day,low,median,high");
        for (long seed : seeds) {
            out.append(",seed ").append(Long.toString(seed));
        }
        out.append('\n');
        double[] low = Ensemble.quantile(series, 0.1);
        double[] median = Ensemble.quantile(series, 0.5);
        double[] high = Ensemble.quantile(series, 0.9);
        for (int i = 0; i < median.length; i++) {
            out.append(Integer.toString(i - 1));
            out.append(',').append(Double.toString(low[i]));
            out.append(',').append(Double.toString(median[i]));
            out.append(',').append(Double.toString(high[i]));
            for (double[] run : series) {
                out.append(',').append(Double.toString(run[i]));
            }
            out.append('\n');
        }
    }
}
