package org.hasekura.node;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hasekura.evidence.IndexedEntry;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Entries of the evidence log with their indexes, as they stand there. */
final class EvidenceJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private EvidenceJson() {}

    static String write(List<IndexedEntry> entries) {
        ObjectNode node = MAPPER.createObjectNode();
        ArrayNode array = node.putArray("entries");
        for (IndexedEntry entry : entries) {
            array.addObject()
                    .put("index", entry.index())
                    .set("entry", MAPPER.readTree(new String(entry.bytes(), StandardCharsets.UTF_8)));
        }
        return node.toString();
    }
}
