package org.hasekura.store;

import java.util.List;
import org.hasekura.exchange.Shape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the records of a dataset look like, as it is kept with it; of datasets of before there is nothing. */
final class KeptShapeJson {

    private KeptShapeJson() {}

    static void write(ObjectNode node, Shape shape) {
        if (shape.isEmpty()) {
            return;
        }
        ArrayNode columns = node.putArray("columns");
        shape.columns().forEach(column -> {
            ObjectNode each = columns.addObject()
                    .put("name", column.name())
                    .put("type", column.type().name());
            Json.put(each, "description", column.description());
        });
        ArrayNode rows = node.putArray("sample");
        shape.rows().forEach(row -> row.forEach(rows.addArray()::add));
    }

    static Shape read(JsonNode node) {
        return node.has("columns")
                ? new Shape(
                        Json.list(node, "columns", KeptShapeJson::column),
                        Json.list(node, "sample", KeptShapeJson::row))
                : Shape.NONE;
    }

    private static Shape.Column column(JsonNode node) {
        return new Shape.Column(
                Json.text(node, "name"),
                Shape.Type.valueOf(Json.text(node, "type")),
                Json.optionalText(node, "description"));
    }

    private static List<String> row(JsonNode node) {
        return node.valueStream().map(JsonNode::stringValue).toList();
    }
}
