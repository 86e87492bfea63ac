package org.hasekura.node;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An answer as it is kept for its request to be repeated. */
final class KeptAnswerJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private KeptAnswerJson() {}

    static String write(Response.Whole answer) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("status", answer.status())
                .put("mediaType", answer.mediaType())
                .put("body", new String(answer.body(), StandardCharsets.UTF_8));
        ObjectNode headers = node.putObject("headers");
        new TreeMap<>(answer.headers()).forEach(headers::put);
        return MAPPER.writeValueAsString(node);
    }

    static Response.Whole read(String kept) {
        JsonNode node = MAPPER.readTree(kept);
        Map<String, String> headers = new HashMap<>();
        node.path("headers")
                .properties()
                .forEach(each -> headers.put(each.getKey(), each.getValue().stringValue()));
        return new Response.Whole(
                node.path("status").intValue(),
                node.path("mediaType").stringValue(),
                node.path("body").stringValue().getBytes(StandardCharsets.UTF_8),
                headers);
    }
}
