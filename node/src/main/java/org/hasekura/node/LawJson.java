package org.hasekura.node;

import java.nio.file.Path;
import java.util.Collection;
import org.hasekura.law.Law;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What commands of {@code law} say in JSON beyond what the room itself writes. */
final class LawJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private LawJson() {}

    static String published(Law law, Path folder, Collection<String> files) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("lawData", law.lawDataVersion());
        json.put("folder", folder.toString());
        ArrayNode names = json.putArray("files");
        files.forEach(names::add);
        return json.toString();
    }
}
