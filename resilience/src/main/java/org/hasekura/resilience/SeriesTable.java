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
}
