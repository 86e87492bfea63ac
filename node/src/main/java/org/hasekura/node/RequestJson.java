package org.hasekura.node;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The bodies that commands send to a node. */
final class RequestJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final ObjectNode body = MAPPER.createObjectNode();

    /** An object with one field. */
    static String of(String name, String value) {
        return new RequestJson().with(name, value).write();
    }

    RequestJson with(String name, String value) {
        body.put(name, value);
        return this;
    }

    RequestJson with(String name, Optional<String> value) {
        value.ifPresent(each -> body.put(name, each));
        return this;
    }

    /** A list, unless it is empty. */
    RequestJson withTexts(String name, List<String> values) {
        if (!values.isEmpty()) {
            values.forEach(body.putArray(name)::add);
        }
        return this;
    }

    RequestJson withNumber(String name, Optional<Long> value) {
        value.ifPresent(each -> body.put(name, each));
        return this;
    }

    /**
     * Adds JSON that somebody wrote.
     *
     * @param what for the message when it is none
     */
    RequestJson withJson(String name, String what, String json) throws CommandFailed {
        try {
            body.set(name, MAPPER.readTree(json));
            return this;
        } catch (JacksonException e) {
            throw new CommandFailed(what + " is no JSON: " + e.getOriginalMessage());
        }
    }

    String write() {
        return MAPPER.writeValueAsString(body);
    }
}
