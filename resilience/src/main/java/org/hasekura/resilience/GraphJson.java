package org.hasekura.resilience;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Our own form in one file: an object that has, under the name of each table without {@code .csv}, an array of objects
 * with the table's columns. {@code {"nodes": [{"id": "A", "kind": "input"}], "edges": [{"from": "A", …}]}}. Lists are
 * arrays or parted by a vertical bar.
 */
public final class GraphJson {

    /** A longer file is refused. */
    public static final int CHARS_MAX = 256 << 20;

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private GraphJson() {}

    /**
     * Reads a graph and what else is known.
     *
     * @param file what messages call it; rows count from 2, as in a table with a header
     */
    public static FactBook read(String file, Reader in) throws IOException, TableException {
        JsonNode root;
        try {
            root = MAPPER.readTree(new LimitedReader(in, CHARS_MAX));
        } catch (JacksonException e) {
            throw TableException.inFile(file, "is no JSON: " + e.getOriginalMessage());
        }
        if (root == null || !root.path("nodes").isArray() || !root.path("edges").isArray()) {
            throw TableException.inFile(file, "needs the arrays `nodes` and `edges`");
        }
        Map<String, String> tables = new HashMap<>();
        for (Map.Entry<String, JsonNode> each : root.properties()) {
            if (each.getKey().equals("about") && each.getValue().isObject()) {
                tables.put("about.csv", about(each.getValue()));
            } else if (each.getValue().isArray() && !each.getValue().isEmpty()) {
                tables.put(each.getKey() + ".csv", table(file, each.getKey(), each.getValue()));
            }
        }
        return GraphTables.read(new InMemory(file, tables));
    }

    private static String about(JsonNode about) {
        StringBuilder text = new StringBuilder("key,value\n");
        about.properties()
                .forEach(each -> text.append(field(each.getKey()))
                        .append(',')
                        .append(field(each.getValue().asString("")))
                        .append('\n'));
        return text.toString();
    }

    private static String table(String file, String name, JsonNode rows) throws TableException {
        Set<String> columns = new LinkedHashSet<>();
        int number = 1;
        for (JsonNode row : rows) {
            number++;
            if (!row.isObject()) {
                throw TableException.inRow(file + " " + name, number, "is no object");
            }
            columns.addAll(row.propertyNames());
        }
        StringBuilder text =
                new StringBuilder(columns.stream().map(GraphJson::field).collect(Collectors.joining(",")));
        for (JsonNode row : rows) {
            text.append('\n')
                    .append(columns.stream()
                            .map(column -> field(value(row.path(column))))
                            .collect(Collectors.joining(",")));
        }
        return text.append('\n').toString();
    }

    private static String value(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(each -> each.asString("")).collect(Collectors.joining("|"))
                : value.asString("");
    }

    private static String field(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private record InMemory(String name, Map<String, String> tables) implements Tables {
        @Override
        public Set<String> files() {
            return tables.keySet();
        }

        @Override
        public Reader open(String file) throws IOException {
            String text = tables.get(file);
            if (text == null) {
                throw new IOException("no `" + file + "`");
            }
            return new StringReader(text);
        }
    }
}
