package org.hasekura.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hasekura.exchange.Csv;
import org.hasekura.exchange.Shape;

/**
 * What the records of a dataset look like, as people write it: a line for each column, and a sample as CSV.
 *
 * @param wrong what cannot be read in it, in words; empty where all is well
 */
record Records(List<Shape.Column> columns, List<List<String>> rows, Optional<String> wrong) {

    private static final int LINES_MAX = 200;

    Records {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    static Records read(Fields form) {
        var columns = new ArrayList<Shape.Column>();
        Optional<String> wrong = Optional.empty();
        for (String line :
                form.text("columns").orElse("").lines().limit(LINES_MAX).toList()) {
            if (!line.isBlank()) {
                String[] parts = line.split("[;\uff1b]", 3);
                String type = parts.length < 2 || parts[1].isBlank() ? "string" : parts[1].strip();
                if (Shape.Type.of(type).isEmpty()) {
                    wrong = Optional.of("`" + type + "` is no type of a column");
                }
                columns.add(new Shape.Column(
                        parts[0].strip(),
                        Shape.Type.of(type).orElse(Shape.Type.STRING),
                        Optional.of(parts.length < 3 ? "" : parts[2].strip()).filter(each -> !each.isEmpty())));
            }
        }
        List<List<String>> rows = Csv.read(form.text("sample").orElse(""), ',', LINES_MAX);
        return new Records(columns, rows, wrong.or(() -> Shape.fault(columns, rows)));
    }

    /** As it is, when nothing is wrong with it. */
    Shape shape() {
        return wrong.isEmpty() ? new Shape(columns, rows) : Shape.NONE;
    }

    /** A line for each column. */
    static String columns(Shape shape) {
        return shape.columns().stream()
                .map(each -> each.name() + "; " + each.type().text()
                        + each.description().map(words -> "; " + words).orElse(""))
                .collect(Collectors.joining("\n"));
    }

    /** The rows as CSV. */
    static String sample(Shape shape) {
        return Csv.write(shape.rows()).replace("\r\n", "\n");
    }

    /** Both as tables, for whoever looks at the dataset; nothing where nothing is said. */
    static Html html(Shape shape, View view) {
        return titled(tables(shape, view).stream().map(each -> each.html(view)).toList(), view.words());
    }

    /** The same on a page that was not asked for by its address: there are no files to be had of it. */
    static Html toCheck(Shape shape, View view) {
        return titled(tables(shape, view).stream().map(Table::withoutFiles).toList(), view.words());
    }

    private static Html titled(List<Html> tables, Words words) {
        return Html.when(
                !tables.isEmpty(), () -> Html.of("<h2>{}</h2>{}", words.say("records.title"), Html.all(tables)));
    }

    static List<Table> tables(Shape shape, View view) {
        return shape.isEmpty()
                ? List.of()
                : shape.rows().isEmpty()
                        ? List.of(columnTable(shape, view))
                        : List.of(columnTable(shape, view), sampleTable(shape, view));
    }

    private static Table columnTable(Shape shape, View view) {
        Words words = view.words();
        return new Table(
                "columns",
                words.say("records.columns"),
                List.of(
                        Table.Column.of("name", words.say("records.name")),
                        Table.Column.of("type", words.say("records.type")),
                        Table.Column.of("description", words.say("records.description"))),
                shape.columns().stream()
                        .map(each -> List.of(
                                Table.Cell.of(each.name()),
                                Table.Cell.of(
                                        words.say("records.type." + each.type().text())),
                                Table.Cell.of(each.description().orElse(""))))
                        .toList(),
                Html.NOTHING);
    }

    private static Table sampleTable(Shape shape, View view) {
        return new Table(
                "sample",
                view.words().say("records.sample"),
                shape.columns().stream()
                        .map(each -> Table.Column.of(each.name(), each.name()))
                        .toList(),
                shape.rows().stream()
                        .map(row -> row.stream().map(Table.Cell::of).toList())
                        .toList(),
                Html.NOTHING);
    }
}
