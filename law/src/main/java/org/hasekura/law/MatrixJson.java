package org.hasekura.law;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes matrices as JSON. */
public final class MatrixJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private MatrixJson() {}

    /** One object over several lines. */
    public static String write(Matrix matrix) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("day", matrix.day().toString());
        root.put("data", matrix.data());
        root.put("lawData", matrix.lawData());
        root.put("software", SoftwareVersion.CURRENT);
        matrix.exporters().forEach(root.putArray("exporters")::add);
        matrix.importers().forEach(root.putArray("importers")::add);
        ArrayNode cells = root.putArray("cells");
        matrix.cells().forEach(cell -> put(cells.addObject(), cell));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    static void put(ObjectNode object, Matrix.Cell cell) {
        object.put("from", cell.from()).put("to", cell.to());
        object.put("outcome", cell.ruling().outcome());
        cell.ruling().basis().forEach(object.putArray("basis")::add);
        object.put("confidence", cell.ruling().confidence().code());
    }
}
