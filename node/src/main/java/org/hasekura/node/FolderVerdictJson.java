package org.hasekura.node;

import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What came of recomputing a whole folder, for programs. */
final class FolderVerdictJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private FolderVerdictJson() {}

    /** What is wrong first; nothing if all agrees. */
    static String write(Optional<String> fault) {
        ObjectNode object = MAPPER.createObjectNode().put("whole", fault.isEmpty());
        fault.ifPresent(words -> object.put("fault", words));
        return MAPPER.writeValueAsString(object);
    }
}
