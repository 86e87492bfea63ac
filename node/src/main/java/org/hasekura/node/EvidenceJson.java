package org.hasekura.node;

import java.nio.charset.StandardCharsets;
import org.hasekura.evidence.IndexedEntry;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Entries of the evidence log with their indexes, as they stand there. */
final class EvidenceJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private EvidenceJson() {}

    static ObjectNode write(IndexedEntry entry) {
        ObjectNode node = MAPPER.createObjectNode().put("index", entry.index());
        node.set("entry", MAPPER.readTree(new String(entry.bytes(), StandardCharsets.UTF_8)));
        return node;
    }
}
