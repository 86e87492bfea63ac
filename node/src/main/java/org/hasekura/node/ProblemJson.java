package org.hasekura.node;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A refusal as {@code application/problem+json}, wherever DSP does not define another body. RFC 9457. */
final class ProblemJson {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private ProblemJson() {}

    /** @param instance the path that was asked; it may have been too strange to say, and is then nothing */
    static byte[] write(Problem problem, String instance) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("type", problem.kind().type())
                .put("title", problem.kind().title())
                .put("status", problem.status())
                .put("detail", problem.detail());
        if (!instance.isEmpty()) {
            node.put("instance", instance);
        }
        if (!problem.errors().isEmpty()) {
            ArrayNode errors = node.putArray("errors");
            problem.errors()
                    .forEach(error ->
                            errors.addObject().put("pointer", error.pointer()).put("detail", error.detail()));
        }
        return MAPPER.writeValueAsBytes(node);
    }
}
