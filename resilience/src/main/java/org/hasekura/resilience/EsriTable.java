package org.hasekura.resilience;

import java.io.IOException;

/** Scores as a table: {@code firm,esri,esri_down,esri_up,iters}, a row for each firm, numbers to their last digit. */
public final class EsriTable {

    private EsriTable() {}

    /**
     * Writes scores.
     *
     * @param firms what the firms are called
     * @throws IOException if the text cannot be written; part of it may have been
     */
    public static void write(EsriScores scores, Names firms, Appendable out) throws IOException {
        out.append("firm,esri,esri_down,esri_up,iters\n");
        for (int row = 0; row < scores.count(); row++) {
            out.append(Fields.quoted(firms.name(scores.firms()[row])))
                    .append(',')
                    .append(Double.toString(scores.esri()[row]))
                    .append(',')
                    .append(Double.toString(scores.down()[row]))
                    .append(',')
                    .append(Double.toString(scores.up()[row]))
                    .append(',')
                    .append(Integer.toString(scores.sweeps()[row]))
                    .append('\n');
        }
    }
}
