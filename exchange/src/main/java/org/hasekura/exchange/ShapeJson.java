package org.hasekura.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * The shape of a dataset in a catalog: columns as the table schema of W3C CSVW (2015-12-17 §5.5, §5.6), a sample as ADMS has it, its
 * rows as CSV in the property {@code chars} of W3C Content in RDF. The protocol's context has no prefix for these, so they stand
 * under their full names.
 */
final class ShapeJson {

    private static final String CSVW = "http://www.w3.org/ns/csvw#";
    static final String SCHEMA = CSVW + "tableSchema";
    private static final String COLUMN = CSVW + "column";
    private static final String NAME = CSVW + "name";
    private static final String DATATYPE = CSVW + "datatype";
    static final String SAMPLE = "http://www.w3.org/ns/adms#sample";
    private static final String CONTENT = "http://www.w3.org/2011/content#";

    private ShapeJson() {}

    static void write(JsonGenerator json, Shape shape) {
        if (shape.isEmpty()) {
            return;
        }
        json.writeName(SCHEMA);
        json.writeStartObject();
        json.writeName(COLUMN);
        json.writeStartObject();
        json.writeName("@list");
        json.writeStartArray();
        for (Shape.Column column : shape.columns()) {
            json.writeStartObject();
            json.writeStringProperty(NAME, column.name());
            json.writeStringProperty(DATATYPE, column.type().text());
            column.description().ifPresent(words -> json.writeStringProperty("dct:description", words));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        if (!shape.rows().isEmpty()) {
            json.writeName(SAMPLE);
            json.writeStartObject();
            json.writeStringProperty("@type", CONTENT + "ContentAsText");
            json.writeStringProperty("dcat:mediaType", "text/csv;header=absent");
            json.writeStringProperty(CONTENT + "chars", Csv.write(shape.rows()));
            json.writeEndObject();
        }
    }

    /** As far as it can be read: it is only shown. What is too much of it is left out. */
    static Shape read(Optional<JsonNode> schema, Optional<JsonNode> sample) {
        List<Shape.Column> columns = new ArrayList<>();
        schema.map(each -> each.path(COLUMN))
                .map(each -> each.has("@list") ? each.path("@list") : each)
                .ifPresent(list -> {
                    for (JsonNode each : list.isArray() ? list : List.of(list)) {
                        column(each).ifPresent(columns::add);
                    }
                });
        if (Shape.fault(columns, List.of()).isPresent()) {
            return Shape.NONE;
        }
        List<List<String>> rows = sample.map(each -> each.path(CONTENT + "chars"))
                .filter(JsonNode::isString)
                .filter(each -> each.stringValue().length() <= 4 * Shape.SAMPLE_MAX)
                .map(each -> Csv.read(each.stringValue(), ',', Shape.ROWS_MAX + 1))
                .orElse(List.of());
        return Shape.fault(columns, rows).isEmpty() ? new Shape(columns, rows) : new Shape(columns, List.of());
    }

    private static Optional<Shape.Column> column(JsonNode node) {
        JsonNode name = node.path(NAME);
        return name.isString()
                ? Optional.of(new Shape.Column(
                        name.stringValue(),
                        Shape.Type.of(node.path(DATATYPE).asString("string")).orElse(Shape.Type.STRING),
                        Optional.of(node.path("dct:description"))
                                .filter(JsonNode::isString)
                                .map(JsonNode::stringValue)))
                : Optional.empty();
    }
}
