package org.hasekura.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the records of a dataset look like: their columns, and a few of them to look at. It travels in the catalog, so it is small.
 * W3C CSVW (csv on the web) for the columns, ADMS {@code sample} for the rows.
 *
 * @param rows each with a text for every column, in their order; none where nothing is shown
 */
public record Shape(List<Column> columns, List<List<String>> rows) {

    /** Nothing is said. */
    public static final Shape NONE = new Shape(List.of(), List.of());

    public static final int COLUMNS_MAX = 100;
    public static final int ROWS_MAX = 10;
    /** Of a name, a description or a cell. */
    public static final int TEXT_MAX = 200;
    /** Of all cells together. */
    public static final int SAMPLE_MAX = 8_000;

    public Shape {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        fault(columns, rows).ifPresent(words -> {
            throw new IllegalArgumentException(words);
        });
    }

    /** What a column holds: a datatype of CSVW, which are those of XML Schema. */
    public enum Type {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN,
        DATE,
        DATETIME;

        /** As CSVW writes it. */
        public String text() {
            return this == DATETIME ? "dateTime" : name().toLowerCase(Locale.ROOT);
        }

        /** The type of that name; {@code decimal}, {@code double} and {@code float} are numbers. */
        public static Optional<Type> of(String text) {
            return List.of("decimal", "double", "float").contains(text)
                    ? Optional.of(NUMBER)
                    : Arrays.stream(values())
                            .filter(each -> each.text().equalsIgnoreCase(text))
                            .findFirst();
        }
    }

    /** One column, or one member of each object. */
    public record Column(String name, Type type, Optional<String> description) {}

    /** Why these are no shape, in words; empty when they are one. */
    public static Optional<String> fault(List<Column> columns, List<List<String>> rows) {
        if (columns.size() > COLUMNS_MAX) {
            return Optional.of("there are more than " + COLUMNS_MAX + " columns");
        }
        for (Column column : columns) {
            if (column.name().isBlank()
                    || column.name().length() > TEXT_MAX
                    || column.description()
                            .filter(each -> each.length() > TEXT_MAX)
                            .isPresent()) {
                return Optional.of("the column `" + cut(column.name()) + "` needs a name, and both name and description"
                        + " have at most " + TEXT_MAX + " characters");
            }
            if (columns.stream()
                            .filter(each -> each.name().equals(column.name()))
                            .count()
                    > 1) {
                return Optional.of("two columns have the name `" + cut(column.name()) + "`");
            }
        }
        return faultOf(rows, columns.size());
    }

    private static Optional<String> faultOf(List<List<String>> rows, int columns) {
        if (rows.size() > ROWS_MAX) {
            return Optional.of("the sample has more than " + ROWS_MAX + " rows");
        }
        int length = 0;
        for (int at = 0; at < rows.size(); at++) {
            List<String> row = rows.get(at);
            if (row.size() != columns) {
                return Optional.of("row " + (at + 1) + " of the sample has " + row.size() + " cells, not the " + columns
                        + " of the columns");
            }
            for (String cell : row) {
                length += cell.length();
                if (cell.length() > TEXT_MAX || length > SAMPLE_MAX) {
                    return Optional.of("row " + (at + 1) + " of the sample is too long: a cell has at most " + TEXT_MAX
                            + " characters, all of them " + SAMPLE_MAX);
                }
            }
        }
        return Optional.empty();
    }

    public boolean isEmpty() {
        return columns.isEmpty();
    }

    private static String cut(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
