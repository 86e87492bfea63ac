package org.hasekura.resilience;

import java.util.Collection;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the reports in JSON have in common: intervals are {@code {"low": …, "high": …}}, no end is {@code null}. */
final class ReportJson {

    static final JsonMapper MAPPER = JsonMapper.shared();

    private ReportJson() {}

    static ObjectNode object(Consumer<ObjectNode> filled) {
        ObjectNode object = MAPPER.createObjectNode();
        filled.accept(object);
        return object;
    }

    static void interval(ObjectNode object, String field, Interval interval) {
        ObjectNode ends = object.putObject(field);
        number(ends, "low", interval.low());
        number(ends, "high", interval.high());
    }

    /** Infinity and what is no number have no JSON; they are {@code null}. */
    static void number(ObjectNode object, String field, double value) {
        if (Double.isFinite(value)) {
            object.put(field, value);
        } else {
            object.putNull(field);
        }
    }

    static void texts(ObjectNode object, String field, Collection<String> texts) {
        ArrayNode array = object.putArray(field);
        texts.forEach(array::add);
    }

    static String write(ObjectNode object) {
        return MAPPER.writeValueAsString(object);
    }
}
