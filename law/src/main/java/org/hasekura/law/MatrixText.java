package org.hasekura.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A matrix for people: rows of short words, and as CSV. */
public final class MatrixText {
    private MatrixText() {}

    /** A heading row, then a row per exporter. Each cell says in a word whether data may go. */
    public static List<List<String>> rows(Matrix matrix, Locale language) {
        Words words = Words.of(language);
        List<List<String>> rows = new ArrayList<>();
        List<String> heading = new ArrayList<>(List.of(""));
        heading.addAll(matrix.importers());
        rows.add(heading);
        int columns = matrix.importers().size();
        for (int row = 0; row < matrix.exporters().size(); row++) {
            List<String> line = new ArrayList<>(List.of(matrix.exporters().get(row)));
            matrix.cells()
                    .subList(row * columns, (row + 1) * columns)
                    .forEach(
                            cell -> line.add(words.say("matrix." + cell.ruling().outcome())));
            rows.add(line);
        }
        return rows;
    }

    /** What the words mean, for which flow and day. */
    public static List<String> legend(Matrix matrix, Locale language) {
        Words words = Words.of(language);
        return List.of(
                words.say("matrix.title", matrix.day().toString(), matrix.data()),
                words.say("matrix.flow"),
                words.say("matrix.legend"),
                words.say("matrix.footer", matrix.lawData()));
    }

    /** A line per cell: {@code from,to,outcome,basis,confidence,day,lawData}; several tokens are parted by spaces. */
    public static List<String> csv(Matrix matrix) {
        List<String> lines = new ArrayList<>(List.of("from,to,outcome,basis,confidence,day,lawData"));
        for (Matrix.Cell cell : matrix.cells()) {
            Ruling ruling = cell.ruling();
            lines.add(String.join(
                    ",",
                    cell.from(),
                    cell.to(),
                    ruling.outcome(),
                    String.join(" ", ruling.basis()),
                    ruling.confidence().code(),
                    matrix.day().toString(),
                    matrix.lawData()));
        }
        return lines;
    }
}
