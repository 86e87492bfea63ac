package org.hasekura.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hasekura.exchange.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The members that the {@code …Json} classes of this room write and read. It is our own JSON: what cannot be read was
 * damaged or written by another version, and is an {@link IllegalStateException} that names the row.
 */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    @FunctionalInterface
    interface Reading<T> {
        T read(JsonNode node);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static String text(ObjectNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** @param row names the row for the message, for example {@code negotiation} */
    static <T> T read(String row, String text, Reading<T> reading) {
        try {
            return reading.read(MAPPER.readTree(text));
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
            throw new IllegalStateException("a stored " + row + " cannot be read: " + e.getMessage(), e);
        }
    }

    static JsonNode member(JsonNode node, String name) {
        JsonNode member = node.path(name);
        if (member.isMissingNode()) {
            throw new IllegalArgumentException("`" + name + "` is missing");
        }
        return member;
    }

    static String text(JsonNode node, String name) {
        return member(node, name).stringValue();
    }

    static Optional<String> optionalText(JsonNode node, String name) {
        return optional(node, name, JsonNode::stringValue);
    }

    static <T> Optional<T> optional(JsonNode node, String name, Reading<T> reading) {
        return node.has(name) ? Optional.of(reading.read(node.path(name))) : Optional.empty();
    }

    static Instant instant(JsonNode node, String name) {
        return Instant.parse(text(node, name));
    }

    static long number(JsonNode node, String name) {
        return member(node, name).longValue();
    }

    static List<String> texts(JsonNode node, String name) {
        return list(node, name, JsonNode::stringValue);
    }

    static <T> List<T> list(JsonNode node, String name, Reading<T> reading) {
        return member(node, name).values().stream().map(reading::read).toList();
    }

    static Map<String, String> map(JsonNode node, String name) {
        Map<String, String> map = new LinkedHashMap<>();
        member(node, name)
                .properties()
                .forEach(each -> map.put(each.getKey(), each.getValue().stringValue()));
        return map;
    }

    static void put(ObjectNode node, String name, Optional<?> value) {
        value.ifPresent(each -> node.put(name, each.toString()));
    }

    static void put(ObjectNode node, String name, List<String> values) {
        ArrayNode array = node.putArray(name);
        values.forEach(array::add);
    }

    /** In order of the keys, so that equal maps have equal texts. */
    static void put(ObjectNode node, String name, Map<String, String> values) {
        ObjectNode object = node.putObject(name);
        new TreeMap<>(values).forEach(object::put);
    }

    static void putReason(ObjectNode node, String name, Optional<Reason> reason) {
        reason.ifPresent(each -> put(node.putObject(name).put("code", each.code()), "sentences", each.sentences()));
    }

    static Optional<Reason> reason(JsonNode node, String name) {
        return optional(node, name, each -> new Reason(text(each, "code"), texts(each, "sentences")));
    }
}
