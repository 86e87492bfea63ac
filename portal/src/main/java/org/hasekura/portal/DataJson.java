package org.hasekura.portal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a page shows, as JSON: maps, lists, texts, numbers, truths; what is absent is left out; an enum by its name; what
 * else there is (times, days, ids) as its text. JSON that is written already is a {@link Raw}.
 */
final class DataJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private DataJson() {}

    /** JSON as it is, for example a message as it was received. */
    record Raw(String json) {}

    static String write(Map<String, Object> data) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node(data));
    }

    /** A table: a list of objects with the names of its columns. */
    static String write(Table table) {
        ArrayNode rows = MAPPER.createArrayNode();
        for (List<Table.Cell> row : table.rows()) {
            ObjectNode object = rows.addObject();
            for (int at = 0; at < row.size(); at++) {
                String value = row.get(at).value();
                if (!value.isEmpty()) {
                    object.put(table.columns().get(at).name(), value);
                }
            }
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(rows);
    }

    /** The same with lines and indents, for people, where it is JSON; else as it is. */
    static String pretty(String text) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(MAPPER.readTree(text));
        } catch (JacksonException _) {
            return text;
        }
    }

    private static JsonNode node(Object value) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (value) {
            case Map<?, ?> map -> {
                ObjectNode object = make.objectNode();
                new LinkedHashMap<>(map).forEach((name, each) -> {
                    if (!each.equals(Optional.empty())) {
                        object.set(String.valueOf(name), node(each));
                    }
                });
                yield object;
            }
            case Iterable<?> list -> {
                ArrayNode array = make.arrayNode();
                list.forEach(each -> array.add(node(each)));
                yield array;
            }
            case Optional<?> optional -> optional.map(DataJson::node).orElseGet(make::nullNode);
            case Boolean truth -> make.booleanNode(truth);
            case Long number -> make.numberNode(number);
            case Integer number -> make.numberNode(number);
            case BigDecimal number -> make.numberNode(number);
            case Enum<?> name -> make.stringNode(name.name());
            case Raw(String json) -> MAPPER.readTree(json);
            default -> make.stringNode(value.toString());
        };
    }
}
