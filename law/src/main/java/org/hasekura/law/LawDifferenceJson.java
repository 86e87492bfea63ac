package org.hasekura.law;

import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes differences of law as JSON. */
public final class LawDifferenceJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private LawDifferenceJson() {}

    /** One object over several lines. */
    public static String write(LawDifference difference) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("before", difference.before().toString());
        root.put("after", difference.after().toString());
        root.put("lawData", difference.lawData());
        root.put("software", SoftwareVersion.CURRENT);
        ArrayNode changes = root.putArray("changes");
        for (LawDifference.Change change : difference.changes()) {
            changes.addObject()
                    .put("day", change.day().toString())
                    .put("kind", change.kind().name().toLowerCase(Locale.ROOT))
                    .put("id", change.id())
                    .put("textEn", change.textEn())
                    .put("textJa", change.textJa())
                    .put("confidence", change.confidence().code());
        }
        ArrayNode cells = root.putArray("cells");
        for (LawDifference.Moved moved : difference.moved()) {
            ObjectNode cell = cells.addObject();
            MatrixJson.put(cell.putObject("before"), moved.before());
            MatrixJson.put(cell.putObject("after"), moved.after());
            moved.cause().forEach(cell.putArray("cause")::add);
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }
}
