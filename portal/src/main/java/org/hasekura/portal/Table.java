package org.hasekura.portal;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table that people read and programs can have as CSV and JSON.
 *
 * @param name in the address of its files
 * @param caption what it shows, in words
 * @param empty what stands there when it has no rows
 */
public record Table(String name, String caption, List<Column> columns, List<List<Cell>> rows, Html empty) {

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * A column.
     *
     * @param name for programs
     * @param title for people
     */
    public record Column(String name, String title, boolean isNumber) {
        public static Column of(String name, String title) {
            return new Column(name, title, false);
        }

        public static Column number(String name, String title) {
            return new Column(name, title, true);
        }
    }

    /** What stands in a place: for people, and the plain value. */
    public record Cell(Html shown, String value) {
        public static Cell of(String text) {
            return new Cell(Html.text(text), text);
        }

        /** Not known, which is not zero and not nothing. */
        public static Cell unknown(Words words) {
            return new Cell(
                    Html.of(
                            "<span class=\"unknown\"><span aria-hidden=\"true\">–</span><span class=\"hidden\">{}</span></span>",
                            words.say("table.unknown")),
                    "");
        }
    }

    /** The table with its caption, the first column as heads, and the way to its files. */
    Html html(View view) {
        Words words = view.words();
        return rows.isEmpty()
                ? Html.of("<div class=\"empty\">{}</div>", empty)
                : Html.of(
                        "{}<p class=\"files\">{} <a href=\"{}\" download>CSV</a> <a href=\"{}\">JSON</a></p>",
                        withoutFiles(),
                        words.say("table.files"),
                        file(view, "csv"),
                        file(view, "json"));
    }

    /** The table alone, with its caption and the first column as heads. */
    Html withoutFiles() {
        return Html.of(
                """
                <div class="table" role="region" tabindex="0" aria-label="{}">
                <table>
                <caption>{}</caption>
                <thead><tr>{}</tr></thead>
                <tbody>
                {}
                </tbody>
                </table>
                </div>
                """,
                caption,
                caption,
                Html.each(
                        columns,
                        (Column column) ->
                                Html.of("<th scope=\"col\"{}>{}</th>", isNumber(column.isNumber()), column.title())),
                Html.each(rows, this::row));
    }

    private String file(View view, String kind) {
        String query = view.query().isEmpty() ? "" : "&" + view.query();
        return view.href(view.path().equals("/") ? "/index." + kind : Links.path(view.path()) + "." + kind) + "?table="
                + name + query;
    }

    private Html row(List<Cell> cells) {
        return Html.of(
                "<tr>{}</tr>",
                Html.numbered(
                        cells,
                        (Cell cell, Integer at) -> at == 0
                                ? Html.of("<th scope=\"row\">{}</th>", cell.shown())
                                : Html.of(
                                        "<td{}>{}</td>",
                                        isNumber(columns.get(at).isNumber()),
                                        cell.shown())));
    }

    private static Html isNumber(boolean number) {
        return number ? Html.of(" class=\"number\"") : Html.NOTHING;
    }

    /** RFC 4180, with a mark at the front by which spreadsheets know UTF-8. */
    String csv() {
        var text = new StringBuilder("\uFEFF");
        text.append(columns.stream().map(Column::name).collect(Collectors.joining(",")))
                .append("\r\n");
        for (List<Cell> row : rows) {
            text.append(row.stream().map(cell -> field(cell.value())).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return text.toString();
    }

    /** A field that a spreadsheet would take for a formula begins with an apostrophe. */
    private static String field(String value) {
        String safe = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 && !value.matches("-?[0-9.]+")
                ? "'" + value
                : value;
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
