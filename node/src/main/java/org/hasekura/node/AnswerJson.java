package org.hasekura.node;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
        return table(answer, columns, Map.of());
    }

    /** @param absent what it means in words that a column has nothing, where it means more than that */
    static String table(byte[] answer, List<String> columns, Map<String, String> absent) throws CommandFailed {
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
            rows.add(shown.stream()
                    .map(column -> Optional.of(inRow(each, column))
                            .filter(cell -> !cell.equals(MISSING))
                            .orElseGet(() -> absent.getOrDefault(column, MISSING)))
                    .toList());
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

    /** Of a participant, whose facts stand in a list, a column is the fact of that name; of a reason the code is enough. */
    private static String inRow(JsonNode object, String column) {
        JsonNode value = object.path(column);
        if (value.isMissingNode() && object.path("facts").isArray()) {
            String values = object.path("facts")
                    .valueStream()
                    .filter(fact -> fact.path("name").asString("").equals(column))
                    .map(fact -> fact.path("value").asString(""))
                    .collect(Collectors.joining(", "));
            return values.isEmpty() ? MISSING : values;
        }
        return value.path("sentences").isArray() ? value.path("code").asString("") : cell(value);
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
            return object(value);
        }
        return value.isString() ? value.stringValue() : value.toString();
    }

    /** Terms as their sentence, a reason as its sentences, a safeguard as its type; of others every field. */
    private static String object(JsonNode value) {
        if (value.path("en").isString()) {
            return value.path("en").stringValue();
        }
        if (value.path("inEnglish").isString()) {
            return value.path("@id").asString("") + ": "
                    + value.path("inEnglish").stringValue();
        }
        if (value.path("sentences").isArray()) {
            return value.path("code").asString("") + ": "
                    + value.path("sentences")
                            .valueStream()
                            .map(AnswerJson::cell)
                            .collect(Collectors.joining("; "));
        }
        if (value.path("type").isString()) {
            return value.path("type").stringValue();
        }
        return value.propertyStream()
                .map(field -> field.getKey() + "=" + cell(field.getValue()))
                .collect(Collectors.joining(" "));
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
