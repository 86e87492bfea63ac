package org.hasekura.law;

import java.util.List;

/**
 * A table of the law data as it is published.
 *
 * @param rows one cell for each column
 */
record OpenTable(String name, String titleEn, String titleJa, List<Column> columns, List<List<Cell>> rows) {

    /** What a column holds. */
    record Column(String name, String textEn, String textJa) {}

    /** What stands in a place of a table. */
    sealed interface Cell {
        /** As it is written where there is only text. */
        String text();

        /** Nothing is stated. */
        record Missing() implements Cell {
            @Override
            public String text() {
                return "";
            }
        }

        record Text(String text) implements Cell {}

        record Whole(int value) implements Cell {
            @Override
            public String text() {
                return String.valueOf(value);
            }
        }

        record Flag(boolean value) implements Cell {
            @Override
            public String text() {
                return String.valueOf(value);
            }
        }

        /** Several texts; where there is only text, a bar stands between them. */
        record Texts(List<String> values) implements Cell {
            @Override
            public String text() {
                return String.join("|", values);
            }
        }
    }

    /** Comma-separated values with a head line. */
    String csv() {
        StringBuilder csv =
                new StringBuilder(Csv.line(columns.stream().map(Column::name).toList()));
        rows.forEach(row -> csv.append(Csv.line(row.stream().map(Cell::text).toList())));
        return csv.toString();
    }

    /** What kind of value the column holds, judged by what stands in it: {@code date}, {@code integer}, {@code boolean}, {@code list} or {@code string}. */
    String type(int column) {
        List<Cell> cells = rows.stream()
                .map(row -> row.get(column))
                .filter(cell -> !(cell instanceof Cell.Missing))
                .toList();
        if (cells.isEmpty()) {
            return "string";
        }
        return switch (cells.getFirst()) {
            case Cell.Whole _ -> "integer";
            case Cell.Flag _ -> "boolean";
            case Cell.Texts _ -> "list";
            case Cell.Missing _ -> "string";
            case Cell.Text _ ->
                cells.stream().allMatch(cell -> cell.text().matches("\\d{4}-\\d{2}-\\d{2}")) ? "date" : "string";
        };
    }
}
