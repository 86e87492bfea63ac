package org.hasekura.node;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a node answered, for people: a list of objects becomes a table with a row each, one object a list of its
 * fields. A list may stand alone or under {@code items}. What is missing is shown as a dash.
 */
final class AnswerJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String MISSING = "–";

    private AnswerJson() {}

    static String pretty(byte[] answer) throws CommandFailed {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(read(answer)) + "\n";
    }

    /** @param columns of a list, in this order; empty: all there are */
    static String table(byte[] answer, List<String> columns) throws CommandFailed {
        JsonNode tree = read(answer);
        JsonNode list = tree.path("items").isArray() ? tree.path("items") : tree;
        if (!list.isArray()) {
            return Table.write(fields(tree));
        }
        if (list.isEmpty()) {
            return "none\n";
        }
        List<String> shown = columns.isEmpty() ? allColumns(list) : columns;
        List<List<String>> rows = new ArrayList<>(List.of(shown));
        for (JsonNode each : list) {
            rows.add(shown.stream().map(column -> cell(each.path(column))).toList());
        }
        return Table.write(rows);
    }

    private static List<List<String>> fields(JsonNode object) {
        return object.propertyStream()
                .map(field -> List.of(field.getKey(), cell(field.getValue())))
                .toList();
    }

    private static List<String> allColumns(JsonNode list) {
        SequencedSet<String> names = new LinkedHashSet<>();
        list.forEach(each -> names.addAll(each.propertyNames()));
        return List.copyOf(names);
    }

    /** A value in one line; lists between commas, texts by language in the first one there is. */
    private static String cell(JsonNode value) {
        if (value.isMissingNode() || value.isNull() || (value.isContainer() && value.isEmpty())) {
            return MISSING;
        }
        if (value.isArray()) {
            return value.valueStream().map(AnswerJson::cell).collect(Collectors.joining(", "));
        }
        if (value.isObject()) {
            return Optional.of(value.path("en"))
                    .filter(JsonNode::isString)
                    .map(JsonNode::stringValue)
                    .orElseGet(value::toString);
        }
        return value.isString() ? value.stringValue() : value.toString();
    }

    private static JsonNode read(byte[] answer) throws CommandFailed {
        try {
            return answer.length == 0 ? MAPPER.createObjectNode() : MAPPER.readTree(answer);
        } catch (JacksonException e) {
            throw new CommandFailed(
                    "the node answered no JSON; is this its management address? (" + e.getOriginalMessage() + ")");
        }
    }
}
