package org.hasekura.node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.Shape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the records of a dataset look like, as people and programs of this node's own write and read it. */
final class ColumnsJson {

    static final String COLUMNS = "columns";
    static final String SAMPLE = "sample";

    private ColumnsJson() {}

    static Shape read(JsonNode node) throws ManagementJson.BadInput {
        var columns = new ArrayList<Shape.Column>();
        int at = 0;
        for (JsonNode each : array(node, COLUMNS)) {
            columns.add(column(each, at++));
        }
        var rows = new ArrayList<List<String>>();
        for (JsonNode row : array(node, SAMPLE)) {
            rows.add(row(row, rows.size()));
        }
        Optional<String> fault = Shape.fault(columns, rows);
        if (fault.isPresent()) {
            throw new ManagementJson.BadInput(
                    JsonPointer.of(Shape.fault(columns, List.of()).isPresent() ? COLUMNS : SAMPLE), fault.get());
        }
        return new Shape(columns, rows);
    }

    private static Iterable<JsonNode> array(JsonNode node, String name) throws ManagementJson.BadInput {
        if (node.has(name) && !node.path(name).isArray()) {
            throw new ManagementJson.BadInput(JsonPointer.of(name), "`" + name + "` must be a list");
        }
        return node.path(name);
    }

    private static Shape.Column column(JsonNode node, int at) throws ManagementJson.BadInput {
        if (!node.isObject()) {
            throw new ManagementJson.BadInput(
                    "/" + COLUMNS + "/" + at, "a column is an object, as {\"name\": \"grams\", \"type\": \"integer\"}");
        }
        ManagementJson.onlyMembers(node, List.of("name", "type", "description"));
        String type = ManagementJson.optionalText(node, "type").orElse("string");
        return new Shape.Column(
                ManagementJson.text(node, "name"),
                Shape.Type.of(type)
                        .orElseThrow(() -> new ManagementJson.BadInput(
                                "/" + COLUMNS + "/" + at + "/type",
                                "`" + type + "` is no type of a column; there are " + types())),
                ManagementJson.optionalText(node, "description"));
    }

    static String types() {
        return String.join(
                ", ", Arrays.stream(Shape.Type.values()).map(Shape.Type::text).toList());
    }

    /** Numbers and truth values may stand as such. */
    private static List<String> row(JsonNode node, int at) throws ManagementJson.BadInput {
        if (!node.isArray()) {
            throw new ManagementJson.BadInput("/" + SAMPLE + "/" + at, "a row of the sample is a list of its cells");
        }
        var cells = new ArrayList<String>();
        for (JsonNode cell : node) {
            if (cell.isContainer()) {
                throw new ManagementJson.BadInput("/" + SAMPLE + "/" + at, "a cell of the sample is a text");
            }
            cells.add(cell.isNull() ? "" : cell.asString());
        }
        return cells;
    }

    static void write(ObjectNode node, Shape shape) {
        if (shape.isEmpty()) {
            return;
        }
        ArrayNode columns = node.putArray(COLUMNS);
        shape.columns().forEach(column -> {
            ObjectNode each = columns.addObject()
                    .put("name", column.name())
                    .put("type", column.type().text());
            column.description().ifPresent(words -> each.put("description", words));
        });
        if (!shape.rows().isEmpty()) {
            ArrayNode rows = node.putArray(SAMPLE);
            shape.rows().forEach(row -> row.forEach(rows.addArray()::add));
        }
    }

    /** As two members of a description, to be put into one. */
    static byte[] written(Shape shape) {
        ObjectNode node = ManagementJson.object();
        write(node, shape);
        return node.toPrettyString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
