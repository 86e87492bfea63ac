package org.hasekura.node;

import org.hasekura.law.Law;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a node says of itself to its own people. */
final class NodeJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private NodeJson() {}

    static String write(Ground ground, OwnIdentity own, Law law) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("name", ground.settings().node().name());
        node.put("did", ground.did().text());
        node.put("organisation", ground.settings().organisation().name());
        node.put("country", ground.settings().organisation().country());
        node.put("lawData", law.lawDataVersion());
        node.put("logKey", own.logSigner().key().vkey());
        node.put("publicUrl", ground.publicUrl().toString());
        node.put("development", ground.settings().node().isDevelopment());
        return MAPPER.writeValueAsString(node);
    }
}
