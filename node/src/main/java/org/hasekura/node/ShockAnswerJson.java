package org.hasekura.node;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What came out of a shock, for programs. */
final class ShockAnswerJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private ShockAnswerJson() {}

    static String line(Map<ShockFact, Object> facts, List<String> reasons) {
        ObjectNode object = MAPPER.createObjectNode();
        facts.forEach((fact, value) -> {
            switch (value) {
                case Integer number -> object.put(fact.key(), number);
                case Double number -> object.put(fact.key(), number);
                default -> object.put(fact.key(), value.toString());
            }
        });
        if (!reasons.isEmpty()) {
            ArrayNode why = object.putArray("why");
            reasons.forEach(why::add);
        }
        return MAPPER.writeValueAsString(object);
    }
}
