package org.hasekura.node;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code {"error": sentence}}, the body of a refusal that DSP does not define. */
final class ProblemJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private ProblemJson() {}

    static String write(String sentence) {
        return MAPPER.writeValueAsString(MAPPER.createObjectNode().put("error", sentence));
    }

    /** The sentence, when this is such a body. */
    static Optional<String> read(byte[] body) {
        try {
            JsonNode error = MAPPER.readTree(body).path("error");
            return error.isString() ? Optional.of(error.stringValue()) : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }
}
